package org.colloquy.access;

import java.time.Instant;
import org.colloquy.access.AccessLog.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of access as its page shows it.
 *
 * @param known whether a member is known whom it is about
 * @param who their name, or null where nobody knows, and where they have left
 * @param byAnother whether somebody else did it
 * @param by that other's name, or null where they have left
 * @param network that it came from, or null
 * @param detail more about it, or null
 * @param renamed what they signed with before and after; null where it is about something else, and where they have left
 */
public record AccessLine(
        long id,
        Instant at,
        Kind kind,
        boolean known,
        @Nullable String who,
        boolean byAnother,
        @Nullable String by,
        @Nullable String network,
        @Nullable String detail,
        @Nullable Renamed renamed) {

    /** From one name to another. */
    public record Renamed(String former, String chosen) {}
}
