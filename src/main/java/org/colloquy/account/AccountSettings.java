package org.colloquy.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings.
 *
 * @param data the folder of the embedded database and its companions
 * @param url the address that Colloquy is reached at from outside, such as {@code https://colloquy.example.org}; where
 *     it is not set, links that are printed begin with {@code http://localhost} and the port
 */
@ConfigurationProperties("colloquy")
public record AccountSettings(String data, @Nullable URI url) {}
