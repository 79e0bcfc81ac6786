package org.colloquy.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to place a comment.
 *
 * @param comment as it is now, or null where nothing was done
 * @param formerTerm the ceasefire term that it was about before, or null
 * @param before where it stood, or null where there is no such comment
 */
public record Placing(
        Outcome outcome,
        @Nullable CommentView comment,
        @Nullable Integer formerTerm,
        @Nullable Position before) {

    public enum Outcome {
        DONE,
        /** It stood there already. */
        UNCHANGED,
        /** There is no such comment, or none that can stand in a thread. */
        NOT_THERE,
        /** Its article has no such ceasefire term. */
        NO_TERM,
        /** It is the comment itself. */
        ITSELF,
        /** Nobody answers what has not been said yet. */
        LATER,
        /** It would answer itself, or something that descends from it. */
        CIRCLE
    }

    static Placing of(Outcome outcome) {
        return new Placing(outcome, null, null, null);
    }

    public boolean done() {
        return outcome == Outcome.DONE;
    }
}
