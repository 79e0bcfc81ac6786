package org.colloquy.posting;

/** What happens to a post that meets a commenting rule. */
public enum Effect {
    OFF,
    /** The post appears; moderators find it on the desk. */
    FLAG,
    /** The post waits for a moderator. */
    HOLD,
    /** The post is not taken; its author keeps the text. */
    REFUSE
}
