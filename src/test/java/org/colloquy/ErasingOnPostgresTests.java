package org.colloquy;

import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** In the database for when it grows; its context closes before the server does. */
@EnabledIf(value = "org.colloquy.Postgres#runs", disabledReason = Postgres.NEEDED)
@DirtiesContext
class ErasingOnPostgresTests extends ErasingTests {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry registry) {
        String database = Postgres.database("erasing");
        registry.add("spring.datasource.url", () -> database);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
    }
}
