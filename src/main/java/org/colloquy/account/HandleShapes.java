package org.colloquy.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the handles look like: every shape belongs to the one who had it first.
 *
 * <p>A name that its owner does not use any more stays taken for ever, but is not kept: in place of its shapes, and of its
 * key, stand their hashes. Nobody can read it there; whether a name that one thinks of was somebody's can still be
 * tried, as it can be by posting under it. When shapes themselves change (a new version of Unicode), those hashes cannot be
 * made anew: such a name is then safe in all its spellings, and from those look-alikes that looked alike before.
 */
@Component
class HandleShapes {

    /** No shape begins so: shapes have no punctuation. */
    private static final String HASHED = "#";

    private final JdbcClient sql;

    HandleShapes(JdbcClient sql) {
        this.sql = sql;
    }

    private record Holder(long member, Optional<String> handle) {}

    /** The handle that this name looks like; the name itself where its owner does not use it any more. */
    Optional<String> holder(String name) {
        return holders(name).map(holder -> holder.handle().orElse(name));
    }

    /** Whether somebody other than that member has the name, or one that looks like it. */
    boolean isOthers(String name, long member) {
        return holders(name).filter(holder -> holder.member() != member).isPresent();
    }

    private Optional<Holder> holders(String name) {
        Set<String> all = new HashSet<>(NameShape.of(name));
        all.addAll(hashes(name));
        return sql.sql(
                        "select s.shape, m.id, m.handle, m.desk_name from handle_shape s join member m on m.id = s.member_id"
                                + " where s.shape in (:shapes) order by m.id, s.shape desc limit 1")
                .param("shapes", all)
                .query((row, at) -> new Holder(
                        row.getLong("id"),
                        Stream.of("handle", "desk_name")
                                .flatMap(column -> has(row, column))
                                .findFirst()))
                .optional();
    }

    /** The name in that column if the shape is one of its own: who has a desk name is not told from it what their handle is. */
    private static Stream<String> has(ResultSet row, String column) {
        try {
            String name = row.getString(column);
            return name != null && NameShape.of(name).contains(row.getString("shape"))
                    ? Stream.of(name)
                    : Stream.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives them to a member.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if one of them is somebody else's
     */
    void give(Set<String> shapes, long member) {
        // In one order, so that of two who come at once one waits, and finds it taken.
        for (String shape : new TreeSet<>(shapes)) {
            sql.sql("insert into handle_shape (shape, member_id) values (?, ?)")
                    .params(shape, member)
                    .update();
        }
    }

    /** The same where some of them may be the member's already, by another name of theirs. */
    void giveAlso(Set<String> shapes, long member) {
        Set<String> fresh = new TreeSet<>(shapes);
        sql.sql("select shape from handle_shape where member_id = ? and shape not like '#%'")
                .param(member)
                .query(String.class)
                .list()
                .forEach(fresh::remove);
        give(fresh, member);
    }

    /** Forgets a name that a member does not use any more, and keeps it taken. */
    void retire(String name, long member) {
        retire(name, member, null);
    }

    /**
     * The same.
     *
     * @param kept another name of theirs, whose shapes stay as they are; or null
     */
    void retire(String name, long member, @Nullable String kept) {
        sql.sql("delete from handle_shape where member_id = :member and shape in (:shapes)")
                .param("member", member)
                .param("shapes", without(kept, NameShape.of(name)))
                .update();
        Set<String> hashes = hashes(name);
        hashes.removeAll(sql.sql("select shape from handle_shape where shape in (:shapes)")
                .param("shapes", hashes)
                .query(String.class)
                .list());
        give(hashes, member);
    }

    /**
     * Takes a name away from a member, as if they had never had it.
     *
     * @param kept another name of theirs, whose shapes stay as they are; or null
     */
    void release(String name, long member, @Nullable String kept) {
        Set<String> all = without(kept, NameShape.of(name));
        all.addAll(hashes(name));
        sql.sql("delete from handle_shape where member_id = :member and shape in (:shapes)")
                .param("member", member)
                .param("shapes", all)
                .update();
    }

    private static Set<String> without(@Nullable String kept, Set<String> shapes) {
        Set<String> others = new HashSet<>(shapes);
        if (kept != null) {
            others.removeAll(NameShape.of(kept));
        }
        // A list in SQL must not be empty.
        others.add("");
        return others;
    }

    private static Set<String> hashes(String name) {
        Set<String> hashes = new TreeSet<>();
        NameShape.of(name).forEach(shape -> hashes.add(HASHED + Secret.hash(shape)));
        hashes.add(HASHED + Secret.hash(HASHED + NameKey.of(name)));
        return hashes;
    }
}
