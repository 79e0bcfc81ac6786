package org.colloquy.people;

import java.util.Map;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * Whom a reader does not want to read.
 *
 * @param names as they were when they were ignored, by key
 */
public record Ignored(Map<String, String> names) {

    static final Ignored NOBODY = new Ignored(Map.of());

    /** Whether a comment from that speaker is folded. */
    public boolean holds(@Nullable String speaker) {
        return speaker != null && !names.isEmpty() && names.containsKey(NameKey.of(speaker));
    }
}
