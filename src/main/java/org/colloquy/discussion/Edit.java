package org.colloquy.discussion;

import java.util.List;

/**
 * Another text for a comment, which has passed the rules.
 *
 * @param text without blank lines at its ends or two in a row within
 * @param held whether it waits for a moderator
 * @param flagged whether moderators are asked to look at it
 * @param rules the keys of the rules that say so
 */
public record Edit(String text, boolean held, boolean flagged, List<String> rules) {

    Edit saying(String other) {
        return new Edit(other, held, flagged, rules);
    }
}
