package org.colloquy.posting;

import java.time.Duration;
import java.util.Optional;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;

/** A commenting rule: the condition, and what its effect makes of a post that meets it. */
interface Rule {

    /**
     * @return what this rule does to the post; empty where it has nothing to say
     */
    Optional<Ruling> judge(Post post);

    /** Whether a preview may ask it: not where asking is what it counts, or where it judges the sending itself. */
    default boolean isForeseeable() {
        return true;
    }

    /** What is shown of a rule that holds everywhere and that moderators do not change; empty for others. */
    default Optional<RuleView> everywhere() {
        return Optional.empty();
    }

    /**
     * @param rule its key, as moderators and authors are told which one spoke
     * @param effect never {@link Effect#OFF}
     * @param objection what the author reads if it is refused
     * @param pause how long to wait before the same post is worth another try; null where that does not help
     */
    record Ruling(
            String rule,
            Effect effect,
            Objection objection,
            @Nullable Duration pause) {

        Ruling(String rule, Effect effect, Objection objection) {
            this(rule, effect, objection, null);
        }
    }
}
