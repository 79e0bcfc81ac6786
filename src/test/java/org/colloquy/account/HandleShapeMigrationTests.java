package org.colloquy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.colloquy.Postgres;
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
        assertThat(shapes.holder("OLD HАND")).contains("Old Hand");
        assertThat(shapes.holder("0ther-hand")).contains("Other Hand");
        assertThat(shapes.holder("New Hand")).isEmpty();

        shapes.retire("Other Hand", 3);
        sql.update("update member set handle = null, handle_key = null where id = 3");
        sql.update("update \"flyway_schema_history\" set \"checksum\" = 1 where \"description\" = 'shapes of handles'");
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new HandleShapeMigration())
                .load()
                .migrate();
        assertThat(shapes.holder("OLD HАND")).contains("Old Hand");
        assertThat(shapes.holder("0ther-hand"))
                .as("taken for ever, and unreadable")
                .contains("0ther-hand");
        assertThat(sql.queryForList("select shape from handle_shape where member_id = 3", String.class))
                .isNotEmpty()
                .allMatch(shape -> shape.matches("#[0-9a-f]{64}"));
    }
}
