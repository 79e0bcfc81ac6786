package org.colloquy.reply;

/**
 * What is answered: a comment, a passage of the article, or the article as a whole.
 *
 * @param number the comment's, the paragraph's or the term's; 0 for the article
 */
public record Source(Kind kind, int number) {
    /** Where a link without words leads that answers the article's author. */
    public static final Source ARTICLE = new Source(Kind.ARTICLE, 0);

    /** The shapes of what is answered. */
    public enum Kind {
        COMMENT,
        PARAGRAPH,
        TERM,
        ARTICLE
    }

    public boolean isComment() {
        return kind == Kind.COMMENT;
    }

    /** In one word with a number, as {@link #of} reads it. */
    public String code() {
        return kind + " " + number;
    }

    /** @param code as {@link #code} writes it */
    public static Source of(String code) {
        int space = code.indexOf(' ');
        return new Source(Kind.valueOf(code.substring(0, space)), Integer.parseInt(code.substring(space + 1)));
    }
}
