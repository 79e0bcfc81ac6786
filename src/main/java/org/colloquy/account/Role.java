package org.colloquy.account;

/** What a member may do; each may do what those before it may. */
public enum Role {
    COMMENTER,
    MODERATOR,
    ADMINISTRATOR;

    boolean moderates() {
        return this != COMMENTER;
    }
}
