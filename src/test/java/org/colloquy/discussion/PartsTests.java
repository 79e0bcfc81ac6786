package org.colloquy.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView.Part;
import org.colloquy.discussion.CommentView.Quoted;
import org.colloquy.discussion.CommentView.Shape;
import org.colloquy.discussion.CommentView.Span;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a text is cut where it is quoted: every letter stands in exactly one part, in order. */
class PartsTests {

    @Test
    void drawsAQuotedParagraphAsAQuotation() {
        assertThat(drawn("Tea is warm.\n\nNot mine.", "Tea is warm."))
                .containsExactly("QUOTATION from 1: Tea is warm.", "PARAGRAPH: Not mine.");
    }

    @Test
    void drawsAQuotedLineOfAParagraphAsAQuotationBetweenParagraphs() {
        assertThat(drawn("You say\nTea is warm.\nIt is not.\nNever.", "Tea is warm."))
                .containsExactly(
                        "PARAGRAPH: You say", "QUOTATION from 1: Tea is warm.", "PARAGRAPH: It is not.\nNever.");
    }

    @Test
    void drawsQuotedLinesOfDifferentSourcesApart() {
        assertThat(drawn("One thing.\nOther thing.\nMine.", "One thing.", "Other thing."))
                .containsExactly("QUOTATION from 1: One thing.", "QUOTATION from 2: Other thing.", "PARAGRAPH: Mine.");
    }

    @Test
    void marksQuotedWordsInsideALine() {
        assertThat(drawn("You say that tea is warm, do you?", "tea is warm"))
                .containsExactly("PARAGRAPH: You say that [tea is warm from 1], do you?");
        assertThat(drawn("* tea is warm here\n* coffee", "tea is warm"))
                .containsExactly("LIST: [tea is warm from 1] here | coffee");
    }

    @Test
    void takesMarkedLinesForAQuotationWhetherOrNotTheirSourceIsKnown() {
        assertThat(drawn("> Tea is warm.\n> Very.\n\nNo.", "Tea is warm.\n> Very."))
                .containsExactly("QUOTATION from 1: Tea is warm.\nVery.", "PARAGRAPH: No.");
        assertThat(drawn("> Nobody said so.\nNo.")).containsExactly("QUOTATION: Nobody said so.", "PARAGRAPH: No.");
        assertThat(drawn(">> Nested.\n> > Deeper.")).containsExactly("QUOTATION: Nested.\nDeeper.");
        assertThat(drawn(">")).containsExactly("QUOTATION: ");
    }

    /** It overflowed the stack: whoever posted it could no longer open the discussion. */
    @Test
    void drawsSixteenThousandMarksInARow() {
        assertThat(drawn(">".repeat(16_000))).containsExactly("QUOTATION: ");
        assertThat(drawn("> ".repeat(8_000) + "a")).containsExactly("QUOTATION: a");
        assertThat(drawn(">  two spaces")).containsExactly("QUOTATION:  two spaces");
        assertThat(drawn("\u00a0> a")).containsExactly("QUOTATION: a");
    }

    @Test
    void linksAMarkedLineByTheWordsInsideIt() {
        assertThat(drawn("> … tea is warm …\n\nNo.", "tea is warm"))
                .containsExactly("QUOTATION from 1: … tea is warm …", "PARAGRAPH: No.");
    }

    @Test
    void linksANameWithoutMakingItAQuotation() {
        Quoted author = new Quoted(Source.ARTICLE, 0, 0, false);
        List<Part> parts = Parts.of("Mira\n\nhow so?", List.of(new Parts.Stretch(0, 4, author)));
        assertThat(parts.stream().map(Part::shape)).containsExactly(Shape.PARAGRAPH, Shape.PARAGRAPH);
        assertThat(parts.get(0).spans()).containsExactly(new Span("Mira", author));
    }

    @Test
    void keepsAQuotationWhoseSourceIsNotForThisReaderWithoutALink() {
        assertThat(Parts.of("Tea is warm.\n\nNo.", List.of(new Parts.Stretch(0, 12, null))))
                .containsExactly(
                        new Part(Shape.QUOTATION, List.of(new Span("Tea is warm.", null)), List.of(), null),
                        new Part(Shape.PARAGRAPH, List.of(new Span("No.", null)), List.of(), null));
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(drawn("אמר: 🍵 חם מאוד 🍵 באמת", "🍵 חם מאוד 🍵"))
                .containsExactly("PARAGRAPH: אמר: [🍵 חם מאוד 🍵 from 1] באמת");
        assertThat(drawn("茶は温かい\nそうです", "茶は温かい")).containsExactly("QUOTATION from 1: 茶は温かい", "PARAGRAPH: そうです");
    }

    /** Each quote is from the comment with its place in the list. */
    private static List<String> drawn(String text, String... quotes) {
        List<Parts.Stretch> stretches = new ArrayList<>();
        for (String quote : quotes) {
            int at = text.indexOf(quote);
            Source source = new Source(Source.Kind.COMMENT, stretches.size() + 1);
            stretches.add(new Parts.Stretch(at, at + quote.length(), new Quoted(source, 3, 0, false)));
        }
        return Parts.of(text, stretches).stream().map(PartsTests::line).toList();
    }

    private static String line(Part part) {
        return part.shape() + from(part.quoted()) + ": "
                + Stream.concat(Stream.of(part.spans()).filter(spans -> !spans.isEmpty()), part.items().stream())
                        .map(PartsTests::spans)
                        .collect(Collectors.joining(" | "));
    }

    private static String spans(List<Span> spans) {
        return spans.stream()
                .map(span -> span.quoted() == null ? span.text() : "[" + span.text() + from(span.quoted()) + "]")
                .collect(Collectors.joining());
    }

    private static String from(@Nullable Quoted quoted) {
        return quoted == null ? "" : " from " + quoted.source().number();
    }

    @Test
    void marksWhereWordsWereRemoved() {
        List<Part> parts = Parts.of("It says [removed on request] and more.\n\n> [removed on request]", List.of());
        assertThat(parts.get(0).spans())
                .extracting(Span::text)
                .containsExactly("It says ", "[removed on request]", " and more.");
        assertThat(parts.get(0).spans()).extracting(Span::removed).containsExactly(false, true, false);
        assertThat(parts.get(0).text()).isEqualTo("It says [removed on request] and more.");
        assertThat(parts.get(1).removed()).isTrue();
    }
}
