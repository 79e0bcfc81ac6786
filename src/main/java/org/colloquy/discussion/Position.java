package org.colloquy.discussion;

import org.colloquy.reply.Evidence;
import org.colloquy.reply.Grade;
import org.jspecify.annotations.Nullable;

/**
 * What a comment answers and is about, and what is known of why: enough to put it back. Comments by their ids.
 *
 * @param found where it stood before anybody placed it; none of it where nobody did
 */
public record Position(
        @Nullable Long parent,
        @Nullable Evidence evidence,
        @Nullable Grade grade,
        Found found,
        @Nullable Integer term) {

    public record Found(
            @Nullable Long parent,
            @Nullable Evidence evidence,
            @Nullable Grade grade) {}
}
