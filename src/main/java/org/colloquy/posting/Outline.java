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
 * @param reach what of the past it can judge
 */
record Outline(
        String key,
        String field,
        Effect usual,
        List<Effect> effects,
        List<Limit> limits,
        boolean listsWords,
        @Nullable Clause clause,
        Reach reach) {

    /** What of the past a rule can judge as it judges now. */
    enum Reach {
        /** Every comment, imported ones with it: the text tells all. */
        TEXTS,
        /** What was posted here: it asks for whom, when or where. */
        POSTS,
        /** Nothing: what it looks at is not kept. */
        NOTHING
    }

    /** A rule that nobody has stated is off, and may be given any effect. */
    static Outline of(String key, String field, Limit... limits) {
        return new Outline(key, field, Effect.OFF, List.of(Effect.values()), List.of(limits), false, null, Reach.POSTS);
    }

    /** The same without some effects: what would be unkind, or could never be mended by who is refused. */
    Outline without(Effect... never) {
        List<Effect> left = Stream.of(Effect.values())
                .filter(effect -> !Arrays.asList(never).contains(effect))
                .toList();
        return new Outline(key, field, usual, left, limits, listsWords, clause, reach);
    }

    Outline usually(Effect effect) {
        return new Outline(key, field, effect, effects, limits, listsWords, clause, reach);
    }

    Outline withWords() {
        return new Outline(key, field, usual, effects, limits, true, clause, reach);
    }

    Outline saidBy(Clause said) {
        return new Outline(key, field, usual, effects, limits, listsWords, said, reach);
    }

    Outline replayed(Reach other) {
        return new Outline(key, field, usual, effects, limits, listsWords, clause, other);
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
