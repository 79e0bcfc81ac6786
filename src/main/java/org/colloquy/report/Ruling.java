package org.colloquy.report;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides, as it is sent.
 *
 * @param appeal whether it answers the appeals, and not the reports
 * @param kinds which reports it closes
 * @param seen the last report that was read: later ones stay open
 * @param revision how often what is reported had been changed when it was read
 * @param rule that they go by, or null
 * @param reason in their own words; empty where they have none
 * @param kept whether those words are only for moderators and whoever reported it
 */
record Ruling(
        DecisionView.Outcome outcome,
        boolean appeal,
        Set<ReportKind> kinds,
        long seen,
        int revision,
        @Nullable RuleView rule,
        String reason,
        boolean kept) {

    String sentence() {
        return rule == null ? "" : Objects.requireNonNullElse(rule.sentence(), rule.name());
    }

    boolean isConfidential() {
        return kept && !reason.isEmpty();
    }

    /** What everybody may read of why. */
    String forReaders() {
        return Stream.of(sentence(), isConfidential() ? "" : reason)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    LogNote note(long moderator, Action action) {
        return LogNote.by(moderator, action)
                .goingBy(rule == null ? null : rule.key())
                .because(reason.isEmpty() ? null : reason)
                .confidentially(isConfidential());
    }
}
