package org.colloquy.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the moderation log as its page shows it.
 *
 * @param by the moderator's name, or null where the operator acted, and where they have left
 * @param left whether that moderator has left
 * @param address of the discussion it is about, or null
 * @param number of the comment, or null
 * @param target where it went
 * @param title of the article, or null for the Open Thread, where none is concerned, and where it has gone
 * @param claimed which name of a document it was about, or null
 * @param reason why, or null
 */
public record LogLine(
        long id,
        Instant at,
        @Nullable String by,
        boolean left,
        Action action,
        @Nullable String address,
        @Nullable Integer number,
        Target target,
        @Nullable String title,
        @Nullable Claimed claimed,
        @Nullable String reason) {

    /**
     * Who says that they are who speaks in a document.
     *
     * @param name there, or null where it was withdrawn
     * @param handle here, or null where they have left
     */
    public record Claimed(@Nullable String name, @Nullable String handle) {}

    /**
     * Where a comment was placed, or was said not to belong.
     *
     * @param other the number of the comment that it answers, or null
     * @param term the number of the ceasefire term that it is about, or null
     */
    public record Target(@Nullable Integer other, @Nullable Integer term) {
        public static final Target NONE = new Target(null, null);
    }

    public enum Action {
        HIDE,
        RESTORE,
        APPROVE,
        /** Placed under another comment, or about a term. */
        ATTACH,
        /** Made the beginning of a thread, or about no term. */
        DETACH,
        /** Put back where it stood before anybody placed it. */
        PUT_BACK,
        /** A suggestion where it might belong was refused. */
        REFUSE,
        /** A commenting rule was changed. */
        CHANGE_RULE,
        /** Confirmed that a member is who speaks under a name in a document. */
        GIVE_NAME,
        /** Did not confirm it. */
        REFUSE_NAME,
        /** Took the confirmation back. */
        TAKE_BACK_NAME,
        /** Somebody became a moderator. */
        APPOINT
    }
}
