package org.colloquy.moderation;

import java.util.List;
import org.colloquy.discussion.Moving.Preview;
import org.jspecify.annotations.Nullable;

/**
 * A move before it is done.
 *
 * @param branch whether what descends from the comment is to go along
 * @param reason as typed so far
 * @param reasons to choose from
 * @param problem what is wrong with the reason, or null
 */
public record MovingView(
        Preview preview,
        boolean branch,
        String reason,
        List<String> reasons,
        @Nullable String problem) {

    /** Whether it can be done. */
    public boolean open() {
        return preview.outcome() == org.colloquy.discussion.Moving.Outcome.DONE;
    }

    /** The page that asks for it, and what it sends to. */
    public String address() {
        return preview.back() ? "/moderation/move/back" : "/moderation/move";
    }
}
