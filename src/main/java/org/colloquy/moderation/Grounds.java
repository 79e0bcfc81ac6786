package org.colloquy.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.Reason;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and why.
 *
 * @param moderator the member's id
 * @param rule the key of the rule that they go by, or null
 * @param sentence of that rule, or null
 * @param words their own, or null
 * @param confidential whether their own words are for moderators only
 */
record Grounds(
        long moderator,
        @Nullable String rule,
        @Nullable String sentence,
        @Nullable String words,
        boolean confidential) {

    static Grounds of(long moderator, Reason why) {
        return of(moderator, why, List.of());
    }

    /** @param rules that they could choose from */
    static Grounds of(long moderator, Reason why, Collection<RuleView> rules) {
        String sentence = rules.stream()
                .filter(rule -> rule.key().equals(why.rule()))
                .map(RuleView::sentence)
                .findFirst()
                .orElse(null);
        return new Grounds(moderator, why.rule(), sentence, why.words(), why.confidential());
    }

    /** What everybody may read of them; empty where that is nothing. */
    String forReaders() {
        return Stream.of(sentence, confidential ? null : words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    LogNote note(Action action) {
        return LogNote.by(moderator, action).goingBy(rule).because(words).confidentially(confidential);
    }
}
