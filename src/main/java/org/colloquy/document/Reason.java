package org.colloquy.document;

import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done, as everybody reads it in the log.
 *
 * @param given null where nothing was
 * @param problem the key of what is wrong with it, or null
 */
record Reason(@Nullable String given, @Nullable String problem) {

    private static final int LONGEST = 500;

    static Reason of(String typed) {
        String reason = Characters.onOneLine(typed);
        if (!Characters.canBeKept(typed.strip())) {
            return new Reason(null, "articles.problem.reason-broken");
        }
        if (reason.length() > LONGEST) {
            return new Reason(null, "articles.problem.reason-long");
        }
        return new Reason(reason.isEmpty() ? null : reason, null);
    }
}
