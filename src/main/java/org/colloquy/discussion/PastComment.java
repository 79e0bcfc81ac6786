package org.colloquy.discussion;

import java.time.Instant;
import org.colloquy.discussion.CommentView.State;
import org.jspecify.annotations.Nullable;

/**
 * A comment as those read it who judge it: never shown, as it has not passed {@link Visibility}.
 *
 * @param discussion the id of its discussion
 * @param parent the number of the comment that it answers, or null
 * @param member whose handle it was posted under, or null
 * @param postedAt null where it came with a document that does not tell
 * @param imported whether it came with a document
 * @param read whether everybody could once read it
 */
public record PastComment(
        long id,
        long discussion,
        int number,
        @Nullable Integer parent,
        Speaker speaker,
        @Nullable Long member,
        State state,
        String text,
        @Nullable Instant postedAt,
        boolean imported,
        boolean read) {

    /** Whether everybody reads it. */
    public boolean isVisible() {
        return state == State.VISIBLE;
    }

    /** Whether everybody sees that it is there. */
    public boolean isShown() {
        return Visibility.isShown(state, read);
    }
}
