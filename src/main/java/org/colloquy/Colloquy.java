package org.colloquy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.colloquy.account.SetUpLinkCommand;
import org.colloquy.document.Check;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Colloquy, or does one of its commands. */
@SpringBootApplication
public class Colloquy {

    public static void main(String[] args) {
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "check" -> System.exit(Check.run(rest, System.out, System.err));
            case "setup-link" -> SetUpLinkCommand.run(rest.toArray(String[]::new));
            default -> SpringApplication.run(Colloquy.class, args);
        }
    }

    /** Microseconds: what both databases keep. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
