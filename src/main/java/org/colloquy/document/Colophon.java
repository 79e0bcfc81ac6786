package org.colloquy.document;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the companion file {@code NAME.properties} says about a document and the document does not say itself. Each part
 * is null where the companion lacks it or leaves it blank; nothing is ever guessed.
 *
 * @param byline who wrote the article; goes before the name the document itself gives
 * @param published the day of first publication, written {@code 2020-11-14}
 * @param source the {@code http} or {@code https} address the document was saved from
 * @param captured the day it was saved, written likewise
 * @param rights on what ground it may be shown
 * @param language its BCP 47 tag
 */
record Colophon(
        @Nullable String byline,
        @Nullable LocalDate published,
        @Nullable URI source,
        @Nullable LocalDate captured,
        @Nullable String rights,
        @Nullable String language) {

    static final Colophon NONE = new Colophon(null, null, null, null, null, null);

    /** What {@link StrictText} keeps out of files can still be escaped; the databases refuse it or alter it. */
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

    /** Later and earlier days are typing errors, and more than some databases know. */
    private static final Pattern DAY = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

    /**
     * @param name how a refusal names the companion
     * @param text its content, in the format of {@link Properties}; other keys are left alone
     * @throws DocumentRefused if it cannot be understood
     */
    static Colophon of(String name, String text) throws DocumentRefused {
        Properties said = new Properties();
        try {
            said.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException | IllegalArgumentException broken) {
            throw new DocumentRefused("%s is not a properties file: mend its \\u escapes.".formatted(name), broken);
        }
        if (said.values().stream()
                .anyMatch(value -> UNKEEPABLE.matcher((String) value).find())) {
            throw new DocumentRefused("%s has a \\u escape for NUL or half a character: take it out.".formatted(name));
        }
        return new Colophon(
                line(said, "byline"),
                date(name, said, "published"),
                address(name, said, "source"),
                date(name, said, "captured"),
                line(said, "rights"),
                line(said, "language"));
    }

    private static @Nullable String line(Properties said, String key) {
        String value = said.getProperty(key, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The day that is written like 2020-11-14; empty where it is written otherwise, or there is none. */
    static Optional<LocalDate> day(String value) {
        try {
            return DAY.matcher(value).matches() ? Optional.of(LocalDate.parse(value)) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** The {@code http} or {@code https} address; empty where it is none. */
    static Optional<URI> address(String value) {
        try {
            URI address = new URI(value);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalDate date(String name, Properties said, String key) throws DocumentRefused {
        String value = line(said, key);
        return value == null
                ? null
                : day(value)
                        .orElseThrow(() -> new DocumentRefused(
                                "%s: %s is no date (%s): write it like 2020-11-14.".formatted(name, key, value)));
    }

    private static @Nullable URI address(String name, Properties said, String key) throws DocumentRefused {
        String value = line(said, key);
        return value == null
                ? null
                : address(value)
                        .orElseThrow(() -> new DocumentRefused(
                                "%s: %s is no http or https address (%s): write it like https://example.org/page."
                                        .formatted(name, key, value)));
    }

    Colophon withoutByline() {
        return new Colophon(null, published, source, captured, rights, language);
    }

    /** A companion that says this; empty where there is nothing to say. */
    String companion() {
        StringBuilder lines = new StringBuilder();
        line(lines, "byline", byline);
        line(lines, "published", published);
        line(lines, "source", source);
        line(lines, "captured", captured);
        line(lines, "rights", rights);
        line(lines, "language", language);
        return lines.toString();
    }

    private static void line(StringBuilder lines, String key, @Nullable Object value) {
        if (value != null) {
            lines.append(key)
                    .append('=')
                    .append(value.toString()
                            .replace("\\", "\\\\")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"))
                    .append('\n');
        }
    }
}
