package org.colloquy.posting;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words and phrases that moderators listed, found as whole words however they are spelled.
 *
 * @param listed as they were typed
 * @param byFirstWord what to look for, by its first word, so that a long list costs no more than a short one
 */
record WordList(List<String> listed, Map<String, List<List<String>>> byFirstWord) {

    /** Who uses more than that can be expected to look again. */
    private static final int MOST_NAMED = 5;

    static final WordList NONE = of(List.of());

    static WordList of(Collection<String> listed) {
        Map<String, List<List<String>>> byFirstWord = new HashMap<>();
        for (String phrase : listed) {
            List<String> words = PlainWords.of(phrase);
            if (!words.isEmpty()) {
                byFirstWord.merge(words.get(0), List.of(words), WordList::joined);
            }
        }
        return new WordList(List.copyOf(listed), Map.copyOf(byFirstWord));
    }

    private static List<List<String>> joined(List<List<String>> some, List<List<String>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Those of them that stand in the text, as they are spelled when plain; the first few, each once. */
    List<String> foundIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> words = byFirstWord.isEmpty() ? List.of() : PlainWords.of(text);
        for (int at = 0; at < words.size() && found.size() < MOST_NAMED; at++) {
            for (List<String> phrase : byFirstWord.getOrDefault(words.get(at), List.of())) {
                int end = at + phrase.size();
                if (end <= words.size() && words.subList(at, end).equals(phrase)) {
                    found.add(String.join(" ", phrase));
                }
            }
        }
        return List.copyOf(found);
    }
}
