package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFileTests {
    @TempDir
    private Path folder;

    @Test
    void readsADocumentWithoutCompanion() throws Exception {
        DocumentFile file = DocumentFile.read(write("bridge.txt", "Title\n\nMira Toll is a writer.\n"));

        assertThat(file.name()).isEqualTo("bridge.txt");
        assertThat(file.document().title()).isEqualTo("Title");
        assertThat(file.byline()).isEqualTo("Mira Toll");
        assertThat(file.colophon()).isEqualTo(Colophon.NONE);
    }

    @Test
    void readsTheCompanionWhoseBylineGoesBefore() throws Exception {
        write("bridge.properties", """
                byline = Rolf Käy
                published = 2020-11-14
                source = https://example.org/bridge?a=b
                captured=2021-01-02
                rights =
                other = left alone
                """);
        DocumentFile file = DocumentFile.read(write("bridge.txt", "Title\n\nMira Toll is a writer.\n"));

        assertThat(file.byline()).isEqualTo("Rolf Käy");
        assertThat(file.colophon())
                .isEqualTo(new Colophon(
                        "Rolf Käy",
                        LocalDate.of(2020, 11, 14),
                        URI.create("https://example.org/bridge?a=b"),
                        LocalDate.of(2021, 1, 2),
                        null,
                        null));
    }

    @Test
    void readsADocumentThatIsNoFile() throws Exception {
        DocumentFile file = DocumentFile.read("bridge.txt", stream("Title"), stream("language = en"));

        assertThat(file.name()).isEqualTo("bridge.txt");
        assertThat(file.colophon().language()).isEqualTo("en");
    }

    @Test
    void tellsAnotherContentByItsChecksum() throws Exception {
        String one = DocumentFile.read("a.txt", stream("Title"), null).checksum();

        assertThat(DocumentFile.read("b.txt", stream("Title"), null).checksum()).isEqualTo(one);
        assertThat(DocumentFile.read("a.txt", stream("Title\n"), null).checksum())
                .isNotEqualTo(one);
        assertThat(DocumentFile.read("a.txt", stream("Title"), stream("")).checksum())
                .isNotEqualTo(one);
    }

    @Test
    void refusesWhatIsNotUtf8AndSaysWhere() throws IOException {
        Path file = folder.resolve("bridge.txt");
        Files.write(file, "Zoë".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, "bridge.txt is not UTF-8 (first bad byte at offset 2)");

        Files.write(file, new byte[] {'a', (byte) 0xc3, (byte) 0xab, (byte) 0xc3});
        assertRefused(file, "at offset 3");

        Files.write(file, new byte[] {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
        assertRefused(file, "at offset 1");
    }

    @Test
    void refusesNulAndSaysWhere() throws IOException {
        assertRefused(write("bridge.txt", "Zoë\0"), "bridge.txt has a NUL character (at byte offset 4)");
    }

    @Test
    void refusesWhatHasNoTitle() throws IOException {
        assertRefused(write("empty.txt", ""), "empty.txt is empty");
        assertRefused(write("blank.txt", "\ufeff\r\n \t\n"), "blank.txt is empty");
    }

    @Test
    void refusesMoreThan64MebibytesBeforeReading() throws IOException {
        Path file = folder.resolve("large.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((64L << 20) + 1);
        }
        assertRefused(file, "large.txt is larger than 64 MiB");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertRefused(folder.resolve("missing.txt"), "missing.txt is not there");
        assertRefused(folder, "is not a file");
    }

    @Test
    void refusesACompanionItCannotUnderstandAndNamesIt() throws IOException {
        Path document = write("bridge.txt", "Title");

        write("bridge.properties", "published = last autumn");
        assertRefused(document, "bridge.properties: published is no date (last autumn)");
        write("bridge.properties", "captured = 2021-02-30");
        assertRefused(document, "bridge.properties: captured is no date");
        for (String address : new String[] {"javascript:alert(1)", "ftp://a.org", "a.org", "https://", "http://a b"}) {
            write("bridge.properties", "source = " + address);
            assertRefused(document, "bridge.properties: source is no http or https address (" + address + ")");
        }
        write("bridge.properties", "rights = \\u12");
        assertRefused(document, "bridge.properties is not a properties file");
        Files.write(folder.resolve("bridge.properties"), new byte[] {(byte) 0xff});
        assertRefused(document, "bridge.properties is not UTF-8");
    }

    @Test
    void findsTheDocumentsOfAFolderInOrder() throws Exception {
        Path b = write("b.txt", "B");
        Path a = write("a.txt", "A");
        write("a.properties", "");
        write(".hidden.txt", "no");
        Files.createDirectory(folder.resolve("c.txt"));

        assertThat(DocumentFile.at(folder)).containsExactly(a, b);
        assertThat(DocumentFile.at(b)).containsExactly(b);
    }

    @Test
    void refusesAFolderWithoutDocumentsAndAPathWithNothing() {
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> DocumentFile.at(folder))
                .withMessageContaining("has no *.txt in it");
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> DocumentFile.at(folder.resolve("missing")))
                .withMessageContaining("missing is not there");
    }

    private static void assertRefused(Path file, String sentence) {
        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> DocumentFile.read(file))
                .withMessageContaining(sentence);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
