package org.colloquy.article;

/** What an article is made of, in the document's order. */
public sealed interface Piece permits Passage, CeasefireTerm {

    int position();

    /** What is to be read, line breaks as {@code \n}. */
    String text();

    /** The slice of the document that it was read from. */
    String verbatim();
}
