package org.colloquy.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.discussion.Changes.Kind;
import org.colloquy.discussion.Changes.Piece;
import org.junit.jupiter.api.Test;

class ChangesTests {

    @Test
    void tellsWhichWordsWentAndCame() {
        assertThat(new Changes().between("The road is closed.", "The old road is open."))
                .containsExactly(
                        new Piece(Kind.SAME, "The "),
                        new Piece(Kind.NEW, "old "),
                        new Piece(Kind.SAME, "road is "),
                        new Piece(Kind.GONE, "closed"),
                        new Piece(Kind.NEW, "open"),
                        new Piece(Kind.SAME, "."));
    }

    @Test
    void tellsIdeographsApart() {
        assertThat(new Changes().between("道路关闭", "道路开放"))
                .containsExactly(new Piece(Kind.SAME, "道路"), new Piece(Kind.GONE, "关闭"), new Piece(Kind.NEW, "开放"));
    }

    @Test
    void keepsEveryCharacterOfBothTexts() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = new Changes().between(before, after);
            assertThat(without(pieces, Kind.NEW)).isEqualTo(before);
            assertThat(without(pieces, Kind.GONE)).isEqualTo(after);
        }
    }

    @Test
    void comparesNoTextThatWasMadeToBeDear() {
        String before = "a ".repeat(7_999);
        String after = "b ".repeat(7_999);
        assertThat(new Changes().between(before, after))
                .containsExactly(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
    }

    @Test
    void doesNoMoreWorkForAPageThanForTwoLongTexts() {
        Changes changes = new Changes();
        String before = "a ".repeat(3_400);
        String after = "b ".repeat(3_400);
        assertThat(changes.between("one two", "one three")).hasSize(3);
        assertThat(changes.between(before, after)).hasSize(2);
        assertThat(changes.between("one " + before, "one " + after))
                .as("too much by now")
                .hasSize(2);
    }

    private static String text(Random random) {
        List<String> some = List.of("road", "well", " ", "\n\n", ".", "é", "\u0301", "道", "👍", ">", "12", "  ");
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> some.get(random.nextInt(some.size())))
                .collect(Collectors.joining());
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
