package org.colloquy.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the log of access: who came to the desk and how, who tried, and who let whom in. Append-only; administrators
 * read it. It is about moderators only: nothing is written down of who comments.
 */
@Component
public class AccessLog {

    /** What happened. */
    public enum Kind {
        SIGN_IN,
        SIGN_IN_FAILED,
        THROTTLED,
        SIGN_OUT,
        SESSION_ENDED,
        PASSWORD_CHANGED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        RECOVERED,
        DESK_NAME_CHANGED,
        INVITED,
        INVITATION_REVOKED,
        INVITATION_USED,
        SET_UP,
        SET_UP_WITHDRAWN,
        ROLE_CHANGED,
        DISMISSED,
        LEFT
    }

    private static final String LINES =
            "select l.id, l.at, l.kind, l.member_id, l.by_member, l.network, l.detail, n.former, n.chosen,"
                    + " coalesce(m.desk_name, m.handle) as who, coalesce(b.desk_name, b.handle) as by_whom from access_log l"
                    + " left join member m on m.id = l.member_id left join member b on b.id = l.by_member"
                    + " left join desk_name_change n on n.access_log_id = l.id where l.id < :before"
                    + " and (l.member_id = :member or l.by_member = :member or :member = 0)"
                    + " and (l.kind = :kind or :kind = '') order by l.id desc limit :most";

    private final JdbcClient sql;
    private final Clock clock;

    AccessLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Writes something down, in the transaction that does it where there is one.
     *
     * @param member whom it is about, or null where nobody knows
     * @param by who did it, or null where nobody knows, and for the operator
     * @param network that it came from, or null; nothing that tells more than it needs to: nothing here is ever taken out,
     *     and who has not signed in may be anybody
     * @param detail a word or a number, such as which role; no secret, at most 200 characters
     */
    @Transactional
    public void add(
            Kind kind, @Nullable Long member, @Nullable Long by, @Nullable String network, @Nullable String detail) {
        write(kind, member, by, network, detail);
    }

    /** Writes down that somebody signs with another name from now on. */
    @Transactional
    public void addRenaming(long member, @Nullable String network, String former, String chosen) {
        sql.sql("insert into desk_name_change (access_log_id, former, chosen) values (?, ?, ?)")
                .params(write(Kind.DESK_NAME_CHANGED, member, member, network, null), former, chosen)
                .update();
    }

    /** Forgets what somebody who leaves was called. */
    @Transactional
    public void forgetNames(long member) {
        sql.sql("delete from desk_name_change where access_log_id in (select id from access_log where member_id = ?)")
                .param(member)
                .update();
    }

    private long write(
            Kind kind, @Nullable Long member, @Nullable Long by, @Nullable String network, @Nullable String detail) {
        KeyHolder id = new GeneratedKeyHolder();
        sql.sql("insert into access_log (at, kind, member_id, by_member, network, detail) values (?, ?, ?, ?, ?, ?)")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(kind.name())
                .param(member)
                .param(by)
                .param(network)
                .param(detail)
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Long.class));
    }

    /** A member; without a name where they have left. */
    record Somebody(long id, @Nullable String name) {}

    /** Everybody who did something here, or whom it is about. */
    @Transactional(readOnly = true)
    List<Somebody> members() {
        return sql.sql("select id, coalesce(desk_name, handle) as name from member where id in"
                        + " (select member_id from access_log) or id in (select by_member from access_log) order by id")
                .query((row, at) -> new Somebody(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** What is written down of one member: so many lines with ids below that one, latest first. */
    @Transactional(readOnly = true)
    public List<AccessLine> of(long member, long before, int most) {
        return before(before, member, null, most);
    }

    /**
     * The latest lines older than the one with id {@code before}, newest first.
     *
     * @param member whom they are about or who did it; null for everybody
     * @param kind what happened; null for everything
     */
    @Transactional(readOnly = true)
    List<AccessLine> before(long before, @Nullable Long member, @Nullable Kind kind, int most) {
        return sql.sql(LINES)
                .param("before", before)
                .param("member", member == null ? 0 : member)
                .param("kind", kind == null ? "" : kind.name())
                .param("most", most)
                .query((row, at) -> new AccessLine(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("member_id") != null,
                        row.getString("who"),
                        row.getObject("by_member") != null && row.getLong("by_member") != row.getLong("member_id"),
                        row.getString("by_whom"),
                        row.getString("network"),
                        row.getString("detail"),
                        row.getString("former") == null
                                ? null
                                : new AccessLine.Renamed(row.getString("former"), row.getString("chosen"))))
                .list();
    }
}
