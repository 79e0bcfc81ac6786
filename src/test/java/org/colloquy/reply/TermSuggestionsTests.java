package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.reply.Article.Passage;
import org.colloquy.reply.ReplyFinder.Said;
import org.junit.jupiter.api.Test;

class TermSuggestionsTests {
    private static final Article ARTICLE = new Article(
            "Peace at the Ferry",
            "Mira Toll",
            List.of(
                    new Passage(Source.Kind.PARAGRAPH, 1, "The Nakhichevan road is closed."),
                    new Passage(Source.Kind.TERM, 1, "The ferry sails every day but Sunday."),
                    new Passage(Source.Kind.TERM, 2, "A new road is built to Nakhichevan."),
                    new Passage(Source.Kind.TERM, 3, "Fishermen keep their moorings below the bridge."),
                    new Passage(Source.Kind.TERM, 4, "Both banks pay for the bridge.")));

    private final List<Said> said = new ArrayList<>();

    @Test
    void findsATermWhosePlaceIsSpelledOtherwise() {
        say("Lovely weather.");
        say("Nobody will ever drive to Nachichevan.");
        say("Nor walk there.");

        assertThat(terms().of(2))
                .containsExactly(new TermSuggestion(2, 2, List.of(new SharedWord("Nachichevan", "Nakhichevan"))));
    }

    @Test
    void findsTheCommentsAboutATermTheMostTellingFirst() {
        say("I only fish on Sundays.");
        say("Lovely weather.");
        say("My moorings are mine, and fishermen know it.");
        say("What about the moorings?");

        assertThat(terms().about(3)).extracting(TermSuggestion::comment).containsExactly(3, 4);
        assertThat(terms().about(1)).extracting(TermSuggestion::comment).containsExactly(1);
        assertThat(terms().about(2)).isEmpty();
        assertThat(terms().about(9)).isEmpty();
    }

    @Test
    void findsNothingInWordsThatAnybodyUses() {
        say("They pay for this every day, and so do their sons.");
        say("But who will keep it?");
        say("");

        assertThat(terms().of(1)).isEmpty();
        assertThat(terms().of(2)).isEmpty();
        assertThat(terms().of(3)).isEmpty();
        assertThat(terms().of(4)).isEmpty();
    }

    @Test
    void givesAtMostThreeTermsAndTenComments() {
        for (int number = 1; number <= 200; number++) {
            say(number % 10 == 0 ? "Moorings, Nakhichevan, Sunday: all of it is wrong." : "Comment without more.");
        }
        assertThat(terms().of(10)).hasSizeLessThanOrEqualTo(TermSuggestions.MOST_TERMS);
        assertThat(terms().about(2)).hasSize(TermSuggestions.MOST_COMMENTS);
    }

    @Test
    void findsNothingWithoutTermsOrComments() {
        assertThat(terms().about(1)).isEmpty();
        say("Nachichevan!");
        assertThat(new TermSuggestions(Article.NONE, said).of(1)).isEmpty();
    }

    private void say(String text) {
        said.add(new Said(said.size() + 1, null, text));
    }

    private TermSuggestions terms() {
        return new TermSuggestions(ARTICLE, said);
    }
}
