package org.colloquy.discussion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who looks, as far as {@link Visibility} needs to know.
 *
 * @param member the id of the member who looks, or null
 * @param moderator whether they moderate
 * @param own comments that this browser posted without a name, by id
 */
public record Viewer(@Nullable Long member, boolean moderator, Set<Long> own) {

    /** Somebody of whom nothing is known: what everybody may see. */
    public static final Viewer READER = new Viewer(null, false, Set.of());

    /** A moderator's eyes. */
    public static final Viewer MODERATOR = new Viewer(null, true, Set.of());
}
