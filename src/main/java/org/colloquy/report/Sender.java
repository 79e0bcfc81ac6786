package org.colloquy.report;

import org.jspecify.annotations.Nullable;

/**
 * What tells two people who report one thing apart. It tells nothing about anybody, and nothing across two things.
 *
 * @param network a keyed hash of where it came from; null for the comment's author, who never counts
 * @param browser a keyed hash of the browser's cookie; null likewise
 * @param holder a keyed hash of whose handle the browser holds, or null
 */
record Sender(
        @Nullable String network,
        @Nullable String browser,
        @Nullable String holder) {

    static final Sender NOBODY = new Sender(null, null, null);
}
