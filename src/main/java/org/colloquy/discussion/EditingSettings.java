package org.colloquy.discussion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Second thoughts.
 *
 * @param within how long an author may change a comment after posting it, as long as nobody has answered or quoted it; 0
 *     for never
 */
@ConfigurationProperties("colloquy.editing")
record EditingSettings(@DefaultValue("15m") Duration within) {}
