package org.colloquy.document;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.discussion.Notice;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Passage;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.Source;

/**
 * All that an import would make of one file.
 *
 * @param links the recovered replies by the number of the answer, in order
 * @param suggested what moderators would be offered beyond that
 * @param roundTrip whether writing gives the file back byte for byte, and what is written anew reads back the same
 */
record Findings(DocumentFile file, Map<Integer, Link> links, Suggested suggested, boolean roundTrip) {

    static Findings of(Path path) throws DocumentRefused {
        DocumentFile file = DocumentFile.read(path);
        return of(file, StrictText.of(path.toString(), DocumentFile.bytes(path)));
    }

    /** @param text what stands in the file, all of it */
    static Findings of(DocumentFile file, String text) {
        Map<Integer, Link> links = new LinkedHashMap<>();
        Replies.find(file).forEach(link -> links.put(link.number(), link));
        return new Findings(file, links, Suggested.of(file, links.values()), roundTrips(text, file.document()));
    }

    List<Entry> comments() {
        return file.document().comments();
    }

    static boolean isNotice(Entry entry) {
        return Notice.isNotice(entry.number(), entry.speaker(), entry.text());
    }

    /** For a report's line: nothing in a document may break it, or reach the terminal as a command. */
    static String oneLine(String text) {
        return text.codePoints()
                .map(character -> isControl(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A link's parent in a table: the comment's number, or {@code article}. */
    static String parent(Link link) {
        return link.parent().isComment() ? String.valueOf(link.parent().number()) : "article";
    }

    /** What a link leads to, for people. */
    static String answered(Source source) {
        return switch (source.kind()) {
            case COMMENT -> String.valueOf(source.number());
            case PARAGRAPH -> "paragraph " + source.number();
            case TERM -> "term " + source.number();
            case ARTICLE -> "the article";
        };
    }

    static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** The numbers of the comments with gaps, once for each. */
    List<Integer> gaps() {
        return comments().stream()
                .flatMap(entry -> Collections.nCopies(entry.gaps(), entry.number()).stream())
                .toList();
    }

    /** How many, and which: {@code 4 (6, 21, 26, 34)}. */
    static String counted(List<Integer> numbers) {
        String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() + (list.isEmpty() ? "" : " (" + list + ")");
    }

    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean roundTrips(String text, Document document) {
        String written = DocumentWriter.write(document);
        Document anew = unread(document);
        return written.equals(text)
                && unread(DocumentParser.parse(DocumentWriter.write(anew))).equals(anew);
    }

    private static Document unread(Document document) {
        return new Document(
                document.passages().stream()
                        .map(passage -> new Passage(passage.kind(), passage.text(), null))
                        .toList(),
                document.entries().stream()
                        .map(entry -> new Entry(entry.number(), entry.speaker(), entry.text(), null))
                        .toList());
    }
}
