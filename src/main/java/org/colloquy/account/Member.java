package org.colloquy.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody with a handle: a commenter who claimed it by posting, or a moderator. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String handle;

    /** What its spellings have in common; unique. */
    private String handleKey;

    @Enumerated(EnumType.STRING)
    private Role role;

    /** Null for who only holds a handle in a browser. */
    private @Nullable String password;

    private Instant createdAt;

    /** Null until there is one, and for moderators, who have their password. */
    private @Nullable String recoveryHash;

    private @Nullable Instant signedOutAt;

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

    String handle() {
        return handle;
    }

    Role role() {
        return role;
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
