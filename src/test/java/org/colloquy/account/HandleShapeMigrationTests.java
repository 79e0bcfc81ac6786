package org.colloquy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.colloquy.Postgres;
import org.colloquy.name.NameShape;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class HandleShapeMigrationTests {

    @Test
    void givesShapesToHandlesOfAnOlderDatabaseOnH2() {
        givesShapesToHandlesOfAnOlderDatabase(new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                ""));
    }

    @Test
    @EnabledIf(value = "org.colloquy.Postgres#runs", disabledReason = Postgres.NEEDED)
    void givesShapesToHandlesOfAnOlderDatabaseOnPostgres() {
        givesShapesToHandlesOfAnOlderDatabase(
                new DriverManagerDataSource(Postgres.database("handle_shapes"), "postgres", "postgres"));
    }

    private static void givesShapesToHandlesOfAnOlderDatabase(DataSource database) {
        Flyway.configure().dataSource(database).target("3").load().migrate();
        var sql = new JdbcTemplate(database);
        for (String handle : new String[] {"Old Hand", "0ld Hand", "Other Hand"}) {
            sql.update(
                    "insert into member (handle, handle_key, role, created_at) values (?, ?, 'COMMENTER',"
                            + " current_timestamp)",
                    handle,
                    handle);
        }
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new HandleShapeMigration())
                .load()
                .migrate();
        var shapes = new HandleShapes(JdbcClient.create(database));
        assertThat(shapes.handle(NameShape.of("OLD HАND"))).contains("Old Hand");
        assertThat(shapes.handle(NameShape.of("0ther-hand"))).contains("Other Hand");
        assertThat(shapes.handle(NameShape.of("New Hand"))).isEmpty();
    }
}
