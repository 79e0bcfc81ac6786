package org.colloquy.document;

import org.jspecify.annotations.Nullable;

/** The line {@code NAME says} with which a comment names its speaker. */
final class SpeakerLine {
    /** In code points. Longer than any name that was ever seen, shorter than a sentence that happens to end so. */
    private static final int LONGEST_NAME = 40;

    private static final String SAYS = " says";

    private SpeakerLine() {}

    /** The name, without spaces around it, or null if the line names no speaker. */
    static @Nullable String name(String line) {
        int end = line.length();
        while (end > 0 && isSpace(line.charAt(end - 1))) {
            end--;
        }
        if (!line.startsWith(SAYS, end - SAYS.length())) {
            return null;
        }
        int from = 0;
        int to = end - SAYS.length();
        while (from < to && isSpace(line.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(line.charAt(to - 1))) {
            to--;
        }
        return from < to && line.codePointCount(from, to) <= LONGEST_NAME ? line.substring(from, to) : null;
    }

    /** The line for a name. It reads back as this name if that is what {@link #name} would give. */
    static String of(String name) {
        return name.replace('\n', ' ') + SAYS;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
