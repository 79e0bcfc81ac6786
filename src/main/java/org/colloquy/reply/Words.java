package org.colloquy.reply;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of many texts in one row, each as a number of 32 bits, for comparing only: two spellings are the same word
 * after NFKC, without regard to case, apostrophes and punctuation; addresses are left out; Chinese and Japanese go by
 * character. Different words may fall on one number, four in a row hardly ever do. A word takes 12 to 24 bytes.
 */
final class Words {
    /** Normalising is quadratic in runs of combining marks: no more than this is normalised at once. */
    private static final int PIECE = 256;

    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);

    private int[] numbers = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int size;
    private int word;
    private int start;
    private int end;
    private boolean open;

    int size() {
        return size;
    }

    int at(int index) {
        return numbers[index];
    }

    /** Forgets all words but the first. */
    void shorten(int words) {
        size = words;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** Where this word begins in the text that it was added with. */
    int start(int index) {
        return starts[index];
    }

    /** Where this word ends in the text that it was added with: after its last letter, before any punctuation. */
    int end(int index) {
        return ends[index];
    }

    /** Adds the words of {@code text} between two offsets. */
    void add(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int stop = at;
            while (stop < to && !isSpace(text.charAt(stop))) {
                stop++;
            }
            if (stop > at) {
                addUnspaced(text, at, stop);
            }
            at = stop + 1;
        }
    }

    private void addUnspaced(String text, int from, int to) {
        String run = text.substring(from, to);
        int address = addressIn(run);
        int at = 0;
        while (at < address) {
            int stop = Math.min(at + PIECE, address);
            while (stop < address && stop < at + 2 * PIECE && joinsBefore(run, stop)) {
                stop++;
            }
            addPiece(run.substring(at, stop), from + at);
            at = stop;
        }
        close();
    }

    private static int addressIn(String run) {
        if (run.indexOf('.') < 0) {
            return run.length();
        }
        Matcher address = ADDRESS.matcher(run);
        return address.find() ? address.start() : run.length();
    }

    /** Composed text as it is; other text letter by letter, each with its marks, so that offsets stay known. */
    private void addPiece(String piece, int offset) {
        // An acute accent used as an apostrophe would become a space and a mark.
        String text = piece.replace('\u00b4', '\'');
        if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
            for (int at = 0; at < text.length(); ) {
                int codePoint = text.codePointAt(at);
                int length = Character.charCount(codePoint);
                add(codePoint, offset + at, offset + at + length);
                at += length;
            }
            return;
        }
        for (int at = 0; at < text.length(); ) {
            int stop = at + Character.charCount(text.codePointAt(at));
            while (stop < text.length() && joinsBefore(text, stop)) {
                stop++;
            }
            int from = offset + at;
            int to = offset + stop;
            Normalizer.normalize(text.substring(at, stop), Normalizer.Form.NFKC)
                    .codePoints()
                    .forEach(codePoint -> add(codePoint, from, to));
            at = stop;
        }
    }

    private void add(int codePoint, int from, int to) {
        if (Character.isLetterOrDigit(codePoint)) {
            if (isWordByItself(codePoint)) {
                close();
                grow(codePoint, from, to);
                close();
            } else {
                grow(Character.toLowerCase(Character.toUpperCase(codePoint)), from, to);
            }
        } else if (isMark(codePoint) && open) {
            grow(codePoint, from, to);
        } else if (!isInvisible(codePoint)) {
            close();
        }
    }

    private void grow(int codePoint, int from, int to) {
        if (!open) {
            word = 0x811c9dc5;
            start = from;
            open = true;
        }
        word = word * 0x01000193 ^ codePoint;
        end = to;
    }

    private void close() {
        if (!open) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        numbers[size] = spread(word);
        starts[size] = start;
        ends[size] = end;
        size++;
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

    static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Marks, second halves of surrogate pairs, and the letters that compose with the one before them. */
    private static boolean joinsBefore(String text, int at) {
        char character = text.charAt(at);
        return Character.isLowSurrogate(character)
                || isMark(text.codePointAt(at))
                || character >= '\u1160' && character <= '\u11ff'
                || character == '\uff9e'
                || character == '\uff9f';
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
