package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of many texts as numbers, and by what they have in common: forms of one word and spellings of one name are
 * one stem. A word is what {@link Words} says, but of a language without spaces two characters in a row, which say more
 * than one. Linear in the texts.
 */
final class Vocabulary {
    /** What is longer is no word, and only this much of it is told apart from others. */
    private static final int LONGEST = 64;

    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<String> folded = new ArrayList<>();
    private final List<Tokens> tokens;

    Vocabulary(List<String> texts) {
        List<Tokens> unstemmed = texts.stream().map(this::read).toList();
        int[] stems = Stems.of(folded);
        tokens = unstemmed.stream().map(text -> text.stemmed(stems)).toList();
    }

    /**
     * The words of one text.
     *
     * @param stems what each has in common with its other forms: the number of one of these
     * @param words the number of each
     * @param starts where each begins in the text
     * @param ends where it ends
     */
    record Tokens(String text, int[] stems, int[] words, int[] starts, int[] ends) {
        int size() {
            return words.length;
        }

        String word(int at) {
            return text.substring(starts[at], ends[at]);
        }

        private Tokens stemmed(int[] stems) {
            int[] own = Arrays.stream(words).map(word -> stems[word]).toArray();
            return new Tokens(text, own, words, starts, ends);
        }
    }

    List<Tokens> tokens() {
        return tokens;
    }

    /** How many different words there are: the numbers of words and of stems are below it. */
    int size() {
        return folded.size();
    }

    /** A word as {@link Spelling} takes it. */
    String folded(int word) {
        return folded.get(word);
    }

    private Tokens read(String text) {
        Words read = new Words();
        read.add(text, 0, text.length());
        int most = 2 * read.size();
        int[] words = new int[most];
        int[] starts = new int[most];
        int[] ends = new int[most];
        int size = 0;
        for (int at = 0; at < read.size(); at++) {
            boolean joinsNext = at + 1 < read.size() && read.end(at) == read.start(at + 1);
            boolean joinsBefore = at > 0 && read.end(at - 1) == read.start(at);
            if (joinsNext) {
                starts[size] = read.start(at);
                ends[size] = read.end(at + 1);
                words[size] = number(31 * read.at(at) + read.at(at + 1), text, starts[size], ends[size]);
                size++;
            }
            if (!joinsNext && !joinsBefore || read.end(at) - read.start(at) > 2) {
                starts[size] = read.start(at);
                ends[size] = read.end(at);
                words[size] = number(read.at(at), text, starts[size], ends[size]);
                size++;
            }
        }
        return new Tokens(
                text, new int[0], Arrays.copyOf(words, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }

    private int number(int word, String text, int start, int end) {
        Integer number = numbers.get(word);
        if (number == null) {
            number = numbers.size();
            numbers.put(word, number);
            folded.add(Spelling.fold(text.substring(start, Math.min(end, start + LONGEST))));
        }
        return number;
    }
}
