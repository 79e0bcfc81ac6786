package org.colloquy.reply;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A quotation and everybody who holds its words.
 *
 * @param covers by holder; never empty
 */
record Held(Stretch stretch, SortedMap<Integer, Cover> covers) {
    /**
     * What one holder has of it.
     *
     * @param words how many of the quotation's words
     * @param own how many of these are the holder's own
     * @param run the longest run of them
     */
    record Cover(int words, int own, Run run) {
        Cover and(Cover more) {
            Run longer = more.run.length() > run.length() ? more.run : run;
            return new Cover(words + more.words, own + more.own, longer);
        }

        Cover andWords(int more) {
            return new Cover(words + more, own, run);
        }
    }

    static SortedMap<Integer, Cover> none() {
        return new TreeMap<>();
    }

    /** What this holder, one of them, has. */
    Cover cover(int holder) {
        return Objects.requireNonNull(covers.get(holder));
    }

    boolean isHeldBy(int holder) {
        return covers.containsKey(holder);
    }
}
