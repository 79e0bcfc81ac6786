package org.colloquy.log;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What undoing an act needs to know, as a record, to and from the string that is kept of it. */
public final class Former {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Former() {}

    public static String of(Record former) {
        return JSON.writeValueAsString(former);
    }

    /** @throws IllegalArgumentException if the string is no such record */
    public static <T extends Record> T as(Class<T> kind, String kept) {
        try {
            return JSON.readValue(kept, kind);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + kind.getSimpleName(), e);
        }
    }
}
