package org.colloquy.document;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.colloquy.erased.ErasedList;
import org.colloquy.name.NameShape;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Imports the documents as a repeatable migration: after the schema, before the entities, again when a document or the
 * finder of replies or the shapes of names have changed. It uses only Flyway's connection, and one transaction a document.
 */
class ImportMigration implements JavaMigration {

    static final String DESCRIPTION = "import documents";

    private final int checksum;
    private final ErasedList list;
    private final Clock clock;
    private Documents documents;

    /** @param list of what was removed on request, and is left out */
    ImportMigration(Documents documents, ErasedList list, Clock clock) {
        this.documents = documents;
        this.list = list;
        this.checksum = checksum(documents);
        this.clock = clock;
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return DESCRIPTION;
    }

    @Override
    public Integer getChecksum() {
        return checksum;
    }

    private static int checksum(Documents documents) {
        CRC32 crc = new CRC32();
        crc.update((documents.checksums() + NameShape.VERSION).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** Once imported they are in the database; here they would take their room for as long as the server runs. */
    void forgetDocuments() {
        documents = new Documents(List.of(), false);
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            JdbcTemplate sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            // What came back with a backup goes before anything is found anew: replies then stand where they stood.
            Import imports = new Import(sql, clock.instant(), ErasedAgain.in(sql, list, clock.instant()));
            connection.commit();
            Set<String> brought = new HashSet<>();
            // Who has articles of their own, and starts without naming them once, wants no specimen beside them.
            for (DocumentFile file :
                    documents.isFallback() && imports.hasOthers() ? List.<DocumentFile>of() : documents.files()) {
                if (imports.document(file)) {
                    brought.add(file.name());
                }
                connection.commit();
            }
            imports.lookThroughOthers(brought);
            connection.commit();
            if (!documents.hasDefault()) {
                imports.withdrawDefault();
                connection.commit();
            }
            imports.names();
            connection.commit();
        } catch (Exception e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(before);
        }
    }
}
