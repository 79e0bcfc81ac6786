package org.colloquy.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Settings.
 *
 * @param data the folder of the embedded database and its companions
 * @param url the address that Colloquy is reached at from outside, such as {@code https://colloquy.example.org}; where
 *     it is not set, links that are printed begin with {@code http://localhost} and the port
 */
@ConfigurationProperties("colloquy")
record AccountSettings(
        @DefaultValue("data") String data, @Nullable URI url) {

    /** Where it is reached on this machine. */
    URI local(int port, Environment environment) {
        return URI.create("http://localhost:" + port + environment.getProperty("server.servlet.context-path", ""));
    }
}
