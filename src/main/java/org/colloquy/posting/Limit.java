package org.colloquy.posting;

/**
 * A number that a rule turns on.
 *
 * @param name what the row and the form call it
 * @param usual what holds where nobody chose
 */
record Limit(String name, int usual, int least, int most) {}
