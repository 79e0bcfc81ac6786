package org.colloquy.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a moderator is signed in.
 *
 * @param id tells it from the member's others
 * @param how they signed in
 * @param browser such as "Firefox on Linux", or null where that is not known
 * @param since when they signed in
 * @param lastUsed to the minute
 * @param here whether it is the one that asks
 */
public record SessionView(String id, How how, @Nullable String browser, Instant since, Instant lastUsed, boolean here) {

    /** What somebody showed to be let in. */
    public enum How {
        PASSWORD,
        PASSKEY
    }
}
