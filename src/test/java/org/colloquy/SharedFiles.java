package org.colloquy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The texts that lie beside the project and are never copied into it. A test that asks for one that is not there is
 * skipped and says so; {@code -Dcolloquy.shared=FOLDER} tells where they are, {@code ../shared} if it does not.
 */
public final class SharedFiles {
    private SharedFiles() {}

    public static Path sourceDocument() {
        return sharedFile("documents/000_db6be461e429e09e.txt");
    }

    /** The discussions with known replies, as documents, sorted by name. */
    public static List<Path> discussions() {
        try (Stream<Path> files = Files.list(sharedFile("threads/sets"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param relative a path inside the shared folder */
    public static Path sharedFile(String relative) {
        Path file = Path.of(System.getProperty("colloquy.shared", "../shared")).resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "skipped: " + file + " is not here (set -Dcolloquy.shared=FOLDER)");
        return file;
    }
}
