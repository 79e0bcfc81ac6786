package org.colloquy.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** What a browser holds a handle with. The secret itself is only in its cookie. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class HandleToken {

    @Id
    private String hash;

    @ManyToOne(fetch = FetchType.EAGER)
    private Member member;

    private Instant createdAt;

    private Instant expiresAt;

    /** For JPA. */
    HandleToken() {}

    HandleToken(String hash, Member member, Instant createdAt, Instant expiresAt) {
        this.hash = hash;
        this.member = member;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    Member member() {
        return member;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
