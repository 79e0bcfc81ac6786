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
import org.colloquy.log.LogLine.Who;
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

    private @Nullable Long commentId;

    private @Nullable Integer commentNumber;

    private @Nullable Integer otherNumber;

    private @Nullable Integer term;

    private @Nullable Long subjectId;

    private @Nullable String rule;

    private @Nullable String reason;

    private boolean confidential;

    private @Nullable Instant lastsUntil;

    private @Nullable Long nameClaimId;

    private @Nullable Long undoes;

    private @Nullable Long together;

    @Formula("(select c.speaker from name_claim c where c.id = name_claim_id)")
    private @Nullable String claimedName;

    @Formula("(select m.handle from name_claim c join member m on m.id = c.member_id where c.id = name_claim_id)")
    private @Nullable String claimedBy;

    /** Entries hold ids; names are joined when shown. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = member_id)")
    private @Nullable String handle;

    private static final String OF_AN_ERASED_COMMENT = "action <> 'ERASE' and exists (select 1 from comment x"
            + " where x.id = comment_id and x.erased_at is not null)";

    /** Entries are never changed: what they tell of a comment that was erased since, or repeat of it, is left out wherever they are read. */
    @Formula("(case when reason is not null and (" + OF_AN_ERASED_COMMENT
            + " or exists (select 1 from erased_reason r where r.log_id = id)) then '" + LogLine.REMOVED
            + "' else reason end)")
    private @Nullable String toldReason;

    /** Whom such an entry is about is most likely who wrote it. */
    @Formula("(case when " + OF_AN_ERASED_COMMENT + " then null else subject_id end)")
    private @Nullable Long toldSubjectId;

    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = subject_id)")
    private @Nullable String subject;

    @Formula("(select a.title from article a where place = concat('/articles/', a.slug) and a.withdrawn_at is null)")
    private @Nullable String title;

    /** The entry that undid it. */
    @Formula("(select u.id from moderation_log u where u.undoes = id)")
    private @Nullable Long undone;

    @Enumerated(EnumType.STRING)
    @Formula("(select u.action from moderation_log u where u.id = undoes)")
    private @Nullable Action undoneAction;

    /** For JPA. */
    LogEntry() {}

    LogEntry(Instant at, LogNote note) {
        this.at = at;
        this.memberId = note.member;
        this.action = note.action;
        this.place = note.place;
        this.commentId = note.comment;
        this.commentNumber = note.number;
        this.otherNumber = note.target.other();
        this.term = note.target.term();
        this.nameClaimId = note.claim;
        this.subjectId = note.subject;
        this.rule = note.rule;
        this.reason = note.reason;
        this.confidential = note.confidential;
        this.lastsUntil = note.until;
        this.undoes = note.undoes;
        this.together = note.together;
    }

    Long id() {
        return id;
    }

    LogLine.Thing thing() {
        return line().thing(subjectId);
    }

    LogLine line() {
        return new LogLine(
                id,
                at,
                who(memberId, handle),
                action,
                place,
                commentId,
                commentNumber,
                new Target(otherNumber, term),
                title,
                nameClaimId == null ? null : new Claimed(claimedName, claimedBy),
                who(toldSubjectId, subject),
                rule,
                toldReason,
                confidential,
                lastsUntil,
                undoneAction,
                undoes,
                undone,
                together);
    }

    private static @Nullable Who who(@Nullable Long member, @Nullable String name) {
        return member == null ? null : new Who(member, name);
    }
}
