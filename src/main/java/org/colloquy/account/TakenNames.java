package org.colloquy.account;

import java.util.Optional;
import java.util.Set;

/** Names that belong to somebody although nobody holds them as a handle. */
public interface TakenNames {

    /** The one of them that has one of these shapes (as made by {@code NameShape}), as it is written. */
    Optional<String> alike(Set<String> shapes);
}
