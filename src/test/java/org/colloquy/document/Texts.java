package org.colloquy.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Passage;

/** Documents and their texts, as the tests of the format compare them. */
final class Texts {
    private Texts() {}

    /** The same content as if it had never been read from a file. */
    static Document unread(Document document) {
        return new Document(
                document.passages().stream().map(Texts::unread).toList(),
                document.entries().stream().map(Texts::unread).toList());
    }

    static Passage unread(Passage passage) {
        return new Passage(passage.kind(), passage.text(), null);
    }

    static Entry unread(Entry entry) {
        return new Entry(entry.number(), entry.speaker(), entry.text(), null);
    }

    static List<Entry> unreadComments(Document document) {
        return document.comments().stream().map(Texts::unread).toList();
    }

    static String slices(Document document) {
        return Stream.concat(
                        document.passages().stream().map(Passage::verbatim),
                        document.entries().stream().map(Entry::verbatim))
                .map(Objects::requireNonNull)
                .collect(Collectors.joining());
    }
}
