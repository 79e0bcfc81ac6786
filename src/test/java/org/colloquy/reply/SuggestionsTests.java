package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Suggestion.Kind;
import org.colloquy.reply.Suggestion.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuggestionsTests {
    private final List<Said> said = new ArrayList<>();

    @Test
    void suggestsTheCommentWithTheSameRareWords() {
        say("The lighthouse keeper counts every schooner that leaves.");
        say("Bread has never been as dear as in this winter.");
        say("Somebody should mend the bridge before spring.");
        say("I like the song about the miller better.");
        say("Who pays the lighthouse for all those schooners?");

        assertThat(suggestions(5).get(0).number()).isEqualTo(1);
        assertThat(words(5, 1)).contains("lighthouse", "schooners");
    }

    @Test
    void knowsANameInAnotherSpelling() {
        say("They will build the railway to Nakhchivan at last.");
        say("Nobody asked for a new town hall.");
        say("The weather was fine all week here.");
        say("My uncle sells boats and nets.");
        say("Why should Nachichevan get it first?");

        assertThat(suggestions(5)).extracting(Suggestion::number).contains(1);
        assertThat(reason(5, 1, Kind.SHARED_WORDS).words())
                .containsExactly(new SharedWord("Nachichevan", "Nakhchivan"));
    }

    @Test
    void tellsWhichSpeakersHaveAnsweredEachOther() {
        say("Ada", "Ships sail on Monday.");
        say("Ben", "No, on Tuesday.");
        say("Ada", "Not in winter.");

        List<Suggestion> suggestions = Suggestions.of(Article.NONE, said, Map.of(2, 1), 3);
        assertThat(suggestions)
                .filteredOn(suggestion -> suggestion.number() == 2)
                .flatExtracting(Suggestion::reasons)
                .contains(new Reason(Kind.SPEAKS_TO, List.of(), 0));
    }

    @Test
    void knowsWhomACommentNamesFirst() {
        say("Old Salt", "Ships sail on Monday.");
        say("Mirabel", "The market is closed.");
        say("Tom", "The ferry is late again.");
        say("Jo", "Rain all day.");
        say(null, "Mirabel, are you sure?");

        assertThat(suggestions(5).get(0).number()).isEqualTo(2);
        assertThat(reason(5, 2, Kind.NAMES).words()).containsExactly(new SharedWord("Mirabel", "Mirabel"));
    }

    @Test
    void saysHowNearEachIs() {
        say("One thing.");
        say("Another thing.");
        say("A third thing.");

        assertThat(suggestions(3))
                .extracting(Suggestion::number, suggestion -> near(suggestion))
                .containsExactlyInAnyOrder(tuple(2, 1), tuple(1, 2));
    }

    @Test
    void suggestsNothingWhereNothingIsEarlier() {
        assertThat(suggestions(1)).isEmpty();
        say("The only one.");
        assertThat(suggestions(1)).isEmpty();
        assertThat(suggestions(7)).isEmpty();
    }

    @Test
    void neverSuggestsMoreThanThreeNorLaterOnesNorItself() {
        for (int number = 1; number <= 30; number++) {
            say("The harbour master saw it all, number " + number);
        }
        for (int number = 1; number <= 30; number++) {
            int own = number;
            assertThat(suggestions(number))
                    .hasSize(Math.min(3, number - 1))
                    .allMatch(suggestion -> suggestion.number() < own)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void prefersTheNearestOfEqualComments() {
        for (int times = 0; times < 6; times++) {
            say("Quite so.");
        }
        assertThat(suggestions(6)).extracting(Suggestion::number).contains(5);
    }

    @Test
    void goesByNumbersWhereSomeAreMissing() {
        said.add(new Said(3, null, "The granary burned on the hill."));
        said.add(new Said(9, null, "What did the granary hold?"));
        said.add(new Said(12, null, "Barley."));

        List<Suggestion> suggestions = Suggestions.of(Article.NONE, said, Map.of(9, 4, 12, 40), 12);
        assertThat(suggestions).extracting(Suggestion::number).containsExactlyInAnyOrder(3, 9);
        assertThat(suggestions(10)).isEmpty();
    }

    @Test
    void standsAnyScript() {
        for (int times = 0; times < 3; times++) {
            say("שלום לכולם, הספינה הגיעה אל הנמל");
            say("السفينة وصلت إلى الميناء مساء أمس");
            say("灯台の近くに船が着いた。");
            say("燈塔旁邊有一艘船");
            say("👩‍👩‍👧‍👦🏴‍☠️ 🚢 🚢");
            say("e\u0301\u0300\u0302\u0303 Zu\u0308rich Z\u00fcrich");
            say("\u0301\u0301\u0301");
            say("");
            say("\ud800 lone \udc00");
        }
        for (int number = 1; number <= said.size(); number++) {
            assertThat(suggestions(number)).hasSize(Math.min(3, number - 1));
        }
    }

    @Test
    void findsWhatIsSharedInALanguageWithoutSpaces() {
        say("灯台の近くに船が着いた。");
        say("明日は雨が降るでしょう。");
        say("パンの値段が高すぎる。");
        say("町の橋を直すべきだ。");
        say("その灯台はどこですか。");

        assertThat(suggestions(5)).extracting(Suggestion::number).contains(1);
        assertThat(words(5, 1)).contains("灯台");
    }

    @Test
    void isTheSameEveryTime() {
        say("Ada", "The lighthouse is dark.");
        say("Ben", "The keeper sleeps.");
        say(null, "Wake the keeper, Ben!");
        say("Ada", "He never sleeps.");

        assertThat(suggestions(4)).isEqualTo(suggestions(4)).isNotEmpty();
    }

    @Test
    void doesNotTakeLongForAWordWithoutEnd() {
        String marks = "a" + String.join("", Collections.nCopies(200_000, "\u0301\u0323"));
        say(marks);
        say(marks + " and " + "x".repeat(500_000));
        say("x".repeat(500_000));

        assertThat(suggestions(3)).hasSize(2);
    }

    @Test
    void standsAParentThatIsNotEarlier() {
        say("One.");
        say("Two.");
        say("Three.");

        assertThat(Suggestions.of(Article.NONE, said, Map.of(1, 3, 2, 2), 3)).hasSize(2);
    }

    private void say(String text) {
        say(null, text);
    }

    private void say(@Nullable String speaker, String text) {
        said.add(new Said(said.size() + 1, speaker, text));
    }

    private List<Suggestion> suggestions(int number) {
        return Suggestions.of(Article.NONE, said, Map.of(), number);
    }

    private Stream<Reason> reasons(int number, int parent) {
        return suggestions(number).stream()
                .filter(suggestion -> suggestion.number() == parent)
                .flatMap(suggestion -> suggestion.reasons().stream());
    }

    private Reason reason(int number, int parent, Kind kind) {
        return reasons(number, parent)
                .filter(reason -> reason.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<String> words(int number, int parent) {
        return reason(number, parent, Kind.SHARED_WORDS).words().stream()
                .map(SharedWord::word)
                .toList();
    }

    private static int near(Suggestion suggestion) {
        return suggestion.reasons().stream()
                .filter(reason -> reason.kind() == Kind.NEAR)
                .mapToInt(Reason::before)
                .sum();
    }
}
