package org.colloquy.moderation;

import org.colloquy.discussion.Placing;
import org.jspecify.annotations.Nullable;

/**
 * What came of placing a comment.
 *
 * @param placing null where another moderator had acted on the comment after this one had looked: nothing was done then
 * @param entry its id in the log, to undo it by; null where nothing was done
 */
record Placed(@Nullable Placing placing, @Nullable Long entry) {}
