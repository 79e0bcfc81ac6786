package org.colloquy.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a member, for the member to read; secrets and their hashes are not in it.
 *
 * @param since when the handle was claimed
 * @param deskName what they sign with as a moderator, or null where that is the handle
 * @param browsers that hold the handle
 * @param sessions where they are signed in as a moderator
 * @param passkeys that they sign in with
 */
public record Kept(
        String handle,
        Instant since,
        @Nullable String deskName,
        Role role,
        boolean hasPassword,
        boolean hasRecoveryCode,
        List<BrowserView> browsers,
        List<SessionView> sessions,
        List<PasskeyView> passkeys) {}
