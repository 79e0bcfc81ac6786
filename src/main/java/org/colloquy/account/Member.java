package org.colloquy.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import org.colloquy.account.Suspensions.Suspension;
import org.jspecify.annotations.Nullable;

/** Somebody with a handle: a commenter who claimed it by posting, or a moderator. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** Null, like the key, once they have left. */
    private @Nullable String handle;

    /** What its spellings have in common; unique. */
    private @Nullable String handleKey;

    @Enumerated(EnumType.STRING)
    private Role role;

    /** Null for who only holds a handle in a browser. */
    private @Nullable String password;

    private Instant createdAt;

    /** Null until there is one, and for moderators, who have their password. */
    private @Nullable String recoveryHash;

    private @Nullable Instant signedOutAt;

    private @Nullable Instant leftAt;

    private @Nullable Instant suspendedUntil;

    private @Nullable String suspendedReason;

    private long warnedUpTo;
    /** What they sign with as a moderator; null where that is the handle. */
    private @Nullable String deskName;

    /** The random id by which passkeys know them; null until they make one. */
    private @Nullable String passkeyUser;

    /** For JPA. */
    Member() {}

    Member(String handle, String handleKey, Role role, @Nullable String password, Instant createdAt) {
        this.handle = handle;
        this.handleKey = handleKey;
        this.role = role;
        this.password = password;
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    @Nullable
    String handle() {
        return handle;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean hasRecoveryCode() {
        return recoveryHash != null;
    }

    boolean hasLeft() {
        return leftAt != null;
    }

    @Nullable
    Suspension suspension() {
        return suspendedUntil == null
                ? null
                : new Suspension(suspendedUntil, Objects.requireNonNullElse(suspendedReason, ""));
    }

    void suspend(@Nullable Suspension suspension) {
        suspendedUntil = suspension == null ? null : suspension.until();
        suspendedReason = suspension == null ? null : suspension.reason();
    }

    long warnedUpTo() {
        return warnedUpTo;
    }

    void warnedUpTo(long entry) {
        warnedUpTo = Math.max(warnedUpTo, entry);
    }

    /** Anybody may claim the name again. */
    void release() {
        handle = null;
        handleKey = null;
    }

    void rename(String name, String key) {
        handle = name;
        handleKey = key;
    }

    /** Takes away all that could bring them back. What stays is the row that moderators' acts refer to. */
    void leave(Instant now) {
        handle = null;
        handleKey = null;
        role = Role.COMMENTER;
        password = null;
        recoveryHash = null;
        suspendedUntil = null;
        suspendedReason = null;
        deskName = null;
        passkeyUser = null;
        signedOutAt = now;
        leftAt = now;
    }

    Role role() {
        return role;
    }

    void role(Role now) {
        role = now;
    }

    @Nullable
    String deskName() {
        return deskName;
    }

    void deskName(@Nullable String name) {
        deskName = name;
    }

    @Nullable
    String passkeyUser() {
        return passkeyUser;
    }

    void passkeyUser(String id) {
        passkeyUser = id;
    }

    @Nullable
    String password() {
        return password;
    }

    boolean hasSignedOutSince(Instant then) {
        return signedOutAt != null && signedOutAt.isAfter(then);
    }

    void password(String encoded) {
        password = encoded;
    }

    void recoveryHash(String hash) {
        recoveryHash = hash;
    }

    void signedOutEverywhere(Instant now) {
        signedOutAt = now;
    }
}
