package org.colloquy.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.reply.Texts.Piece;

/** Finds the words that an answer has in common with what was said before. */
final class Runs {
    /** How many words are compared for each one of a paragraph: the same word a thousand times would take for ever. */
    private static final int COMPARISONS = 4 * Shingles.MOST_PLACES;

    private final Texts texts;
    private final Words words;
    private final Shingles shingles;

    Runs(Texts texts) {
        this.texts = texts;
        this.words = texts.words;
        this.shingles = new Shingles(words);
    }

    /** From now on the words of this piece are found. */
    void add(Piece piece) {
        shingles.add(piece.from(), piece.to());
    }

    /** All runs of at least {@value Shingles#LENGTH} words, in the order in which they begin. */
    List<Run> of(Piece piece) {
        List<Run> runs = new ArrayList<>();
        // How far the words are known to run on that stand at the same distance.
        Map<Integer, Integer> known = new HashMap<>();
        int[] left = {COMPARISONS * piece.length()};
        for (int at = piece.from(); at <= piece.to() - Shingles.LENGTH && left[0] > 0; at++) {
            int first = at;
            shingles.places(first, place -> {
                if (known.getOrDefault(place - first, 0) < first + Shingles.LENGTH && left[0] > 0) {
                    Run run = run(piece, first, place);
                    left[0] -= run.length() + 1;
                    if (run.length() >= Shingles.LENGTH) {
                        known.put(place - first, run.to());
                        runs.add(run);
                    }
                }
            });
        }
        return runs;
    }

    private Run run(Piece piece, int first, int place) {
        Piece source = texts.pieceAt(place);
        int most = Math.min(piece.to() - first, source.to() - place);
        int length = 0;
        while (length < most && words.at(first + length) == words.at(place + length)) {
            length++;
        }
        int before = 0;
        int mostBefore = Math.min(first - piece.from(), place - source.from());
        while (before < mostBefore && words.at(first - before - 1) == words.at(place - before - 1)) {
            before++;
        }
        return length < Shingles.LENGTH
                ? new Run(first, first, place, source)
                : new Run(first - before, first + length, place - before, source);
    }
}
