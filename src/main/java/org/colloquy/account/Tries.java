package org.colloquy.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Counts tries of passwords and recovery codes, by name and address, so that nobody tries for long, and nobody keeps the
 * name's owner, who is elsewhere, from trying. Each is counted before it is made, as many may be made at once, and forgotten
 * where it was right. Every node counts for itself.
 */
@Component
class Tries {

    /** Of one name from one address: more than anybody needs who knows the password. */
    static final int FOR_A_NAME = 10;

    /** Of one name from everywhere: whoever tries more has many addresses, and gets less from each of them. */
    static final int FROM_EVERYWHERE = 100;

    /** Enough for an owner who mistypes once or twice: nobody can lock them out altogether. */
    static final int WHEN_BESIEGED = 3;

    /** A school or an office may share one address. */
    static final int FROM_AN_ADDRESS = 60;

    static final Duration COUNTED_FOR = Duration.ofMinutes(15);

    /** Some tens of megabytes at most, whatever is tried: names are kept as hashes, however long they are. */
    private static final int MOST = 200_000;

    private final Cache<String, AtomicInteger> tries;

    Tries(Clock clock) {
        // Not by its milliseconds: those of a clock that ticks in microseconds fail in Java 17.
        Ticker ticker = () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        tries = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfter(Expiry.<String, AtomicInteger>creating((key, count) -> COUNTED_FOR))
                .build();
    }

    /**
     * Counts a try.
     *
     * @param name the key of the name
     * @return how long to wait instead, where there were too many
     */
    Optional<Duration> count(String name, String address) {
        // Who may not try at all fills no memory with names.
        Optional<Duration> wait = count(from(address), FROM_AN_ADDRESS);
        if (wait.isPresent()) {
            return wait;
        }
        AtomicInteger all = counter(Secret.hash(name));
        wait = count(fromThere(name, address), all.get() < FROM_EVERYWHERE ? FOR_A_NAME : WHEN_BESIEGED);
        // What was not let through besieges nobody.
        if (wait.isEmpty()) {
            all.incrementAndGet();
        }
        return wait;
    }

    /** The same of somebody who is known, and counted wherever they are. */
    Optional<Duration> countOf(String who, String address) {
        return count(from(address), FROM_AN_ADDRESS).or(() -> count(Secret.hash(who), FOR_A_NAME));
    }

    private Optional<Duration> count(String key, int most) {
        return counter(key).incrementAndGet() > most ? Optional.of(left(key)) : Optional.empty();
    }

    private static String fromThere(String name, String address) {
        return Secret.hash(name + "\n\n" + address);
    }

    /** The try was right. */
    void succeeded(String name, String address) {
        tries.invalidate(fromThere(name, address));
        counter(Secret.hash(name)).decrementAndGet();
        counter(from(address)).decrementAndGet();
    }

    /** The same of somebody who is known. */
    void succeededOf(String who, String address) {
        tries.invalidate(Secret.hash(who));
        counter(from(address)).decrementAndGet();
    }

    /**
     * Whether a refusal is the first one for that name, or that address, in a while: each is written down once, however
     * often somebody goes on.
     */
    boolean isNews(String refused) {
        return counter("\n\n" + Secret.hash(refused)).incrementAndGet() == 1;
    }

    private AtomicInteger counter(String key) {
        return tries.get(key, created -> new AtomicInteger());
    }

    private Duration left(String key) {
        return tries.policy()
                .expireVariably()
                .flatMap(expiry -> expiry.getExpiresAfter(key))
                .filter(left -> left.compareTo(Duration.ofSeconds(1)) > 0)
                .orElse(Duration.ofSeconds(1));
    }

    /** How much is remembered of all of them. */
    long remembered() {
        tries.cleanUp();
        return tries.estimatedSize();
    }

    /** No hash has a line break. */
    private static String from(String address) {
        return "\n" + address;
    }
}
