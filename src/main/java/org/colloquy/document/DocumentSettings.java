package org.colloquy.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings.
 *
 * @param documents files, or folders of {@code *.txt} files, that are imported at every start; where it is not set,
 *     the folder {@code documents} if it is there, else the document that comes with Colloquy
 */
@ConfigurationProperties("colloquy")
record DocumentSettings(@DefaultValue List<String> documents) {

    private static final Path USUAL = Path.of("documents");

    // Strings: Spring takes a path that is not there for something on the class path.

    /** What to import; empty for the document that comes with Colloquy. */
    List<Path> places() {
        if (documents.isEmpty() && Files.isDirectory(USUAL)) {
            return List.of(USUAL);
        }
        return documents.stream().map(Path::of).toList();
    }
}
