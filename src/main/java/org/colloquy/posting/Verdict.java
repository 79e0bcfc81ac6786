package org.colloquy.posting;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.Rule.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What all rules together make of a post.
 *
 * @param effect the gravest of their effects
 * @param rules the keys of those that have this effect
 * @param objections of those that refuse it, in the rulebook's order
 * @param pause how long to wait before another try, or null
 */
record Verdict(
        Effect effect,
        List<String> rules,
        List<Objection> objections,
        @Nullable Duration pause) {

    static Verdict of(List<Ruling> rulings) {
        Effect gravest =
                rulings.stream().map(Ruling::effect).max(Effect::compareTo).orElse(Effect.OFF);
        return new Verdict(
                gravest,
                rulings.stream()
                        .filter(ruling -> ruling.effect() == gravest)
                        .map(Ruling::rule)
                        .toList(),
                rulings.stream()
                        .filter(ruling -> ruling.effect() == Effect.REFUSE)
                        .map(Ruling::objection)
                        .toList(),
                rulings.stream()
                        .flatMap(ruling -> Stream.ofNullable(ruling.pause()))
                        .max(Duration::compareTo)
                        .orElse(null));
    }

    boolean refuses() {
        return effect == Effect.REFUSE;
    }

    boolean holds() {
        return effect == Effect.HOLD;
    }

    boolean flags() {
        return effect == Effect.FLAG;
    }
}
