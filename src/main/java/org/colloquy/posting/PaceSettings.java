package org.colloquy.posting;

import java.time.Duration;
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
        @DefaultValue("10m") Duration within) {}
