package org.colloquy.account;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.colloquy.start.Unstartable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** {@code setup-link}: prints another one-time address, also while Colloquy runs, with its settings. */
public final class SetUpLinkCommand {

    private SetUpLinkCommand() {}

    /**
     * Prints the address.
     *
     * @throws Unstartable if it cannot be kept
     */
    public static void run(String... args) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(args)) {
            AccountSettings settings = context.getBean(AccountSettings.class);
            if (!Files.isDirectory(Path.of(settings.data()))) {
                throw new Unstartable("there is no folder " + settings.data()
                        + ". Run setup-link where Colloquy runs, with the same colloquy.data.");
            }
            int port = context.getEnvironment().getProperty("server.port", Integer.class, 8080);
            URI site = settings.url() == null ? settings.local(port, context.getEnvironment()) : settings.url();
            SetUpAnnouncement.print(
                    System.out, new SetUpLinks(Path.of(settings.data()), Clock.systemUTC()).create(site));
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AccountSettings.class)
    static class Settings {}
}
