package org.colloquy.posting;

import org.colloquy.account.Suspensions.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * What stands where the form would, for whom moderators have suspended: nobody writes first and is told afterwards.
 *
 * @param address of the discussion
 * @param title of its article, or null for the Open Thread
 * @param about the number of the comment that was to be answered or changed, or null
 */
public record SuspendedView(
        String address, @Nullable String title, @Nullable Integer about, Suspension suspension) {}
