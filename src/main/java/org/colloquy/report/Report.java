package org.colloquy.report;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody told moderators about a comment or an article. Not who they are. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Report {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Embedded
    private Subject about;

    private String place;

    /** Of the comment then; null for an article. */
    private @Nullable Integer number;

    /** How often it had been changed when it was reported. */
    private int revision;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    /** Which rule it breaks, in the words of then; else empty. */
    private String rule;

    private String explanation;

    private String quote;

    /** The hash of what its address ends with. */
    private String receipt;

    private Instant at;

    private @Nullable String network;

    private @Nullable String browser;

    private @Nullable String holder;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Decision decision;

    /** For JPA. */
    Report() {}

    Report(Subject about, String place, ReportForm form, Sender sender, String receipt, Instant now) {
        this.about = about;
        this.place = place;
        this.number = form.comment();
        this.revision = form.revision();
        this.kind = Objects.requireNonNull(form.kind());
        this.rule = form.rule();
        this.explanation = form.explanation();
        this.quote = form.quote();
        this.receipt = receipt;
        this.at = now;
        this.network = sender.network();
        this.browser = sender.browser();
        this.holder = sender.holder();
    }

    /** Whether there is anything that tells its sender from others: not so of the comment's author, and after a while. */
    boolean tellsItsSender() {
        return network != null && browser != null;
    }

    /** Whether something says that both come from the same person. */
    boolean isLinkedTo(Report other) {
        return network != null && network.equals(other.network)
                || browser != null && browser.equals(other.browser)
                || holder != null && holder.equals(other.holder);
    }

    /**
     * How many people these come from, as far as that can be told: those that hang together by a network, a browser or a
     * handle come from one, and what does not tell its sender any more from somebody else each.
     */
    static int people(Collection<Report> reports) {
        List<Report> rest = new ArrayList<>(reports);
        int people = 0;
        while (!rest.isEmpty()) {
            List<Report> one = new ArrayList<>(List.of(rest.remove(0)));
            boolean grows = true;
            while (grows) {
                grows = rest.removeIf(report -> one.stream().anyMatch(report::isLinkedTo) && one.add(report));
            }
            people++;
        }
        return people;
    }

    /** Then who sent it is of no use any more. */
    void decide(Decision made) {
        decision = made;
        forgetSender();
    }

    void forgetSender() {
        network = null;
        browser = null;
        holder = null;
    }

    Long id() {
        return id;
    }

    Subject about() {
        return about;
    }

    String place() {
        return place;
    }

    @Nullable
    Integer number() {
        return number;
    }

    int revision() {
        return revision;
    }

    ReportKind kind() {
        return kind;
    }

    String rule() {
        return rule;
    }

    String explanation() {
        return explanation;
    }

    String quote() {
        return quote;
    }

    Instant at() {
        return at;
    }

    @Nullable
    Decision decision() {
        return decision;
    }
}
