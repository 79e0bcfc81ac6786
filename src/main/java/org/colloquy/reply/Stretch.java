package org.colloquy.reply;

import org.colloquy.reply.Texts.Piece;

/**
 * Words of an answer that may be a quotation.
 *
 * @param whole a whole paragraph, list item or line, and not only some words of it
 * @param from the first word
 * @param to the word after the last
 * @param start the offset in the answer's text
 * @param end where it ends there
 */
record Stretch(Piece piece, boolean whole, int from, int to, int start, int end) {
    static Stretch of(Piece piece) {
        return new Stretch(piece, true, piece.from(), piece.to(), piece.start(), piece.end());
    }

    int length() {
        return to - from;
    }
}
