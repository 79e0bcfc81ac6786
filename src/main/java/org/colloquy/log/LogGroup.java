package org.colloquy.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was done at once.
 *
 * @param line the first entry, which stands for all
 * @param others the other ones, in the order in which they were written
 */
public record LogGroup(LogLine line, List<LogLine> others) {

    /** Groups neighbours, newest first, that were written at once. */
    public static List<LogGroup> of(List<LogLine> lines) {
        List<LogGroup> groups = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            List<LogLine> at = new ArrayList<>();
            long together = together(lines.get(i));
            for (; i < lines.size() && together(lines.get(i)) == together; i++) {
                at.add(0, lines.get(i));
            }
            groups.add(new LogGroup(at.get(0), at.subList(1, at.size())));
        }
        return groups;
    }

    private static long together(LogLine line) {
        return Objects.requireNonNullElse(line.together(), line.id());
    }
}
