package org.colloquy.moderation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a moderator saw it: who acts on it later is told what others did in between.
 *
 * @param comment its id
 * @param revision how often its author had changed it, or null where that is not known
 * @param entry the id of the latest entry about it in the log, 0 for none, or null where that is not known
 */
record Sight(
        long comment, @Nullable Integer revision, @Nullable Long entry) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})(?::(\\d{1,9})(?::(\\d{1,18}))?)?");

    /** As forms send them: {@code id:revision:entry}, or the id alone, any number of them between commas. */
    static List<Sight> of(Collection<String> written) {
        return written.stream()
                .flatMap(all -> Arrays.stream(all.split(",")))
                .map(one -> WRITTEN.matcher(one.strip()))
                .filter(Matcher::matches)
                .map(one -> new Sight(
                        Long.parseLong(one.group(1)),
                        one.group(2) == null ? null : Integer.valueOf(one.group(2)),
                        one.group(3) == null ? null : Long.valueOf(one.group(3))))
                .distinct()
                .toList();
    }

    static String written(long comment, int revision, long entry) {
        return comment + ":" + revision + ":" + entry;
    }
}
