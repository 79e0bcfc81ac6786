package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.reply.CommentText.Gap;
import org.colloquy.reply.CommentText.Items;
import org.colloquy.reply.CommentText.Paragraph;
import org.junit.jupiter.api.Test;

class CommentTextTests {

    @Test
    void partsParagraphsAtBlankLinesAndKeepsTheirLines() {
        assertThat(CommentText.blocks("one\ntwo\n\nthree\n \t\nfour"))
                .containsExactly(new Paragraph("one\ntwo"), new Paragraph("three"), new Paragraph("four"));
    }

    @Test
    void seesAGapInTwoBlankLinesAndInOneAtTheBeginning() {
        assertThat(CommentText.blocks("\none\n\n\n\ntwo"))
                .containsExactly(new Gap(), new Paragraph("one"), new Gap(), new Paragraph("two"));
    }

    @Test
    void seesNoGapAtTheEnd() {
        assertThat(CommentText.blocks("one\n\n\n")).containsExactly(new Paragraph("one"));
        assertThat(CommentText.blocks("")).isEmpty();
        assertThat(CommentText.blocks("\n \n\n")).isEmpty();
    }

    @Test
    void gathersItemsThatFollowAParagraph() {
        assertThat(CommentText.blocks("Things:\n* one\n* two\nand more\n\n* three"))
                .containsExactly(
                        new Paragraph("Things:"),
                        new Items(List.of("one", "two")),
                        new Paragraph("and more"),
                        new Items(List.of("three")));
    }

    @Test
    void takesAStarWithoutSpaceOrWordsForText() {
        assertThat(CommentText.blocks("*one*\n* \n*")).containsExactly(new Paragraph("*one*\n* \n*"));
    }

    @Test
    void readsAMillionLines() {
        assertThat(CommentText.blocks("a\n\n".repeat(1_000_000))).hasSize(1_000_000);
    }
}
