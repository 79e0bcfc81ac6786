package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.junit.jupiter.api.Test;

class ReplyFinderTests {
    private static final String LONG = "The toll was a heavy burden on every carter here.";
    private static final String SHORT = "A very heavy burden.";

    @Test
    void findsAWholeParagraphInsideAParagraphOfOneEarlierComment() {
        assertThat(find("First. " + LONG + " Last.", "Other words altogether.", LONG + "\n\nYes."))
                .containsExactly(new Link(3, 1, Evidence.QUOTED, Grade.CERTAIN, 10, LONG));
    }

    @Test
    void looksPastSpellingAndPunctuation() {
        String said = "Don’t call it “off-topic”: the\u00a0ﬁrst BRIDGE isn't Zoë's, it's theirs.";
        assertThat(parents(said, "> dont call it 'off topic' — the first bridge isn´t Zoe\u0308s its theirs\n\nWhy?"))
                .containsExactly("2>1");
    }

    @Test
    void leavesAddressesOut() {
        assertThat(parents(LONG + " https://example.org/a", "(https://example.org/b) " + LONG + "\n\nYes."))
                .containsExactly("2>1");
        assertThat(parents(
                        "https://example.org/one/two/three/four/five",
                        "https://example.org/one/two/three/four/five\n\nA."))
                .isEmpty();
    }

    @Test
    void countsChineseAndJapaneseByCharacter() {
        assertThat(parents("昨日、橋が開いた。歩いた。", "橋が開いた。\n\n本当？")).containsExactly("2>1");
    }

    @Test
    void takesFewerThanFourWordsForNoQuotation() {
        assertThat(parents("I agree here. And more of it.", "I agree here.\n\nSo do I."))
                .isEmpty();
    }

    @Test
    void takesFewerThanEightWordsForAQuotationOnlyIfAnAnswerFollows() {
        assertThat(parents("It was. " + SHORT, SHORT)).isEmpty();
        assertThat(parents("It was. " + SHORT, "Yes.\n\n" + SHORT)).isEmpty();
        assertThat(find("It was. " + SHORT, SHORT + "\n\nYes."))
                .containsExactly(new Link(2, 1, Evidence.QUOTED, Grade.LIKELY, 4, SHORT));
        assertThat(parents("It was. " + LONG, LONG)).containsExactly("2>1");
    }

    @Test
    void findsTheAuthorOfAQuotationThatIsQuotedAgain() {
        assertThat(parents(LONG, LONG + "\n\nYes.", LONG + "\n\nNo.")).containsExactly("2>1", "3>1");
    }

    @Test
    void takesTheSameCommentTwiceForNoQuotation() {
        assertThat(parents(LONG + "\n\nWhy?", LONG + "\n\nwhy")).isEmpty();
    }

    @Test
    void makesNoLinkWhereSeveralEarlierCommentsHoldTheWords() {
        assertThat(parents("One. " + LONG, "Two. " + LONG, LONG + "\n\nYes.")).isEmpty();
    }

    @Test
    void takesWordsThatOneCommentHoldsTwiceForItsWords() {
        assertThat(parents(LONG + " " + LONG + "\n\n" + LONG, LONG + "\n\nYes."))
                .containsExactly("2>1");
    }

    @Test
    void joinsNoWordsAcrossParagraphs() {
        assertThat(parents("The toll was a heavy\n\nburden on every carter here.", LONG + "\n\nYes."))
                .isEmpty();
    }

    @Test
    void takesNoPartOfAParagraphForAQuotation() {
        assertThat(parents(LONG, LONG + " And more.")).isEmpty();
    }

    @Test
    void letsTheFirstQuotationDecide() {
        String other = "Nobody ever asked the ferrymen what they thought.";
        assertThat(parents(LONG, other, "Hm.\n\n" + other + "\n\nNo.\n\n" + LONG))
                .containsExactly("3>2");
    }

    @Test
    void findsAnItemOfAList() {
        assertThat(parents("Things:\n* one\n* " + LONG, LONG + "\n\nYes.")).containsExactly("2>1");
    }

    @Test
    void looksForNothingInLaterComments() {
        assertThat(parents(LONG + "\n\nYes.", "One. " + LONG)).isEmpty();
    }

    @Test
    void findsNothingAmongNothing() {
        assertThat(ReplyFinder.find(List.of())).isEmpty();
        assertThat(parents("", " \n", "…", "*")).isEmpty();
    }

    @Test
    void makesNoLinkOfStockPhrases() {
        List<String> said = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            said.add("Remark " + number + ".\n\nWith kind regards from the far bank of the river.");
        }
        assertThat(parents(said.toArray(String[]::new)).size()).isLessThan(500);
    }

    @Test
    void readsADiscussionOfAHundredThousandComments() {
        Random random = new Random(1);
        List<Said> said = new ArrayList<>();
        for (int number = 1; number <= 100_000; number++) {
            String own = words(random, 50);
            String quote =
                    number % 10 == 0 ? said.get(random.nextInt(said.size())).text() : "";
            String paragraph = quote.substring(quote.lastIndexOf('\n') + 1);
            said.add(new Said(number, null, paragraph.isEmpty() ? own : paragraph + "\n\n" + own));
        }
        assertThat(ReplyFinder.find(said)).hasSize(10_000);
    }

    @Test
    void readsOneWordAMillionTimes() {
        assertThat(parents("so ".repeat(1_000_000), "so ".repeat(900_000), "a\u0301\u0323".repeat(500_000)))
                .isEmpty();
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int left = count; left > 0; left--) {
            words.append("word")
                    .append((int) Math.abs(random.nextGaussian() * 5_000))
                    .append(' ');
        }
        return words.toString();
    }

    private static List<String> parents(String... texts) {
        return find(texts).stream()
                .map(link -> link.number() + ">" + link.parent())
                .toList();
    }

    private static List<Link> find(String... texts) {
        List<Said> said = new ArrayList<>();
        for (String text : texts) {
            said.add(new Said(said.size() + 1, null, text));
        }
        return ReplyFinder.find(said);
    }
}
