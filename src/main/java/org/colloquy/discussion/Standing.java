package org.colloquy.discussion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a comment can be read, as moderators left it: enough to put it back.
 *
 * @param revision how often its author had changed it
 * @param waiting whether what it says waits for a moderator
 * @param flagged whether a rule asks for a look
 * @param reported whether a reader has reported it
 * @param offTopic whether a reader finds that it belongs in the Open Thread
 * @param cleared whether a moderator found nothing wrong with it
 * @param rules the keys of those that made it wait, or flagged it
 * @param hiddenBy who hid it, or null
 * @param hiddenAt when, or null
 * @param hiddenReason why, or null
 */
public record Standing(
        int revision,
        boolean waiting,
        boolean flagged,
        boolean reported,
        boolean offTopic,
        boolean cleared,
        String rules,
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
