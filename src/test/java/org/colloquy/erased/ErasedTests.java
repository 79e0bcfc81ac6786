package org.colloquy.erased;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.erased.ComparedWords.Range;
import org.colloquy.start.Unstartable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known again of what was removed, and what is not. */
class ErasedTests {

    private static final byte[] KEY = "a key that nobody else has".getBytes(StandardCharsets.UTF_8);

    private static final String REMOVED = "The keeper of the third lamp sells its oil by night to passing boats.";

    private final Hashes hashes = new Hashes(KEY);

    private Erased removed() {
        ComparedWords words = ComparedWords.of(REMOVED);
        List<ErasedLine> lines = new ArrayList<>();
        lines.add(hashes.row(7, words, true));
        lines.add(hashes.entry("lamps.txt", 12, words, true));
        lines.add(hashes.said("Tongue", words, true));
        words.runs(ComparedWords.RUN).forEach(run -> lines.add(hashes.words(run, List.of(new Range(0, 8)))));
        lines.add(hashes.text(ComparedWords.of("> third lamp sells its oil\n\nDoes he?"), List.of(new Range(0, 5))));
        lines.add(hashes.row(8, ComparedWords.of("Thanks!"), false));
        return new Erased(KEY, lines);
    }

    @Test
    void knowsACommentAgainWhereItStood() {
        assertThat(removed().inRow(7, null, null, "Tongue", REMOVED).gone()).isTrue();
        assertThat(removed().inRow(7, null, null, "Tongue", REMOVED).name()).isTrue();
        assertThat(removed().inEntry("lamps.txt", 12, null, REMOVED).gone()).isTrue();
        assertThat(removed().inRow(8, null, null, null, "thanks").gone()).isTrue();
        assertThat(removed().inRow(8, null, null, null, "thanks").name()).isFalse();
    }

    @Test
    void knowsALongOneAgainAnywhereUnderItsName() {
        assertThat(removed().inEntry("other.txt", 3, "Tongue", REMOVED).gone()).isTrue();
        assertThat(removed()
                        .inRow(99, null, null, "tongue ", REMOVED.toUpperCase(Locale.ROOT))
                        .gone())
                .isTrue();
        assertThat(removed().inRow(99, null, null, "Somebody Else", REMOVED).gone())
                .isFalse();
        assertThat(removed().inRow(9, null, null, null, "Thanks!").gone())
                .as("everybody says thanks")
                .isFalse();
        assertThat(removed().left("Thanks!")).isEqualTo("Thanks!");
    }

    @Test
    void cutsEightWordsInARowFromAnyTextHoweverTheyAreWritten() {
        assertThat(removed().left("He says:\n> THE\u00a0Keeper, of the ‘third’ lamp\n> sells its oil.\n\nDoes he?"))
                .isEqualTo("He says:\n> [removed on request]\n\nDoes he?");
        assertThat(removed().left("I heard (\u201cthe keeper of the third lamp sells its oil by night\u201d), really."))
                .isEqualTo("I heard [removed on request] really.");
        assertThat(removed().left("ﬁrst, the kee\u00adper of the third lamp sells its oil"))
                .isEqualTo("ﬁrst, [removed on request]");
        assertThat(removed().left("The keeper of the third lamp sells wine."))
                .as("seven words are a phrase")
                .contains("keeper");
        assertThat(removed().left("It was [removed on request] there."))
                .isEqualTo("It was [removed on request] there.");
    }

    @Test
    void cutsFewerFromATextThatItKnows() {
        assertThat(removed().left("> Third lamp sells its oil.\n\nDoes he?"))
                .isEqualTo("> [removed on request]\n\nDoes he?");
        assertThat(removed().left("> Third lamp sells its oil.\n\nDoes she?")).contains("lamp");
    }

    @Test
    void knowsNothingWithoutTheKey() {
        Erased other = new Erased(
                "another key that is not it".getBytes(StandardCharsets.UTF_8),
                List.of(hashes.row(7, ComparedWords.of(REMOVED), true)));
        assertThat(other.inRow(7, null, null, null, REMOVED).gone()).isFalse();
        assertThat(Erased.NOTHING.left(REMOVED)).isSameAs(REMOVED);
    }

    @Test
    void movesWhatStandsAroundACut() {
        Cut cut = Cut.of(ComparedWords.of("one two three four"), List.of(new Range(1, 3)));
        assertThat(cut.text()).isEqualTo("one [removed on request] four");
        assertThat(cut.text().substring(cut.beginning(4), cut.end(13))).isEqualTo("[removed on request]");
        assertThat(cut.text().substring(cut.beginning(6), cut.end(18))).isEqualTo("[removed on request] four");
        assertThat(cut.text().substring(cut.beginning(0), cut.end(3))).isEqualTo("one");
        assertThat(cut.text().substring(cut.beginning(14), cut.end(18))).isEqualTo("four");
    }

    @Test
    void isNotSlowedByWhatIsMadeToBeSlow() {
        for (String slow :
                List.of("e\u0301".repeat(200_000), "a".repeat(500_000), "(".repeat(500_000), "\ufdfa".repeat(50_000))) {
            assertThat(removed().left("x " + slow + " " + REMOVED)).endsWith("[removed on request]");
        }
    }

    @Test
    void takesALineThatIsDamagedForNone() {
        ErasedLine line = hashes.text(ComparedWords.of(REMOVED), List.of(new Range(2, 5)));
        assertThat(ErasedLine.read(line.written())).contains(line);
        assertThat(ErasedLine.read(line.written().substring(0, 20))).isEmpty();
        assertThat(ErasedLine.read(line.written() + "x")).isEmpty();
        assertThat(ErasedLine.read("")).isEmpty();
    }

    @Test
    void makesOneKeyForItsOwnerOnly(@TempDir Path data) throws Exception {
        ErasedKey key = new ErasedKey(new ErasedSettings(data.toString(), new ErasedSettings.Erase("")));
        assertThat(key.known()).isNull();
        assertThat(key.made()).isEqualTo(key.made()).isEqualTo(key.known()).hasSize(64);
        assertThat(Files.getPosixFilePermissions(data.resolve("removed.key"))).hasSize(2);
        ErasedSettings.Erase given = new ErasedSettings.Erase("one for all of our nodes");
        assertThat(new ErasedKey(new ErasedSettings(data.toString(), given)).known())
                .asString()
                .startsWith("one for");
        ErasedSettings.Erase weak = new ErasedSettings.Erase("short");
        assertThatThrownBy(() -> new ErasedKey(new ErasedSettings(data.toString(), weak)))
                .isInstanceOf(Unstartable.class)
                .hasMessageContaining("16 characters");
    }
}
