package org.colloquy.log;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Claimed;
import org.colloquy.log.LogLine.Target;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One act of a moderator; written once, never changed. */
@Entity
@Immutable
@Table(name = "moderation_log")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class LogEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;

    private @Nullable Long memberId;

    @Enumerated(EnumType.STRING)
    private Action action;

    private @Nullable String place;

    private @Nullable Integer commentNumber;

    private @Nullable Integer otherNumber;

    private @Nullable Integer term;

    private @Nullable String reason;

    private @Nullable Long claimId;

    @Formula("(select c.speaker from name_claim c where c.id = claim_id)")
    private @Nullable String claimedName;

    @Formula("(select m.handle from name_claim c join member m on m.id = c.member_id where c.id = claim_id)")
    private @Nullable String claimedBy;

    /** Entries hold ids; names are joined when shown. */
    @Formula("(select m.handle from member m where m.id = member_id)")
    private @Nullable String handle;

    @Formula("(select a.title from article a where place = concat('/articles/', a.slug))")
    private @Nullable String title;

    /** For JPA. */
    LogEntry() {}

    LogEntry(
            Instant at,
            @Nullable Long memberId,
            Action action,
            @Nullable String place,
            @Nullable Integer commentNumber,
            Target target,
            @Nullable Long claimId,
            @Nullable String reason) {
        this.at = at;
        this.memberId = memberId;
        this.action = action;
        this.place = place;
        this.commentNumber = commentNumber;
        this.otherNumber = target.other();
        this.term = target.term();
        this.claimId = claimId;
        this.reason = reason;
    }

    LogLine line() {
        return new LogLine(
                id,
                at,
                handle,
                memberId != null && handle == null,
                action,
                place,
                commentNumber,
                new Target(otherNumber, term),
                title,
                claimId == null ? null : new Claimed(claimedName, claimedBy),
                reason);
    }
}
