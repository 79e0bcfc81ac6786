package org.colloquy.moderation;

import java.util.List;
import org.colloquy.log.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act.
 *
 * @param count to how many comments it was done
 * @param entry the first entry of it in the log, to undo it by; null where nothing was done
 * @param since what others did after the moderator had looked; then nothing was done
 * @param edited whether an author has changed a text since the moderator read it; then nothing was done
 * @param own how many were left as they are because the moderator wrote them, and somebody else can decide about them
 */
record Done(int count, @Nullable Long entry, List<LogLine> since, boolean edited, int own) {

    boolean isStale() {
        return edited || !since.isEmpty();
    }
}
