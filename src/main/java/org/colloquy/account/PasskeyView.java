package org.colloquy.account;

import java.time.Instant;

/**
 * A passkey, for its owner to read.
 *
 * @param id tells it from the member's others
 * @param label what its owner calls it
 * @param since when it was made
 * @param lastUsed when somebody last signed in with it; when it was made where nobody has
 */
public record PasskeyView(String id, String label, Instant since, Instant lastUsed) {}
