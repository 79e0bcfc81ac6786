package org.colloquy.posting;

import org.colloquy.discussion.Discussion;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator is about to choose.
 *
 * @param place where, or null for the whole site
 * @param chosen what, or null where an earlier choice is taken back
 */
record RuleChange(
        ChangeableRule rule,
        @Nullable Discussion place,
        @Nullable Setting chosen) {}
