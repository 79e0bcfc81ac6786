package org.colloquy.name;

import java.util.regex.Pattern;

/** The characters that both databases and every reader can keep. */
public final class Characters {

    /** Control characters but line break and tab, and halves of surrogate pairs. */
    private static final Pattern BROKEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private Characters() {}

    /** Whether every character of the text can be kept. */
    public static boolean canBeKept(String text) {
        return !BROKEN.matcher(text).find();
    }

    /** The text on one line, its white space tidied. */
    public static String onOneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
