package org.colloquy.posting;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words that make a moderator look. */
@Component
@Order(9)
class HeldWordsRule extends WordsRule {

    HeldWordsRule(Phrases phrases) {
        super(Outline.of("HELD_WORDS", "text").without(Effect.REFUSE), phrases);
    }
}
