package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.colloquy.reply.Article.Passage;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.junit.jupiter.api.Test;

class ReplyFinderOneByOneTests {
    private static final String LONG = "The toll was a heavy burden on every carter here.";
    private static final Article ARTICLE = new Article(
            "Tolls", "Mira Toll", List.of(new Passage(Source.Kind.PARAGRAPH, 1, "It began when a bridge was built.")));

    private final ReplyFinder finder = new ReplyFinder(ARTICLE);

    @Test
    void findsOneByOneWhatItFindsAtOnce() {
        List<Said> said = discussion(2_000);
        List<Link> links =
                said.stream().map(finder::hear).flatMap(Optional::stream).toList();

        assertThat(links).hasSizeGreaterThan(300).isEqualTo(ReplyFinder.find(ARTICLE, said));
    }

    @Test
    void answersWhatIsAskedAsWhatIsHeard() {
        for (Said said : discussion(1_000)) {
            Optional<Link> asked = finder.ask(said);
            assertThat(finder.ask(said)).isEqualTo(asked);
            assertThat(finder.hear(said)).isEqualTo(asked);
        }
    }

    @Test
    void keepsNoTraceOfWhatIsAsked() {
        List<Said> said = discussion(1_000);
        List<Link> links = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            finder.ask(new Said(
                    at, "Mira Toll", said.get((at * 7 + 3) % said.size()).text()));
            finder.hear(said.get(at)).ifPresent(links::add);
            finder.ask(new Said(at, null, said.get(at).text() + "\n\n" + "Much more of it. ".repeat(at % 70)));
        }

        assertThat(links).isEqualTo(ReplyFinder.find(ARTICLE, said));
    }

    @Test
    void findsNoWordsThatWereOnlyAsked() {
        finder.ask(new Said(1, null, LONG));
        assertThat(finder.ask(new Said(2, null, LONG + "\n\nYes."))).isEmpty();
        finder.hear(new Said(1, null, LONG));
        assertThat(finder.ask(new Said(2, null, LONG + "\n\nYes."))).isPresent();
    }

    @Test
    void takesNothingThatWasOnlyAskedForSaidAlready() {
        finder.hear(new Said(1, null, LONG));
        finder.ask(new Said(2, null, LONG + "\n\nYes."));
        assertThat(finder.hear(new Said(2, null, LONG + "\n\nYes."))).isPresent();
        assertThat(finder.ask(new Said(3, null, LONG + "\n\nYes."))).isEmpty();
    }

    @Test
    void knowsAnAuthorWhoSpokeButNotOneWhoWasOnlyAsked() {
        finder.ask(new Said(1, "Mira Toll", "I wrote it."));
        assertThat(finder.ask(new Said(1, null, "Mira, where is that from?")))
                .map(Link::parent)
                .contains(Source.ARTICLE);
        finder.hear(new Said(1, "Mira Toll", "I wrote it."));
        assertThat(finder.ask(new Said(2, null, "Mira, where is that from?"))).isEmpty();
    }

    @Test
    void asksAndHearsNothingOfCommentsWithoutWords() {
        for (String empty : List.of("", "\n \n", "…", "* ")) {
            assertThat(finder.ask(new Said(1, null, empty))).isEmpty();
            assertThat(finder.hear(new Said(1, null, empty))).isEmpty();
        }
        finder.hear(new Said(2, null, LONG));
        assertThat(finder.hear(new Said(3, null, LONG + "\n\nYes.")))
                .map(Link::parent)
                .contains(new Source(Source.Kind.COMMENT, 2));
    }

    /** Quotations of one and of several, of the article, of quotations; the same comment again, and phrases. */
    private static List<Said> discussion(int comments) {
        Random random = new Random(comments);
        List<Said> said = new ArrayList<>();
        for (int number = 1; number <= comments; number++) {
            StringBuilder text = new StringBuilder();
            for (int quotes = random.nextInt(3); quotes > 0 && number > 1; quotes--) {
                String[] paragraphs =
                        said.get(random.nextInt(number - 1)).text().split("\n\n");
                text.append(paragraphs[random.nextInt(paragraphs.length)]).append("\n\n");
            }
            switch (random.nextInt(12)) {
                case 0 -> text.append("It began when a bridge was built.\n\nDid it?");
                case 1 -> text.append("Mira, how so?");
                case 2 -> text.append("With kind regards from the far bank of the river.");
                case 3 -> text.append(number == 1 ? "" : said.get(number - 2).text());
                default -> text.append(words(random, 5 + random.nextInt(40)));
            }
            said.add(new Said(number, number % 100 == 99 ? "Mira Toll" : null, text.toString()));
        }
        return said;
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int left = count; left > 0; left--) {
            words.append(Integer.toString((int) Math.abs(random.nextGaussian() * 300), 36))
                    .append(' ');
        }
        return words.toString();
    }
}
