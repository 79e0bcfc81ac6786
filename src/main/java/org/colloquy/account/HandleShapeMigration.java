package org.colloquy.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.colloquy.name.NameShape;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Gives every handle its shapes, as a repeatable migration: to those that were claimed before there were shapes, and to
 * all of them again when shapes change. Handles that look alike by then stay with whom they are; the older one keeps
 * the shape, which is enough to refuse it to anybody else.
 */
@Component
class HandleShapeMigration implements JavaMigration {

    private record Shape(String shape, long member) {}

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "shapes of handles";
    }

    @Override
    public Integer getChecksum() {
        CRC32 crc = new CRC32();
        crc.update(NameShape.VERSION.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        var sql = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        Set<String> given = new HashSet<>();
        List<Shape> shapes = new ArrayList<>();
        // Whom a name stands for comes before how moderators sign.
        for (String column : List.of("handle", "desk_name")) {
            sql.query(
                    "select id, " + column + " as name from member where " + column + " is not null order by id",
                    row -> {
                        long member = row.getLong("id");
                        NameShape.of(row.getString("name")).stream()
                                .filter(given::add)
                                .forEach(shape -> shapes.add(new Shape(shape, member)));
                    });
        }
        // Of names that nobody uses any more only hashes are kept.
        sql.update("delete from handle_shape where shape not like '#%'");
        sql.batchUpdate(
                "insert into handle_shape (shape, member_id) values (?, ?)",
                shapes.stream()
                        .map(shape -> new Object[] {shape.shape(), shape.member()})
                        .toList());
    }
}
