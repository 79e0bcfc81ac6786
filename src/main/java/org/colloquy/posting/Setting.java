package org.colloquy.posting;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands in one discussion.
 *
 * @param sentence as the notice or a moderator has it; null for the built-in words
 * @param limits by name
 * @param origin who said so
 */
record Setting(Effect effect, @Nullable String sentence, Map<String, Integer> limits, WordList words, Origin origin) {

    /** The nearer goes before the farther. */
    public enum Origin {
        /** A moderator, for this discussion. */
        HERE,
        /** The discussion's notice. */
        NOTICE,
        /** A moderator, for the whole site. */
        SITE,
        /** Nobody. */
        BUILT_IN
    }

    int limit(String name) {
        return Objects.requireNonNull(limits.get(name), name);
    }
}
