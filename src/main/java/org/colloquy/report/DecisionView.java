package org.colloquy.report;

import java.time.Instant;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * A decision as whoever reported it and moderators read it.
 *
 * @param article whether it is about the text of an article, and not a comment
 * @param rule that was gone by, as it read then; empty where there was none
 * @param reason in the moderator's own words; empty where there are none
 * @param confidential whether those words are for nobody else
 * @param by the moderator, or null where they have left
 */
public record DecisionView(
        Outcome outcome,
        boolean article,
        String rule,
        String reason,
        boolean confidential,
        @Nullable String by,
        Instant at) {

    public enum Outcome {
        /** The comment is hidden. */
        HIDDEN,
        /** The comment, or the article, is there to be read as it is. */
        LEFT,
        /** The article is to be corrected or withdrawn. */
        UPHELD,
        /** It was gone before anybody could decide. */
        GONE
    }

    /** The key of the message that says the outcome. */
    public String message() {
        return (article ? "receipt.outcome.article." : "receipt.outcome.") + outcome;
    }

    /**
     * Whether it is still so.
     *
     * @param comment as it is now, or null where it is gone, and for an article
     * @param there whether the article is still here
     */
    boolean stands(@Nullable CommentView comment, boolean there) {
        return switch (outcome) {
            case HIDDEN -> comment == null || comment.hidden();
            case LEFT -> article ? there : comment != null && comment.tombstone() == null;
            case UPHELD, GONE -> true;
        };
    }

    /** Without the words that are for nobody else: as whoever wrote the comment reads it. */
    DecisionView forAuthor() {
        return confidential ? new DecisionView(outcome, article, rule, "", true, by, at) : this;
    }
}
