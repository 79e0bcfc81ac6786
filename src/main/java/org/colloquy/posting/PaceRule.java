package org.colloquy.posting;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody posts faster than the operator allows: per handle, and per address. What another rule refuses counts as well.
 * Counted in memory, on each node by itself.
 */
@Component
@Order(15)
@EnableConfigurationProperties(PaceSettings.class)
class PaceRule implements Rule {

    /** Who comes from more places at once than this is slowed by other means; some 20 MB. */
    private static final int MOST = 100_000;

    /** How often somebody may look at a comment for each that they may send. */
    private static final int LOOKS = 5;

    private final PaceSettings settings;
    private final Phrases phrases;
    private final @Nullable LoadingCache<String, Bucket> handles;
    private final @Nullable LoadingCache<String, Bucket> addresses;
    private final @Nullable LoadingCache<String, Bucket> looks;

    PaceRule(PaceSettings settings, Phrases phrases) {
        this.settings = settings;
        this.phrases = phrases;
        this.handles = buckets(settings.perHandle());
        this.addresses = buckets(settings.perAddress());
        this.looks = buckets(settings.perAddress() * LOOKS);
    }

    private @Nullable LoadingCache<String, Bucket> buckets(int most) {
        if (most <= 0) {
            return null;
        }
        // A bucket that nobody touched for that long is full again, and as good as a new one.
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(settings.within())
                .build(whose -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, settings.within()))
                        .build());
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        String handle = post.member() == null ? null : String.valueOf(post.member());
        String address = post.sender().network();
        return Stream.of(pause(handles, handle), pause(addresses, address))
                .flatMap(Optional::stream)
                .max(Duration::compareTo)
                .map(this::ruling);
    }

    /** Somebody looks at a post before sending it: that takes as much work, and may be done more often. */
    Optional<Ruling> look(Post post) {
        return pause(looks, post.sender().network()).map(this::ruling);
    }

    @Override
    public boolean isForeseeable() {
        return false;
    }

    /** How long to wait for the next one; empty where it may come now. */
    private static Optional<Duration> pause(@Nullable LoadingCache<String, Bucket> buckets, @Nullable String whose) {
        if (buckets == null || whose == null) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(whose).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    private Ruling ruling(Duration pause) {
        String advice = phrases.of("rule.advice.PACE", pause.toSeconds());
        return new Ruling(
                "PACE", Effect.REFUSE, new Objection("form", phrases.of("rule.name.PACE"), sentence(), advice), pause);
    }

    @Override
    public Optional<RuleView> everywhere() {
        boolean open = handles == null && addresses == null;
        return open
                ? Optional.empty()
                : Optional.of(new RuleView("PACE", phrases.of("rule.name.PACE"), sentence(), Effect.REFUSE));
    }

    private String sentence() {
        int most = Stream.of(settings.perHandle(), settings.perAddress())
                .filter(limit -> limit > 0)
                .min(Integer::compare)
                .orElse(0);
        return phrases.of(
                "rule.sentence.PACE", most, Math.max(1, settings.within().toMinutes()));
    }
}
