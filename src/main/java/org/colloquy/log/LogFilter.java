package org.colloquy.log;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.log.LogLine.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries of the log are asked for.
 *
 * @param before the id of the entry that all must be older than
 * @param by the moderator who acted, by id, or null for any
 * @param place the address of the discussion, or null for any
 * @param number of the comment, or null for any
 * @param action what was done, or null for anything
 */
public record LogFilter(
        long before,
        @Nullable Long by,
        @Nullable String place,
        @Nullable Integer number,
        @Nullable Action action) {

    private static final Pattern PLACE = Pattern.compile("/open-thread|/articles/[a-z0-9-]{1,100}");

    /** As an address asks for them; what it asks wrongly is not asked. */
    public static LogFilter of(Map<String, String> asked) {
        Long before = number(asked.get("before"));
        Long number = number(asked.get("number"));
        String place = asked.getOrDefault("place", "");
        return new LogFilter(
                before == null ? Long.MAX_VALUE : before,
                number(asked.get("by")),
                PLACE.matcher(place).matches() ? place : null,
                number == null || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue()),
                action(asked.getOrDefault("action", "")));
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    private static @Nullable Action action(String typed) {
        return Arrays.stream(Action.values())
                .filter(action -> action.slug().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** What addresses call the action, or null for anything. */
    public @Nullable String actionSlug() {
        return action == null ? null : action.slug();
    }

    Set<Action> actions() {
        return action == null ? EnumSet.allOf(Action.class) : EnumSet.of(action);
    }

    /** The same, older than that entry. */
    public LogFilter before(long entry) {
        return new LogFilter(entry, by, place, number, action);
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return by != null || place != null || number != null || action != null;
    }

    public String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (before != Long.MAX_VALUE) {
            address.queryParam("before", before);
        }
        if (by != null) {
            address.queryParam("by", by);
        }
        if (place != null) {
            address.queryParam("place", place);
        }
        if (number != null) {
            address.queryParam("number", number);
        }
        if (action != null) {
            address.queryParam("action", action.slug());
        }
        return address.encode().toUriString();
    }
}
