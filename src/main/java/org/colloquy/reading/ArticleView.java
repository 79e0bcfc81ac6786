package org.colloquy.reading;

import java.time.LocalDate;
import java.util.List;
import org.colloquy.discussion.Backlinks;
import org.jspecify.annotations.Nullable;

/**
 * An article as its page shows it.
 *
 * @param address such as {@code /articles/some-title}
 * @param parts in the document's order
 * @param about the note about the author, one string a paragraph
 * @param links what addresses its author by name
 * @param open whether rights are known, so that others may index the page
 */
public record ArticleView(
        String address,
        String title,
        @Nullable String byline,
        @Nullable LocalDate published,
        @Nullable String language,
        List<Part> parts,
        List<String> about,
        @Nullable String source,
        @Nullable LocalDate captured,
        @Nullable String rights,
        Backlinks links,
        boolean open) {

    /**
     * A paragraph, or a run of ceasefire terms.
     *
     * @param number of the paragraph, from 1 (element id {@code p-1}); 0 for a run of terms
     * @param text of the paragraph, line breaks as {@code \n}; empty for a run of terms
     * @param links what quotes the paragraph
     * @param terms empty for a paragraph
     */
    public record Part(int number, String text, Backlinks links, List<Term> terms) {}

    /**
     * @param comments how many comments are about it, quoting it or placed there, with their answers
     * @param links what quotes it
     */
    public record Term(int number, String text, int comments, Backlinks links) {}
}
