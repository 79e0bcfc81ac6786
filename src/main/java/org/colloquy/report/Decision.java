package org.colloquy.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.colloquy.log.LogLine;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a moderator decided about a comment that was reported, and why. Never changed: who thinks better decides anew. */
@Entity
@Immutable
@Table(name = "report_decision")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long commentId;

    @Enumerated(EnumType.STRING)
    private DecisionView.Outcome outcome;

    private String reason;

    private Long memberId;

    private Instant at;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = member_id)")
    private @Nullable String handle;

    /** For JPA. */
    Decision() {}

    Decision(long commentId, DecisionView.Outcome outcome, String reason, long memberId, Instant now) {
        this.commentId = commentId;
        this.outcome = outcome;
        this.reason = reason;
        this.memberId = memberId;
        this.at = now;
    }

    /** That a comment was hidden without a report, as the log has it. */
    static Decision hidden(long commentId, String reason, LogLine.Who by, Instant at) {
        Decision decision = new Decision(commentId, DecisionView.Outcome.HIDDEN, reason, by.id(), at);
        decision.handle = by.name();
        return decision;
    }

    /** Whether it was written down. */
    boolean isKept() {
        return id != null;
    }

    long comment() {
        return commentId;
    }

    long member() {
        return memberId;
    }

    Instant at() {
        return at;
    }

    DecisionView view() {
        return new DecisionView(outcome, reason, handle, at);
    }
}
