package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.colloquy.reply.Vocabulary.Tokens;

/** The words that two texts have in common, for people: what they would call the same word, and only telling ones. */
final class Common {
    /** More are not read. */
    static final int MOST = 5;

    /** Names and numbers tell much, and so do long words; short ones are mostly of the language. */
    private static final int SHORTEST = 4;

    private static final double LONG = 8;

    /** Of 1: what the longest word tells that is no name. */
    private static final double NO_NAME = 0.7;

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_NUMBER = 3;

    /** Of 1, which a name has that only these two say. Less would show words that anybody uses. */
    private static final double LEAST = 0.25;

    /** Not to be read, and no word. */
    private static final int LONGEST = 40;

    /** After one of these any word has a capital. */
    private static final String BEFORE_CAPITALS = ".!?:\n\"\u201c\u2018\u00ab*\u2022";

    private final Vocabulary vocabulary;
    private final IntPredicate rare;
    private final IntToDoubleFunction rarity;

    /**
     * @param rare whether a stem may tell anything
     * @param rarity how much a name tells, at most 1
     */
    Common(Vocabulary vocabulary, IntPredicate rare, IntToDoubleFunction rarity) {
        this.vocabulary = vocabulary;
        this.rare = rare;
        this.rarity = rarity;
    }

    /** A shared word and how much it tells. */
    record Weighed(SharedWord word, double weight) {}

    /** The most telling first; of equally telling ones, the longest. */
    List<Weighed> words(Tokens comment, Tokens other) {
        Map<Integer, List<Integer>> there = new HashMap<>();
        for (int at = 0; at < other.size(); at++) {
            there.computeIfAbsent(other.stems()[at], none -> new ArrayList<>()).add(at);
        }
        Set<Integer> seen = new HashSet<>();
        List<Weighed> words = new ArrayList<>();
        for (int at = 0; at < comment.size(); at++) {
            int stem = comment.stems()[at];
            if (there.containsKey(stem) && rare.test(stem) && !seen.contains(stem) && telling(comment, at) > 0) {
                int match = match(comment, at, other, there.getOrDefault(stem, List.of()));
                if (match >= 0) {
                    double weight = rarity.applyAsDouble(stem) * Math.min(telling(comment, at), telling(other, match));
                    if (weight >= LEAST) {
                        seen.add(stem);
                        words.add(new Weighed(new SharedWord(shown(comment, at), shown(other, match)), weight));
                    }
                }
            }
        }
        words.sort(Comparator.<Weighed>comparingDouble(word -> -word.weight())
                .thenComparing(word -> -word.word().word().length()));
        return words.subList(0, Math.min(MOST, words.size()));
    }

    /**
     * One stem may be two words by chance, as "contract" and "continue" are: -1 if no form is like this one. Only a name
     * has spellings: "permanently" and "prominently" are two words.
     */
    private int match(Tokens comment, int at, Tokens other, List<Integer> there) {
        String word = vocabulary.folded(comment.words()[at]);
        int found = -1;
        for (int place : there) {
            String match = vocabulary.folded(other.words()[place]);
            if (match.equals(word)) {
                return place;
            }
            if (found < 0 && (isCapital(other, place) ? Spelling.alike(word, match) : Spelling.areForms(word, match))) {
                found = place;
            }
        }
        return found;
    }

    /** A number with the digits before its comma. */
    private static String shown(Tokens tokens, int at) {
        String text = tokens.text();
        int start = tokens.starts()[at];
        while (at > 0
                && Character.isDigit(text.codePointAt(start))
                && start > 1
                && ",.".indexOf(text.charAt(start - 1)) >= 0
                && Character.isDigit(text.charAt(start - 2))
                && tokens.ends()[at] - start < LONGEST) {
            start -= 2;
            while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
                start--;
            }
        }
        return text.substring(start, tokens.ends()[at]);
    }

    private static double telling(Tokens tokens, int at) {
        int length = tokens.ends()[at] - tokens.starts()[at];
        int first = tokens.text().codePointAt(tokens.starts()[at]);
        if (length > LONGEST) {
            return 0;
        }
        if (Character.isDigit(first)) {
            return length >= SHORTEST_NUMBER ? 1 : 0;
        }
        // A capital at the beginning of a sentence is anybody's, and some scripts have none: then every word may be a
        // name.
        boolean isName = isCapital(tokens, at) && !isFirst(tokens, at)
                || !Character.isUpperCase(first) && !Character.isLowerCase(first);
        return isName && length >= SHORTEST_NAME
                ? 1
                : length < SHORTEST ? 0 : Math.min(NO_NAME, NO_NAME * (length - SHORTEST + 1) / (LONG - SHORTEST + 1));
    }

    private static boolean isCapital(Tokens tokens, int at) {
        return !Character.isLowerCase(tokens.text().codePointAt(tokens.starts()[at]));
    }

    private static boolean isFirst(Tokens tokens, int at) {
        // Two characters in a row overlap the two before them.
        int before = at == 0 ? 0 : Math.min(tokens.ends()[at - 1], tokens.starts()[at]);
        return at == 0
                || tokens.text()
                        .substring(before, tokens.starts()[at])
                        .chars()
                        .anyMatch(character -> BEFORE_CAPITALS.indexOf(character) >= 0);
    }
}
