package org.colloquy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article and its discussion as one document has them. In a document that was read, every character of the file
 * stands in the verbatim slice of exactly one passage or entry, in this order, separators with what they follow:
 * the slices together are the file.
 *
 * @param passages the title, then paragraphs, terms and the note about the author
 * @param entries the numbered comments, numbers rising
 */
record Document(List<Passage> passages, List<Entry> entries) {

    enum Kind {
        TITLE,
        PARAGRAPH,
        TERM,
        ABOUT
    }

    /**
     * @param text lines joined by {@code \n}, without indentation, bullet or surrounding blank lines
     * @param verbatim the slice of the file, or null where this passage was not read from one
     */
    record Passage(Kind kind, String text, @Nullable String verbatim) {}

    /**
     * @param speaker the name before "says", or null where the document has none
     * @param text what is said: lines joined by {@code \n}, indentation taken off, inner blank lines kept (two or more
     *     are a gap; so is one at the very beginning), no blank lines at the end; empty for a bare number
     * @param verbatim the slice of the file, or null where this entry was not read from one
     */
    record Entry(
            int number,
            @Nullable String speaker,
            String text,
            @Nullable String verbatim) {}
}
