package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The database for when it grows; its context closes before the server does. Colloquy works here as the second role that
 * the README tells of, which owns no table.
 */
@EnabledIf(value = "org.colloquy.Postgres#runs", disabledReason = Postgres.NEEDED)
@DirtiesContext
class SiteOnPostgresTests extends SiteTests {

    private static final String OWNER = "postgres";

    private static String database = "";

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) {
        // Without the name of its owner, which stands in it.
        database = Postgres.database("site").replaceFirst("\\?.*", "");
        asOwner().execute(readme().get(0));
        registry.add("spring.datasource.url", () -> database);
        registry.add("spring.datasource.username", () -> "colloquy_app");
        registry.add("spring.datasource.password", () -> "choose one");
        registry.add("spring.flyway.user", () -> OWNER);
        registry.add("spring.flyway.password", () -> OWNER);
    }

    @BeforeEach
    void revokeOnceTheTablesAreThere() {
        asOwner().execute(readme().get(1));
    }

    @Test
    void worksAsARoleThatCanRewriteNoLog() {
        assertThat(sql.queryForObject("select current_user", String.class)).isEqualTo("colloquy_app");
        for (String log : List.of("moderation_log", "access_log", "flyway_schema_history")) {
            for (String rewriting : List.of(
                    "delete from ", "truncate table only ", "drop table ", "alter table %s disable trigger user")) {
                String command = rewriting.contains("%s") ? rewriting.formatted(log) : rewriting + log;
                assertThatThrownBy(() -> sql.execute(command))
                        .as(command)
                        .rootCause()
                        .message()
                        .matches("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Override
    JdbcTemplate owner() {
        return asOwner();
    }

    private static JdbcTemplate asOwner() {
        return new JdbcTemplate(new DriverManagerDataSource(database, OWNER, OWNER));
    }

    /** What the README has operators run. */
    private static List<String> readme() {
        try {
            return Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of("README.md")))
                    .results()
                    .map(block -> block.group(1))
                    .filter(block -> block.contains("colloquy_app"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
