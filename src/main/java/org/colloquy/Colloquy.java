package org.colloquy;

import java.util.List;
import org.colloquy.document.Check;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Colloquy {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("check")) {
            // The dry run starts no Spring: it answers at once.
            System.exit(Check.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        SpringApplication.run(Colloquy.class, args);
    }
}
