package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colloquy.SharedFiles;
import org.colloquy.document.DiscussionFile;
import org.junit.jupiter.api.Test;

/**
 * Measures how often the parent of a comment that quotes nothing is among the suggestions, on real discussions, and
 * prints the table that the README shows: {@code mvn test -Dtest=SuggestionScoreTests -Dcolloquy.shared=FOLDER}. The
 * truth of the political forum is left out: a parent recorded there is usually the board's default.
 */
class SuggestionScoreTests {

    /** Answers that quote nothing, with the true parent among the three, and at the first place. */
    private record Score(int answers, int found, int first) {
        static final Score NONE = new Score(0, 0, 0);

        Score and(Score more) {
            return new Score(answers + more.answers, found + more.found, first + more.first);
        }

        double percent() {
            return 100.0 * found / answers;
        }

        String row(String set) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %d (%.1f %%) | %.1f %% |%n",
                    set,
                    answers,
                    found,
                    percent(),
                    100.0 * first / answers);
        }
    }

    @Test
    void findsTheParentAmongThreeAsOftenAsWasAskedFor() {
        SharedFiles.sharedFile("threads/sets");
        Map<String, Score> scores = new TreeMap<>();
        for (Path file : SharedFiles.discussions()) {
            String set = file.getFileName().toString().replaceFirst("-.*", "");
            if (!set.equals("iac")) {
                scores.merge(set, score(file, Truth.beside(file)), Score::and);
            }
        }
        System.out.println("| set | answers | parent among three | parent first |\n|---|---|---|---|\n"
                + scores.entrySet().stream()
                        .map(score -> score.getValue().row(score.getKey()))
                        .collect(Collectors.joining()));

        assertThat(scores.getOrDefault("red", Score.NONE).percent()).as("red").isGreaterThanOrEqualTo(60);
        assertThat(scores.getOrDefault("mm", Score.NONE).percent()).as("mm").isGreaterThanOrEqualTo(90);
        assertThat(scores.getOrDefault("disc", Score.NONE).percent()).as("disc").isGreaterThanOrEqualTo(85);
    }

    @Test
    void findsNearlyAllParentsInTheSourceDocument() {
        Path document = SharedFiles.sourceDocument();
        Path truth = SharedFiles.sharedFile("threads/source").resolve(document.getFileName());
        Score score = score(document, Truth.beside(truth));

        System.out.println(score.row("source"));
        assertThat(score.answers()).isEqualTo(17);
        assertThat(score.found()).isGreaterThanOrEqualTo(15);
    }

    private static Score score(Path file, List<Truth> rows) {
        DiscussionFile discussion = DiscussionFile.read(file);
        Map<Integer, Integer> parents = discussion.links().stream()
                .filter(link -> link.parent().isComment())
                .collect(Collectors.toMap(
                        ReplyFinder.Link::number, link -> link.parent().number()));
        Suggestions suggestions = new Suggestions(discussion.article(), discussion.said(), parents);
        return rows.stream()
                .filter(row -> !row.evidence().equals("QUOTE") && row.parent().matches("\\d+"))
                // Mail arrives in any order.
                .filter(row -> Integer.parseInt(row.parent()) < row.number())
                .map(row -> score(suggestions.of(row.number()), Integer.parseInt(row.parent())))
                .reduce(Score.NONE, Score::and);
    }

    private static Score score(List<Suggestion> suggestions, int parent) {
        List<Integer> numbers = suggestions.stream().map(Suggestion::number).toList();
        return new Score(1, numbers.contains(parent) ? 1 : 0, numbers.indexOf(parent) == 0 ? 1 : 0);
    }
}
