package org.colloquy.erased;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as they are compared: after NFKC, without regard to case, spaces, punctuation, apostrophes and what
 * is invisible; Chinese and Japanese go by character. Addresses are words like others. Linear in the text.
 */
public final class ComparedWords {

    /**
     * Whoever has so many words in a row of somebody has them from there: runs of 6 and 7 were mostly phrases that two
     * people had in common, as was measured when quotations were looked for.
     */
    public static final int RUN = 8;

    /** Normalising is quadratic in runs of combining marks: no longer word is normalised at once. */
    private static final int LONGEST_WORD = 256;

    private static final String APOSTROPHES = "'`\u00b4\u2018\u2019\u201b\u02bc\u02b9";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    /** All words, parted by spaces. */
    private final StringBuilder plain = new StringBuilder();

    private int start = -1;
    private int end;

    /**
     * @param at where it begins among all words
     */
    private record Word(int at, int from, int to) {}

    /** Some words in a row, from 0; {@code to} is the one after the last. */
    public record Range(int from, int to) {}

    private ComparedWords(String text) {
        this.text = text;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint)) {
                boolean alone = isWordByItself(codePoint);
                if (alone || start >= 0 && at - start >= LONGEST_WORD) {
                    close();
                }
                start = start < 0 ? at : start;
                end = next;
                if (alone) {
                    close();
                }
            } else if (isMark(codePoint)) {
                end = start < 0 ? end : next;
            } else if (!isInvisible(codePoint)) {
                close();
            }
            at = next;
        }
        close();
    }

    public static ComparedWords of(String text) {
        return new ComparedWords(text);
    }

    private void close() {
        if (start >= 0) {
            plain.append(words.isEmpty() ? "" : " ");
            words.add(new Word(plain.length(), start, end));
            plain.append(plain(text.substring(start, end)));
            start = -1;
        }
    }

    private static String plain(String word) {
        String normal = Normalizer.isNormalized(word, Normalizer.Form.NFKC) || word.length() > 2 * LONGEST_WORD
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFKC);
        StringBuilder same = new StringBuilder(normal.length());
        for (int at = 0; at < normal.length(); ) {
            int codePoint = normal.codePointAt(at);
            if (!isInvisible(codePoint)) {
                same.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
            }
            at += Character.charCount(codePoint);
        }
        return same.toString();
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInvisible(int codePoint) {
        return APOSTROPHES.indexOf(codePoint) >= 0 || Character.getType(codePoint) == Character.FORMAT;
    }

    private static boolean isWordByItself(int codePoint) {
        if (codePoint < 0x2e80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    public int size() {
        return words.size();
    }

    String text() {
        return text;
    }

    /** All of it; of a text without words, what there is. */
    public String all() {
        return words.isEmpty()
                ? Normalizer.normalize(text, Normalizer.Form.NFKC).strip()
                : plain.toString();
    }

    /** So many words from there on, parted by spaces. */
    public String words(int from, int count) {
        int end = from + count == words.size()
                ? plain.length()
                : words.get(from + count).at() - 1;
        return plain.substring(words.get(from).at(), end);
    }

    /** All runs of that many words, the first from word 0. */
    public List<String> runs(int length) {
        List<String> runs = new ArrayList<>();
        for (int at = 0; at + length <= words.size(); at++) {
            runs.add(words(at, length));
        }
        return runs;
    }

    /** The words that stand between two offsets of the text, even if only in part. */
    public Range between(int from, int to) {
        int first = 0;
        while (first < words.size() && words.get(first).to() <= from) {
            first++;
        }
        int last = first;
        while (last < words.size() && words.get(last).from() < to) {
            last++;
        }
        return new Range(first, last);
    }

    int from(int word) {
        return words.get(word).from();
    }

    int to(int word) {
        return words.get(word).to();
    }
}
