package org.colloquy.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it is read by whoever made it and by moderators.
 *
 * @param byAuthor whether it comes from who wrote the comment, and not from who reported it
 * @param against the decision that is not agreed with
 * @param answer what was decided then, or null
 * @param again whether it was answered, and waits again as that was undone
 */
public record AppealView(
        boolean byAuthor,
        String words,
        Instant at,
        DecisionView against,
        @Nullable DecisionView answer,
        boolean again) {

    AppealView forAuthor() {
        return new AppealView(
                byAuthor, words, at, against.forAuthor(), answer == null ? null : answer.forAuthor(), again);
    }
}
