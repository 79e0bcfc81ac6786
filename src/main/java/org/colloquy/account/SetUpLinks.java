package org.colloquy.account;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.start.Unstartable;

/**
 * The one-time address that makes a moderator: only the one that was printed last works. It is kept, hashed, in a file of
 * the data folder and not in the database: the embedded one is open in one process only, and {@code setup-link} must work
 * beside a running server. Who can write that folder could write the database too, so nothing is given away by it.
 */
final class SetUpLinks {

    static final Duration VALID = Duration.ofHours(24);

    private final Path file;
    private final Clock clock;

    SetUpLinks(Path data, Clock clock) {
        this.file = data.resolve("set-up-links");
        this.clock = clock;
    }

    /** Makes a new address below {@code site}; it works once, for 24 hours, and those of before work no more. */
    synchronized URI create(URI site) {
        String secret = Secret.create();
        change(links -> {
            links.clear();
            links.add(new Link(Secret.hash(secret), clock.instant().plus(VALID)));
            return true;
        });
        return URI.create(address(site.toString(), secret));
    }

    /** Where a link below that site leads. */
    static String address(String site, String secret) {
        return site.replaceAll("/+$", "") + "/account/set-up?token=" + secret;
    }

    /** Whether the address still works. */
    synchronized boolean isValid(String secret) {
        try {
            return read().stream().anyMatch(link -> link.isFor(secret));
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /**
     * Uses the address up for something; if that fails, the address works again.
     *
     * @return whether it was done: for exactly one caller
     */
    synchronized boolean use(String secret, Runnable something) {
        return change(links -> {
            if (!links.removeIf(link -> link.isFor(secret))) {
                return false;
            }
            something.run();
            return true;
        });
    }

    /** Until when the one that was printed last works; empty where none does. */
    synchronized Optional<Instant> open() {
        try {
            return read().stream().map(Link::until).max(Instant::compareTo);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /** Lets none that was printed work any more. Whether one did. */
    synchronized boolean withdraw() {
        return change(links -> {
            boolean open = !links.isEmpty();
            links.clear();
            return open;
        });
    }

    private record Link(String hash, Instant until) {

        boolean isFor(String secret) {
            return hash.equals(Secret.hash(secret));
        }

        String line() {
            return hash + " " + until;
        }

        /** Empty for a line that is damaged. */
        static Stream<Link> read(String line) {
            String[] parts = line.split(" ");
            try {
                return parts.length < 2 ? Stream.empty() : Stream.of(new Link(parts[0], Instant.parse(parts[1])));
            } catch (DateTimeException e) {
                return Stream.empty();
            }
        }
    }

    private interface Change {
        boolean apply(List<Link> links);
    }

    /** Reads, drops what is over, changes and writes, while no other process does. */
    private boolean change(Change change) {
        try {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling("set-up-links.lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                List<Link> links = new ArrayList<>(read());
                boolean answer = change.apply(links);
                write(links);
                return answer;
            }
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    private Unstartable unkept(IOException cause) {
        return new Unstartable(
                "set-up links cannot be kept in " + file.getParent() + ": make that folder writable.", cause);
    }

    private List<Link> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .flatMap(Link::read)
                .filter(link -> clock.instant().isBefore(link.until()))
                .toList();
    }

    private void write(List<Link> links) throws IOException {
        Path fresh = file.resolveSibling("set-up-links.new");
        Files.write(fresh, links.stream().map(Link::line).toList(), StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
