package org.colloquy.report;

import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to report.
 *
 * @param comment null where it is the article's text
 */
record Reported(Discussion place, @Nullable CommentView comment) {

    int revision() {
        return comment != null
                ? comment.revision()
                : place.article() == null ? 0 : place.article().revision();
    }

    /** What everybody reads can be reported, and by its author what only they read cannot. */
    boolean isReportable() {
        return comment == null || comment.state() == State.VISIBLE && comment.readable();
    }

    boolean isMovable() {
        return comment != null && !comment.address().equals(Discussion.OPEN_THREAD);
    }
}
