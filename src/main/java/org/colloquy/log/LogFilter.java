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
 * @param before the id of the entry that all must be older than; of what was done at once, the first one's
 * @param by the moderator who acted, by id, or null for any
 * @param place the address of the discussion, or null for any
 * @param number of the comment, or null for any; what was done to it where it had another number counts, too
 * @param action what was done, or null for anything
 * @param rule the key of the rule that was gone by or changed, or null for any and none
 */
public record LogFilter(
        long before,
        @Nullable Long by,
        @Nullable String place,
        @Nullable Integer number,
        @Nullable Action action,
        @Nullable String rule) {

    private static final Pattern PLACE = Pattern.compile("/open-thread|/articles/[a-z0-9-]{1,100}");

    /** As the rest of the site's addresses call one. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

    private static final Pattern RULE = Pattern.compile("[A-Z_]{1,40}");

    /**
     * A discussion that can be asked for.
     *
     * @param title of its article, or null for the Open Thread
     */
    public record Place(String address, @Nullable String title) {}

    /** All of one discussion. */
    public static LogFilter at(String place) {
        return new LogFilter(Long.MAX_VALUE, null, place, null, null, null);
    }

    /** As an address asks for them; what it asks wrongly is not asked. */
    public static LogFilter of(Map<String, String> asked) {
        Long before = number(asked.get("before"));
        Long number = number(asked.get("number"));
        return new LogFilter(
                before == null ? Long.MAX_VALUE : before,
                number(asked.get("by")),
                place(asked.getOrDefault("place", "")),
                number == null || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue()),
                action(asked.getOrDefault("action", "")),
                RULE.matcher(asked.getOrDefault("rule", "")).matches() ? asked.get("rule") : null);
    }

    private static @Nullable String place(String typed) {
        if (SLUG.matcher(typed).matches()) {
            return typed.equals("open-thread") ? "/open-thread" : "/articles/" + typed;
        }
        return PLACE.matcher(typed).matches() ? typed : null;
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

    Set<Action> actions() {
        return action == null ? EnumSet.allOf(Action.class) : EnumSet.of(action);
    }

    /** The same, older than that entry. */
    public LogFilter before(long entry) {
        return new LogFilter(entry, by, place, number, action, rule);
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
        return by != null || place != null || number != null || action != null || rule != null;
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
        if (rule != null) {
            address.queryParam("rule", rule);
        }
        return address.encode().toUriString();
    }
}
