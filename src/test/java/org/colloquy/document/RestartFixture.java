package org.colloquy.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.colloquy.erased.ErasedList;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What a start does to the database of an application that is running already. */
public class RestartFixture {

    private final DataSource database;
    private final DocumentSettings settings;
    private final ErasedList list;
    private final Clock clock;

    RestartFixture(DataSource database, DocumentSettings settings, ErasedList list, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.list = list;
        this.clock = clock;
    }

    /** As if another finder had come with it, so that every document is imported again. */
    public void start() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            sql.update("update article set checksum = 'other'");
            Import imports = new Import(sql, clock.instant(), ErasedAgain.in(sql, list, clock.instant()));
            for (DocumentFile file : Documents.read(settings).files()) {
                imports.document(file);
            }
            imports.names();
            connection.commit();
        }
        startWithTheSameDocuments();
    }

    public void startWithTheSameDocuments() throws SQLException {
        ImportConfiguration.eraseAgain(database, list, clock.instant());
    }

    /** What a document says that is kept as text, without what was removed. */
    public String left(String file, String content) throws SQLException {
        try (Connection connection = database.getConnection()) {
            JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            return Removal.left(file, content, list.now(sql));
        }
    }
}
