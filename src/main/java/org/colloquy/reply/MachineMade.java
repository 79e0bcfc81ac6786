package org.colloquy.reply;

import java.util.regex.Pattern;

/** Lines of logs, code and tables: who runs the same program prints the same. */
final class MachineMade {
    /** In prose nearly all that stands between spaces are words; in logs half of it, or less. */
    private static final int WORDS_OF_HUNDRED = 66;

    /** What code is made of and prose is not. */
    private static final String SIGNS = "{}[]<>=\\|_;$#~^";

    private static final int FEWEST_SIGNS = 3;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S*");

    private int parts;
    private int words;
    private int signs;

    private MachineMade(String stretch) {
        for (String part : SPACE.split(ADDRESS.matcher(stretch).replaceAll(" "))) {
            count(part);
        }
    }

    static boolean is(String text, int start, int end) {
        MachineMade line = new MachineMade(text.substring(start, end));
        return line.words * 100 < line.parts * WORDS_OF_HUNDRED
                || line.signs >= FEWEST_SIGNS && line.signs * 3 > line.words;
    }

    private void count(String part) {
        int letters = 0;
        int others = 0;
        for (int at = 0; at < part.length(); ) {
            int character = part.codePointAt(at);
            at += Character.charCount(character);
            if (Character.isLetter(character) || Words.isMark(character)) {
                letters++;
            } else if (Character.isDigit(character)) {
                others++;
            } else if (SIGNS.indexOf(character) >= 0) {
                signs++;
                others++;
            }
        }
        if (letters + others > 0) {
            parts++;
            words += letters >= 2 * others ? 1 : 0;
        }
    }
}
