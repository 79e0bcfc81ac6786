package org.colloquy.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that they are who speaks in a document, as they and moderators read it.
 *
 * @param handle of who says so, or null where they have left
 * @param speaker the name in the document, or null where it was withdrawn
 * @param address of the discussion
 * @param title of its article, or null
 * @param proof how it can be shown, in their words; for nobody else
 * @param reason of the decision, or null
 * @param usable whether they may take the name for their own
 * @param formerHandle what they were called before they did, or null
 */
public record ClaimView(
        long id,
        @Nullable String handle,
        @Nullable String speaker,
        String address,
        @Nullable String title,
        String proof,
        State state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        boolean usable,
        @Nullable String formerHandle) {

    public enum State {
        OPEN,
        GIVEN,
        REFUSED,
        /** Given, and taken back later. */
        TAKEN_BACK,
        /** Who asked has left. */
        ENDED
    }
}
