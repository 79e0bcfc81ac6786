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
            @Nullable String reason) {
        this.at = at;
        this.memberId = memberId;
        this.action = action;
        this.place = place;
        this.commentNumber = commentNumber;
        this.otherNumber = target.other();
        this.term = target.term();
        this.reason = reason;
    }

    LogLine line() {
        return new LogLine(id, at, handle, action, place, commentNumber, new Target(otherNumber, term), title, reason);
    }
}
