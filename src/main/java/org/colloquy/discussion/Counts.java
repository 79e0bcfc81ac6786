package org.colloquy.discussion;

/**
 * What is there, for "41 comments · 2 hidden · 1 withdrawn".
 *
 * @param comments all that are shown, tombstones with them; neither the notice nor placeholders
 * @param hidden how many of them moderators hid, or have to look at before they are shown again
 * @param withdrawn how many of them their authors took back
 */
public record Counts(int comments, int hidden, int withdrawn) {}
