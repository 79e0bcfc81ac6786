package org.colloquy.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.document.Document.Entry;
import org.colloquy.erased.Erased;

/**
 * A document without what was removed on request.
 *
 * @param document where a comment was removed its number is left, bare
 * @param gone the numbers of the comments that were removed
 * @param cut how many others had words of them
 */
record Removal(Document document, Set<Integer> gone, int cut) {

    /** @param file the name of the document's file, which is its article's identity */
    static Removal of(String file, Document document, Erased erased) {
        if (erased.isNothing()) {
            return new Removal(document, Set.of(), 0);
        }
        List<Entry> entries = new ArrayList<>();
        Set<Integer> gone = new HashSet<>();
        int cut = 0;
        for (Entry entry : document.entries()) {
            Erased.Found found = erased.inEntry(file, entry.number(), entry.speaker(), entry.text());
            String left = found.cut().isNothing() ? entry.text() : erased.left(entry.text());
            if (found.gone()) {
                gone.add(entry.number());
                entries.add(new Entry(entry.number(), found.name() ? null : entry.speaker(), "", null));
            } else if (left.equals(entry.text())) {
                entries.add(entry);
            } else {
                cut++;
                entries.add(new Entry(entry.number(), entry.speaker(), left, null));
            }
        }
        return new Removal(new Document(document.passages(), List.copyOf(entries)), Set.copyOf(gone), cut);
    }

    /**
     * The same for the text of a document that is kept somewhere: byte for byte what it was, where nothing is to be taken
     * out.
     */
    static String left(String file, String content, Erased erased) {
        if (erased.isNothing()) {
            return content;
        }
        Removal removal = of(file, DocumentParser.parse(content), erased);
        return removal.gone().isEmpty() && removal.cut() == 0 ? content : DocumentWriter.write(removal.document());
    }
}
