package org.colloquy.moderation;

import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.Closed;
import org.jspecify.annotations.Nullable;

/**
 * What can be closed or opened again.
 *
 * @param address of the discussion
 * @param title of its article, or null for the Open Thread
 * @param closed who closed the whole discussion, when and why, or null
 * @param top what begins the thread, or null where only the discussion is asked about
 * @param typed what a moderator typed, where it did not go
 */
public record ClosingView(
        String address,
        @Nullable String title,
        @Nullable Closed closed,
        @Nullable CommentView top,
        Typed typed) {

    /** The last part of the address. */
    public String slug() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

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
