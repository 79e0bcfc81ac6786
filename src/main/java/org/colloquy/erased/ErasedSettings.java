package org.colloquy.erased;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings.
 *
 * @param data the folder of the embedded database and its companions
 * @param erase what is removed on request
 */
@ConfigurationProperties("colloquy")
record ErasedSettings(
        @DefaultValue("data") String data, @DefaultValue Erase erase) {

    /**
     * Settings.
     *
     * @param key the secret, of at least 16 characters, under which is kept what was removed on request: the same on every
     *     node, for ever; where it is not set, it is made at first use and kept in {@code removed.key} in the data folder
     */
    record Erase(@Nullable String key) {}
}
