package org.colloquy.report;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody does not agree with a decision: who reported it, or who wrote the comment. */
@Entity
@Table(name = "report_appeal")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Appeal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Decision decision;

    @Embedded
    private Subject about;

    /** Null where the comment's author appeals. */
    private @Nullable Long reportId;

    private String words;

    private Instant at;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Decision answer;

    /** For JPA. */
    Appeal() {}

    Appeal(Decision decision, @Nullable Long reportId, String words, Instant now) {
        this.decision = decision;
        this.about = decision.about();
        this.reportId = reportId;
        this.words = words;
        this.at = now;
    }

    void answer(Decision made) {
        answer = made;
    }

    /** What answered it was undone. */
    void reopen() {
        answer = null;
    }

    long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    Decision decision() {
        return decision;
    }

    Subject about() {
        return about;
    }

    @Nullable
    Decision answer() {
        return answer;
    }

    /** @param undone when that was decided last about the same that was undone, or null */
    AppealView view(@Nullable Instant undone) {
        return new AppealView(
                reportId == null,
                words,
                at,
                decision.view(),
                answer == null ? null : answer.view(),
                answer == null && undone != null && !undone.isBefore(at));
    }
}
