package org.colloquy.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells names apart: two names with the same key are the same name. */
public final class NameKey {

    /** Longest name, in code points: the document format reads no longer one back. */
    public static final int LONGEST = 40;

    private static final int LONGEST_READ = 400;

    /** Format characters, and what Unicode draws as nothing though it is called a letter, a mark or a symbol. */
    static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f"
                    + "\\uffa0\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private NameKey() {}

    /**
     * What the spellings of one name have in common: compatibility forms, case, white space and invisible characters
     * do not tell names apart.
     */
    public static String of(String name) {
        return keyOf(asFarAsRead(name));
    }

    /** Normalising takes time quadratic in a run of marks, and no name is that long: the rest tells nothing apart. */
    static String asFarAsRead(String name) {
        return name.length() <= LONGEST_READ ? name : name.substring(0, LONGEST_READ);
    }

    private static String keyOf(String name) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        return SPACES.matcher(folded(visible)).replaceAll(" ").strip();
    }

    static String folded(String name) {
        // Down, up, down: "ß", "ẞ" and "SS", final and other sigmas meet only so. "İ" leaves a dot behind.
        String folded = name.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i");
        // Again: what was taken away or folded may have stood between a letter and its mark.
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
