package org.colloquy.posting;

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

    public CommentForm {
        name = name == null ? "" : name;
        text = text == null ? "" : text;
    }
}
