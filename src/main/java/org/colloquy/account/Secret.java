package org.colloquy.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets that are given away once and kept only as a hash. */
public final class Secret {

    /** 256 bits: beyond guessing, so that a plain hash is enough. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** A new one, safe in a cookie and in an address. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether that may have been made here: nothing else is worth being looked up. */
    public static boolean looksLikeOne(String text) {
        return text.matches("[A-Za-z0-9_-]{43}");
    }

    /** SHA-256, as 64 hexadecimal digits. */
    public static String hash(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
