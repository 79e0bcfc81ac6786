package org.colloquy.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.colloquy.discussion.ErasedRows;
import org.colloquy.erased.ErasedList;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Ties the import to Flyway. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class ImportConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ImportConfiguration.class);

    @Bean
    ImportMigration importMigration(DocumentSettings settings, ErasedList list, Clock clock) {
        return new ImportMigration(Documents.read(settings), list, clock);
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

    /** A database may have come back from a backup that is older than what was removed since. */
    static void eraseAgain(DataSource database, ErasedList list, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            sql.queryForList("select id from discussion order by id for update");
            ErasedRows.Taken taken = new ErasedRows(sql, now).sweep(list.settle(sql));
            connection.commit();
            if (taken.comments() + taken.texts() > 0) {
                LOG.warn(
                        "The database had comments again that were removed on request: {} erased, {} texts cut.",
                        taken.comments(),
                        taken.texts());
            }
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
