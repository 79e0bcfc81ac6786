package org.colloquy.report;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.Reason;
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
 * @param why with that rule; confidential words are only for moderators and whoever reported it
 */
record Ruling(
        DecisionView.Outcome outcome,
        boolean appeal,
        Set<ReportKind> kinds,
        long seen,
        int revision,
        @Nullable RuleView rule,
        Reason why) {

    String sentence() {
        return rule == null ? "" : rule.sentence();
    }

    /** In their own words; empty where they have none. */
    String reason() {
        return Objects.requireNonNullElse(why.words(), "");
    }

    /** What everybody may read of why. */
    String forReaders() {
        return Stream.of(sentence(), why.confidential() ? "" : reason())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    LogNote note(long moderator, Action action) {
        return LogNote.by(moderator, action)
                .goingBy(why.rule())
                .because(why.words())
                .confidentially(why.confidential());
    }
}
