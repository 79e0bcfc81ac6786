package org.colloquy.reading;

import java.time.Instant;
import java.util.List;
import org.colloquy.discussion.Changes.Piece;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What a comment said before.
 *
 * @param title of its article, or null for the Open Thread
 * @param steps its texts, newest first
 */
public record RevisionsView(CommentView comment, @Nullable String title, List<Step> steps) {

    /**
     * A text that the comment had, or has.
     *
     * @param pieces what of it is the same as before, gone and new
     * @param seen whether everybody could read it
     */
    public record Step(Instant writtenAt, List<Piece> pieces, boolean seen) {}
}
