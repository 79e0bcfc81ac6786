package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.document.Texts.slices;
import static org.colloquy.document.Texts.unread;
import static org.colloquy.document.Texts.unreadComments;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.junit.jupiter.api.Test;

/** The format against documents nobody would write; a failure names the seed that makes the same document again. */
class GeneratedDocumentsTests {
    private static final int CASES = 5_000;

    private static final List<String> LINES = List.of(
            "",
            "",
            "",
            "",
            " ",
            "\t",
            "    ",
            "     ",
            "  1. one",
            "  2. two",
            "  3. three",
            "  7. seven",
            " 4. four",
            "   5. five",
            "    6. six",
            "  60. sixty",
            "  120. far",
            "  0. zero",
            "  007. led",
            "  8.",
            "  9. ",
            "  10.x",
            "  11.\tx",
            "  12. Ada says",
            "  13. Ada  says ",
            "  14. says",
            "    Ada says",
            "Ada says",
            "  99999999999. big",
            "  • term",
            "  • ",
            "   • no",
            "• no",
            "    * item",
            "* item",
            "    text",
            "text",
            "  text",
            "\ttext",
            "      text",
            "Mira Toll is a writer",
            "    Mira Toll is an author",
            "Rolf is a man",
            "\u00a0",
            "    \u00a0x",
            "a\r",
            "\r",
            "    b\r",
            "\u2028",
            "    \u0085",
            "\ufeff",
            "    🌉 says",
            "  15. 🌉 says",
            "  16. \u00a0 says",
            "橋",
            "    e\u0301");

    private static final List<String> SPEAKERS =
            List.of("Ada", "Bo Li", "Ada says", "🌉", "山田", "12", "x".repeat(40), "*");

    @Test
    void keepsEveryCharacterOfWhateverIsRead() {
        each(random -> {
            String content = content(random);
            Document document = DocumentParser.parse(content);
            assertThat(slices(document)).isEqualTo(content);
            assertThat(DocumentWriter.write(document)).isEqualTo(content);
        });
    }

    @Test
    void readsBackWhateverWasRead() {
        each(random -> {
            Document unread = unread(DocumentParser.parse("Title\n" + content(random)));
            assertThat(unread(DocumentParser.parse(DocumentWriter.write(unread))))
                    .isEqualTo(unread);
        });
    }

    @Test
    void readsBackWhateverIsSaid() {
        each(random -> {
            Document made = new Document(List.of(new Passage(Kind.TITLE, "Title", null)), entries(random));
            assertThat(unreadComments(DocumentParser.parse(DocumentWriter.write(made))))
                    .isEqualTo(unreadComments(made));
        });
    }

    @Test
    void readsBackWhenSomeIsChangedHiddenOrAdded() {
        each(random -> {
            Document read = DocumentParser.parse("Title\n\nText\n\n\n" + content(random));
            List<Passage> passages = read.passages().stream()
                    .map(passage -> random.nextInt(4) == 0 ? unread(passage) : passage)
                    .toList();
            List<Entry> entries = read.entries().stream()
                    .filter(entry -> random.nextInt(4) > 0)
                    .map(entry -> random.nextInt(3) == 0 ? unread(entry) : entry)
                    .collect(Collectors.toCollection(ArrayList::new));
            int last = read.entries().stream().mapToInt(Entry::number).max().orElse(0);
            entries(random)
                    .forEach(added ->
                            entries.add(new Entry(last + added.number(), added.speaker(), added.text(), null)));
            Document changed = new Document(passages, entries);
            Document again = DocumentParser.parse(DocumentWriter.write(changed));
            assertThat(unreadComments(again)).isEqualTo(unreadComments(changed));
            assertThat(unread(again).passages()).isEqualTo(unread(changed).passages());
        });
    }

    private static void each(Consumer<Random> check) {
        for (long seed = 0; seed < CASES; seed++) {
            try {
                check.accept(new Random(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private static String content(Random random) {
        String lineBreak = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder content = new StringBuilder(random.nextInt(5) == 0 ? "\ufeff" : "");
        int lines = random.nextInt(40);
        for (int line = 0; line < lines; line++) {
            content.append(any(LINES, random));
            content.append(random.nextInt(20) == 0 ? "\n" : lineBreak);
        }
        return content.append(random.nextBoolean() ? any(LINES, random) : "").toString();
    }

    private static List<Entry> entries(Random random) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (int left = random.nextInt(6); left > 0; left--) {
            number += 1 + (random.nextInt(4) == 0 ? random.nextInt(200) : 0);
            String text = text(random);
            String speaker = text.isEmpty() || random.nextBoolean() ? null : any(SPEAKERS, random);
            entries.add(new Entry(number, speaker, text, null));
        }
        return entries;
    }

    /** Any lines, but none blank at the end: that is what a text promises. */
    private static String text(Random random) {
        List<String> lines = Stream.generate(() -> any(LINES, random))
                .limit(random.nextInt(7))
                .collect(Collectors.toCollection(ArrayList::new));
        while (!lines.isEmpty() && Line.isBlank(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    private static String any(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
