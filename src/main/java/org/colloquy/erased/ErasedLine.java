package org.colloquy.erased;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the list of what was removed on request.
 *
 * @param hash keyed, of what the kind says
 * @param details for a comment, {@code name} where the name went too; for a text, which words to cut: {@code 3-17,40-52}
 */
public record ErasedLine(Kind kind, String hash, String details) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<kind>[A-Z]+) (?<hash>[0-9a-f]{64})(?: (?<details>name|\\d{1,9}-\\d{1,9}(?:,\\d{1,9}-\\d{1,9})*))?");

    static final String NAME = "name";

    public enum Kind {
        /** Whether the list was made with this key. */
        KEY,
        /** A comment in the database: its id, and what it says or once said. */
        ROW,
        /** A comment in a document: the file's name, its number and text. */
        ENTRY,
        /** A comment anywhere: its speaker and text, where that is not short. */
        SAID,
        /** All of a text that quotes, with what to cut from it. */
        TEXT,
        /** {@value ComparedWords#RUN} words in a row, with what to cut of them. */
        WORDS
    }

    String written() {
        return (kind + " " + hash + " " + details).strip();
    }

    /** Empty for a line that is damaged. */
    static Optional<ErasedLine> read(String line) {
        Matcher written = WRITTEN.matcher(line);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            String details = written.group("details");
            return Optional.of(new ErasedLine(
                    Kind.valueOf(written.group("kind")), written.group("hash"), details == null ? "" : details));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
