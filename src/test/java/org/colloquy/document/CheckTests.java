package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTests {
    private static final String BRIDGE = """
            A Bridge Reopens

            It opened in spring.

              • Carts pay nothing.

            Mira Toll is a writer.


              1. No anonymous comments. Be kind.

              2. Zoë says

                The toll was a burden on every carter.

              4. The toll was a burden on every carter.


                And still is.
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void reportsWhatAnImportWouldMakeOfAFile() throws IOException {
        write("bridge.properties", "published = 2020-11-14");
        int code = check(write("bridge.txt", BRIDGE.replace("Be kind.", "Keep off-topic posts to the Open Thread.")));

        assertThat(code).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("bridge.txt\n", "A Bridge Reopens", "Mira Toll", "1 (3)", "1 (4)", "1 (Zoë 1)", "2020-11-14")
                .containsPattern("no anonymous comments +“No anonymous comments\\.”")
                .containsPattern("no off-topic comments +“Keep off")
                .contains("4 to 2, QUOTED, certain, 8 words")
                .containsPattern("round trip +yes");
    }

    @Test
    void printsOneLineACommentAsATable() throws IOException {
        int code = check("--format=tsv", write("bridge.txt", BRIDGE));

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                # file: bridge.txt
                # title: A Bridge Reopens
                # terms: 1
                # placeholders: 1 (3)
                # gaps: 1 (4)
                # round-trip: yes
                # suggestions: 2\t1
                bridge.txt\t1\t-\t-\t-\t-\t-\t-
                bridge.txt\t2\t-\t-\t-\t-\tZoë\t-
                bridge.txt\t4\t2\tQUOTED\tcertain\t8\t-\tThe toll was a burden on every carter.
                """);
    }

    @Test
    void replacesWhatWouldBreakATable() throws IOException {
        String odd = "Ti\ttle\u001b[31m\n\n\n  1. Z\to says\n\n    one two three four five six\nseven\teight\n\n"
                + "  2. one two three four five six\n    seven\teight\n\n    so\n";
        check("--format=tsv", write("odd.txt", odd));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("# title: Ti tle [31m\n", "\tZ o\t-\n", "\t8\t-\tone two three four five six seven eight\n");
    }

    @Test
    void suggestsWhatUnprovenCommentsMayAnswer() throws IOException {
        String rest = """

              7. The ferryman of Wyndham was cheaper.

              9. And who paid that ferryman?
            """;
        String file = write("bridge.txt", BRIDGE.replace("Carts pay", "Carts from Windham pay") + rest);

        assertThat(check(file)).isZero();
        assertThat(check("--format=tsv", file)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("suggestions +3\n    2: 1\n    7: ")
                .containsPattern("\n    9: 7 \\(ferryman\\), ")
                .containsPattern("about terms +1\n    7: term 1 \\(Wyndham ~ Windham\\)\n")
                .containsPattern("# suggestions: 9\t7,[24],[24]\n")
                .contains("# about-terms: 7\t1\n");
    }

    @Test
    void goesOnAfterAFileThatWouldBeRefused() throws IOException {
        int code =
                check(write("blank.txt", " \n"), folder.resolve("missing.txt").toString(), write("b.txt", BRIDGE));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("refused: ", "blank.txt is empty", "missing.txt is not there")
                .hasLineCount(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("A Bridge Reopens");
    }

    @Test
    void refusesASecondDocumentOfTheSameName() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.txt"), "Second");

        assertThat(check(write("a.txt", "First"), elsewhere.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("has the same name as another document");
    }

    @Test
    void readsAllDocumentsOfAFolder() throws IOException {
        write("a.txt", "First");
        write("b.txt", "Second");

        assertThat(check("--format=tsv", folder.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("# file: a.txt", "# file: b.txt");
    }

    @Test
    void answersWrongArgumentsWithTheUsage() throws IOException {
        assertThat(check()).isEqualTo(2);
        assertThat(check("--format=tsv")).isEqualTo(2);
        assertThat(check("--format=xml", write("a.txt", "First"))).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(3).contains("usage: check");
    }

    @Test
    void recoversTheRepliesOfTheSourceDocument() {
        assertThat(check("--format=tsv", SharedFiles.sourceDocument().toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split("\t"))
                        .filter(columns -> columns.length == 8 && !columns[3].equals("-"))
                        .map(columns -> columns[1] + ">" + columns[2] + " " + columns[5]))
                .containsExactly(
                        "7>6 12",
                        "12>2 10",
                        "14>9 17",
                        "15>article -",
                        "18>13 11",
                        "27>12 17",
                        "29>28 32",
                        "36>28 19",
                        "37>24 18",
                        "42>40 9");
    }

    private int check(String... args) {
        return Check.run(List.of(args), new PrintStream(out), new PrintStream(err));
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
