package org.colloquy.posting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Notices when everybody seems to post from one address: most likely that of a proxy that nobody told Colloquy of, so that
 * limits meant for one person count all together. Each node sees what comes to it, keeps it in memory, and forgets it
 * within a day.
 */
@Component
public class OneAddress {

    /** Fewer may well come from one home, or one school. */
    static final int POSTS = 20;

    static final int PEOPLE = 5;

    private static final Duration WITHIN = Duration.ofDays(1);

    /** Enough to find so many people among a talkative few. */
    private static final int KEPT = 20 * POSTS;

    /** What is most likely wrong. */
    public enum Cause {
        /** No proxy is believed, as none was declared. */
        UNDECLARED,
        /** What proxies say is believed, but not of this one, or it does not say where a request comes from. */
        UNHEARD
    }

    private record Sent(Instant at, String person) {}

    private final Deque<Sent> posts = new ArrayDeque<>();
    private final Clock clock;
    private final Cause cause;
    private @Nullable String address;

    OneAddress(Clock clock, @Value("${server.forward-headers-strategy:none}") String strategy) {
        this.clock = clock;
        this.cause = strategy.equalsIgnoreCase("none") ? Cause.UNDECLARED : Cause.UNHEARD;
    }

    /**
     * A post was taken.
     *
     * @param from the sender's network, or null
     * @param name that it was posted under, or null
     */
    synchronized void posted(@Nullable String from, @Nullable String name) {
        if (from == null) {
            return;
        }
        if (!from.equals(address)) {
            posts.clear();
            address = from;
        }
        posts.addLast(new Sent(clock.instant(), Objects.requireNonNullElse(name, "")));
        if (posts.size() > KEPT) {
            posts.removeFirst();
        }
    }

    /** What is most likely wrong; empty where all is well. */
    public synchronized Optional<Cause> warning() {
        Instant day = clock.instant().minus(WITHIN);
        posts.removeIf(sent -> sent.at().isBefore(day));
        long people = posts.stream()
                .map(Sent::person)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
        return posts.size() >= POSTS && people >= PEOPLE ? Optional.of(cause) : Optional.empty();
    }
}
