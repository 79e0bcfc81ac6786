package org.colloquy.posting;

import java.util.List;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.Rule.Ruling;

/**
 * What all rules together make of a post.
 *
 * @param effect the gravest of their effects
 * @param objections of those that refuse it, in the rulebook's order
 */
record Verdict(Effect effect, List<Objection> objections) {

    static Verdict of(List<Ruling> rulings) {
        Effect gravest =
                rulings.stream().map(Ruling::effect).max(Effect::compareTo).orElse(Effect.OFF);
        return new Verdict(
                gravest,
                rulings.stream()
                        .filter(ruling -> ruling.effect() == Effect.REFUSE)
                        .map(Ruling::objection)
                        .toList());
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
