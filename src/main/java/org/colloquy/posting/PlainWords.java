package org.colloquy.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.colloquy.name.NameKey;

/** The words of a text without case, marks that nobody sees and other differences in spelling. */
final class PlainWords {

    private PlainWords() {}

    /** What its author says in their own words: without the lines that are marked as quoted. */
    static String own(String text) {
        return text.indexOf('>') < 0
                ? text
                : text.lines().filter(line -> !line.strip().startsWith(">")).collect(Collectors.joining("\n"));
    }

    /** Writing without spaces is taken character by character. */
    static List<String> of(String text) {
        return of(text, PlainWords::plain);
    }

    /** @param plain what makes a word as it is written plain; empty for none */
    static List<String> of(String text, UnaryOperator<String> plain) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            boolean alone = character >= 0x3040 && isWrittenWithoutSpaces(character);
            boolean inWord = Character.isLetterOrDigit(character) || start >= 0 && belongsToAWord(character);
            if (start >= 0 && (alone || !inWord)) {
                add(words, plain.apply(text.substring(start, at)));
                start = -1;
            }
            int next = at + Character.charCount(character);
            if (alone) {
                add(words, plain.apply(text.substring(at, next)));
            } else if (inWord && start < 0) {
                start = at;
            }
            at = next;
        }
        if (start >= 0) {
            add(words, plain.apply(text.substring(start)));
        }
        return words;
    }

    private static boolean isWrittenWithoutSpaces(int character) {
        return Character.isIdeographic(character)
                || character <= 0x30FF
                || character >= 0x31F0 && character <= 0x31FF
                || character >= 0xFF66 && character <= 0xFF9D;
    }

    /** Marks, and what is drawn as nothing: a word with a joiner in it is still that word. */
    private static boolean belongsToAWord(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    static String plain(String word) {
        return isSimple(word) ? word.toLowerCase(Locale.ROOT) : NameKey.of(word);
    }

    private static void add(List<String> words, String key) {
        if (!key.isEmpty()) {
            words.add(key);
        }
    }

    /**
     * Case is all that {@link NameKey} folds in ASCII, in most of Latin-1 and in the Russian alphabet; most words are
     * such, and a replay reads millions.
     */
    private static boolean isSimple(String word) {
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            boolean latin = letter >= 0xC0 && letter <= 0xFE && letter != 0xD7 && letter != 0xDF && letter != 0xF7;
            boolean russian = letter >= 0x410 && letter <= 0x44F || letter == 0x401 || letter == 0x451;
            if (letter >= 0x80 && !latin && !russian) {
                return false;
            }
        }
        return true;
    }
}
