package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where passkeys work. A passkey belongs to the name of a site, for good, and a browser gives it to no other: so that
 * name is the operator's to say, and is not taken from what a request claims. On the machine itself there is only one.
 *
 * @param host the name that passkeys belong to, or empty where they cannot be had
 * @param origin where they work, such as {@code https://colloquy.example.org}; empty likewise
 * @param obstacle why they cannot be had, or null
 */
record PasskeyPlace(String host, String origin, @Nullable Obstacle obstacle) {

    enum Obstacle {
        /** The operator has not said what the site is called. */
        UNSET,
        /** Browsers have passkeys only where nobody can listen. */
        INSECURE,
        /** Nor do they belong to a number. */
        NUMBER
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9.]+|.*:.*");

    static PasskeyPlace of(@Nullable URI url, HttpServletRequest request) {
        if (url != null && url.getHost() != null) {
            return of(url.getScheme(), url.getHost(), url.getPort());
        }
        return isLocal(request.getServerName())
                ? of(request.getScheme(), request.getServerName(), request.getServerPort())
                : new PasskeyPlace("", "", Obstacle.UNSET);
    }

    private static PasskeyPlace of(String scheme, String host, int port) {
        if (NUMBER.matcher(host).matches()) {
            return new PasskeyPlace("", "", Obstacle.NUMBER);
        }
        if (!scheme.equals("https") && !isLocal(host)) {
            return new PasskeyPlace("", "", Obstacle.INSECURE);
        }
        boolean told = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return new PasskeyPlace(host, scheme + "://" + host + (told ? "" : ":" + port), null);
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost");
    }

    boolean works() {
        return obstacle == null;
    }
}
