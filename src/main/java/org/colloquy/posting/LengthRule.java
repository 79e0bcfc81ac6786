package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.posting.FormView.Room;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Not too short, not too long for this place; what the server can bear is for {@link TextRule} to say. */
@Component
@Order(4)
class LengthRule extends ChangeableRule {

    private static final Limit LEAST = new Limit("least", 2, 0, 1_000);
    private static final Limit MOST = new Limit("most", 4_000, 1, TextRule.MOST_BYTES);

    LengthRule(Phrases phrases) {
        super(Outline.of("LENGTH", "text", LEAST, MOST).replayed(Outline.Reach.TEXTS), phrases);
    }

    /** How much may be written where these rules hold. */
    Room room(Settings rules) {
        Setting setting = rules.of(this);
        return setting.effect() == Effect.REFUSE
                ? new Room(TextRule.MOST_BYTES, setting.limit(LEAST.name()), setting.limit(MOST.name()))
                : new Room(TextRule.MOST_BYTES, null, null);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        int length = post.text().codePointCount(0, post.text().length());
        boolean fits = length >= setting.limit(LEAST.name()) && length <= setting.limit(MOST.name());
        return fits ? Optional.empty() : Optional.of(String.valueOf(length));
    }
}
