package org.colloquy.log;

import java.util.Collection;
import java.util.List;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody acts, as they say it, and whether that will do.
 *
 * @param rule the key of the rule that they go by, or null
 * @param words their own, or null
 * @param confidential whether their own words are for moderators only
 * @param problem why it will not do, or null
 */
public record Reason(
        @Nullable String rule,
        @Nullable String words,
        boolean confidential,
        @Nullable Problem problem) {

    /** It stands in the log, and on tombstones after the rule. */
    public static final int LONGEST = 500;

    public enum Problem {
        NO_SUCH_RULE,
        NONE,
        BROKEN,
        LONG,
        /** Nobody but moderators could read why. */
        CONFIDENTIAL;

        /** The key of the sentence that says so; it takes {@link #LONGEST}. */
        public String message() {
            return "reason.problem." + name();
        }

        /** Whether it is the rule that has to be mended, and not the words. */
        public boolean isOfRule() {
            return this == NO_SUCH_RULE || this == CONFIDENTIAL;
        }
    }

    /** Who has to get one. */
    public enum Need {
        /** Nobody: it can be left out. */
        NOBODY,
        /** Whoever it is about. */
        THEM,
        /** Everybody, if only by its rule. */
        ALL
    }

    /** In words alone, where it can be left out. */
    public static Reason optional(String typed) {
        return of(typed, "", List.of(), false, Need.NOBODY);
    }

    /** In words alone, where it cannot. */
    public static Reason needed(String typed) {
        return of(typed, "", List.of(), false, Need.THEM);
    }

    /**
     * @param typed their own words
     * @param rule the key of the rule that was chosen, or empty
     * @param known the keys of all that can be; none where rules are for something else
     */
    public static Reason of(String typed, String rule, Collection<String> known, boolean confidential, Need need) {
        String words = typed.strip();
        return new Reason(
                known.contains(rule) ? rule : null,
                words.isEmpty() ? null : words,
                confidential && !words.isEmpty(),
                problem(words, rule, known, confidential, need));
    }

    private static @Nullable Problem problem(
            String words, String rule, Collection<String> known, boolean confidential, Need need) {
        if (!rule.isEmpty() && !known.contains(rule)) {
            return Problem.NO_SUCH_RULE;
        }
        if (need != Need.NOBODY && words.isEmpty() && rule.isEmpty()) {
            return Problem.NONE;
        }
        if (!Characters.canBeKept(words)) {
            return Problem.BROKEN;
        }
        if (words.length() > LONGEST) {
            return Problem.LONG;
        }
        boolean unsaid = need == Need.ALL && confidential && rule.isEmpty();
        return unsaid && !known.isEmpty() ? Problem.CONFIDENTIAL : null;
    }
}
