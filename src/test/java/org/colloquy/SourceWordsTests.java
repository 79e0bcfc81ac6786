package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The source document is read from where it lies: no sentence of it stands in the project. */
class SourceWordsTests {

    private static final int RUN = 8;

    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void standInNoFileOfTheProject() throws Exception {
        Set<String> source = runs(Files.readString(SharedFiles.sourceDocument()));
        assertThat(source).hasSizeGreaterThan(1_000);
        List<Path> files = files();
        assertThat(files).contains(Path.of("pom.xml"), Path.of("src/main/java/org/colloquy/Colloquy.java"));
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            runs(content).stream().filter(source::contains).forEach(run -> found.add(file + ": " + run));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void areComparedByEightWhateverStandsBetweenThem() {
        assertThat(runs("One, two - three\nFOUR five; (six) «семь» 8 nine"))
                .containsExactlyInAnyOrder("one two three four five six семь 8", "two three four five six семь 8 nine");
        assertThat(runs("one two three four five six seven")).isEmpty();
    }

    private static Set<String> runs(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<String> runs = new HashSet<>();
        for (int at = 0; at + RUN <= words.size(); at++) {
            runs.add(String.join(" ", words.subList(at, at + RUN)));
        }
        return runs;
    }

    /** What git tracks, or, without git, what lies here and was not built. */
    private static List<Path> files() throws IOException, InterruptedException {
        Path list = Files.createTempFile("colloquy", "files");
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z")
                    .redirectOutput(list.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (git.waitFor() == 0) {
                return Stream.of(Files.readString(list).split("\0"))
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                        .toList();
            }
        } catch (IOException e) {
            System.err.println("Without git, every file is looked at that lies here: " + e);
        } finally {
            Files.delete(list);
        }
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("target") && !file.startsWith(".git"))
                    .collect(Collectors.toList());
        }
    }
}
