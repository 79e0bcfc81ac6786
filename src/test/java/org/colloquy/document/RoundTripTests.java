package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.document.Texts.slices;
import static org.colloquy.document.Texts.unread;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.SharedFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RoundTripTests {

    @TestFactory
    Stream<DynamicTest> keepsEveryByteOfAnAwkwardDocument() throws IOException {
        return awkward().map(file -> DynamicTest.dynamicTest(name(file), () -> assertRoundTrip(read(file))));
    }

    @TestFactory
    Stream<DynamicTest> readsBackWhatItWritesOfAnAwkwardDocument() throws IOException {
        return awkward()
                .filter(file -> !name(file).startsWith("nothing"))
                .map(file -> DynamicTest.dynamicTest(name(file), () -> assertReadsBack(read(file))));
    }

    @Test
    void keepsEveryByteOfTheSourceDocument() throws IOException {
        String content = read(SharedFiles.sourceDocument());
        assertRoundTrip(content);
        assertReadsBack(content);
    }

    @Test
    void keepsEveryByteOfTheSharedDiscussions() throws IOException {
        for (Path file : SharedFiles.discussions()) {
            assertRoundTrip(read(file));
            assertReadsBack(read(file));
        }
    }

    private static void assertRoundTrip(String content) {
        Document document = DocumentParser.parse(content);
        assertThat(slices(document)).isEqualTo(content);
        assertThat(DocumentWriter.write(document)).isEqualTo(content);
    }

    private static void assertReadsBack(String content) {
        Document unread = unread(DocumentParser.parse(content));
        assertThat(unread(DocumentParser.parse(DocumentWriter.write(unread)))).isEqualTo(unread);
    }

    private static Stream<Path> awkward() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/documents"))) {
            List<Path> documents =
                    files.filter(file -> name(file).endsWith(".txt")).sorted().toList();
            assertThat(documents).hasSizeGreaterThan(30);
            return documents.stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
