package org.colloquy.discussion;

/**
 * What is there, for "41 comments · 2 hidden · 1 withdrawn · 1 removed on request".
 *
 * @param comments all that are shown, tombstones with them; neither the notice nor placeholders
 * @param hidden how many of them moderators hid
 * @param withdrawn how many of them their authors took back
 * @param erased how many of them were removed on request
 */
public record Counts(int comments, int hidden, int withdrawn, int erased) {

    public Counts(int comments, int hidden, int withdrawn) {
        this(comments, hidden, withdrawn, 0);
    }
}
