package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.colloquy.SharedFiles;
import org.colloquy.document.DiscussionFile;
import org.junit.jupiter.api.Test;

/**
 * Measures the finder on real discussions whose replies are known, and prints the table that the README shows:
 * {@code mvn test -Dtest=FinderScoreTests -Dcolloquy.shared=FOLDER}.
 */
class FinderScoreTests {

    @Test
    void isAsGoodOnRealDiscussionsAsWasAskedFor() {
        SharedFiles.sharedFile("threads/sets");
        Map<String, Scores> scores = Scores.ofSharedDiscussions();
        System.out.println(Scores.table(scores));

        SoftAssertions asked = new SoftAssertions();
        scores.forEach((set, score) -> {
            switch (set) {
                case "iac", "disc" -> {
                    asked.assertThat(score.precision()).as(set + ", precision").isGreaterThanOrEqualTo(97);
                    asked.assertThat(score.recall()).as(set + ", recall").isGreaterThanOrEqualTo(97);
                    asked.assertThat(score.singlePrecision())
                            .as(set + ", one source")
                            .isGreaterThanOrEqualTo(98);
                }
                case "red", "mm" ->
                    asked.assertThat(score.falseOfThousand())
                            .as(set + ", false of 1,000")
                            .isLessThanOrEqualTo(3);
                case "rml" ->
                    asked.assertThat(score.precision()).as(set + ", precision").isGreaterThanOrEqualTo(92);
                default -> asked.fail("unknown set " + set);
            }
            asked.assertThat(score.namedPrecision()).as(set + ", named").isGreaterThanOrEqualTo(90);
        });
        asked.assertAll();
    }

    @Test
    void findsWhatTheSourceDocumentShowsAndNothingElse() {
        Path document = SharedFiles.sourceDocument();
        assertThat(DiscussionFile.read(document).links())
                .extracting(link -> link.number() + " " + link.evidence() + " "
                        + (link.parent().isComment() ? link.parent().number() : "article"))
                .containsExactly(
                        "7 QUOTED 6",
                        "12 QUOTED 2",
                        "14 QUOTED 9",
                        "15 NAMED article",
                        "18 QUOTED 13",
                        "27 QUOTED 12",
                        "29 QUOTED 28",
                        "36 QUOTED 28",
                        "37 QUOTED 24",
                        "42 QUOTED 40");
    }
}
