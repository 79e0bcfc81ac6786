package org.colloquy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpLinksTests {

    private static final URI SITE = URI.create("https://colloquy.example.org");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private Path data = Path.of("");

    private SetUpLinks links(Instant now) {
        return new SetUpLinks(data, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String secret(URI link) {
        return link.getQuery().substring("token=".length());
    }

    @Test
    void onlyTheLatestLinkWorks() {
        String first = secret(links(NOW).create(SITE));
        String second = secret(links(NOW).create(SITE));
        assertThat(links(NOW).isValid(first)).isFalse();
        assertThat(links(NOW).isValid(second)).isTrue();
        assertThat(links(NOW).open()).contains(NOW.plus(SetUpLinks.VALID));
    }

    @Test
    void worksOnceAndForADayUnlessItIsWithdrawn() {
        String secret = secret(links(NOW).create(SITE));
        assertThatThrownBy(() -> links(NOW).use(secret, () -> {
                    throw new IllegalStateException("no such name");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(links(NOW).isValid(secret)).as("not used up by what failed").isTrue();
        assertThat(links(NOW.plus(Duration.ofHours(24))).isValid(secret)).isFalse();
        assertThat(links(NOW).use(secret, () -> {})).isTrue();
        assertThat(links(NOW).use(secret, () -> {})).isFalse();
        assertThat(links(NOW).withdraw()).as("none is open").isFalse();

        String another = secret(links(NOW).create(SITE));
        assertThat(links(NOW).withdraw()).isTrue();
        assertThat(links(NOW).isValid(another)).isFalse();
        assertThat(links(NOW).open()).isEmpty();
    }
}
