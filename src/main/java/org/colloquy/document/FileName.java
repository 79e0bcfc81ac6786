package org.colloquy.document;

import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;

/** The name of an uploaded file, as an operator's file could have it: it is what an article is known by. */
final class FileName {

    private static final String UNNAMED = "document" + DocumentFile.ENDING;

    /** Of its column. */
    private static final int LONGEST = 255;

    private FileName() {}

    /** @param sent by the browser; some send folders too */
    static String of(@Nullable String sent) {
        String name = sent == null ? "" : sent.replaceFirst("(?s).*[/\\\\]", "").strip();
        if (name.isEmpty() || !Characters.canBeKept(name) || name.startsWith(".")) {
            return UNNAMED;
        }
        return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
    }
}
