package org.colloquy.posting;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A field that no person meets was filled in. The form comes back with the text and that field empty, so that whoever's
 * browser filled it in by itself need only press the button again.
 */
@Component
@Order(13)
class HoneypotRule extends ChangeableRule {

    HoneypotRule(Phrases phrases) {
        super(Outline.of("HONEYPOT", "form").usually(Effect.REFUSE).replayed(Outline.Reach.NOTHING), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        return post.sender().trapped() ? Optional.of("") : Optional.empty();
    }
}
