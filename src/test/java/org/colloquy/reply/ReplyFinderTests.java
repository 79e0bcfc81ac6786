package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.reply.Article.Passage;
import org.colloquy.reply.Quotation.Place;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.junit.jupiter.api.Test;

class ReplyFinderTests {
    private static final String LONG = "The toll was a heavy burden on every carter here.";
    private static final String SHORT = "A very heavy burden.";

    @Test
    void findsAWholeParagraphInsideAParagraphOfOneEarlierComment() {
        Quotation quotation =
                new Quotation(LONG, 0, LONG.length(), 10, new Place(comment(1), 7, 7 + LONG.length() - 1), List.of());
        assertThat(find("First. " + LONG + " Last.", "Other words altogether.", LONG + "\n\nYes."))
                .containsExactly(new Link(3, comment(1), Evidence.QUOTED, Grade.CERTAIN, 10, LONG, List.of(quotation)));
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
    void findsQuotationsInChineseAndKorean() {
        assertThat(parents("昨天有人说过桥税太重。我不信。", "过桥税太重\n\n真的吗？")).containsExactly("2>1");
        assertThat(parents("어제 다리가 다시 열렸다. 나는 걸었다.", "어제 다리가 다시 열렸다.\n\n정말?")).containsExactly("2>1");
        assertThat(parents("昨天有人说过桥税太重。", "太重\n\n真的吗？")).isEmpty();
    }

    @Test
    void looksPastTheWaysToWriteALetterWithItsMarks() {
        String composed = "Đường qua cầu đã mở lại sau nhiều năm.";
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(apart).isNotEqualTo(composed);
        assertThat(parents(composed, apart + "\n\nThật không?")).containsExactly("2>1");
        assertThat(parents(apart, composed + "\n\nThật không?")).containsExactly("2>1");
        assertThat(parents("Nie ma mostu ani promu.", "Nie ma mos\u0301tu ani promu.\n\nJest."))
                .as("another letter")
                .isEmpty();
    }

    @Test
    void looksPastEmojiAndCountsThemInOffsets() {
        String said = "Ha 😂😂 so " + LONG + " 👩🏽‍🌾🐎";
        Place place = find(said, "🐎🐎 " + LONG.replace("heavy", "heavy 🧱") + " 👍\n\n🙂 Yes.")
                .get(0)
                .quotations()
                .get(0)
                .place();
        assertThat(said.substring(place.from(), place.to()) + ".").isEqualTo(LONG);
        assertThat(parents("😂 👍 🐎 🌾 🧱", "😂 👍 🐎 🌾 🧱\n\n🙂")).isEmpty();
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
                .extracting(Link::parent, Link::grade, Link::words, Link::quote)
                .containsExactly(tuple(comment(1), Grade.LIKELY, 4, SHORT));
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
    void takesTheSameCommentForAQuotationIfItIsMarked() {
        assertThat(parents(LONG, "> " + LONG, "> " + LONG)).containsExactly("2>1", "3>1");
        assertThat(parents(LONG, LONG, "> " + LONG + "\n\nYes.")).containsExactly("3>1");
    }

    @Test
    void takesTheEarliestOfSeveralCommentsThatHoldTheWords() {
        List<Link> links = find("One. " + LONG, "Two. " + LONG, "Why?", LONG + "\n\nYes.");

        Link last = links.get(links.size() - 1);
        assertThat(last)
                .extracting(Link::number, Link::parent, Link::grade)
                .containsExactly(4, comment(1), Grade.LIKELY);
        assertThat(last.quotations().get(0).others()).containsExactly(comment(2));
    }

    @Test
    void prefersWhoHoldsMoreOfTheQuotedWords() {
        String more = "Whoever mended the lanterns was never paid for it.";
        assertThat(parents("One. " + LONG, "Two: " + LONG + " So much.\n\n" + more, LONG + "\n\n" + more + "\n\nYes."))
                .endsWith("3>2");
    }

    @Test
    void findsTheAnsweredCommentInNestedQuotations() {
        String first = "Nobody ever asked the ferrymen what they thought.";
        String second = "They were asked twice and did not come to the hall.";
        assertThat(parents(
                        first,
                        first + "\n\n" + second,
                        first + "\n\nThat is a pity, if you ask me or my aunt.",
                        first + "\n\n" + second + "\n\nI was there."))
                .containsExactly("2>1", "3>1", "4>2");
    }

    @Test
    void findsTheAnsweredCommentInNestedMarks() {
        String first = "Nobody ever asked the ferrymen what they thought.";
        String second = "They were asked twice and did not come to the hall.";
        assertThat(parents(
                        first,
                        "> " + first + "\n\n" + second,
                        "> > " + first + "\n> " + second + "\nI was there.",
                        ">> " + first + "\n>> \n> " + second + "\n\nSo was I.",
                        "> > > " + first + "\n> > " + second + "\n> I was there.\n\nWhen?"))
                .containsExactly("2>1", "3>2", "4>2", "5>2");
    }

    @Test
    void takesNoHolderWhoOnlyQuotedTheWordsHimself() {
        String short4 = "On some Friday, somebody whose name is gone";
        assertThat(parents(
                        LONG + " " + SHORT,
                        "Well.\n\n" + LONG + " " + SHORT + "\n\nThanks for this.",
                        LONG + " " + SHORT + "\n\nThanks for this.\n\nMore " + short4))
                .containsExactly("2>1", "3>1");
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
    void takesAParagraphWithAWordMendedForAQuotation() {
        String said =
                "The toll was a hevy burden on every single carter here in the valley, and on all of their mules too.";
        assertThat(parents(said, said.replace("hevy", "heavy") + "\n\nYes.")).containsExactly("2>1");
        assertThat(parents(said, said.substring(0, 45) + " was never mine to lift, thank heavens.\n\nYes."))
                .isEmpty();
    }

    @Test
    void takesALineOfAParagraphForAQuotation() {
        assertThat(find("It was. " + LONG, LONG + "\nI doubt it."))
                .extracting(Link::parent, Link::quote)
                .containsExactly(tuple(comment(1), LONG));
    }

    @Test
    void takesMarkedWordsForAQuotationWhereverTheyStand() {
        assertThat(parents("It was. " + SHORT, "> " + SHORT)).containsExactly("2>1");
        assertThat(parents("It was. " + SHORT, "Yes:\n> " + SHORT)).containsExactly("2>1");
        assertThat(parents("It was. " + SHORT, "Yes:\n\n > " + SHORT)).containsExactly("2>1");
        assertThat(parents("First remark.\n\n" + LONG, "Second one.\n\n> " + LONG))
                .containsExactly("2>1");
        assertThat(parents("I agree here. And more of it.", "> I agree here.")).isEmpty();
    }

    @Test
    void takesMarkedLinesWithoutABlankOneForOneQuotation() {
        String quote = "> The toll was a heavy\n> burden on every\n> carter here.";
        assertThat(find("It was. " + LONG, "Who said this?\n" + quote + "\nI doubt it."))
                .extracting(Link::parent, Link::grade, Link::words, Link::quote)
                .containsExactly(tuple(comment(1), Grade.CERTAIN, 10, quote));
    }

    @Test
    void takesLongPartsOfAParagraphForLikelyQuotations() {
        String part = "the toll was a heavy burden on every carter here and on his mule";
        assertThat(find("I say " + part + ".", "You say that " + part + "; I doubt it."))
                .extracting(Link::parent, Link::grade, Link::words, Link::quote)
                .containsExactly(tuple(comment(1), Grade.LIKELY, 14, part));
        assertThat(parents(LONG, LONG + " And more.")).isEmpty();
    }

    @Test
    void takesWordsInsideAParagraphThatTwoHaveSaidForAPhrase() {
        String phrase = "the lower toll for carts with fewer than three wheels on market days";
        String[] said = {"I know " + phrase + ".", "They brought " + phrase + " here.", "Show me " + phrase + ", then."
        };
        assertThat(parents(said)).containsExactly("2>1");
        assertThat(parents(said[0], said[2])).containsExactly("2>1");
        assertThat(parents(said[0], said[1], "Show me “" + phrase + "”, then.")).containsExactly("2>1", "3>1");
        assertThat(parents(said[0], said[1], phrase + "\n\nShow me.")).containsExactly("2>1", "3>1");
    }

    @Test
    void takesShorterPartsBetweenQuotationMarks() {
        assertThat(find(LONG, "Who says that “" + LONG + "” has never pulled a cart."))
                .extracting(Link::parent, Link::quote)
                .containsExactly(tuple(comment(1), LONG.replace(".", "")));
    }

    @Test
    void linksAQuotationOfTheArticleToItsPassage() {
        Article article = new Article(
                "Tolls",
                null,
                List.of(
                        new Article.Passage(Source.Kind.PARAGRAPH, 2, "So it was. " + LONG),
                        new Article.Passage(Source.Kind.TERM, 1, "Carts of fewer than three wheels pay half.")));
        List<Said> said = List.of(
                new Said(1, null, LONG + "\n\nYes."),
                new Said(2, null, "Carts of fewer than three wheels pay half.\n\nWhy?"),
                new Said(3, null, LONG + "\n\nNo."));
        assertThat(ReplyFinder.find(article, said))
                .extracting(Link::parent)
                .containsExactly(
                        new Source(Source.Kind.PARAGRAPH, 2),
                        new Source(Source.Kind.TERM, 1),
                        new Source(Source.Kind.PARAGRAPH, 2));
        assertThat(ReplyFinder.find(article, said)
                        .get(0)
                        .quotations()
                        .get(0)
                        .place()
                        .from())
                .isEqualTo(11);
    }

    @Test
    void takesTheTitleForNoQuotation() {
        Article article = new Article("How the Old Bridge Was Mended in Nine Days", null, List.of());
        assertThat(ReplyFinder.find(
                        article,
                        List.of(
                                new Said(1, null, article.title() + "\n\nA title."),
                                new Said(2, null, article.title() + "\n\nAgain."))))
                .isEmpty();
    }

    @Test
    void takesTheAuthorsNameAtTheBeginningForAnAnswerToTheArticle() {
        Article article = new Article("Tolls", "Mira Toll", List.of());
        assertThat(named(article, "Mira, where is that from?")).containsExactly("Mira");
        assertThat(named(article, "@mira toll: where from?")).containsExactly("mira toll");
        assertThat(named(article, "Mira\n\nWhere is that from?")).containsExactly("Mira");
        assertThat(named(article, "Mira is wrong, I think.")).isEmpty();
        assertThat(named(article, "Miranda, where from?")).isEmpty();
        assertThat(named(article, "Hey Mira, I have another thing.")).isEmpty();
        assertThat(ReplyFinder.find(article, List.of(new Said(1, "Mira Toll", "Hm."), new Said(2, null, "Mira, no."))))
                .isEmpty();
    }

    @Test
    void takesSignaturesForNoQuotations() {
        String signature = "Proud keeper of two mules and a donkey since long ago";
        assertThat(parents("First remark.\n\n" + signature, "Second one.\n\n" + signature))
                .isEmpty();
        assertThat(parents("First remark.\n\n" + signature, signature + "\n\nReally?"))
                .containsExactly("2>1");
    }

    @Test
    void takesLinesOfMailProgramsForNoQuotations() {
        String line = "On Fri, 3 May 2019 at 10:15, Zoe Carter <zoe at example.org> wrote:";
        assertThat(parents(line + "\n\nYes.", line + "\n\nNo.")).isEmpty();
        String dated = "On Fri, May 3, 2019 at 10:15 AM, Zoe the Carter";
        assertThat(parents("A.\n\n" + dated + "\n\nYes.", dated + "\n\nNo.")).isEmpty();
        String sentence = "On Fri, May 3, 2019 at 10:15 AM, the bridge fell down.";
        assertThat(parents("A.\n\n" + sentence + "\n\nYes.", sentence + "\n\nNo."))
                .containsExactly("2>1");
        assertThat(parents("From: the carters of the far valley\n\nA.", "From: the carters of the far valley\n\nB."))
                .isEmpty();
    }

    @Test
    void takesWhatStandsBelowTwoDashesForASignature() {
        String keeper = "Zoe Carter, keeper of two mules at the far end of the bridge";
        assertThat(parents("Hm.\n\n-- " + keeper + "\n\nOr so.", "Oh.\n\n-- " + keeper + "\n\nNo."))
                .isEmpty();
        assertThat(parents("Hm.\n\nZoe\n--\nSee you!\n" + keeper + "\n\nOr so.", "Oh.\n\n--\n" + keeper + "\n\nNo."))
                .isEmpty();
        assertThat(parents("Hm.\n\n-- Zoe\n\n" + keeper, keeper + "\n\nNo.")).containsExactly("2>1");
    }

    @Test
    void takesNobodyForTheAuthorOfWhatHeOnlySigned() {
        String signed = "\n\n-- Zoe Carter, keeper of two mules at the far end of the bridge";
        Article article = new Article("Tolls", null, List.of(new Passage(Source.Kind.PARAGRAPH, 1, LONG)));
        List<Link> links = ReplyFinder.find(
                article,
                List.of(
                        new Said(1, null, "It was worse.\n\n" + LONG + signed),
                        new Said(2, null, "It was not.\n\n" + LONG + signed)));
        assertThat(links)
                .extracting(Link::parent)
                .containsExactly(new Source(Source.Kind.PARAGRAPH, 1), new Source(Source.Kind.PARAGRAPH, 1));
    }

    @Test
    void takesLogsCodeAndCaptionsForNoQuotations() {
        String log = "2019-05-03T10:15:00Z [cart] - mule=4 wheel=2 toll=12 paid";
        assertThat(parents("Mine:\n\n" + log + "\n\nHm.", log + "\n\nToo.")).isEmpty();
        String code = "if (cart.wheels[0] == mule) { pay(toll_of(cart)); }";
        assertThat(parents("Mine:\n\n" + code + "\n\nHm.", code + "\n\nToo.")).isEmpty();
        String prompt = "> pay(toll = 12, cart = mules[4])";
        assertThat(parents("Mine:\n\n" + prompt + "\n\nHm.", prompt + "\n\nToo."))
                .isEmpty();
        String caption = "Tolls are due at noon by carter · Notice 12 · the bridge";
        assertThat(parents("See:\n\n" + caption + "\n\nHm.", caption + "\n\nToo."))
                .isEmpty();
    }

    @Test
    void tellsEveryQuotationOfAComment() {
        String other = "Nobody ever asked the ferrymen what they thought.";
        Link link = find(LONG, other, LONG + "\n\nYes.\n\n" + other + "\n\nNo.").get(0);
        assertThat(link.parent()).isEqualTo(comment(1));
        assertThat(link.quotations())
                .extracting(quotation -> quotation.place().source(), Quotation::from)
                .containsExactly(tuple(comment(1), 0), tuple(comment(2), LONG.length() + 8));
    }

    @Test
    void givesOffsetsInTextsThatAreNotNormal() {
        String odd = "The ﬁrst mule ran, ｔｈｅ second, the cafe\u0301 mule, 한국, did not";
        String said = "So:  " + odd + " run.";
        Quotation quotation = find(said, odd + "\n\nYes.").get(0).quotations().get(0);
        assertThat(said.substring(quotation.place().from(), quotation.place().to()))
                .isEqualTo(odd);
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
        assertThat(parents(LONG + "\n\nYes.", "One and two and three. " + LONG)).isEmpty();
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
    void findsFiveThousandRepliesToOneComment() {
        List<String> said = new ArrayList<>(List.of(LONG));
        for (int number = 0; number < 5_000; number++) {
            said.add(LONG + "\n\nAnswer the " + number);
        }
        assertThat(find(said.toArray(String[]::new)))
                .hasSize(5_000)
                .allMatch(link -> link.parent().equals(comment(1)));
    }

    @Test
    void findsAChainOfTenThousandReplies() {
        List<String> said = new ArrayList<>(List.of(words(new Random(0), 12)));
        for (int number = 1; number < 10_000; number++) {
            String before = said.get(number - 1);
            said.add(before.substring(before.lastIndexOf('\n') + 1) + "\n\n" + words(new Random(number), 12));
        }
        assertThat(find(said.toArray(String[]::new)))
                .hasSize(9_999)
                .allMatch(link -> link.parent().number() == link.number() - 1);
    }

    @Test
    void readsAParagraphOfAHundredThousandLines() {
        List<String> lines = new ArrayList<>();
        List<String> halves = new ArrayList<>();
        for (int number = 0; number < 100_000; number++) {
            String line = words(new Random(number), 6).strip();
            lines.add(line);
            halves.add(line + "\nNo, not at all.");
        }
        String said = String.join("\n", lines);
        assertThat(parents(said, String.join("\n", halves), "Yes.\n\n" + said)).containsExactly("2>1", "3>1");
    }

    @Test
    void findsQuotationsFromRightToLeft() {
        String said = "הגשר נפתח מחדש באביב אחרי שנים רבות של עבודה";
        assertThat(parents("כן. " + said, said + "\n\nלמה?")).containsExactly("2>1");
    }

    @Test
    void looksPastMarksOfDirection() {
        String said = "الجسر فتح من جديد بعد سنوات طويلة من العمل";
        assertThat(parents("نعم. " + said, "> \u202b" + said.replace(" ", " \u200f") + "\u202c\n\nلماذا؟"))
                .containsExactly("2>1");
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
                .isSubsetOf("2>1");
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int left = count; left > 0; left--) {
            for (int number = (int) Math.abs(random.nextGaussian() * 5_000); number > 0; number /= 26) {
                words.append((char) ('a' + number % 26));
            }
            words.append(' ');
        }
        return words.toString();
    }

    private static Source comment(int number) {
        return new Source(Source.Kind.COMMENT, number);
    }

    private static List<String> named(Article article, String text) {
        return ReplyFinder.find(article, List.of(new Said(1, null, text))).stream()
                .filter(link ->
                        link.evidence() == Evidence.NAMED && link.parent().equals(Source.ARTICLE))
                .map(Link::quote)
                .toList();
    }

    private static List<String> parents(String... texts) {
        return find(texts).stream()
                .map(link -> link.number() + ">" + link.parent().number())
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
