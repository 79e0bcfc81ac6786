package org.colloquy.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.colloquy.posting.OneAddress.Cause;
import org.junit.jupiter.api.Test;

class OneAddressTests {

    private Instant now = Instant.parse("2026-11-10T14:05:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void warnsWhenManyPeoplePostFromOneAddress() {
        var posts = new OneAddress(clock, "none");
        for (int i = 0; i < 19; i++) {
            posts.posted("192.0.2.1", "Reader " + i % 5);
            assertThat(posts.warning()).isEmpty();
        }
        posts.posted("192.0.2.1", null);
        assertThat(posts.warning()).contains(Cause.UNDECLARED);
        posts.posted("192.0.2.2", "Reader 1");
        assertThat(posts.warning()).isEmpty();
    }

    @Test
    void doesNotMindAFewTalkativePeople() {
        var posts = new OneAddress(clock, "none");
        for (int i = 0; i < 1_000; i++) {
            posts.posted("192.0.2.1", "Reader " + i % 4);
            posts.posted("192.0.2.1", null);
        }
        assertThat(posts.warning()).isEmpty();
        posts.posted("192.0.2.1", "Reader 4");
        assertThat(posts.warning()).isPresent();
    }

    @Test
    void forgetsWithinADay() {
        var posts = new OneAddress(clock, "native");
        for (int i = 0; i < 20; i++) {
            posts.posted("20010db800000000", "Reader " + i);
        }
        assertThat(posts.warning()).as("one network").contains(Cause.UNHEARD);
        now = now.plus(Duration.ofHours(25));
        assertThat(posts.warning()).isEmpty();
    }
}
