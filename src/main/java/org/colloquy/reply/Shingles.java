package org.colloquy.reply;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Where every four words in a row stand among many words. Of those that stand in very many places only the first
 * {@value #MOST_PLACES} are known, so that looking up never takes long: who said them first is among these.
 *
 * <p>Takes 4 to 8 bytes for each word, and 10 to 20 for each shingle that no other equals.
 */
final class Shingles {
    static final int LENGTH = 4;
    static final int MOST_PLACES = 32;

    /** Nobody can make up words of which all fall into one bucket. What is found does not depend on it. */
    private static final int SALT = new SecureRandom().nextInt() | 1;

    private final Words words;
    /** The place before each place where the same four words stand, plus one; 0 for none. */
    private int[] before = new int[1024];
    /**
     * The latest place of each shingle, plus one, and how many places are known. A shingle is in the bucket that its
     * words say or in the next that was free; half of all buckets are free.
     */
    private int[] latest = new int[1024];

    private byte[] places = new byte[latest.length];
    private int used;

    Shingles(Words words) {
        this.words = words;
    }

    /** From now on the shingles of these words are found. */
    void add(int from, int to) {
        if (to > before.length) {
            before = Arrays.copyOf(before, Math.max(to, 2 * before.length));
        }
        for (int at = from; at <= to - LENGTH; at++) {
            put(at, bucket(at));
        }
    }

    private void put(int at, int bucket) {
        if (places[bucket] == MOST_PLACES) {
            return;
        }
        before[at] = latest[bucket];
        latest[bucket] = at + 1;
        if (places[bucket]++ == 0 && ++used > latest.length / 2) {
            grow();
        }
    }

    /** The places where the shingle that begins here was added, the latest first. */
    void places(int shingle, IntConsumer place) {
        for (int at = latest[bucket(shingle)]; at > 0; at = before[at - 1]) {
            place.accept(at - 1);
        }
    }

    private int bucket(int at) {
        int bucket = hash(at) & latest.length - 1;
        while (latest[bucket] > 0 && !equal(latest[bucket] - 1, at)) {
            bucket = bucket + 1 & latest.length - 1;
        }
        return bucket;
    }

    private int hash(int at) {
        int mixed = 0;
        for (int word = at; word < at + LENGTH; word++) {
            mixed = mixed * SALT + words.at(word);
        }
        return Words.spread(mixed);
    }

    private boolean equal(int at, int other) {
        for (int word = 0; word < LENGTH; word++) {
            if (words.at(at + word) != words.at(other + word)) {
                return false;
            }
        }
        return true;
    }

    /** Twice the buckets. All in all, a shingle is moved once or twice. */
    private void grow() {
        int[] oldLatest = latest;
        byte[] oldPlaces = places;
        latest = new int[2 * oldLatest.length];
        places = new byte[latest.length];
        for (int old = 0; old < oldLatest.length; old++) {
            if (oldLatest[old] > 0) {
                int bucket = bucket(oldLatest[old] - 1);
                latest[bucket] = oldLatest[old];
                places[bucket] = oldPlaces[old];
            }
        }
    }
}
