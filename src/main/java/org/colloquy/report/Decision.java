package org.colloquy.report;

import jakarta.persistence.Embedded;
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

/** What a moderator decided about what was reported, and why. Never changed: who thinks better decides anew. */
@Entity
@Immutable
@Table(name = "report_decision")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Decision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Embedded
    private Subject about;

    @Enumerated(EnumType.STRING)
    private DecisionView.Outcome outcome;

    /** The rule that they went by, as it read then; else empty. */
    private String rule;

    private String reason;

    private boolean confidential;

    private Long memberId;

    private Instant at;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = member_id)")
    private @Nullable String handle;

    /** For JPA. */
    Decision() {}

    private Decision(
            Subject about,
            DecisionView.Outcome outcome,
            String rule,
            String reason,
            boolean confidential,
            long memberId,
            Instant now) {
        this.about = about;
        this.outcome = outcome;
        this.rule = rule;
        this.reason = reason;
        this.confidential = confidential;
        this.memberId = memberId;
        this.at = now;
    }

    Decision(Subject about, Ruling ruling, long memberId, Instant now) {
        this(
                about,
                ruling.outcome(),
                ruling.sentence(),
                ruling.reason(),
                ruling.why().confidential(),
                memberId,
                now);
    }

    /** That a comment was hidden without a report, as the log has it. */
    static Decision hidden(long commentId, String reason, LogLine.Who by, Instant at) {
        Decision decision =
                new Decision(Subject.comment(commentId), DecisionView.Outcome.HIDDEN, "", reason, false, by.id(), at);
        decision.handle = by.name();
        return decision;
    }

    /** Whether it was written down. */
    boolean isKept() {
        return id != null;
    }

    Subject about() {
        return about;
    }

    long member() {
        return memberId;
    }

    Instant at() {
        return at;
    }

    DecisionView view() {
        return new DecisionView(outcome, !about.isComment(), rule, reason, confidential, handle, at);
    }
}
