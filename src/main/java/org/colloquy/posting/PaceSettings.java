package org.colloquy.posting;

import java.time.Duration;
import org.colloquy.start.Unstartable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast one may post. Far more than a person writes, and far less than a program can.
 *
 * @param perHandle how many comments one handle may send within that time; 0 for as many as it likes
 * @param perAddress how many comments may come from one address within that time, whatever their names; 0 for as many as
 *     it likes. People behind one router share an address
 * @param within the time that these two are counted in
 */
@ConfigurationProperties("colloquy.pace")
record PaceSettings(
        @DefaultValue("20") int perHandle,
        @DefaultValue("60") int perAddress,
        @DefaultValue("10m") Duration within) {

    /** What nanoseconds can be counted in; nobody waits for longer, nor can anybody tell less than a second. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(365);

    PaceSettings {
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new Unstartable(
                    "colloquy.pace.within must be from 1s to 365d. Set it to something like 10m, or, where"
                            + " nobody is to wait, colloquy.pace.per-handle and colloquy.pace.per-address to 0.");
        }
    }
}
