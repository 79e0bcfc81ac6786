package org.colloquy.discussion;

import org.jspecify.annotations.Nullable;

/**
 * Who a comment is from.
 *
 * @param name what they are called; null where there is nothing to call them by
 */
public record Speaker(Kind kind, @Nullable String name) {

    public enum Kind {
        NAMED,
        /** Imported without a name: it was most likely lost in the saving. */
        NOT_IN_SOURCE,
        /** Posted without a name: here, or in a document under one like "Anonymous", which is kept. */
        NAMELESS,
        /** The name went at its owner's wish. */
        WITHDRAWN
    }

    public static Speaker named(String name) {
        return new Speaker(Kind.NAMED, name);
    }

    public static Speaker of(Kind kind) {
        return new Speaker(kind, null);
    }
}
