package org.colloquy.reply;

import java.util.Arrays;

/** Which texts have which keys, in order: what they have in common is found without comparing each with each. */
final class Postings {
    private final int texts;
    /** Where each key's texts begin in {@code places}; one more for the end. */
    private final int[] starts;

    private final int[] places;
    private final int[][] own;

    /**
     * @param rows the keys of each text, none of them twice
     * @param keys how many keys there are
     */
    Postings(int[][] rows, int keys) {
        this.texts = rows.length;
        this.starts = new int[keys + 1];
        for (int[] row : rows) {
            for (int key : row) {
                starts[key + 1]++;
            }
        }
        for (int key = 0; key < keys; key++) {
            starts[key + 1] += starts[key];
        }
        this.places = new int[starts[keys]];
        this.own = new int[rows.length][];
        int[] next = Arrays.copyOf(starts, keys);
        for (int text = 0; text < rows.length; text++) {
            own[text] = new int[rows[text].length];
            for (int ordinal = 0; ordinal < rows[text].length; ordinal++) {
                int at = next[rows[text][ordinal]]++;
                places[at] = text;
                own[text][ordinal] = at;
            }
        }
    }

    /** How telling a key is that two texts share: near 0 if all have it. */
    double rarity(int key) {
        return Math.log((texts + 1.0) / Math.max(1, count(key)));
    }

    /** The same, of 1 for a key that one text has. */
    double relative(int key) {
        return rarity(key) / Math.log(texts + 1.0);
    }

    /** The texts that have any of these keys, in order. */
    int[] having(int[] keys) {
        return Arrays.stream(keys)
                .flatMap(key -> Arrays.stream(places, starts[key], starts[key + 1]))
                .distinct()
                .sorted()
                .toArray();
    }

    int count(int key) {
        return starts[key + 1] - starts[key];
    }

    /** What is said of the keys of each text, in the order of {@link #place}. */
    byte[] placed(byte[][] ofTexts) {
        byte[] placed = new byte[places.length];
        for (int text = 0; text < texts; text++) {
            for (int ordinal = 0; ordinal < own[text].length; ordinal++) {
                placed[own[text][ordinal]] = ofTexts[text][ordinal];
            }
        }
        return placed;
    }

    /** What {@link #place} takes for a text's own place among those of the so-manieth of its keys. */
    int at(int text, int ordinal) {
        return own[text][ordinal];
    }

    /** What {@link #place} takes at least for a key: going down to it finds the earlier texts, the latest first. */
    int first(int key) {
        return starts[key];
    }

    int place(int at) {
        return places[at];
    }
}
