package org.colloquy.discussion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.reply.CommentText;
import org.colloquy.reply.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer may see of one comment: made by {@link Visibility} alone, so whatever is drawn, counted or exported
 * from it has passed the rule.
 *
 * @param address of its discussion, such as {@code /articles/some-title}
 * @param documentNumber its number in the document, or null where it was posted here
 * @param parent the number of the comment that it answers, or null
 * @param term the number of the ceasefire term that it is about, or null
 * @param flagged whether a rule asks moderators to look at it; readers are not told
 * @param sourceHidden whether what it quotes is hidden; the words it repeats stay
 * @param parts what is said; empty for a placeholder and where a tombstone stands in its place
 * @param text the verbatim text behind {@code parts}, or null where the viewer may not see it
 * @param verbatim the slice of the document, or null where there is none or the viewer may not see it
 * @param postedAt null where the document does not tell
 * @param tombstone null where nobody hid it
 * @param answered how many comments stand directly under it
 * @param quoted how many of those repeat its words
 */
public record CommentView(
        long id,
        String address,
        int number,
        @Nullable Integer documentNumber,
        Kind kind,
        Speaker speaker,
        @Nullable Integer parent,
        @Nullable Evidence evidence,
        @Nullable Integer term,
        State state,
        boolean flagged,
        boolean sourceHidden,
        List<Part> parts,
        @Nullable String text,
        @Nullable String verbatim,
        @Nullable Instant postedAt,
        @Nullable Tombstone tombstone,
        int answered,
        int quoted) {

    public enum Kind {
        COMMENT,
        /** The site's own note with its commenting rules. */
        NOTICE,
        /** A number that the document skips. */
        PLACEHOLDER
    }

    public enum State {
        VISIBLE,
        /** Waiting for a moderator; only its author and moderators see it. */
        HELD,
        HIDDEN,
        /** Hidden while it waited: readers never saw it, and see no tombstone either. */
        DECLINED
    }

    /** Where the text stands, who hid it, when and why. */
    public record Tombstone(String by, Instant at, String reason) {}

    public enum Shape {
        PARAGRAPH,
        /** A paragraph that repeats the words of the comment numbered {@code from}. */
        QUOTATION,
        LIST,
        /** Something embedded here is missing from the source. */
        GAP
    }

    /**
     * One piece of a comment's text.
     *
     * @param text with line breaks as {@code \n}; empty for a list and a gap
     * @param items of a list
     * @param from the comment that a quotation repeats, or null
     */
    public record Part(
            Shape shape,
            String text,
            List<String> items,
            @Nullable Integer from) {

        /**
         * A comment's text in its parts; the paragraph that is {@code quote} is a quotation from the comment numbered
         * {@code from}.
         */
        static List<Part> of(String text, @Nullable String quote, @Nullable Integer from) {
            List<Part> parts = new ArrayList<>();
            for (CommentText.Block block : CommentText.blocks(text)) {
                if (block instanceof CommentText.Paragraph paragraph) {
                    boolean quoted = paragraph.text().equals(quote);
                    Shape shape = quoted ? Shape.QUOTATION : Shape.PARAGRAPH;
                    parts.add(new Part(shape, paragraph.text(), List.of(), quoted ? from : null));
                } else if (block instanceof CommentText.Items list) {
                    parts.add(new Part(Shape.LIST, "", list.items(), null));
                } else {
                    parts.add(new Part(Shape.GAP, "", List.of(), null));
                }
            }
            return List.copyOf(parts);
        }
    }

    /** The comment's element id on every page. */
    public String anchor() {
        return "comment-" + number;
    }

    /** The comment's own address. */
    public String permalink() {
        return address + "/comments/" + number;
    }

    /** "44 in the source": the document's number where another comment had it first, else null. */
    public @Nullable Integer numberInSource() {
        return documentNumber == null || documentNumber == number ? null : documentNumber;
    }

    /** Whether the viewer reads words here, not a tombstone or a placeholder. */
    public boolean readable() {
        return text != null && kind != Kind.PLACEHOLDER;
    }
}
