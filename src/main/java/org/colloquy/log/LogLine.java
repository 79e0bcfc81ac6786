package org.colloquy.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the moderation log as its page shows it.
 *
 * @param by the moderator's name, or null where the operator acted
 * @param address of the discussion it is about, or null
 * @param number of the comment, or null
 * @param title of the article, or null for the Open Thread, where none is concerned, and where it has gone
 * @param reason why, or null
 */
public record LogLine(
        long id,
        Instant at,
        @Nullable String by,
        Action action,
        @Nullable String address,
        @Nullable Integer number,
        @Nullable String title,
        @Nullable String reason) {

    public enum Action {
        HIDE,
        RESTORE,
        APPROVE,
        /** The effect of a commenting rule was changed. */
        CHANGE_RULE,
        /** Somebody became a moderator. */
        APPOINT
    }
}
