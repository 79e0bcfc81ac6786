package org.colloquy.moderation;

import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.jspecify.annotations.Nullable;

/**
 * What can be closed or opened again.
 *
 * @param top what begins the thread, or null where only the discussion is asked about
 * @param typed what a moderator typed, where it did not go
 */
public record ClosingView(Discussion place, @Nullable CommentView top, Typed typed) {

    /**
     * @param thread whether it was about the thread, and not about the whole discussion
     * @param problem what is wrong, or null
     * @param field whether it is wrong with the reason
     */
    public record Typed(
            boolean thread, String reason, @Nullable String problem, boolean field) {
        static final Typed NOTHING = new Typed(false, "", null, false);
    }
}
