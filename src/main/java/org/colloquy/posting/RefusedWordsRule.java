package org.colloquy.posting;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Words that have no place here. */
@Component
@Order(10)
class RefusedWordsRule extends WordsRule {

    RefusedWordsRule(Phrases phrases) {
        super(Outline.of("REFUSED_WORDS", "text").without(Effect.FLAG, Effect.HOLD), phrases);
    }
}
