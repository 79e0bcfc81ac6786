package org.colloquy.reply;

import java.util.List;

/**
 * Words of an answer that stand elsewhere.
 *
 * @param quote as it stands in the answer: a whole paragraph or line where that is a quotation, else the words alone
 * @param from where the quote begins in the answer's text
 * @param to where it ends there
 * @param words how many words it repeats; 0 where it only addresses somebody by name
 * @param place where they stand
 * @param others the other comments and passages that hold them, in order; at most {@value #MOST_OTHERS}
 */
public record Quotation(String quote, int from, int to, int words, Place place, List<Source> others) {
    static final int MOST_OTHERS = 10;

    public Quotation {
        others = List.copyOf(others);
    }

    /**
     * A stretch of the source's text.
     *
     * @param from the first character's offset in the source's text
     * @param to the offset after its last
     */
    public record Place(Source source, int from, int to) {}
}
