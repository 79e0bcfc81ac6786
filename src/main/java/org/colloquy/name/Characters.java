package org.colloquy.name;

import java.util.regex.Pattern;

/** The characters that both databases and every reader can keep. */
public final class Characters {

    /** Control characters but line break and tab, and halves of surrogate pairs. */
    private static final Pattern BROKEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    /** What turns the line around a name, and marks piled up until they cover the lines above and below. */
    private static final Pattern UNRULY =
            Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]|[\\p{M}&&\\p{IsInherited}]{4}");

    /** What turns letters around, which no language needs, and more marks on one letter than any language has. */
    private static final Pattern UNRULY_IN_TEXT = Pattern.compile("[\\u202d\\u202e]|\\p{M}{10}");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private Characters() {}

    /** Whether every character of the text can be kept. */
    public static boolean canBeKept(String text) {
        return !BROKEN.matcher(text).find();
    }

    /** Whether what stands around a name stays as it is. */
    public static boolean keepsToItself(String name) {
        return !UNRULY.matcher(name).find();
    }

    /** Whether a text lets be read what stands around it, and is itself what it seems. */
    public static boolean readsAsItStands(String text) {
        return !UNRULY_IN_TEXT.matcher(text).find();
    }

    /** The text on one line, its white space tidied. */
    public static String onOneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
