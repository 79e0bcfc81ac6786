package org.colloquy.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What of an address tells senders apart. */
public final class Network {

    /** The first half of an IPv6 address: the other half is for its holder to choose. */
    private static final int BYTES = 8;

    private Network() {}

    /** So much of an IPv6 address says no more than the first half of another. */
    private static final int COARSE_BYTES = 4;

    /**
     * Of strangers: no more than what tells one provider from another, as it is kept for long. An address that is none
     * tells nothing.
     */
    static @Nullable String coarse(String address) {
        String[] parts = address.split("\\.");
        if (!address.contains(":")) {
            return parts.length == 4 ? parts[0] + "." + parts[1] + ".0.0/16" : null;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            // What is mapped from an IPv4 address is one.
            return bytes.length == 4
                    ? (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + ".0.0/16"
                    : HexFormat.of().formatHex(bytes, 0, COARSE_BYTES / 2) + ":"
                            + HexFormat.of().formatHex(bytes, COARSE_BYTES / 2, COARSE_BYTES) + "::/32";
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Of whom the request that is being answered came from; null where there is none. */
    static @Nullable String here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest().getRemoteAddr())
                : null;
    }

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
