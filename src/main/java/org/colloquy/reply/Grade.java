package org.colloquy.reply;

/** How sure a found link is. */
public enum Grade {
    /** A long quotation of words that only one earlier comment holds. */
    CERTAIN,
    /** A short one: the words may be a phrase that two people had in common. */
    LIKELY
}
