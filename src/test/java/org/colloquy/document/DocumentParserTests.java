package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.SharedFiles;
import org.colloquy.discussion.Notice;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentParserTests {
    private static final String ARTICLE = "Title\n\nText.\n\n\n";

    @Test
    void readsWhatTheSourceDocumentHolds() throws IOException {
        Document source = DocumentParser.parse(Files.readString(SharedFiles.sourceDocument()));
        List<String> speakers = source.comments().stream()
                .map(Entry::speaker)
                .filter(Objects::nonNull)
                .toList();
        Entry first = source.entries().get(0);

        assertThat(source.terms()).hasSize(9);
        assertThat(source.byline()).isEqualTo("Anatoly Karlin");
        assertThat(source.texts(Kind.PARAGRAPH)).hasSize(10);
        assertThat(source.texts(Kind.ABOUT)).hasSize(3);
        assertThat(source.entries())
                .extracting(Entry::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 43)
                        .filter(n -> n != 10)
                        .boxed()
                        .toList());
        assertThat(source.placeholders()).containsExactly(10);
        assertThat(source.gaps()).isEqualTo(4);
        assertThat(speakers).hasSize(13);
        assertThat(speakers.stream().distinct()).hasSize(6);
        assertThat(Notice.isNotice(first.number(), first.speaker(), first.text()))
                .isTrue();
        assertThat(source.comments().stream().filter(entry -> entry.speaker() == null))
                .hasSize(28 + 1);
    }

    @Test
    void readsTitleParagraphsTermsAndTheNoteAboutTheAuthor() {
        Document document = DocumentParser.parse("""
                Title
                A paragraph
                of two lines
                  • one
                  • two
                Another

                Mira Toll is an author.

                And more.
                """);

        assertThat(document.passages())
                .extracting(Passage::kind, Passage::text)
                .containsExactly(
                        tuple(Kind.TITLE, "Title"),
                        tuple(Kind.PARAGRAPH, "A paragraph\nof two lines"),
                        tuple(Kind.TERM, "one"),
                        tuple(Kind.TERM, "two"),
                        tuple(Kind.PARAGRAPH, "Another"),
                        tuple(Kind.ABOUT, "Mira Toll is an author."),
                        tuple(Kind.ABOUT, "And more."));
        assertThat(document.byline()).isEqualTo("Mira Toll");
    }

    @Test
    void findsTheBylineInAnyScriptThatHasCapitals() {
        assertThat(byline("Émile Zo\u0301la is a writer.")).isEqualTo("Émile Zo\u0301la");
        assertThat(byline("Анна Ким is an editor.")).isEqualTo("Анна Ким");
        assertThat(byline("J. R. O’Neill-Smith is a poet.")).isEqualTo("J. R. O’Neill-Smith");
        assertThat(byline("Mira\u00a0Toll\u00a0is\u00a0a\u00a0writer.")).isEqualTo("Mira Toll");
    }

    @Test
    void takesNoSentenceForAByline() {
        assertThat(byline("This is a pipe.")).isNull();
        assertThat(byline("A Frame Shift is a move.")).isNull();
        assertThat(byline("One Two Three Four Five Six is a count.")).isNull();
        assertThat(byline("Mira toll is a writer.")).isNull();
        assertThat(byline("Mira Toll is a")).isNull();
        assertThat(byline("  Mira Toll is a writer.")).isNull();
    }

    @Test
    void beginsTheNoteAboutTheAuthorAtTheLastCandidate() {
        assertThat(byline("Mira Toll is a writer.\n\nRolf Kay is an editor.\n\nHe sings."))
                .isEqualTo("Rolf Kay");
    }

    @Test
    void beginsTheCommentsOnlyAfterTwoBlankLines() {
        assertThat(DocumentParser.parse("Title\n\n  1. text\n\n  2. text\n").entries())
                .isEmpty();
        assertThat(DocumentParser.parse("Title\n\n\n  1. said\n").entries()).hasSize(1);
    }

    @Test
    void beginsTheCommentsWithANumberUpToFifty() {
        assertThat(numbers("  51. text\n\n\n  50. said\n")).containsExactly(50);
        assertThat(numbers("  0. text\n")).isEmpty();
    }

    @Test
    void keepsANumberThatDoesNotRiseAsText() {
        assertThat(comments("  2. a\n  2. b\n  1. c\n"))
                .extracting(Entry::number, Entry::text)
                .containsExactly(tuple(2, "a\n2. b\n1. c"));
    }

    @Test
    void keepsANumberThatLeapsByMoreThanFiftyAsText() {
        assertThat(numbers("  1. a\n\n  52. text\n\n  51. b\n\n  102. text\n")).containsExactly(1, 51);
    }

    @Test
    void keepsANumberLargerThanAnyIntegerAsText() {
        String huge = "9".repeat(1_000_000);
        assertThat(comments("  1. a\n  " + huge + ". b\n  4294967298. c\n"))
                .extracting(Entry::text)
                .containsExactly("a\n" + huge + ". b\n4294967298. c");
    }

    @Test
    void takesOnlyOneToThreeSpacesAPointAndASpaceForANumber() {
        assertThat(numbers("  1. a\n\n2. no\n\n    2. no\n\n  2.no\n\n  2.\tno\n\n  2) no\n\n   2. b\n\n 3. c\n"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void takesUpToFourSpacesOffABodyLine() {
        assertThat(comments("  1. a\n    four\n      six\n two\n\tnone\n"))
                .extracting(Entry::text)
                .containsExactly("a\nfour\n  six\ntwo\n\tnone");
    }

    @Test
    void readsTheSpeakerWhereTheLineStandsAlone() {
        assertThat(comments("  1. Ada Byron says\n\n    Well.\n"))
                .extracting(Entry::speaker, Entry::text)
                .containsExactly(tuple("Ada Byron", "Well."));
    }

    @Test
    void readsNoSpeakerWhereNothingFollowsOrNoBlankLineOrNoName() {
        assertThat(comments("  1. Ada says\n\n  2. Ada says\n    so\n\n  3. says\n\n    so\n\n  4. Ada says\n \n\t\n"))
                .extracting(Entry::speaker)
                .containsOnlyNulls()
                .hasSize(4);
    }

    @Test
    void readsASpeakerOfFortyCharactersAndNoLongerOne() {
        String name = "\ud83c\udf09".repeat(40);
        assertThat(comments("  1. " + name + " says\n\n    so\n\n  2. " + name + "! says\n\n    so\n"))
                .extracting(Entry::speaker)
                .containsExactly(name, null);
    }

    @Test
    void readsNoSpeakerAfterABareNumber() {
        assertThat(comments("  1.\n\n    Ada says\n\n    so\n"))
                .extracting(Entry::speaker, Entry::text)
                .containsExactly(tuple(null, "Ada says\n\nso"));
    }

    @Test
    void keepsBlankLinesAfterTheFirstAsAGapAtTheBeginning() {
        assertThat(comments("  1. Ada says\n\n\n    so\n\n  2.\n\n\n    so\n\n  3.\n    so\n"))
                .extracting(Entry::text)
                .containsExactly("\nso", "\nso", "so");
    }

    @Test
    void countsABareNumberAsAPlaceholder() {
        Document document = DocumentParser.parse(ARTICLE + "  2. a\n\n  3.\n\n  5. b\n");
        assertThat(document.placeholders()).containsExactly(1, 3, 4);
        assertThat(document.comments()).extracting(Entry::number).containsExactly(2, 5);
    }

    @Test
    void readsALineOfTwentyMegabytes() {
        String line = "says 1. ".repeat(2_500_000);
        assertThat(DocumentParser.parse(line).title()).hasSize(line.length() - 1);
        assertThat(comments("  1. " + line + "\n\n    " + line + " says\n")).hasSize(1);
        assertThat(DocumentParser.parse("Title\n\n" + "A".repeat(20_000_000) + " is a")
                        .byline())
                .isNull();
        assertThat(DocumentParser.parse("Title" + "\n".repeat(5_000_000)).entries())
                .isEmpty();
    }

    @Test
    void readsOneCommentForEachOfAMillionLines() {
        String lines = IntStream.rangeClosed(1, 1_000_000)
                .mapToObj(n -> "  " + n + ".\n")
                .collect(Collectors.joining());
        assertThat(comments(lines)).hasSize(1_000_000);
    }

    private static @Nullable String byline(String note) {
        return DocumentParser.parse("Title\n\n" + note + "\n").byline();
    }

    private static List<Entry> comments(String comments) {
        return DocumentParser.parse(ARTICLE + comments).entries();
    }

    private static List<Integer> numbers(String comments) {
        return comments(comments).stream().map(Entry::number).toList();
    }
}
