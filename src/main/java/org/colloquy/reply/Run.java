package org.colloquy.reply;

import org.colloquy.reply.Texts.Piece;

/**
 * Words of an answer that stand word for word in one earlier paragraph; as long as they go in both.
 *
 * @param from the first word in the answer
 * @param to the word after the last there
 * @param place the first word in the source
 */
record Run(int from, int to, int place, Piece source) {
    int length() {
        return to - from;
    }

    int holder() {
        return source.holder();
    }

    /** The part of it between these words of the answer; empty or negative where there is none. */
    Run within(int first, int end) {
        int begin = Math.max(from, first);
        return new Run(begin, Math.min(to, end), place + begin - from, source);
    }
}
