package org.colloquy.log;

import java.util.List;
import java.util.Set;

/**
 * What was done at once, as far as it was asked for.
 *
 * @param line the first entry, which stands for all
 * @param others the other ones, in the order in which they were written
 * @param standing how many of all that was done at once, asked for or not, nobody has undone yet
 */
public record LogGroup(LogLine line, List<LogLine> others, int standing) {

    /** Whether one of them is among the entries with these ids. */
    public boolean hasAnyOf(Set<Long> ids) {
        return ids.contains(line.id()) || others.stream().anyMatch(other -> ids.contains(other.id()));
    }
}
