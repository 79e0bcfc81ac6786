package org.colloquy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.colloquy.reply.CommentText;
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
            @Nullable String verbatim) {

        /** How often something is missing in what is said. */
        int gaps() {
            return (int) CommentText.blocks(text).stream()
                    .filter(CommentText.Gap.class::isInstance)
                    .count();
        }
    }

    /** One line; empty only where the document has nothing but blank lines. */
    String title() {
        return texts(Kind.TITLE).stream().findFirst().orElse("");
    }

    /** The name with which the note about the author begins, or null where there is none. */
    @Nullable
    String byline() {
        return texts(Kind.ABOUT).stream().findFirst().map(AboutLine::name).orElse(null);
    }

    /** What the ceasefire terms say, in order: the first is term 1. */
    List<String> terms() {
        return texts(Kind.TERM);
    }

    List<String> texts(Kind kind) {
        return passages.stream()
                .filter(passage -> passage.kind() == kind)
                .map(Passage::text)
                .toList();
    }

    /** The numbers below the last one that have no comment: skipped, or bare. */
    List<Integer> placeholders() {
        List<Integer> placeholders = new ArrayList<>();
        int last = 0;
        for (Entry entry : entries) {
            for (int skipped = last + 1; skipped < entry.number(); skipped++) {
                placeholders.add(skipped);
            }
            if (entry.text().isEmpty()) {
                placeholders.add(entry.number());
            }
            last = entry.number();
        }
        return placeholders;
    }

    /** The entries that say something. */
    List<Entry> comments() {
        return entries.stream().filter(entry -> !entry.text().isEmpty()).toList();
    }

    int gaps() {
        return entries.stream().mapToInt(Entry::gaps).sum();
    }

    /** The document's own line break, by its first one: {@code \r\n} or {@code \n}; {@code \n} where it has none. */
    String lineBreak() {
        return Stream.concat(
                        passages.stream().map(Passage::verbatim),
                        entries.stream().map(Entry::verbatim))
                .filter(Objects::nonNull)
                .filter(slice -> slice.indexOf('\n') >= 0)
                .findFirst()
                .filter(slice -> slice.startsWith("\r\n", slice.indexOf('\n') - 1))
                .map(slice -> "\r\n")
                .orElse("\n");
    }
}
