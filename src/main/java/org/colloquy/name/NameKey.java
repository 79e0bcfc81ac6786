package org.colloquy.name;

import java.text.Normalizer;
import java.util.Locale;

/** Tells names apart: two names with the same key are the same name. */
public final class NameKey {

    /** Longest name, in code points: the document format reads no longer one back. */
    public static final int LONGEST = 40;

    private NameKey() {}

    /**
     * What the spellings of one name have in common: compatibility forms, case, white space and invisible characters
     * do not tell names apart.
     */
    public static String of(String name) {
        String visible = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        // Up, then down: "ß" and "SS", final and other sigmas meet only so.
        return visible.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
    }
}
