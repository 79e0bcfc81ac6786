package org.colloquy.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code >} before lines that are somebody else's, as mail programs and this site's form put it. Whoever marks a
 * line so means it as a quotation, however short it is and wherever it stands. Some consoles begin their lines so too;
 * {@link MachineMade} is asked first.
 */
final class Marks {
    private static final char MARK = '>';

    private Marks() {}

    /** Whether the line that begins here is marked, perhaps after spaces. */
    static boolean at(String text, int start) {
        int at = start;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == MARK;
    }

    /**
     * A paragraph's lines in order, those together that are marked equally often: between a quotation, what that quotes,
     * and an answer there often is no blank line. A line of marks alone is a blank one.
     */
    static List<String> parts(String paragraph) {
        if (paragraph.indexOf(MARK) < 0) {
            return List.of(paragraph);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = depth(paragraph, from);
        for (int line = paragraph.indexOf('\n') + 1; line > 0; line = paragraph.indexOf('\n', line) + 1) {
            int next = depth(paragraph, line);
            if (next != depth) {
                parts.add(paragraph.substring(from, line - 1));
                from = line;
                depth = next;
            }
        }
        parts.add(paragraph.substring(from));
        return parts;
    }

    /** How often the line is marked; -1 if there is nothing else in it. */
    private static int depth(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == MARK) {
                depth++;
            } else if (!isBlank(text.charAt(at))) {
                return depth;
            }
        }
        return depth == 0 ? 0 : -1;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
