package org.colloquy.log;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What undoing an act needs to know, as a record, to and from the string that is kept of it. */
public final class Former {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Former() {}

    public static String of(Record former) {
        return JSON.writeValueAsString(former);
    }

    /** Of two things that undoing changes at once: each is read as the record that it was. */
    public static String of(Record former, Record other) {
        ObjectNode both = JSON.valueToTree(former);
        both.setAll(JSON.<ObjectNode>valueToTree(other));
        return JSON.writeValueAsString(both);
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
