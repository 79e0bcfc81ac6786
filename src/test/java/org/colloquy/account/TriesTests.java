package org.colloquy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TriesTests {

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    private final Tries tries = new Tries(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void asksToWaitAfterTooManyTriesForANameAndNobodyElsewhere() {
        for (int i = 0; i < Tries.FOR_A_NAME; i++) {
            assertThat(tries.count("old salt", "192.0.2.99")).isEmpty();
        }
        now = now.plus(Duration.ofMinutes(5));
        assertThat(tries.count("old salt", "192.0.2.99")).contains(Duration.ofMinutes(10));
        assertThat(tries.count("new salt", "192.0.2.99")).isEmpty();
        assertThat(tries.count("old salt", "192.0.2.7")).isEmpty();
        now = now.plus(Duration.ofMinutes(11));
        assertThat(tries.count("old salt", "192.0.2.99")).isEmpty();
    }

    @Test
    void givesLessToEachOfManyAddressesThatTryOneNameAndLeavesItsOwnerAWay() {
        for (int i = 0; i < Tries.FROM_EVERYWHERE; i++) {
            assertThat(tries.count("old salt", "192.0.2." + i / Tries.FOR_A_NAME))
                    .isEmpty();
        }
        for (int address = 100; address < 200; address++) {
            for (int i = 0; i < Tries.WHEN_BESIEGED; i++) {
                assertThat(tries.count("old salt", "192.0.2." + address)).isEmpty();
            }
            assertThat(tries.count("old salt", "192.0.2." + address)).isPresent();
        }
        assertThat(tries.count("old salt", "198.51.100.1")).as("the owner").isEmpty();
    }

    @Test
    void countsForAllAddressesOnlyWhatWasTried() {
        for (int i = 0; i < Tries.FROM_AN_ADDRESS; i++) {
            tries.count("old salt", "192.0.2.1");
            tries.count("old salt", "192.0.2.2");
        }
        for (int i = 0; i < Tries.FOR_A_NAME; i++) {
            assertThat(tries.count("old salt", "198.51.100.1")).as("the owner").isEmpty();
        }
    }

    @Test
    void asksToWaitAfterTooManyTriesFromAnAddress() {
        for (int i = 0; i < Tries.FROM_AN_ADDRESS; i++) {
            assertThat(tries.count("name " + i, "192.0.2.1")).isEmpty();
        }
        assertThat(tries.count("another", "192.0.2.1")).isPresent();
        assertThat(tries.count("another", "192.0.2.2")).isEmpty();
    }

    @Test
    void remembersNoNamesFromAnAddressThatMayNotTry() {
        for (int i = 0; i < 10 * Tries.FROM_AN_ADDRESS; i++) {
            tries.count("name " + i, "192.0.2.1");
        }
        assertThat(tries.remembered()).isEqualTo(2 * Tries.FROM_AN_ADDRESS + 1);
    }

    @Test
    void forgetsTriesThatWereRight() {
        for (int i = 0; i < 500; i++) {
            assertThat(tries.count("old salt", "192.0.2.1")).isEmpty();
            tries.succeeded("old salt", "192.0.2.1");
        }
    }

    @Test
    void takesARecoveryCodeHoweverItIsTyped() {
        String code = RecoveryCode.create();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(RecoveryCode.hash(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCode.hash(code));
        assertThat(RecoveryCode.hash("OIL10")).isEqualTo(RecoveryCode.hash("0-1-1-1-0"));
        assertThat(RecoveryCode.create()).isNotEqualTo(code);
    }

    @Test
    void knowsABrowserByAFewWords() {
        assertThat(BrowserName.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox on Linux");
        assertThat(BrowserName.of("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/142.0.0.0 Mobile Safari/537.36"))
                .isEqualTo("Chrome on Android");
        assertThat(BrowserName.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
        assertThat(BrowserName.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"))
                .isEqualTo("Edge on Windows");
        assertThat(BrowserName.of("curl/8.0")).isNull();
        assertThat(BrowserName.of(null)).isNull();
    }
}
