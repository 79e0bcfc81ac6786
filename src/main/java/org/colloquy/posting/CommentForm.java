package org.colloquy.posting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a commenter sends.
 *
 * @param name the name to post under; empty for none
 * @param parent the number of the comment that is answered, or null
 * @param term the number of the ceasefire term that it is about, or null
 * @param elsewhere whether it is off topic here and goes to the Open Thread
 */
public record CommentForm(
        String name,
        String text,
        @Nullable Integer parent,
        @Nullable Integer term,
        boolean elsewhere) {

    /** Reads what was sent; never fails, as a text that cannot be shown again would be lost. */
    static CommentForm of(Map<String, String> sent) {
        return new CommentForm(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("text", ""),
                number(sent.getOrDefault("parent", "")),
                number(sent.getOrDefault("term", "")),
                sent.containsKey("elsewhere"));
    }

    private static @Nullable Integer number(String sent) {
        return sent.matches("\\d{1,9}") ? Integer.valueOf(sent) : null;
    }
}
