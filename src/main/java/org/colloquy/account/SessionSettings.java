package org.colloquy.account;

import java.time.Duration;
import org.colloquy.start.Unstartable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long moderators stay signed in.
 *
 * @param idle after so long without a request they sign in again
 * @param lifetime and after so long in any case
 */
@ConfigurationProperties("colloquy.session")
record SessionSettings(
        @DefaultValue("1h") Duration idle,
        @DefaultValue("12h") Duration lifetime) {

    /** What is shorter would end while somebody reads a comment. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    SessionSettings {
        if (idle.compareTo(SHORTEST) < 0 || lifetime.compareTo(idle) < 0) {
            throw new Unstartable(
                    "colloquy.session.idle must be at least 1m, and colloquy.session.lifetime not less than"
                            + " that. Leave them out for 1h and 12h.");
        }
    }
}
