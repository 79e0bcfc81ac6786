package org.colloquy.posting;

import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The form was open for less time than it takes to write anything: most likely a program sent it. */
@Component
@Order(14)
class TooFastRule extends ChangeableRule {

    private static final Limit SECONDS = new Limit("seconds", 3, 1, 60);

    TooFastRule(Phrases phrases) {
        // It may still be somebody who pasted what they had written elsewhere.
        super(Outline.of("TOO_FAST", "form", SECONDS).without(Effect.REFUSE).replayed(Outline.Reach.NOTHING), phrases);
    }

    @Override
    public boolean isForeseeable() {
        return false;
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        // Who mends a letter needs no time for it.
        Duration took = post.edited() != null ? null : post.sender().took();
        boolean tooFast = took != null && took.compareTo(Duration.ofSeconds(setting.limit(SECONDS.name()))) < 0;
        return tooFast ? Optional.of("") : Optional.empty();
    }
}
