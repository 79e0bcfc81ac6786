package org.colloquy.reply;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of many texts in one row, each as a number of 32 bits, for comparing only: two spellings are the same word
 * after NFKC, without regard to case, apostrophes and punctuation; addresses are left out; Chinese and Japanese go by
 * character. Different words may fall on one number, four in a row hardly ever do.
 */
final class Words {
    /** Normalising is quadratic in runs of combining marks: no more than this is normalised at once. */
    private static final int PIECE = 256;

    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

    private int[] numbers = new int[1024];
    private int size;
    private int word;
    private boolean open;

    int size() {
        return size;
    }

    int at(int index) {
        return numbers[index];
    }

    void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isSpace(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                addUnspaced(text.substring(at, end));
            }
            at = end + 1;
        }
    }

    private void addUnspaced(String run) {
        int address = addressIn(run);
        int at = 0;
        while (at < address) {
            int end = Math.min(at + PIECE, address);
            while (end < address && end < at + 2 * PIECE && joinsBefore(run, end)) {
                end++;
            }
            addNormalised(run.substring(at, end));
            at = end;
        }
        close();
    }

    private static int addressIn(String run) {
        Matcher address = ADDRESS.matcher(run);
        return run.indexOf('.') >= 0 && address.find() ? address.start() : run.length();
    }

    private static boolean joinsBefore(String run, int at) {
        return Character.isLowSurrogate(run.charAt(at)) || isMark(run.codePointAt(at));
    }

    private void addNormalised(String piece) {
        // An acute accent used as an apostrophe would become a space and a mark.
        String text = Normalizer.normalize(piece.replace('\u00b4', '\''), Normalizer.Form.NFKC);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint)) {
                if (isWordByItself(codePoint)) {
                    close();
                    grow(codePoint);
                    close();
                } else {
                    grow(Character.toLowerCase(Character.toUpperCase(codePoint)));
                }
            } else if (isMark(codePoint) && open) {
                grow(codePoint);
            } else if (!isInvisible(codePoint)) {
                close();
            }
        }
    }

    private void grow(int codePoint) {
        word = (open ? word : 0x811c9dc5) * 0x01000193 ^ codePoint;
        open = true;
    }

    private void close() {
        if (!open) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = spread(word);
        open = false;
    }

    /** Neighbouring numbers become distant ones. */
    static int spread(int number) {
        int mixed = (number ^ number >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Apostrophes and format characters neither part words nor belong to them. */
    private static boolean isInvisible(int codePoint) {
        return "'`\u2018\u2019\u201b\u02bc\u02b9".indexOf(codePoint) >= 0
                || Character.getType(codePoint) == Character.FORMAT
                || isMark(codePoint);
    }

    private static boolean isWordByItself(int codePoint) {
        if (codePoint < 0x2e80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
