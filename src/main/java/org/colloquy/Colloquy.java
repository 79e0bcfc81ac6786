package org.colloquy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.colloquy.account.SetUpLinkCommand;
import org.colloquy.document.Check;
import org.colloquy.start.Unstartable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Colloquy, or does one of its commands. */
@SpringBootApplication
public class Colloquy {

    private static final String USAGE = """
            Usage:
              java -jar colloquy.jar [--colloquy.documents=FILE,FOLDER…] [--name=value…]   serve the documents
              java -jar colloquy.jar check [--format=tsv] FILE…    say what an import would make of them
              java -jar colloquy.jar setup-link [--name=value…]    print an address that makes a moderator
            The README lists the settings.""";

    public static void main(String[] args) {
        String first = args.length == 0 ? "" : args[0];
        List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (first) {
            case "check" -> System.exit(Check.run(rest, System.out, System.err));
            case "setup-link" -> setUpLink(rest.toArray(String[]::new));
            case "help", "--help", "-h" -> System.out.println(USAGE);
            default -> {
                if (!first.isEmpty() && !first.startsWith("--")) {
                    System.err.println("There is no command \"" + first + "\".\n" + USAGE);
                    System.exit(2);
                }
                SpringApplication.run(Colloquy.class, args);
            }
        }
    }

    private static void setUpLink(String... args) {
        try {
            SetUpLinkCommand.run(args);
        } catch (Unstartable refused) {
            System.err.println("No set-up link: " + refused.getMessage());
            System.exit(1);
        }
    }

    /** Microseconds: what both databases keep. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
