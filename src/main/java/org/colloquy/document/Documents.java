package org.colloquy.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.start.Unstartable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents to import, read and judged before anything is imported: the migration that imports them must not fail
 * for what stands in a file.
 *
 * @param files that can be imported, each name once
 * @param isFallback whether nothing was named to import, so that it is the one that comes with Colloquy
 */
record Documents(List<DocumentFile> files, boolean isFallback) {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    /** The document that comes with Colloquy; its name is the identity of its article. */
    static final String DEFAULT = "karabakh-2020.txt";

    /**
     * Reads the documents. One that is refused is reported and left out.
     *
     * @throws Unstartable if none is left
     */
    static Documents read(DocumentSettings settings) {
        List<Path> places = settings.places();
        if (places.isEmpty()) {
            return new Documents(List.of(comesWithColloquy()), true);
        }
        Map<String, DocumentFile> files = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (Path place : places) {
            try {
                for (Path path : DocumentFile.at(place)) {
                    take(path, files, refused);
                }
            } catch (DocumentRefused e) {
                refused.add(e.sentence());
            }
        }
        if (files.isEmpty()) {
            throw new Unstartable("none of the documents can be imported. " + String.join(" ", refused));
        }
        refused.forEach(sentence -> LOG.warn("Left out: {}", sentence));
        return new Documents(List.copyOf(files.values()), false);
    }

    private static void take(Path path, Map<String, DocumentFile> files, List<String> refused) {
        try {
            DocumentFile file = DocumentFile.read(path);
            if (files.putIfAbsent(file.name(), file) != null) {
                refused.add("%s has the same name as another document: rename it.".formatted(path));
            }
        } catch (DocumentRefused e) {
            refused.add(e.sentence());
        }
    }

    private static DocumentFile comesWithColloquy() {
        String companion = DEFAULT.replace(".txt", ".properties");
        try (InputStream text = Documents.class.getResourceAsStream("/default/" + DEFAULT);
                InputStream colophon = Documents.class.getResourceAsStream("/default/" + companion)) {
            return DocumentFile.read(DEFAULT, Objects.requireNonNull(text), colophon);
        } catch (DocumentRefused | IOException e) {
            throw new IllegalStateException("the jar is broken", e);
        }
    }

    /** Whether the one that comes with Colloquy is among them. */
    boolean hasDefault() {
        return files.stream().anyMatch(file -> file.name().equals(DEFAULT));
    }

    /** Changes when anything in any of them does. */
    String checksums() {
        StringBuilder all = new StringBuilder();
        files.forEach(file -> all.append(file.name())
                .append(' ')
                .append(Import.checksum(file))
                .append('\n'));
        return all.toString();
    }
}
