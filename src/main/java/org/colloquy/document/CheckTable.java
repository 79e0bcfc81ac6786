package org.colloquy.document;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.document.Document.Entry;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.Suggestion;
import org.colloquy.reply.TermSuggestion;
import org.jspecify.annotations.Nullable;

/** What is found in a file, for programs: tab-separated, one line a comment after the lines about the file. */
final class CheckTable {
    private static final String NONE = "-";

    private CheckTable() {}

    static String of(Findings findings) {
        Document document = findings.file().document();
        StringBuilder lines = new StringBuilder();
        about(lines, "file", findings.file().name());
        about(lines, "title", document.title());
        about(lines, "terms", document.terms().size());
        about(lines, "placeholders", Findings.counted(document.placeholders()));
        about(lines, "gaps", Findings.counted(findings.gaps()));
        about(lines, "round-trip", findings.roundTrip() ? "yes" : "no");
        findings.suggested()
                .parents()
                .forEach((number, list) -> suggested(lines, "suggestions", number, list, Suggestion::number));
        findings.suggested()
                .terms()
                .forEach((number, list) -> suggested(lines, "about-terms", number, list, TermSuggestion::term));
        for (Entry entry : findings.comments()) {
            lines.append(line(findings.file().name(), entry, findings.links().get(entry.number())));
        }
        return lines.toString();
    }

    private static void about(StringBuilder lines, String key, Object value) {
        lines.append("# ")
                .append(key)
                .append(": ")
                .append(Findings.oneLine(value.toString()))
                .append('\n');
    }

    private static <T> void suggested(
            StringBuilder lines, String key, int number, List<T> suggestions, Function<T, Integer> of) {
        String numbers = suggestions.stream().map(of).map(String::valueOf).collect(Collectors.joining(","));
        lines.append("# %s: %d\t%s\n".formatted(key, number, numbers));
    }

    private static String line(String file, Entry entry, @Nullable Link link) {
        String speaker = entry.speaker() == null ? NONE : entry.speaker();
        Stream<Object> found = link == null
                ? Stream.of(NONE, NONE, NONE, NONE, speaker, NONE)
                : Stream.of(
                        Findings.parent(link),
                        link.evidence(),
                        Findings.lowerCase(link.grade()),
                        link.words() == 0 ? NONE : link.words(),
                        speaker,
                        link.quote());
        return Stream.concat(Stream.of(file, entry.number()), found)
                        .map(field -> Findings.oneLine(field.toString()))
                        .collect(Collectors.joining("\t"))
                + "\n";
    }
}
