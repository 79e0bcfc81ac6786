package org.colloquy.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as everybody reads it whom it concerns.
 *
 * @param by the moderator, or null where they have left
 */
public record DecisionView(
        Outcome outcome, String reason, @Nullable String by, Instant at) {

    public enum Outcome {
        /** The comment is hidden. */
        HIDDEN,
        /** The comment is there to be read. */
        LEFT,
        /** The comment was gone before anybody could decide. */
        GONE
    }
}
