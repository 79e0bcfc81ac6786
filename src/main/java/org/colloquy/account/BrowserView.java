package org.colloquy.account;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A browser that holds a handle.
 *
 * @param id tells it from the member's others
 * @param name such as "Firefox on Linux", or null where that is not known
 * @param since when it began to hold the handle
 * @param lastUsed the day, in UTC, or null where it was not kept
 * @param here whether it is the one that asks
 */
public record BrowserView(
        String id,
        @Nullable String name,
        Instant since,
        @Nullable LocalDate lastUsed,
        boolean here) {}
