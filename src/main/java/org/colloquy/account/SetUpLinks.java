package org.colloquy.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One-time addresses that make a moderator. They are kept, hashed, in a file of the data folder and not in the
 * database: the embedded one is open in one process only, and {@code setup-link} must work beside a running server.
 * Who can write that folder could write the database too, so nothing is given away by it.
 */
final class SetUpLinks {

    static final Duration VALID = Duration.ofHours(24);

    private final Path file;
    private final Clock clock;

    SetUpLinks(Path data, Clock clock) {
        this.file = data.resolve("set-up-links");
        this.clock = clock;
    }

    /** Makes a new address below {@code site}; it works once, for 24 hours. */
    synchronized URI create(URI site) {
        String secret = Secret.create();
        change(links -> {
            links.add(new Link(Secret.hash(secret), clock.instant().plus(VALID)));
            return true;
        });
        return URI.create(site.toString().replaceAll("/+$", "") + "/account/set-up?token=" + secret);
    }

    /** Whether the address still works. */
    synchronized boolean isValid(@Nullable String secret) {
        return secret != null
                && change(links -> links.stream().anyMatch(link -> link.hash().equals(Secret.hash(secret))));
    }

    /** Uses the address up; true for exactly one caller. */
    synchronized boolean use(String secret) {
        return change(links -> links.removeIf(link -> link.hash().equals(Secret.hash(secret))));
    }

    private record Link(String hash, Instant until) {}

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
            throw new UncheckedIOException(
                    "The set-up link cannot be kept in " + file.getParent() + ": make that folder writable.", e);
        }
    }

    private List<Link> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(line -> line.split(" "))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Link(parts[0], Instant.parse(parts[1])))
                .filter(link -> clock.instant().isBefore(link.until()))
                .toList();
    }

    private void write(List<Link> links) throws IOException {
        Path fresh = file.resolveSibling("set-up-links.new");
        Files.write(
                fresh,
                links.stream().map(link -> link.hash() + " " + link.until()).toList(),
                StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
