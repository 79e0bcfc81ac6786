package org.colloquy.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links by which administrators bring in moderators. A link is shown once; only its hash is kept. The open ones
 * of somebody who may not invite any more are of no more use.
 */
@Component
@Transactional
class Invitations {

    /** Long enough for a mail that is read after the weekend. */
    static final Duration VALID = Duration.ofDays(3);

    private static final String OPEN = " used_at is null and revoked_at is null and expires_at > :now";

    private final JdbcClient sql;
    private final ModerationLog log;
    private final AccessLog access;
    private final Clock clock;

    Invitations(JdbcClient sql, ModerationLog log, AccessLog access, Clock clock) {
        this.sql = sql;
        this.log = log;
        this.access = access;
        this.clock = clock;
    }

    /**
     * An invitation that nobody has used yet.
     *
     * @param by who invited, or null where they have left
     */
    public record Open(long id, Role role, @Nullable String by, Instant createdAt, Instant expiresAt) {}

    /** Invites somebody; what is returned is the secret of the link, which is kept nowhere. */
    String invite(Role role, long by) {
        String secret = Secret.create();
        Instant now = clock.instant();
        sql.sql("insert into invitation (hash, role, by_member, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(Secret.hash(secret), role.name(), by, at(now), at(now.plus(VALID)))
                .update();
        log.add(LogNote.by(by, Action.INVITE));
        access.add(Kind.INVITED, null, by, Network.here(), role.name());
        return secret;
    }

    /** All that are open, the latest first. */
    @Transactional(readOnly = true)
    public List<Open> open() {
        return sql.sql("select i.id, i.role, coalesce(m.desk_name, m.handle) as by_whom, i.created_at, i.expires_at"
                        + " from invitation i join member m on m.id = i.by_member where" + OPEN + " order by i.id desc")
                .param("now", at(clock.instant()))
                .query((row, number) -> new Open(
                        row.getLong("id"),
                        Role.valueOf(row.getString("role")),
                        row.getString("by_whom"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the link makes of who opens it; empty where it does not work, or no more. */
    @Transactional(readOnly = true)
    Optional<Role> role(String secret) {
        return sql.sql("select role from invitation where hash = :hash and" + OPEN)
                .param("hash", Secret.hash(secret))
                .param("now", at(clock.instant()))
                .query(String.class)
                .optional()
                .map(Role::valueOf);
    }

    /**
     * Uses the link up for an appointment; if that fails, the link works again.
     *
     * @param appoint makes a member of who opened it, and tells the id
     * @return whether it was done: for exactly one caller
     */
    boolean use(String secret, ToLongFunction<Role> appoint) {
        Role role = role(secret).orElse(null);
        if (role == null || !end("used_at", "hash = :which", Secret.hash(secret))) {
            return false;
        }
        long member = appoint.applyAsLong(role);
        sql.sql("update invitation set used_by = ? where hash = ?")
                .params(member, Secret.hash(secret))
                .update();
        access.add(Kind.INVITATION_USED, member, member, Network.here(), role.name());
        return true;
    }

    /** Makes an open invitation useless. Whether it was open. */
    boolean revoke(long id, long by) {
        if (!end("revoked_at", "id = :which", id)) {
            return false;
        }
        log.add(LogNote.by(by, Action.WITHDRAW_INVITATION));
        access.add(Kind.INVITATION_REVOKED, null, by, Network.here(), null);
        return true;
    }

    /** Makes all that somebody has made useless. */
    void revokeAllOf(long member) {
        end("revoked_at", "by_member = :which", member);
    }

    private boolean end(String how, String which, Object value) {
        return sql.sql("update invitation set " + how + " = :now where " + which + " and" + OPEN)
                        .param("which", value)
                        .param("now", at(clock.instant()))
                        .update()
                > 0;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
