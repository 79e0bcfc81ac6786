package org.colloquy.report;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.colloquy.account.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends who reports a comment, or the text of an article.
 *
 * @param place the last part of the discussion's address
 * @param comment its number there, or null for the article
 * @param revision how often that had been changed when it was read
 * @param kind what is wrong with it; null while nothing is chosen
 * @param rule which rule it breaks, in its words
 * @param explanation why
 * @param quote the words that are meant
 * @param contact how to reach whoever reports
 * @param faith whether they say that they believe it to be true
 * @param key of this form: its receipt's address, so that what is sent twice is one report
 */
public record ReportForm(
        String place,
        @Nullable Integer comment,
        int revision,
        @Nullable ReportKind kind,
        String rule,
        String explanation,
        String quote,
        String contact,
        boolean faith,
        String key) {

    private static final int NO_COMMENT = 0;

    /** A form that nobody has written into yet. */
    static ReportForm begun(String place, @Nullable Integer comment, int revision) {
        return new ReportForm(place, comment, revision, null, "", "", "", "", false, Secret.create());
    }

    /** Whether nobody has said yet what is to be reported. */
    public boolean isAboutNothing() {
        return place.isEmpty() && comment == null;
    }

    /** Reads what was sent; never fails, as what cannot be shown again would be lost. */
    static ReportForm of(Map<String, String> sent) {
        Integer revision = number(sent.getOrDefault("revision", ""));
        return new ReportForm(
                sent.getOrDefault("place", ""),
                comment(sent.getOrDefault("comment", "")),
                revision == null ? 0 : revision,
                kind(sent.getOrDefault("kind", "")),
                kind(sent.getOrDefault("kind", "")) == ReportKind.RULE
                        ? sent.getOrDefault("rule", "").strip()
                        : "",
                text(sent, "explanation"),
                text(sent, "quote"),
                text(sent, "contact"),
                sent.containsKey("faith"),
                sent.getOrDefault("key", ""));
    }

    /** A flag says what is wrong by itself. */
    ReportForm asFlag() {
        return new ReportForm(
                place, comment, revision, kind, kind == ReportKind.RULE ? rule : "", "", "", "", false, key);
    }

    ReportForm with(String other) {
        return new ReportForm(place, comment, revision, kind, rule, explanation, quote, contact, faith, other);
    }

    /** With all that somebody has written in it as that makes it. */
    ReportForm saying(UnaryOperator<String> made) {
        return new ReportForm(
                place,
                comment,
                revision,
                kind,
                rule,
                made.apply(explanation),
                made.apply(quote),
                made.apply(contact),
                faith,
                key);
    }

    /** Of what the comment says now. */
    ReportForm reading(int now) {
        return new ReportForm(place, comment, now, kind, rule, explanation, quote, contact, faith, key);
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    private static @Nullable ReportKind kind(String sent) {
        return Arrays.stream(ReportKind.values())
                .filter(kind -> kind.name().equals(sent))
                .findFirst()
                .orElse(null);
    }

    /** Nothing is the article; what is no number is one that no comment has. */
    static @Nullable Integer comment(String sent) {
        Integer number = number(sent);
        return number == null && !sent.isEmpty() ? Integer.valueOf(NO_COMMENT) : number;
    }

    private static @Nullable Integer number(String sent) {
        return sent.matches("\\d{1,9}") ? Integer.valueOf(sent) : null;
    }
}
