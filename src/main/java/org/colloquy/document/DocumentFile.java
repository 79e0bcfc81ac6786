package org.colloquy.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document as a file holds it, with its companion: read whole or refused whole.
 *
 * @param name the file's name without folders: the article's identity
 * @param document what it says
 * @param colophon what its companion says, {@link Colophon#NONE} where there is none
 * @param checksum SHA-256 of both, in hexadecimal: another one means that something changed
 */
record DocumentFile(String name, Document document, Colophon colophon, String checksum) {
    static final String ENDING = ".txt";
    private static final String COMPANION_ENDING = ".properties";
    /** A thousand times any discussion seen so far: more is a mistake, and would cost half a gigabyte to read. */
    private static final int MOST_BYTES = 64 << 20;

    /**
     * The files an operator means by a path: a folder's {@code *.txt}, sorted by name, its own folders and hidden files
     * left out; anything else is itself.
     *
     * @throws DocumentRefused if nothing is there, or no document is in the folder
     */
    static List<Path> at(Path fileOrFolder) throws DocumentRefused {
        if (!Files.exists(fileOrFolder)) {
            throw new DocumentRefused("%s is not there: check the path.".formatted(fileOrFolder));
        }
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> inside = Files.list(fileOrFolder)) {
            List<Path> documents =
                    inside.filter(DocumentFile::isDocument).sorted().toList();
            if (documents.isEmpty()) {
                throw new DocumentRefused("%s has no *.txt in it: put a document there.".formatted(fileOrFolder));
            }
            return documents;
        } catch (IOException unreadable) {
            throw unreadable(fileOrFolder.toString(), unreadable);
        }
    }

    /**
     * @throws DocumentRefused if it is not there or unreadable, larger than 64 MiB, not UTF-8, has a NUL or no title, or
     *     if its companion cannot be understood
     */
    static DocumentFile read(Path file) throws DocumentRefused {
        Path companion = file.resolveSibling(companionName(String.valueOf(file.getFileName())));
        if (!Files.isRegularFile(file)) {
            throw new DocumentRefused(
                    Files.exists(file)
                            ? "%s is not a file: name a text file.".formatted(file)
                            : "%s is not there: check the path.".formatted(file));
        }
        byte[] said = Files.exists(companion) ? bytes(companion) : null;
        return of(file.toString(), String.valueOf(file.getFileName()), bytes(file), companion.toString(), said);
    }

    /**
     * The same for a document that is no file, as in the jar.
     *
     * @param name what its file's name would be
     */
    static DocumentFile read(String name, InputStream content, @Nullable InputStream companion) throws DocumentRefused {
        byte[] said = companion == null ? null : bytes(companionName(name), companion);
        return of(name, name, bytes(name, content), companionName(name), said);
    }

    /**
     * The same for what was uploaded.
     *
     * @param said what a companion would say
     */
    static DocumentFile uploaded(String name, InputStream content, Colophon said) throws DocumentRefused {
        String text = StrictText.of(name, bytes(name, content));
        DocumentFile file = of(name, text, said);
        if (file.document().title().isBlank()) {
            throw empty(name);
        }
        return file;
    }

    /** A document that was taken before. */
    static DocumentFile of(String name, String text, Colophon said) {
        String companion = said.companion();
        return new DocumentFile(
                name,
                DocumentParser.parse(text),
                said,
                checksum(
                        text.getBytes(StandardCharsets.UTF_8),
                        companion.isEmpty() ? null : companion.getBytes(StandardCharsets.UTF_8)));
    }

    DocumentFile named(String other) {
        return new DocumentFile(other, document, colophon, checksum);
    }

    /** The companion's word, or else the document's own, or null. */
    @Nullable
    String byline() {
        return colophon.byline() != null ? colophon.byline() : document.byline();
    }

    private static DocumentFile of(
            String path, String name, byte[] content, String companionPath, byte @Nullable [] companion)
            throws DocumentRefused {
        Document document = DocumentParser.parse(StrictText.of(path, content));
        if (document.title().isBlank()) {
            throw empty(path);
        }
        Colophon colophon =
                companion == null ? Colophon.NONE : Colophon.of(companionPath, StrictText.of(companionPath, companion));
        return new DocumentFile(name, document, colophon, checksum(content, companion));
    }

    private static boolean isDocument(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static String companionName(String name) {
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return stem + COMPANION_ENDING;
    }

    static byte[] bytes(Path file) throws DocumentRefused {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(file.toString());
            }
            try (InputStream in = Files.newInputStream(file)) {
                return bytes(file.toString(), in);
            }
        } catch (IOException unreadable) {
            throw unreadable(file.toString(), unreadable);
        }
    }

    private static byte[] bytes(String path, InputStream in) throws DocumentRefused {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge(path);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static DocumentRefused empty(String path) {
        return new DocumentRefused("%s is empty: its first line should be the title.".formatted(path));
    }

    private static DocumentRefused tooLarge(String path) {
        return new DocumentRefused("%s is larger than 64 MiB: split it.".formatted(path));
    }

    private static DocumentRefused unreadable(String path, IOException cause) {
        return new DocumentRefused("%s cannot be read (%s): check its permissions.".formatted(path, cause), cause);
    }

    private static String checksum(byte[] content, byte @Nullable [] companion) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            if (companion != null) {
                // Parted, so that moving bytes from one to the other is a change.
                digest.update((byte) 0);
                digest.update(companion);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
