package org.colloquy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The beginning {@code NAME is a …} or {@code NAME is an …} of a note about the author. */
final class AboutLine {
    private static final int MOST_WORDS = 5;

    /** Words that begin many a sentence of that shape and are nobody's name. */
    private static final Set<String> NO_NAMES = Set.of(
            "This",
            "That",
            "It",
            "He",
            "She",
            "There",
            "Here",
            "What",
            "Who",
            "Which",
            "Where",
            "When",
            "Why",
            "How",
            "One",
            "Everything",
            "Everyone",
            "Nothing",
            "Something",
            "Today",
            "Now",
            "So",
            "Such");

    private AboutLine() {}

    /** The name, its words parted by single spaces, or null if the paragraph does not begin so. */
    static @Nullable String name(String paragraph) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (words.size() <= MOST_WORDS) {
            int end = wordEnd(paragraph, at);
            String word = paragraph.substring(at, end);
            at = nextWord(paragraph, end);
            if (word.equals("is")) {
                return isName(words) && continues(paragraph, at) ? String.join(" ", words) : null;
            }
            if (!isCapitalised(word)) {
                return null;
            }
            words.add(word);
        }
        return null;
    }

    private static boolean isName(List<String> words) {
        if (words.size() <= 1) {
            return words.size() == 1 && !NO_NAMES.contains(words.get(0));
        }
        return !words.get(0).equals("A") && !words.get(0).equals("An");
    }

    private static boolean continues(String paragraph, int at) {
        int end = wordEnd(paragraph, at);
        String article = paragraph.substring(at, end);
        return (article.equals("a") || article.equals("an")) && nextWord(paragraph, end) < paragraph.length();
    }

    private static boolean isCapitalised(String word) {
        if (word.isEmpty()) {
            return false;
        }
        int first = word.codePointAt(0);
        return (Character.isUpperCase(first) || Character.isTitleCase(first))
                && word.codePoints().allMatch(AboutLine::standsInNames);
    }

    private static boolean standsInNames(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "'\u2019.-\u2010\u2011".indexOf(codePoint) >= 0;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int nextWord(String text, int at) {
        int next = at;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
