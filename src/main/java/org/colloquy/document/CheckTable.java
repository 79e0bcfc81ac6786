package org.colloquy.document;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.document.Document.Entry;
import org.colloquy.reply.ReplyFinder.Link;
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
