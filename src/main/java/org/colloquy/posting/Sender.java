package org.colloquy.posting;

import java.time.Duration;
import org.colloquy.account.Network;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who sent a post, and kept nowhere.
 *
 * @param address as the server takes it for the sender's, or null for a post of the past
 * @param trapped whether a field was filled in that people do not see
 * @param took how long the form had been open, or null where that is not known
 */
record Sender(
        @Nullable String address, boolean trapped, @Nullable Duration took) {

    /** Of a post of the past nothing is known any more. */
    static final Sender UNKNOWN = new Sender(null, false, null);

    /** The address, or, as one connection has as many of them as it likes, the network of an IPv6 address. */
    @Nullable
    String network() {
        return address == null ? null : Network.of(address);
    }
}
