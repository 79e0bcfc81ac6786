package org.colloquy.discussion;

/**
 * What is there, for "41 comments · 2 hidden".
 *
 * @param comments all that are shown, tombstones with them; neither the notice nor placeholders
 * @param hidden how many of them are tombstones
 */
public record Counts(int comments, int hidden) {}
