package org.colloquy.account;

/** Names that belong to somebody although nobody holds them as a handle. */
public interface TakenNames {

    /** Whether the name with that key (as made by {@code NameKey}) is one of them. */
    boolean include(String key);
}
