package org.colloquy.log;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of a table as they were written, in H2. PostgreSQL has a function for it. */
public class AppendOnly implements Trigger {

    private String table = "";

    /** For H2. */
    public AppendOnly() {}

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] old, Object @Nullable [] changed) throws SQLException {
        throw new SQLException(table + " is append-only");
    }
}
