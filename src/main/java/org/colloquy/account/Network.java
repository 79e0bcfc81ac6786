package org.colloquy.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** What of an address tells senders apart. */
public final class Network {

    /** The first half of an IPv6 address: the other half is for its holder to choose. */
    private static final int BYTES = 8;

    private Network() {}

    /** The address, or, as one connection has as many of them as it likes, the network of an IPv6 address. */
    public static String of(String address) {
        // Only what has a colon: a name would be looked up.
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
