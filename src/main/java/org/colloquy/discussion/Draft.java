package org.colloquy.discussion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment that has passed the rules and is about to get its number.
 *
 * @param member whose handle it is posted under, or null
 * @param text without blank lines at its ends or two in a row within: those would read as a gap
 * @param parent the number of the comment that it answers, or null
 * @param term the number of the ceasefire term that it is about, or null
 * @param held whether it waits for a moderator
 * @param flagged whether moderators are asked to look at it
 * @param rules the keys of the rules that say so
 * @param idempotencyKey which no other comment has, or null
 */
public record Draft(
        Speaker speaker,
        @Nullable Long member,
        String text,
        @Nullable Integer parent,
        @Nullable Integer term,
        boolean held,
        boolean flagged,
        List<String> rules,
        @Nullable String idempotencyKey) {

    Draft saying(String other) {
        return new Draft(speaker, member, other, parent, term, held, flagged, rules, idempotencyKey);
    }
}
