package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of many texts, by what they have in common: forms of one word and spellings of one name are one stem.
 * Linear in the texts.
 */
final class Vocabulary {
    /** Long words go by their beginning: what follows is mostly an ending, in any language with endings. */
    private static final int STEM = 5;

    /** So many words are compared with each other at most, of those that may be spellings of one name. */
    private static final int MOST_SPELLINGS = 24;

    private final Words words = new Words();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /** Adds a text, the next in order. */
    void add(String text) {
        words.add(text, 0, text.length());
        texts.add(text);
        ends.add(words.size());
    }

    /** The words of one text: stems in order, the number of each word, and where it stands. */
    record Tokens(String text, int[] stems, int[] words, int[] starts, int[] stops) {
        String word(int at) {
            return text.substring(starts[at], stops[at]);
        }

        int size() {
            return stems.length;
        }
    }

    List<Tokens> tokens() {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<String> folded = new ArrayList<>();
        List<int[]> raw = new ArrayList<>();
        List<int[]> spans = new ArrayList<>();
        int from = 0;
        for (int text = 0; text < texts.size(); text++) {
            int to = ends.get(text);
            int[] row = new int[2 * (to - from)];
            int[] span = new int[2 * row.length];
            int size = 0;
            for (int at = from; at < to; at++) {
                boolean joinsBefore = at > from && words.end(at - 1) == words.start(at);
                boolean joinsNext = at + 1 < to && words.end(at) == words.start(at + 1);
                int start = words.start(at);
                int length = words.end(at) - start;
                if (joinsNext) {
                    // Languages without spaces go by characters, of which two in a row say more.
                    size = add(
                            numbers,
                            folded,
                            row,
                            span,
                            size,
                            31 * words.at(at) + words.at(at + 1),
                            text,
                            start,
                            words.end(at + 1));
                }
                if (!joinsNext && !joinsBefore || length > 2) {
                    size = add(numbers, folded, row, span, size, words.at(at), text, start, start + length);
                }
            }
            raw.add(Arrays.copyOf(row, size));
            spans.add(Arrays.copyOf(span, 2 * size));
            from = to;
        }
        int[] stems = stems(folded);
        List<Tokens> tokens = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            int[] row = raw.get(text);
            int[] span = spans.get(text);
            int[] rowStems = new int[row.length];
            int[] starts = new int[row.length];
            int[] stops = new int[row.length];
            for (int at = 0; at < row.length; at++) {
                rowStems[at] = stems[row[at]];
                starts[at] = span[2 * at];
                stops[at] = span[2 * at + 1];
            }
            tokens.add(new Tokens(texts.get(text), rowStems, row, starts, stops));
        }
        return tokens;
    }

    private int add(
            Map<Integer, Integer> numbers,
            List<String> folded,
            int[] row,
            int[] span,
            int size,
            int word,
            int text,
            int start,
            int end) {
        Integer number = numbers.get(word);
        if (number == null) {
            number = numbers.size();
            numbers.put(word, number);
            folded.add(Spelling.fold(texts.get(text).substring(start, Math.min(end, start + 64))));
        }
        row[size] = number;
        span[2 * size] = start;
        span[2 * size + 1] = end;
        return size + 1;
    }

    static int[] stems(List<String> folded) {
        int[] stems = new int[folded.size()];
        Map<String, Integer> first = new HashMap<>();
        for (int word = 0; word < stems.length; word++) {
            String key = folded.get(word);
            String stem = key.length() <= STEM
                    ? key
                    : key.substring(0, key.offsetByCodePoints(0, Math.min(STEM, key.codePointCount(0, key.length()))));
            Integer before = first.putIfAbsent(stem, word);
            stems[word] = before == null ? word : before;
        }
        Map<String, List<Integer>> keys = new HashMap<>();
        for (int word = 0; word < stems.length; word++) {
            String key = Spelling.key(folded.get(word));
            if (!key.isEmpty()) {
                List<Integer> others = keys.computeIfAbsent(key, none -> new ArrayList<>());
                for (int other : others) {
                    if (root(stems, word) != root(stems, other)
                            && Spelling.alike(folded.get(word), folded.get(other))) {
                        stems[Math.max(root(stems, word), root(stems, other))] =
                                Math.min(root(stems, word), root(stems, other));
                    }
                }
                if (others.size() < MOST_SPELLINGS) {
                    others.add(word);
                }
            }
        }
        for (int word = 0; word < stems.length; word++) {
            stems[word] = root(stems, word);
        }
        return stems;
    }

    private static int root(int[] stems, int word) {
        int root = word;
        while (stems[root] != root) {
            root = stems[root];
        }
        return root;
    }
}
