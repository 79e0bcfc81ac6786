package org.colloquy.report;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.colloquy.account.Network;
import org.springframework.stereotype.Component;

/** Nobody reports faster than a person reads. Counted in memory, by address, on each node by itself. */
@Component
class ReportPace {

    /** Whoever finds a thread full of threats reports them all; a program would report everything. */
    private static final int MOST = 20;

    private static final Duration WITHIN = Duration.ofMinutes(10);

    /** Some 10 MB. */
    private static final int ADDRESSES = 50_000;

    private final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(WITHIN)
            .build(whose -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, WITHIN))
                    .build());

    /** How long to wait for the next one; empty where it may come now. */
    Optional<Duration> pause(String address) {
        ConsumptionProbe probe = buckets.get(Network.of(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }
}
