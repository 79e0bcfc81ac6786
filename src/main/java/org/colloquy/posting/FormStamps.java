package org.colloquy.posting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a form was opened, signed, in the form itself: no cookie and no session. A stamp from before a restart, or from
 * another node, tells nothing, and nothing is made of that.
 */
@Component
class FormStamps {

    private static final String SIGNING = "HmacSHA256";

    /** 256 bits, as long as what is made with it. */
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final Clock clock;

    FormStamps(Clock clock) {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, SIGNING);
        this.clock = clock;
    }

    /** For a form that is opened now. */
    String now() {
        String millis = String.valueOf(millis());
        return millis + "." + signature(millis);
    }

    /** How long ago the form with that stamp was opened; null where the stamp is none of ours. */
    @Nullable
    Duration age(String stamp) {
        int point = stamp.indexOf('.');
        String millis = point < 0 ? "" : stamp.substring(0, point);
        boolean ours = millis.matches("\\d{1,15}")
                && MessageDigest.isEqual(bytes(signature(millis)), bytes(stamp.substring(point + 1)));
        return ours ? Duration.ofMillis(millis() - Long.parseLong(millis)) : null;
    }

    private long millis() {
        // Not clock.millis(): a clock that ticks faster than that divides by nothing there.
        return clock.instant().toEpochMilli();
    }

    private String signature(String millis) {
        try {
            Mac mac = Mac.getInstance(SIGNING);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(millis)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SIGNING, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
