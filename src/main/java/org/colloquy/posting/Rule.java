package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.posting.FormView.Objection;

/** A commenting rule: the condition, and what its effect makes of a post that meets it. */
interface Rule {

    /**
     * @return what this rule does to the post; empty where it has nothing to say
     */
    Optional<Ruling> judge(Post post);

    /**
     * @param effect never {@link Effect#OFF}
     * @param objection what the author reads if it is refused
     */
    record Ruling(Effect effect, Objection objection) {}
}
