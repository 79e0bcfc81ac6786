package org.colloquy.account;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of a member, for the member to read; secrets and their hashes are not in it.
 *
 * @param since when the handle was claimed
 * @param browsers that hold the handle
 */
public record Kept(
        String handle,
        Instant since,
        Role role,
        boolean hasPassword,
        boolean hasRecoveryCode,
        List<BrowserView> browsers) {}
