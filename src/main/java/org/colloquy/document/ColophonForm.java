package org.colloquy.document;

import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;

/** What the companion of a document would say, as it was typed. */
public record ColophonForm(
        String byline, String published, String source, String captured, String rights, String language) {

    static final ColophonForm EMPTY = new ColophonForm("", "", "", "", "", "");

    /** Longer addresses are no addresses, and longer sentences nobody reads. */
    static final int LONGEST = 1_000;

    static ColophonForm of(Map<String, String> sent) {
        return new ColophonForm(
                line(sent, "byline"),
                line(sent, "published"),
                line(sent, "source"),
                line(sent, "captured"),
                line(sent, "rights"),
                line(sent, "language"));
    }

    private static String line(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").strip();
    }

    static ColophonForm of(Colophon said) {
        return new ColophonForm(
                text(said.byline()),
                text(said.published()),
                text(said.source()),
                text(said.captured()),
                text(said.rights()),
                text(said.language()));
    }

    private static String text(@Nullable Object said) {
        return said == null ? "" : said.toString();
    }

    /** What is wrong, by field: the last part of a message's key. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        fields().forEach((field, typed) -> {
            if (!Characters.canBeKept(typed) || typed.contains("\n")) {
                problems.put(field, "broken");
            } else if (typed.length() > LONGEST) {
                problems.put(field, "long");
            }
        });
        unless(published.isEmpty() || Colophon.day(published).isPresent(), problems, "published", "date");
        unless(source.isEmpty() || Colophon.address(source).isPresent(), problems, "source", "address");
        unless(captured.isEmpty() || Colophon.day(captured).isPresent(), problems, "captured", "date");
        unless(language.isEmpty() || isLanguage(language), problems, "language", "language");
        return problems;
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("byline", byline);
        fields.put("published", published);
        fields.put("source", source);
        fields.put("captured", captured);
        fields.put("rights", rights);
        fields.put("language", language);
        return fields;
    }

    private static void unless(boolean right, Map<String, String> problems, String field, String what) {
        if (!right) {
            problems.putIfAbsent(field, what);
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException noTag) {
            return false;
        }
    }

    /** Where there are no problems. */
    Colophon colophon() {
        return new Colophon(
                said(byline).orElse(null),
                said(published).flatMap(Colophon::day).orElse(null),
                said(source).flatMap(Colophon::address).orElse(null),
                said(captured).flatMap(Colophon::day).orElse(null),
                said(rights).orElse(null),
                said(language).orElse(null));
    }

    private static Optional<String> said(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }
}
