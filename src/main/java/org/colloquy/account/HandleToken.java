package org.colloquy.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a browser holds a handle with. The secret itself is only in its cookie. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class HandleToken {

    private static final int ID = 16;

    @Id
    private String hash;

    @ManyToOne(fetch = FetchType.EAGER)
    private Member member;

    private Instant createdAt;

    private Instant expiresAt;

    /** Null where it was made before days were kept. */
    private @Nullable LocalDate lastUsed;

    private @Nullable String browser;

    /** For JPA. */
    HandleToken() {}

    HandleToken(
            String hash,
            Member member,
            Instant createdAt,
            Instant expiresAt,
            LocalDate lastUsed,
            @Nullable String browser) {
        this.hash = hash;
        this.member = member;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.lastUsed = lastUsed;
        this.browser = browser;
    }

    Member member() {
        return member;
    }

    boolean wasUsedOn(LocalDate day) {
        return day.equals(lastUsed);
    }

    /** The browser as its owner reads of it. */
    BrowserView view(@Nullable String thisHash) {
        return new BrowserView(id(hash), browser, createdAt, lastUsed, hash.equals(thisHash));
    }

    String hash() {
        return hash;
    }

    /** What tells the browsers of one member apart. */
    static String id(String hash) {
        return hash.substring(0, ID);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
