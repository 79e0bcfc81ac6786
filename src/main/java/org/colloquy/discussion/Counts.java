package org.colloquy.discussion;

/**
 * What is there, for "41 comments · 2 hidden · 1 withdrawn · 1 in the Open Thread · 1 removed on request".
 *
 * @param comments all that are shown, tombstones with them; neither the notice nor placeholders nor stubs
 * @param hidden how many of them moderators hid, or have to look at before they are shown again
 * @param withdrawn how many of them their authors took back
 * @param moved how many more stand in the Open Thread now
 * @param erased how many of them were removed on request
 */
public record Counts(int comments, int hidden, int withdrawn, int moved, int erased) {

    public Counts(int comments, int hidden, int withdrawn, int moved) {
        this(comments, hidden, withdrawn, moved, 0);
    }
}
