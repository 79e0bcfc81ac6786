package org.colloquy.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Into the database for when it grows. */
@EnabledIf(value = "org.colloquy.Postgres#runs", disabledReason = Postgres.NEEDED)
class ImportOnPostgresTests extends ImportTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    String database(Path data) {
        return Postgres.database("import_" + DATABASES.incrementAndGet());
    }

    @Override
    String user() {
        return "postgres";
    }

    @Test
    void sharesItsDatabaseWithAnotherApplicationThatHasAHistoryInASchemaOfItsOwn() throws IOException {
        sql.execute("create schema other");
        sql.execute("create table other.flyway_schema_history (success boolean)");
        given("tea.txt", document("On Tea", said(1, "Milk first.")));
        start();
        assertComments("1 COMMENT Milk first.");
    }
}
