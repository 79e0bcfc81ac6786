package org.colloquy.discussion;

import java.time.Instant;
import org.colloquy.reply.Evidence;
import org.colloquy.reply.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Where a comment stands: all that belongs to its number in a discussion, and not to what it says. When a comment is
 * moved, another row takes its seat.
 *
 * @param documentNumber what the document calls this seat, or null where it has none
 * @param foundParent where it stood before a moderator placed it
 */
record Seat(
        Discussion discussion,
        int number,
        @Nullable Integer documentNumber,
        @Nullable Comment parent,
        @Nullable Evidence evidence,
        @Nullable Grade grade,
        @Nullable Comment foundParent,
        @Nullable Evidence foundEvidence,
        @Nullable Grade foundGrade,
        @Nullable Integer term,
        @Nullable Closure closure) {

    /** That nobody may answer there any more. */
    record Closure(@Nullable Long by, Instant at, String reason) {}

    /** A seat in a discussion where the comment has never been: nobody knows there what it was about. */
    static Seat empty(Discussion discussion, int number) {
        return new Seat(discussion, number, null, null, null, null, null, null, null, null, null);
    }
}
