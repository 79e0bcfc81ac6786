package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.colloquy.account.SessionView.How;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where moderators are signed in. Each request asks here whether its session still is, and as what: ended, dismissed or with
 * another role counts from the very next request on, on every node, wherever the session itself is kept.
 */
@Component
@Transactional
class Sessions {

    /** Often enough for a list that people read, seldom enough not to write at every page. */
    private static final Duration TOUCHED_AFTER = Duration.ofMinutes(1);

    private static final String STILL_THERE =
            " (s.last_used_at > :idle and s.signed_in_at > :oldest and m.left_at is null"
                    + " and (m.signed_out_at is null or m.signed_out_at <= s.signed_in_at))";

    private final JdbcClient sql;
    private final SessionSettings settings;
    private final Clock clock;

    Sessions(JdbcClient sql, SessionSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** A moderator has signed in. Takes away what is over. */
    void begin(SignedIn you, How how, HttpServletRequest request) {
        Instant now = clock.instant();
        sql.sql("delete from desk_session where last_used_at <= ? or signed_in_at <= ?")
                .params(at(now.minus(settings.idle())), at(now.minus(settings.lifetime())))
                .update();
        sql.sql("insert into desk_session (id, member_id, how, browser, signed_in_at, last_used_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(you.session())
                .param(you.member())
                .param(how.name())
                .param(BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)))
                .param(at(you.since()))
                .param(at(now))
                .update();
        // The server's own limit must not be the shorter one: it would end the session without a word in any list.
        request.getSession().setMaxInactiveInterval((int)
                settings.idle().plus(TOUCHED_AFTER).toSeconds());
    }

    private record Now(String handle, Role role, Instant lastUsed) {}

    /** Who that is now; empty where the session has ended, or nobody sits at the desk with it any more. */
    Optional<SignedIn> now(SignedIn you) {
        Instant now = clock.instant();
        Optional<Now> found = live("select m.handle, m.role, s.last_used_at from desk_session s join member m"
                        + " on m.id = s.member_id where s.id = :session and m.id = :member and m.role <> 'COMMENTER' and")
                .param("session", you.session())
                .param("member", you.member())
                .query((row, at) -> new Now(
                        row.getString("handle"), Role.valueOf(row.getString("role")), instant(row, "last_used_at")))
                .optional();
        if (found.filter(one -> one.lastUsed().plus(TOUCHED_AFTER).isBefore(now))
                .isPresent()) {
            sql.sql("update desk_session set last_used_at = ? where id = ?")
                    .params(at(now), you.session())
                    .update();
        }
        return found.map(one -> you.as(one.handle(), one.role()));
    }

    /** Where a member is signed in, the latest first. */
    @Transactional(readOnly = true)
    List<SessionView> of(long member, @Nullable String here) {
        return live(
                        "select s.id, s.how, s.browser, s.signed_in_at, s.last_used_at from desk_session s join member m"
                                + " on m.id = s.member_id where m.id = :member and",
                        " order by s.signed_in_at desc, s.id")
                .param("member", member)
                .query((row, at) -> new SessionView(
                        row.getString("id"),
                        How.valueOf(row.getString("how")),
                        row.getString("browser"),
                        instant(row, "signed_in_at"),
                        instant(row, "last_used_at"),
                        row.getString("id").equals(here)))
                .list();
    }

    private JdbcClient.StatementSpec live(String select) {
        return live(select, "");
    }

    private JdbcClient.StatementSpec live(String select, String order) {
        Instant now = clock.instant();
        return sql.sql(select + STILL_THERE + order)
                .param("idle", at(now.minus(settings.idle())))
                .param("oldest", at(now.minus(settings.lifetime())));
    }

    /** Ends one of a member's. Whether there was one to end. */
    boolean end(long member, String session) {
        return sql.sql("delete from desk_session where member_id = ? and id = ?")
                        .params(member, session)
                        .update()
                > 0;
    }

    /** Ends all of a member's but that one; all where it is null. How many there were. */
    int endOthers(long member, @Nullable String here) {
        return sql.sql("delete from desk_session where member_id = ? and id <> ?")
                .params(member, here == null ? "" : here)
                .update();
    }

    /** Ends every session. Whose there were, each once. */
    List<Long> endAll() {
        List<Long> whose = live("select distinct m.id from desk_session s join member m on m.id = s.member_id where")
                .query(Long.class)
                .list();
        sql.sql("delete from desk_session").update();
        return whose;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
