package org.colloquy.posting;

import java.time.Instant;

/**
 * When a post comes: how the rules stand there then, and what had been said before.
 */
record Moment(Instant at, Settings rules, Past past) {}
