package org.colloquy.reply;

import java.util.List;

/**
 * An earlier comment that another may answer, for a moderator to confirm or not.
 *
 * @param number the earlier comment's
 * @param reasons what speaks for it, the most telling first; at least one
 */
public record Suggestion(int number, List<Reason> reasons) {
    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** What a reason is about. */
    public enum Kind {
        /** Both comments have these words, which few others have. */
        SHARED_WORDS,
        /** It names the earlier comment's speaker. */
        NAMES,
        /** The two speakers have answered each other before. */
        SPEAKS_TO,
        /** It stands so many comments before: one for the comment directly before. */
        NEAR
    }

    /**
     * @param words of {@link Kind#SHARED_WORDS}, the rarest first, and the name of {@link Kind#NAMES}; else empty
     * @param before of {@link Kind#NEAR}, at least 1; else 0
     */
    public record Reason(Kind kind, List<SharedWord> words, int before) {
        public Reason {
            words = List.copyOf(words);
        }
    }
}
