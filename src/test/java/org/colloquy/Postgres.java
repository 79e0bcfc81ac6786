package org.colloquy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for the tests, started once. Its binaries run on Linux with an amd64 processor only. */
public final class Postgres {

    /** Why tests that need it are skipped where it does not run. */
    public static final String NEEDED = "PostgreSQL's binaries do not run on this machine";

    private static @Nullable EmbeddedPostgres server;
    private static boolean tried;

    private Postgres() {}

    /** Whether it runs here; for {@code @EnabledIf}. */
    public static synchronized boolean runs() {
        if (!tried) {
            tried = true;
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException | RuntimeException | Error e) {
                System.err.println(NEEDED + ": " + e);
            }
        }
        return server != null;
    }

    /** The address of a new, empty database. */
    public static synchronized String database(String name) {
        if (!runs() || server == null) {
            throw new IllegalStateException(NEEDED);
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var create = connection.createStatement()) {
            create.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
