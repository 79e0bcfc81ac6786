package org.colloquy.posting;

import org.jspecify.annotations.Nullable;

/**
 * What is known of who sent a post, and kept nowhere.
 *
 * @param address as the server takes it for the sender's, or null for a post of the past
 */
record Sender(@Nullable String address) {

    /** Of a post of the past nothing is known any more. */
    static final Sender UNKNOWN = new Sender(null);
}
