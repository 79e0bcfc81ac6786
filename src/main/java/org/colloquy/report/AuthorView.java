package org.colloquy.report;

import java.time.Instant;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads whose comment a moderator hid.
 *
 * @param title of the article, or null for the Open Thread
 * @param decision to hide it
 * @param appeal theirs, or null
 * @param changed whether what was decided last does not stand any more
 * @param until until when they may appeal; null where they cannot any more
 */
public record AuthorView(
        CommentView comment,
        @Nullable String title,
        DecisionView decision,
        @Nullable AppealView appeal,
        boolean changed,
        @Nullable Instant until) {}
