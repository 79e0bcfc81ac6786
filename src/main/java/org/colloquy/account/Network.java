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
