package org.colloquy.account;

import java.io.Serial;
import java.time.Duration;

/** Somebody tried a password too often, and is asked to wait. */
final class TooManyTries extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Duration left;

    TooManyTries(Duration left) {
        super("too many tries", null, false, false);
        this.left = left;
    }

    /** How long to wait. */
    Duration left() {
        return left;
    }
}
