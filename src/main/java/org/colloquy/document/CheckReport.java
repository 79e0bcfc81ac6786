package org.colloquy.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.name.PlaceholderName;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.SharedWord;
import org.colloquy.reply.Suggestion;
import org.jspecify.annotations.Nullable;

/** What is found in a file, for people: a few lines each, long texts cut short. */
final class CheckReport {
    private static final int LONGEST_QUOTE = 72;

    private final Findings findings;
    private final Document document;
    private final StringBuilder lines = new StringBuilder();

    private CheckReport(Findings findings) {
        this.findings = findings;
        this.document = findings.file().document();
    }

    static String of(Findings findings) {
        CheckReport report = new CheckReport(findings);
        report.article();
        report.notice();
        report.comments();
        report.replies();
        report.suggestions();
        report.colophon();
        report.line("round trip", findings.roundTrip() ? "yes" : "no");
        return report.lines.append('\n').toString();
    }

    private void article() {
        lines.append(Findings.oneLine(findings.file().name())).append('\n');
        line("title", document.title());
        line("byline", findings.file().byline());
        line("paragraphs", document.texts(Kind.PARAGRAPH).size());
        line("about", document.texts(Kind.ABOUT).size());
        line("terms", document.terms().size());
    }

    private void notice() {
        List<Entry> notices =
                findings.comments().stream().filter(Findings::isNotice).toList();
        line("notice", notices.isEmpty() ? null : "comment 1");
        for (Entry notice : notices) {
            for (Notice.Sentence sentence : Notice.sentences(notice.text())) {
                lines.append("    ").append(effect(sentence.clause())).append(quoted(sentence.text()));
            }
        }
    }

    private static String effect(Clause clause) {
        return switch (clause) {
            case ANONYMOUS -> "switches on: no anonymous comments  ";
            case OFF_TOPIC -> "switches on: no off-topic comments  ";
            case SHOWN_ONLY -> "shown only                          ";
        };
    }

    private void comments() {
        Map<String, Integer> named = new LinkedHashMap<>();
        int unnamed = 0;
        for (Entry entry : findings.comments()) {
            if (entry.speaker() != null && !PlaceholderName.is(entry.speaker())) {
                named.merge(entry.speaker(), 1, Integer::sum);
            } else if (!Findings.isNotice(entry)) {
                unnamed++;
            }
        }
        line("comments", findings.comments().size());
        line("placeholders", Findings.counted(document.placeholders()));
        line("gaps", Findings.counted(findings.gaps()));
        String speakers = named.entrySet().stream()
                .map(speaker -> speaker.getKey() + " " + speaker.getValue())
                .collect(Collectors.joining(", "));
        int spoken = named.values().stream().mapToInt(Integer::intValue).sum();
        line("named", spoken == 0 ? null : spoken + " (" + speakers + ")");
        line("without a name", unnamed);
    }

    private void replies() {
        line("recovered replies", findings.links().size());
        for (Link link : findings.links().values()) {
            lines.append("    %d to %s, %s, %s, %s"
                    .formatted(
                            link.number(),
                            Findings.answered(link.parent()),
                            link.evidence(),
                            Findings.lowerCase(link.grade()),
                            link.words() == 0 ? "by name  " : link.words() + " words  "));
            lines.append(quoted(link.quote()));
            link.quotations().stream()
                    .filter(quotation -> !quotation.quote().equals(link.quote()))
                    .forEach(quotation -> lines.append("       quotes %s, %d words  "
                                    .formatted(
                                            Findings.answered(quotation.place().source()), quotation.words()))
                            .append(quoted(quotation.quote())));
        }
    }

    private void suggestions() {
        Suggested suggested = findings.suggested();
        if (findings.comments().size() > Suggested.MOST_COMMENTS) {
            line("suggestions", "none looked for: more than %,d comments".formatted(Suggested.MOST_COMMENTS));
            return;
        }
        line("suggestions", suggested.parents().size());
        suggested
                .parents()
                .forEach((number, list) -> suggested(
                        number,
                        list.stream().map(one -> one.number() + shared(one)).collect(Collectors.joining(", "))));
        line("about terms", suggested.terms().size());
        suggested
                .terms()
                .forEach((number, list) -> suggested(
                        number,
                        list.stream()
                                .map(one -> "term " + one.term() + words(one.words()))
                                .collect(Collectors.joining(", "))));
    }

    private void suggested(int number, String what) {
        lines.append("    ")
                .append(number)
                .append(": ")
                .append(Findings.oneLine(what))
                .append('\n');
    }

    private static String shared(Suggestion suggestion) {
        return suggestion.reasons().stream()
                .filter(reason -> reason.kind() == Suggestion.Kind.SHARED_WORDS)
                .map(reason -> words(reason.words()))
                .collect(Collectors.joining());
    }

    private static String words(List<SharedWord> words) {
        return words.stream()
                .map(word -> word.isSame() ? word.word() : word.word() + " ~ " + word.there())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private void colophon() {
        Colophon colophon = findings.file().colophon();
        line("published", colophon.published());
        line("source", colophon.source());
        line("captured", colophon.captured());
        line("rights", colophon.rights());
        line("language", colophon.language());
    }

    private void line(String label, @Nullable Object value) {
        lines.append("  %-18s ".formatted(label));
        lines.append(Findings.oneLine(Objects.requireNonNullElse(value, "none").toString()))
                .append('\n');
    }

    private static String quoted(String text) {
        String line = Findings.oneLine(text);
        int end = line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line.length()
                : line.offsetByCodePoints(0, LONGEST_QUOTE);
        return "\u201c" + line.substring(0, end) + (end < line.length() ? "\u2026" : "") + "\u201d\n";
    }
}
