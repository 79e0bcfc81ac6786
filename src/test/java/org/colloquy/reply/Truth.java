package org.colloquy.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one comment of the shared discussions; their README tells what it is worth.
 *
 * @param parent a number, {@code article}, {@code top} or {@code unknown}
 * @param quoted every number, or {@code article}, whose words it verifiably repeats
 */
record Truth(int number, String parent, String evidence, List<String> quoted, int words, String note) {
    private static final int FEWEST_WORDS = 4;

    /** The rows of the file beside a document, in order. */
    static List<Truth> beside(Path document) {
        try {
            String name = document.getFileName().toString().replaceFirst("\\.txt$", ".truth.tsv");
            List<Truth> rows = new ArrayList<>();
            for (String line : Files.readAllLines(document.resolveSibling(name))) {
                String[] columns = line.split("\t", -1);
                if (!columns[0].equals("n")) {
                    rows.add(new Truth(
                            Integer.parseInt(columns[0]),
                            columns[1],
                            columns[2],
                            columns[4].isEmpty() ? List.of() : List.of(columns[4].split(",")),
                            Integer.parseInt(columns[5]),
                            columns.length > 7 ? columns[7] : ""));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quotes four words or more, so that it is to be found. */
    boolean quotes() {
        return evidence.equals("QUOTE") && words >= FEWEST_WORDS;
    }

    /**
     * Nobody could tell whose words it repeats, though it marks some, or what it answers: then only a link to the
     * parent that was recorded is right, and others are neither right nor wrong.
     */
    boolean isOpen(ReplyFinder.Link link) {
        return !allows(link) && quoted.isEmpty() && (parent.equals("unknown") || note.contains("none verified"));
    }

    boolean isParent(ReplyFinder.Link link) {
        return parent.equals(name(link));
    }

    boolean allows(ReplyFinder.Link link) {
        return isParent(link) || quoted.contains(name(link));
    }

    private static String name(ReplyFinder.Link link) {
        return link.parent().isComment() ? String.valueOf(link.parent().number()) : "article";
    }
}
