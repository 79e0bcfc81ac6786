package org.colloquy.discussion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a comment can be read, as moderators left it: enough to put it back.
 *
 * @param waiting whether what it says waits for a moderator
 * @param flagged whether a rule asks for a look
 * @param cleared whether a moderator found nothing wrong with it
 * @param hiddenBy who hid it, or null
 * @param hiddenAt when, or null
 * @param hiddenReason why, or null
 */
public record Standing(
        boolean waiting,
        boolean flagged,
        boolean cleared,
        @Nullable Long hiddenBy,
        @Nullable Instant hiddenAt,
        @Nullable String hiddenReason) {

    /**
     * A comment that was changed.
     *
     * @param comment as it is now
     * @param before how it stood until then
     */
    public record Changed(CommentView comment, Standing before) {}
}
