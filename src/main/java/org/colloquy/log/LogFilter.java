package org.colloquy.log;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.colloquy.log.LogLine.Action;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are asked for.
 *
 * @param before the id of the entry that all must be older than
 * @param member the moderator who acted, by id, or null for any
 * @param place the address of the discussion, or null for any
 * @param number of the comment, or null for any
 * @param action what was done, or null for anything
 */
public record LogFilter(
        long before,
        @Nullable Long member,
        @Nullable String place,
        @Nullable Integer number,
        @Nullable Action action) {

    public static final LogFilter ALL = new LogFilter(Long.MAX_VALUE, null, null, null, null);

    Set<Action> actions() {
        return action == null ? EnumSet.allOf(Action.class) : EnumSet.of(action);
    }

    static @Nullable Action action(String typed) {
        String wanted = typed.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
