package org.colloquy.reply;

/** Why a comment stands under its parent. A comment without evidence has no parent. */
public enum Evidence {
    /** Posted here as a reply. */
    STATED,
    /** Repeats its parent's words. */
    QUOTED,
    /** Addresses its parent's speaker by name. */
    NAMED,
    /** Placed by a moderator. */
    CONFIRMED
}
