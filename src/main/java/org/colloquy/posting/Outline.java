package org.colloquy.posting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.Notice.Clause;
import org.jspecify.annotations.Nullable;

/**
 * What there is to choose about a rule.
 *
 * @param key what rows and messages call it
 * @param field of the form that it is about: {@code name}, {@code text} or {@code form}
 * @param usual its effect where nobody chose
 * @param effects that it may have
 * @param limits the numbers that it turns on, in the order in which its sentence names them
 * @param listsWords whether it has a list of words
 * @param clause what a notice says to put it in force, or null
 */
record Outline(
        String key,
        String field,
        Effect usual,
        List<Effect> effects,
        List<Limit> limits,
        boolean listsWords,
        @Nullable Clause clause) {

    /** A rule that nobody has stated is off, and may be given any effect. */
    static Outline of(String key, String field, Limit... limits) {
        return new Outline(key, field, Effect.OFF, List.of(Effect.values()), List.of(limits), false, null);
    }

    /** The same without some effects: what would be unkind, or could never be mended by who is refused. */
    Outline without(Effect... never) {
        List<Effect> left = Stream.of(Effect.values())
                .filter(effect -> !Arrays.asList(never).contains(effect))
                .toList();
        return new Outline(key, field, usual, left, limits, listsWords, clause);
    }

    Outline usually(Effect effect) {
        return new Outline(key, field, effect, effects, limits, listsWords, clause);
    }

    Outline withWords() {
        return new Outline(key, field, usual, effects, limits, true, clause);
    }

    Outline saidBy(Clause said) {
        return new Outline(key, field, usual, effects, limits, listsWords, said);
    }

    /** The rule with that effect and its usual limits. */
    Setting with(Effect effect, @Nullable String sentence, Setting.Origin origin) {
        return new Setting(
                effect,
                sentence,
                limits.stream().collect(Collectors.toMap(Limit::name, Limit::usual)),
                WordList.NONE,
                origin);
    }
}
