package org.colloquy.moderation;

import org.jspecify.annotations.Nullable;

/**
 * What came of an act.
 *
 * @param entry its id in the log, to undo it by; null where nothing was done
 */
record Logged<T>(T outcome, @Nullable Long entry) {}
