package org.colloquy.document;

import org.jspecify.annotations.Nullable;

/** One line of a text, as a view on it: nothing is copied until asked for, so a line may be of any length. */
final class Line {
    private static final String BULLET = "  \u2022 ";
    private static final int MOST_NUMBER_INDENT = 3;
    /** Nine digits fit an int; a longer number is nobody's comment. */
    private static final int MOST_DIGITS = 9;

    private final String content;
    private final int start;
    private final int textEnd;
    private final int end;

    private Line(String content, int start, int textEnd, int end) {
        this.content = content;
        this.start = start;
        this.textEnd = textEnd;
        this.end = end;
    }

    /** The line that begins at {@code start}: it ends at {@code \n}, and a {@code \r} before that is part of the break. */
    static Line at(String content, int start) {
        int newline = content.indexOf('\n', start);
        if (newline < 0) {
            return new Line(content, start, content.length(), content.length());
        }
        boolean carriageReturn = newline > start && content.charAt(newline - 1) == '\r';
        return new Line(content, start, carriageReturn ? newline - 1 : newline, newline + 1);
    }

    /** Spaces and tabs make a blank line; a no-break space does not. */
    static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Line::isIndent);
    }

    int start() {
        return start;
    }

    /** Where the next line begins. */
    int end() {
        return end;
    }

    boolean isBlank() {
        return skipIndent() == textEnd;
    }

    /** The text without indentation of any depth. */
    String unindented() {
        return content.substring(skipIndent(), textEnd);
    }

    /** The text without spaces and tabs around it. */
    String stripped() {
        int from = skipIndent();
        int to = textEnd;
        while (to > from && isIndent(content.charAt(to - 1))) {
            to--;
        }
        return content.substring(from, to);
    }

    /** The text without its first spaces, at most this many. */
    String unindented(int most) {
        int at = start;
        while (at < textEnd && at - start < most && content.charAt(at) == ' ') {
            at++;
        }
        return content.substring(at, textEnd);
    }

    /** What follows the bullet, or null if this is not a term's line. */
    @Nullable
    String term() {
        if (!content.startsWith(BULLET, start) || textEnd < start + BULLET.length()) {
            return null;
        }
        String text = at(content.substring(start + BULLET.length(), textEnd), 0).unindented();
        return text.isEmpty() ? null : text;
    }

    /** The number and what follows it, or null if this is not a number line; whether it rises is for others to say. */
    @Nullable
    Numbered numbered() {
        int digits = start;
        while (digits < textEnd && content.charAt(digits) == ' ') {
            digits++;
        }
        int indent = digits - start;
        if (indent == 0 || indent > MOST_NUMBER_INDENT) {
            return null;
        }
        int point = digits;
        while (point < textEnd && isDigit(content.charAt(point))) {
            point++;
        }
        if (point == digits || point - digits > MOST_DIGITS || point == textEnd || content.charAt(point) != '.') {
            return null;
        }
        int number = Integer.parseInt(content, digits, point, 10);
        if (point + 1 == textEnd) {
            return new Numbered(number, "");
        }
        return content.charAt(point + 1) == ' ' ? new Numbered(number, content.substring(point + 2, textEnd)) : null;
    }

    private int skipIndent() {
        int at = start;
        while (at < textEnd && isIndent(content.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isIndent(int character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** @param text the rest of the line after the point and one space; empty for a bare number */
    record Numbered(int number, String text) {}
}
