package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentWriterTests {

    @Test
    void formatsADocumentThatWasNeverRead() {
        Document document = new Document(
                List.of(
                        passage(Kind.TITLE, "Title"),
                        passage(Kind.PARAGRAPH, "Text\nof two lines."),
                        passage(Kind.TERM, "one"),
                        passage(Kind.TERM, "two"),
                        passage(Kind.ABOUT, "Mira Toll is a writer.")),
                List.of(said(1, null, "First.\n* item"), said(2, "Ada", "Second.\n\nMore.")));

        assertThat(DocumentWriter.write(document)).isEqualTo("""
                Title

                Text
                of two lines.

                  • one
                  • two

                Mira Toll is a writer.


                  1. First.
                    * item

                  2. Ada says

                    Second.

                    More.
                """);
    }

    @Test
    void addsACommentBehindADocumentWithoutAFinalNewline() {
        assertThat(written("Title\n\n\n  1. one", said(2, null, "two"))).isEqualTo("Title\n\n\n  1. one\n\n  2. two\n");
        assertThat(written("Title", said(1, null, "one"))).isEqualTo("Title\n\n\n  1. one\n");
        assertThat(written("Title\n\n\n  1. one\n   ", said(2, null, "two")))
                .isEqualTo("Title\n\n\n  1. one\n   \n  2. two\n");
    }

    @Test
    void writesTheDocumentsOwnLineBreak() {
        assertThat(written("Title\r\n\r\n\r\n  1. one", said(2, "Ada", "two")))
                .isEqualTo("Title\r\n\r\n\r\n  1. one\r\n\r\n  2. Ada says\r\n\r\n    two\r\n");
    }

    @Test
    void writesAFormattedCommentBetweenOnesThatStayAsTheyAre() {
        Document read = DocumentParser.parse("Title\n\n\n  1. one\n   2. two\n 3. three\n");
        List<Entry> entries = new ArrayList<>(read.entries());
        entries.set(1, said(2, "Ada", "changed"));

        assertThat(DocumentWriter.write(new Document(read.passages(), entries)))
                .isEqualTo("Title\n\n\n  1. one\n\n  2. Ada says\n\n    changed\n\n 3. three\n");
    }

    @Test
    void bridgesALeapThatWouldBeReadAsText() {
        Document document = new Document(List.of(passage(Kind.TITLE, "Title")), List.of(said(120, null, "a")));

        String written = DocumentWriter.write(document);

        assertThat(written).isEqualTo("Title\n\n\n  50.\n\n  100.\n\n  120. a\n");
        assertThat(Texts.unreadComments(DocumentParser.parse(written))).isEqualTo(document.entries());
    }

    @Test
    void bridgesNoLeapOfFifty() {
        assertThat(written("Title\n\n\n  1. one\n", said(51, null, "a"))).isEqualTo("Title\n\n\n  1. one\n\n  51. a\n");
    }

    @Test
    void keepsTextThatLooksLikeASpeakerAsText() {
        assertReadsBack(said(1, null, "Ada says\n\nso"));
        assertReadsBack(said(1, "Bo", "Ada says\n\nso"));
        assertReadsBack(said(1, null, "Ada says"));
    }

    @Test
    void keepsTextThatLooksLikeANumberAsText() {
        assertReadsBack(said(1, null, "2. two\n  3. three\n 4. four"));
        assertReadsBack(said(1, "Ada", "  2. two"));
    }

    @Test
    void keepsGapsAndIndentation() {
        assertReadsBack(said(1, null, "\n\n  a\n\n\n     b"));
        assertReadsBack(said(1, "Ada", "\na\n \n\t\n\nb"));
    }

    @Test
    void keepsALoneCarriageReturnAtALinesEnd() {
        assertReadsBack(said(1, "Ada", "a\r\nb\r\n\r\nc\r"));
        assertReadsBack(said(1, null, "\r"));
    }

    @Test
    void writesACommentWithoutTextAsABareNumber() {
        assertThat(written("Title\n\n\n  1. one\n", said(2, "Ada", " \n"), said(3, null, "three")))
                .isEqualTo("Title\n\n\n  1. one\n\n  2.\n\n  3. three\n");
    }

    @Test
    void keepsTheWordsOfASpeakerWhoIsNone() {
        String name = "x".repeat(41);
        assertThat(DocumentParser.parse(written("Title", said(1, name, "so"))).entries())
                .extracting(Entry::text)
                .containsExactly(name + " says\n\nso");
    }

    @Test
    void keepsPassagesThatLookLikeSomethingElse() {
        assertReadsBack(
                passage(Kind.TITLE, "\ufeff  • 1. Title"),
                passage(Kind.PARAGRAPH, "1. one\n• two\nAda says"),
                passage(Kind.PARAGRAPH, "Mira Toll is a writer.\nRolf Kay is an editor."),
                passage(Kind.TERM, "• Ada is a term"));
        assertReadsBack(
                passage(Kind.TITLE, "1. Title"),
                passage(Kind.PARAGRAPH, "Mira Toll is a writer."),
                passage(Kind.ABOUT, "Rolf Kay is an editor."),
                passage(Kind.ABOUT, "Ada Byron is a friend."));
    }

    @Test
    void keepsTheWordsOfAPassageTheFormatHasNoPlaceFor() {
        Document document = new Document(
                List.of(
                        passage(Kind.TITLE, " Title\nof two lines"),
                        passage(Kind.PARAGRAPH, "\n  • one\n\n  1. two"),
                        passage(Kind.TERM, "three\nfour")),
                List.of());

        assertThat(DocumentParser.parse(DocumentWriter.write(document)).passages())
                .extracting(Passage::text)
                .containsExactly("Title of two lines", "• one\n1. two", "three four");
    }

    private static void assertReadsBack(Entry entry) {
        assertThat(Texts.unreadComments(DocumentParser.parse(written("Title", entry, said(2, null, "next")))))
                .containsExactly(entry, said(2, null, "next"));
        assertThat(Texts.unreadComments(DocumentParser.parse(written("Title\r\n\r\nText", entry))))
                .containsExactly(entry);
    }

    private static void assertReadsBack(Passage... passages) {
        Document document = new Document(List.of(passages), List.of(said(1, null, "one")));
        assertThat(Texts.unread(DocumentParser.parse(DocumentWriter.write(document))))
                .isEqualTo(document);
    }

    private static String written(String read, Entry... added) {
        Document document = DocumentParser.parse(read);
        List<Entry> entries = new ArrayList<>(document.entries());
        entries.addAll(List.of(added));
        return DocumentWriter.write(new Document(document.passages(), entries));
    }

    private static Passage passage(Kind kind, String text) {
        return new Passage(kind, text, null);
    }

    private static Entry said(int number, @Nullable String speaker, String text) {
        return new Entry(number, speaker, text, null);
    }
}
