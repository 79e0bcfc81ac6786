package org.colloquy.posting;

import org.colloquy.discussion.CommentView.Closed;
import org.jspecify.annotations.Nullable;

/**
 * What stands where the form would, where nobody can write any more.
 *
 * @param address of the discussion
 * @param title of its article, or null for the Open Thread
 * @param answered the number of the comment that was to be answered, or null
 * @param what is closed: {@code thread}, {@code discussion} or {@code open-thread}
 * @param closed by whom, when and why; null where the discussion has fallen asleep
 * @param sentence of the rule that says so; null where a moderator closed it
 * @param openThread whether one can go on in the Open Thread
 */
public record ClosedView(
        String address,
        @Nullable String title,
        @Nullable Integer answered,
        String what,
        @Nullable Closed closed,
        @Nullable String sentence,
        boolean openThread) {}
