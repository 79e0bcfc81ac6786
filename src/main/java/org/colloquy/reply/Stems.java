package org.colloquy.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts words together that are forms of one word, by their beginnings, or spellings of one name. */
final class Stems {
    /** What follows is mostly an ending, in any language that has endings. Shorter words stand for themselves. */
    private static final int LENGTH = 5;

    /** With so many words of one key at most each other is compared: real names have few spellings. */
    private static final int MOST_SPELLINGS = 8;

    private final List<String> words;
    private final int[] stems;

    private Stems(List<String> words) {
        this.words = words;
        this.stems = new int[words.size()];
    }

    /**
     * @param words as {@link Spelling#fold} gives them
     * @return for each the place of the first that belongs to it
     */
    static int[] of(List<String> words) {
        Stems stems = new Stems(words);
        stems.joinForms();
        stems.joinSpellings();
        for (int word = 0; word < words.size(); word++) {
            stems.stems[word] = stems.root(word);
        }
        return stems.stems;
    }

    private void joinForms() {
        Map<String, Integer> first = new HashMap<>();
        for (int word = 0; word < stems.length; word++) {
            String whole = words.get(word);
            boolean isLong = whole.codePointCount(0, whole.length()) > LENGTH;
            String beginning = isLong ? whole.substring(0, whole.offsetByCodePoints(0, LENGTH)) : whole;
            Integer before = first.putIfAbsent(beginning, word);
            stems[word] = before == null ? word : before;
        }
    }

    private void joinSpellings() {
        Map<String, List<Integer>> spellings = new HashMap<>();
        for (int word = 0; word < stems.length; word++) {
            String key = Spelling.key(words.get(word));
            if (!key.isEmpty()) {
                List<Integer> others = spellings.computeIfAbsent(key, none -> new ArrayList<>());
                for (int other : others) {
                    join(word, other);
                }
                if (others.size() < MOST_SPELLINGS) {
                    others.add(word);
                }
            }
        }
    }

    private void join(int word, int spelling) {
        int one = root(word);
        int other = root(spelling);
        if (one != other && Spelling.isNear(words.get(word), words.get(spelling))) {
            stems[Math.max(one, other)] = Math.min(one, other);
        }
    }

    private int root(int word) {
        int root = word;
        while (stems[root] != root) {
            root = stems[root];
        }
        return root;
    }
}
