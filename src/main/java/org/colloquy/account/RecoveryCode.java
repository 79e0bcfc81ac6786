package org.colloquy.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a name is taken up with in another browser: written down by people, so in groups and without letters to mix up. */
final class RecoveryCode {

    /** Of 32, without I, L, O and U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 125 bits: beyond guessing, so that a plain hash is enough. */
    private static final int GROUPS = 5;

    private static final int GROUP = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    /** A new one, as it is shown: {@code 7KQ2M-…}. */
    static String create() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> IntStream.range(0, GROUP)
                        .mapToObj(at -> String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /** The hash of a code, however its groups and letters are typed. */
    static String hash(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return Secret.hash(code);
    }
}
