package org.colloquy.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.reply.Texts.Piece;

/** Finds the words that an answer has in common with what was said before. */
final class Runs {
    /**
     * How many words are compared for each one of a paragraph: the same word a thousand times would take for ever. A
     * paragraph that stands whole in as many places as are known takes half of it.
     */
    private static final int COMPARISONS = 2 * Shingles.MOST_PLACES;

    private final Texts texts;
    private final Words words;
    private final Shingles shingles;

    Runs(Texts texts) {
        this.texts = texts;
        this.words = texts.words;
        this.shingles = new Shingles(words);
    }

    /** From now on the words of this piece are found, which stands after all that were added before. */
    void add(Piece piece) {
        shingles.add(piece.from(), piece.to());
    }

    /**
     * The runs of at least so many words, in the order in which they are found: by their first shared shingle.
     *
     * @param fewest at least {@value Shingles#LENGTH}
     */
    List<Run> of(Piece piece, int fewest) {
        List<Run> runs = new ArrayList<>();
        // How far the words are known to run on that stand at the same distance.
        Map<Integer, Integer> known = new HashMap<>();
        int[] left = {COMPARISONS * piece.length()};
        for (int at = piece.from(); at <= piece.to() - Shingles.LENGTH && left[0] > 0; at++) {
            int first = at;
            shingles.places(first, place -> {
                if (left[0] > 0 && !isKnown(known, piece, first, place)) {
                    int before = before(piece, first, place);
                    int length = before + after(piece, first, place);
                    left[0] -= length + 1;
                    if (length >= fewest) {
                        known.put(place - first, first - before + length);
                        runs.add(
                                new Run(first - before, first - before + length, place - before, texts.pieceAt(place)));
                    }
                }
            });
        }
        return runs;
    }

    private boolean isKnown(Map<Integer, Integer> known, Piece piece, int first, int place) {
        return first > piece.from()
                && place > 0
                && words.at(first - 1) == words.at(place - 1)
                && known.getOrDefault(place - first, 0) > first;
    }

    private int after(Piece piece, int first, int place) {
        // These are the same, and none begins another paragraph: else they would be no shingle.
        int length = Shingles.LENGTH;
        while (first + length < piece.to()
                && words.at(first + length) == words.at(place + length)
                && !texts.begins(place + length)) {
            length++;
        }
        return length;
    }

    private int before(Piece piece, int first, int place) {
        int length = 0;
        while (first - length > piece.from()
                && !texts.begins(place - length)
                && words.at(first - length - 1) == words.at(place - length - 1)) {
            length++;
        }
        return length;
    }
}
