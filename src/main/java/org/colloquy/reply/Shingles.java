package org.colloquy.reply;

import java.util.function.IntConsumer;

/**
 * Where every four words in a row stand among many words. Of those that stand in very many places only about the first
 * {@value #MOST_PLACES} are known, so that looking up never takes long: who said them first is among these.
 */
final class Shingles {
    static final int LENGTH = 4;
    static final int MOST_PLACES = 32;

    private final Words words;
    private final int mask;
    /** The latest place of each bucket, and the place before each place; both plus one, 0 for none. */
    private final int[] latest;

    private final int[] before;
    private final byte[] places;

    Shingles(Words words) {
        this.words = words;
        int buckets = Integer.highestOneBit(Math.max(words.size(), LENGTH)) << 1;
        this.mask = buckets - 1;
        this.latest = new int[buckets];
        this.before = new int[words.size()];
        this.places = new byte[buckets];
    }

    /** From now on the shingles of these words are found. */
    void add(int from, int to) {
        for (int at = from; at <= to - LENGTH; at++) {
            int bucket = bucket(at);
            if (places[bucket] <= MOST_PLACES) {
                before[at] = latest[bucket];
                latest[bucket] = at + 1;
                places[bucket]++;
            }
        }
    }

    /** The places where the shingle that begins here was added; a few others among them. */
    void places(int shingle, IntConsumer place) {
        for (int at = latest[bucket(shingle)]; at > 0; at = before[at - 1]) {
            place.accept(at - 1);
        }
    }

    private int bucket(int at) {
        int mixed = 0;
        for (int word = at; word < at + LENGTH; word++) {
            mixed = mixed * 31 + words.at(word);
        }
        return Words.spread(mixed) & mask;
    }
}
