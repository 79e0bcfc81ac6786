package org.colloquy.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who a comment is from.
 *
 * @param name what they are called; null where there is nothing to call them by
 * @param confirmed of who speaks in a document, the handle that they have here, as a moderator confirmed; else null
 */
public record Speaker(
        Kind kind,
        @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String confirmed) {

    public Speaker(Kind kind, @Nullable String name) {
        this(kind, name, null);
    }

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
