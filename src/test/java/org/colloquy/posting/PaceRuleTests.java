package org.colloquy.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.colloquy.discussion.Chronicle;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Speaker;
import org.colloquy.posting.Rule.Ruling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class PaceRuleTests {

    private static final Discussion PLACE = Mockito.mock(Discussion.class);

    @Test
    void letsAHandlePostAsOftenAsItMayWhereverItComesFrom() {
        PaceRule rule = rule(3, 0);
        for (int i = 1; i <= 3; i++) {
            assertThat(rule.judge(post(7L, "192.0.2." + i))).isEmpty();
        }
        Ruling refused = rule.judge(post(7L, "192.0.2.4")).orElseThrow();
        assertThat(refused.effect()).isEqualTo(Effect.REFUSE);
        assertThat(Objects.requireNonNull(refused.pause())).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        assertThat(refused.objection().advice()).startsWith("Wait ").contains("your text is kept");
        assertThat(refused.objection().rule())
                .isEqualTo(
                        "Nobody posts more than 3 comments in a row, and then not faster than that many in 10 minutes.");
        assertThat(rule.judge(post(8L, "192.0.2.4"))).isEmpty();
    }

    @Test
    void letsAnAddressPostAsOftenAsItMayUnderAnyName() {
        PaceRule rule = rule(0, 2);
        assertThat(rule.judge(post(null, "192.0.2.1"))).isEmpty();
        assertThat(rule.judge(post(7L, "192.0.2.1"))).isEmpty();
        assertThat(rule.judge(post(8L, "192.0.2.1"))).isPresent();
        assertThat(rule.judge(post(8L, "192.0.2.2"))).isEmpty();
    }

    /** One connection has more of these addresses than there are people. */
    @Test
    void takesTheAddressesOfOneNetworkForOne() {
        PaceRule rule = rule(0, 1);
        assertThat(rule.judge(post(null, "2001:db8:1:2::1"))).isEmpty();
        assertThat(rule.judge(post(null, "2001:db8:1:2:ffff::2"))).isPresent();
        assertThat(rule.judge(post(null, "2001:db8:1:3::1"))).isEmpty();
        assertThat(rule.judge(post(null, "what: ever"))).isEmpty();
    }

    @Test
    void letsNotOneMoreThroughWhenManyComeAtOnce() throws Exception {
        PaceRule rule = rule(0, 25);
        assertThat(passed(rule, 1_000)).isEqualTo(25);
    }

    @Test
    void slowsNobodyWhereItIsOpened() throws Exception {
        PaceRule rule = rule(0, 0);
        assertThat(passed(rule, 1_000)).isEqualTo(1_000);
        assertThat(rule.everywhere()).isEmpty();
    }

    /** A rule that fails by itself costs nobody their text. */
    @Test
    void letsAPostWaitWhenARuleFails() {
        Rule failing = post -> {
            throw new IllegalStateException("on purpose");
        };
        Rulebook rulebook = new Rulebook(
                List.of(failing, rule(1, 1)),
                Mockito.mock(RuleSettings.class),
                Mockito.mock(Notices.class),
                Mockito.mock(Chronicle.class),
                RuleTableTests.phrases(),
                Clock.systemUTC());
        Verdict verdict = rulebook.judge(post(7L, "192.0.2.1"));
        assertThat(verdict.holds()).isTrue();
        assertThat(rulebook.judge(post(7L, "192.0.2.1")).refuses())
                .as("the others still judge")
                .isTrue();
    }

    private static long passed(PaceRule rule, int posts) throws Exception {
        List<Callable<Optional<Ruling>>> all = IntStream.range(0, posts)
                .mapToObj(i -> (Callable<Optional<Ruling>>) () -> rule.judge(post((long) i, "192.0.2.1")))
                .toList();
        var pool = Executors.newFixedThreadPool(8);
        try {
            long passed = 0;
            for (var judged : pool.invokeAll(all)) {
                passed += judged.get().isEmpty() ? 1 : 0;
            }
            return passed;
        } finally {
            pool.shutdown();
        }
    }

    private static PaceRule rule(int perHandle, int perAddress) {
        return new PaceRule(new PaceSettings(perHandle, perAddress, Duration.ofMinutes(10)), RuleTableTests.phrases());
    }

    private static Post post(@Nullable Long member, String address) {
        return new Post(
                PLACE,
                Speaker.named("Somebody"),
                member,
                "Words.",
                null,
                null,
                new Sender(address, false, null),
                new Moment(Instant.EPOCH, new Settings(Map.of()), Mockito.mock(Past.class)));
    }
}
