package org.colloquy.posting;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
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

    /** The first half of an IPv6 address: the other half is for its holder to choose. */
    private static final int NETWORK_BYTES = 8;

    /** The address, or, as one connection has as many of them as it likes, the network of an IPv6 address. */
    @Nullable
    String network() {
        // Only what has a colon: a name would be looked up.
        if (address == null || !address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
