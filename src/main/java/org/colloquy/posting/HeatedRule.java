package org.colloquy.posting;

import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A thread in which people answer faster than they can read. */
@Component
@Order(11)
class HeatedRule extends ChangeableRule {

    /** A day: what is slower is no heat. */
    static final int MOST_MINUTES = 1_440;

    private static final Limit REPLIES = new Limit("replies", 20, 1, 1_000);
    private static final Limit MINUTES = new Limit("minutes", 10, 1, MOST_MINUTES);

    HeatedRule(Phrases phrases) {
        // Whose reply is refused cannot mend it, and would lose what they had to say.
        super(Outline.of("HEATED", "form", REPLIES, MINUTES).without(Effect.REFUSE), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        Integer parent = post.parent();
        Duration within = Duration.ofMinutes(setting.limit(MINUTES.name()));
        boolean heated = parent != null
                && post.moment()
                        .past()
                        .isHeated(
                                parent,
                                setting.limit(REPLIES.name()),
                                post.moment().at().minus(within));
        return heated ? Optional.of("") : Optional.empty();
    }
}
