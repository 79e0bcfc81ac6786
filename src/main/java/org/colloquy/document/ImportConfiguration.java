package org.colloquy.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.colloquy.erased.ErasedList;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Ties the import to Flyway. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class ImportConfiguration {

    @Bean
    ImportMigration importMigration(DocumentSettings settings, ErasedList list, Clock clock) {
        return new ImportMigration(Documents.read(settings), list, clock);
    }

    /** Flyway opens the database as soon as it is there; where no document can be imported, there is to be none. */
    @Bean
    static BeanFactoryPostProcessor documentsBeforeTheDatabase() {
        return beans -> beans.getBeanDefinition("flyway").setDependsOn("importMigration");
    }

    /** A failed import leaves a row that would stop every later start; the import itself can simply be done again. */
    @Bean
    FlywayMigrationStrategy forgetFailedImports(ImportMigration imports, ErasedList list, Clock clock) {
        return flyway -> {
            try {
                forgetFailedImport(flyway.getConfiguration());
            } catch (SQLException e) {
                throw new FlywayException("the schema history cannot be read", e);
            }
            flyway.migrate();
            imports.forgetDocuments();
            try {
                eraseAgain(flyway.getConfiguration().getDataSource(), list, clock.instant());
            } catch (SQLException e) {
                throw new FlywayException("what was removed on request cannot be taken out again", e);
            }
        };
    }

    /** Also where no document has changed, so that nothing is imported. */
    static void eraseAgain(DataSource database, ErasedList list, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ErasedAgain.in(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), list, now);
            connection.commit();
        }
    }

    static void forgetFailedImport(Configuration flyway) throws SQLException {
        try (Connection connection = flyway.getDataSource().getConnection()) {
            String table = flyway.getTable();
            boolean isThere;
            try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
                isThere = tables.next();
            }
            if (isThere) {
                try (var forget = connection.prepareStatement("delete from \"" + table
                        + "\" where \"success\" = false and \"version\" is null and \"description\" = ?")) {
                    forget.setString(1, ImportMigration.DESCRIPTION);
                    forget.executeUpdate();
                }
            }
        }
    }
}
