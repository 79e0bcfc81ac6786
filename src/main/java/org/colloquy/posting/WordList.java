package org.colloquy.posting;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.name.NameShape;

/**
 * Words and phrases that moderators listed, found as whole words however they are spelled; a single word that is listed
 * with a star after it, with any ending: some languages have two forms of a word, and some have two hundred. Whoever
 * writes a word with letters of two scripts that look alike has written that word.
 *
 * @param listed as they were typed
 * @param byFirstWord what to look for, by its first word, so that a long list costs no more than a short one
 * @param beginnings the words that were listed with a star
 * @param byShape the words by what they look like
 */
record WordList(
        List<String> listed,
        Map<String, List<List<String>>> byFirstWord,
        Set<String> beginnings,
        Map<String, String> byShape) {

    /** Who uses more than that can be expected to look again. */
    private static final int MOST_NAMED = 5;

    private static final String STAR = "*";

    /** Fewer letters begin too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    /** Scripts with letters that look like those of another one of them. */
    private static final Set<UnicodeScript> ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    static final WordList NONE = of(List.of());

    static WordList of(Collection<String> listed) {
        Map<String, List<List<String>>> byFirstWord = new HashMap<>();
        Set<String> beginnings = new HashSet<>();
        Map<String, String> byShape = new HashMap<>();
        for (String phrase : listed) {
            List<String> words = PlainWords.of(phrase, WordList::plain);
            if (!words.isEmpty()) {
                String first = words.get(0);
                byFirstWord.merge(first, List.of(words), WordList::joined);
                if (words.size() == 1
                        && phrase.strip().endsWith(STAR)
                        && first.codePointCount(0, first.length()) >= SHORTEST_BEGINNING) {
                    beginnings.add(first);
                }
            }
            words.forEach(word -> NameShape.of(word).forEach(shape -> byShape.putIfAbsent(shape, word)));
        }
        return new WordList(List.copyOf(listed), Map.copyOf(byFirstWord), Set.copyOf(beginnings), Map.copyOf(byShape));
    }

    private static List<List<String>> joined(List<List<String>> some, List<List<String>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Those of them that stand in the text, as they are spelled when plain; the first few, each once. */
    List<String> foundIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = byFirstWord.isEmpty() ? List.of() : PlainWords.of(text, this::meant);
        for (int at = 0; at < words.size() && found.size() < MOST_NAMED; at++) {
            for (List<String> phrase : byFirstWord.getOrDefault(words.get(at), List.of())) {
                int end = at + phrase.size();
                if (end <= words.size() && words.subList(at, end).equals(phrase)) {
                    found.add(String.join(" ", phrase));
                }
            }
            if (begins(words.get(at))) {
                found.add(words.get(at));
            }
        }
        return List.copyOf(found);
    }

    private boolean begins(String word) {
        for (int end = SHORTEST_BEGINNING; !beginnings.isEmpty() && end <= word.length(); end++) {
            if (beginnings.contains(word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** The listed word that this one is made to look like, where it mixes scripts; else itself. */
    private String meant(String word) {
        if (mixesScripts(word)) {
            for (String shape : NameShape.of(word)) {
                String meant = byShape.get(shape);
                if (meant != null) {
                    return meant;
                }
            }
        }
        return plain(word);
    }

    /** Russian and Armenian write one sound in two ways, and mean the same word. */
    private static String plain(String word) {
        return PlainWords.plain(word).replace('ё', 'е').replace("եվ", "եւ");
    }

    private static boolean mixesScripts(String word) {
        int at = 0;
        UnicodeScript first = null;
        while (at < word.length()) {
            int letter = word.codePointAt(at);
            at += Character.charCount(letter);
            // Most words are plain English, and a replay reads millions.
            UnicodeScript script = letter < 0x80 ? ascii(letter) : UnicodeScript.of(letter);
            if (ALIKE.contains(script)) {
                if (first != null && first != script) {
                    return true;
                }
                first = script;
            }
        }
        return false;
    }

    private static UnicodeScript ascii(int letter) {
        return Character.isLetter(letter) ? UnicodeScript.LATIN : UnicodeScript.COMMON;
    }
}
