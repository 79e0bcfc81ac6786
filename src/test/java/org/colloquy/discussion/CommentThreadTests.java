package org.colloquy.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.colloquy.discussion.CommentThread.Node;
import org.colloquy.discussion.CommentThread.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommentThreadTests {

    @Test
    void putsRepliesUnderWhatTheyAnswerAndThreadsByTheirFirstNumber() {
        CommentThread thread =
                thread(List.of(node(5, 2), node(4, null), node(3, 1), node(2, null), node(1, null), node(6, 3)));
        assertThat(numbers(thread.rows())).containsExactly(1, 3, 6, 2, 5, 4);
        assertThat(thread.rows()).extracting(Row::depth).containsExactly(0, 1, 2, 0, 1, 0);
        assertThat(thread.rows()).extracting(Row::descendants).containsExactly(2, 1, 0, 1, 0, 0);
        assertThat(thread.rows()).extracting(Row::replies).containsExactly(1, 1, 0, 1, 0, 0);
        assertThat(thread.rows()).extracting(Row::parent).containsExactly(null, 1, 3, null, 2, null);
    }

    @Test
    void ordersTheRepliesToOneByNumber() {
        CommentThread thread = thread(List.of(node(9, 1), node(7, 1), node(8, 7), node(1, null)));
        assertThat(numbers(thread.rows())).containsExactly(1, 7, 8, 9);
    }

    @Test
    void putsAReplyUnderAHigherNumberToo() {
        CommentThread thread = thread(List.of(node(2, null), node(3, 9), node(9, null)));
        assertThat(numbers(thread.rows())).containsExactly(2, 9, 3);
    }

    @Test
    void beginsAThreadWithAReplyToWhatIsNotShown() {
        CommentThread thread = thread(List.of(node(1, null), node(3, 2), node(4, 3), node(5, 1)));
        assertThat(numbers(thread.rows())).containsExactly(1, 5, 3, 4);
        Row orphan = thread.row(3).orElseThrow();
        assertThat(orphan.parent()).isNull();
        assertThat(orphan.depth()).isZero();
        assertThat(orphan.descendants()).isEqualTo(1);
        assertThat(thread.ancestors(thread.row(4).orElseThrow())).containsExactly(orphan);
    }

    @Test
    void holdsAChainOfTenThousand() {
        List<Node> nodes = new ArrayList<>(IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> node(number, number == 1 ? null : number - 1))
                .toList());
        Collections.shuffle(nodes, new Random(1));
        CommentThread thread = thread(nodes);
        assertThat(numbers(thread.rows()))
                .isEqualTo(IntStream.rangeClosed(1, 10_000).boxed().toList());
        Row last = thread.row(10_000).orElseThrow();
        assertThat(last.depth()).isEqualTo(9_999);
        assertThat(numbers(thread.ancestors(last)))
                .isEqualTo(IntStream.rangeClosed(1, 9_999).boxed().toList());
        Row first = thread.row(1).orElseThrow();
        assertThat(first.descendants()).isEqualTo(9_999);
        assertThat(thread.branch(first)).hasSize(10_000);
    }

    @Test
    void holdsFiveThousandRepliesToOne() {
        List<Node> nodes = new ArrayList<>(List.of(node(1, null), node(6_000, null)));
        IntStream.rangeClosed(2, 5_001).forEach(number -> nodes.add(node(number, 1)));
        CommentThread thread = thread(nodes);
        Row first = thread.row(1).orElseThrow();
        assertThat(first.replies()).isEqualTo(5_000);
        assertThat(first.descendants()).isEqualTo(5_000);
        assertThat(thread.rows()).hasSize(5_002);
        assertThat(thread.indexOf(6_000)).isEqualTo(5_001);
    }

    @Test
    void givesTheBranchOfOneAndNothingElse() {
        CommentThread thread =
                thread(List.of(node(1, null), node(2, 1), node(3, 2), node(4, 2), node(5, 1), node(6, null)));
        assertThat(numbers(thread.branch(thread.row(2).orElseThrow()))).containsExactly(2, 3, 4);
        assertThat(numbers(thread.branch(thread.row(6).orElseThrow()))).containsExactly(6);
    }

    @Test
    void knowsWhereAnythingStands() {
        CommentThread thread = thread(List.of(node(4, null), node(9, 4)));
        assertThat(thread.indexOf(9)).isEqualTo(1);
        assertThat(thread.indexOf(5)).isEqualTo(-1);
        assertThat(thread.row(5)).isEmpty();
        assertThat(thread(List.of()).rows()).isEmpty();
    }

    @Test
    void beginsACircleWithItsLowestNumberAndLosesNobody() {
        CommentThread circle = thread(List.of(node(1, null), node(4, 6), node(5, 4), node(6, 5), node(3, 6)));
        assertThat(numbers(circle.rows())).containsExactly(1, 4, 5, 6, 3);
        assertThat(circle.rows()).extracting(Row::parent).containsExactly(null, null, 4, 5, 6);
        assertThat(circle.ancestors(circle.row(3).orElseThrow())).hasSize(3);

        CommentThread two = thread(List.of(node(2, 2), node(7, 8), node(8, 7), node(9, 8)));
        assertThat(numbers(two.rows())).containsExactly(2, 7, 8, 9);
        assertThat(two.rows()).extracting(Row::depth).containsExactly(0, 0, 1, 2);
    }

    @Test
    void holdsACircleOfTenThousand() {
        List<Node> nodes = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> node(number, number == 1 ? 10_000 : number - 1))
                .toList();
        CommentThread thread = thread(nodes);
        assertThat(numbers(thread.rows()))
                .isEqualTo(IntStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(thread.row(1).orElseThrow().parent()).isNull();
    }

    @Test
    void knowsWhichCommentsAreAboutATerm() {
        CommentThread thread = thread(List.of(
                new Node(14, 4, null, null, 2, false),
                node(3, null),
                new Node(12, 2, 3, null, 2, false),
                new Node(19, 9, 2, null, 1, false)));
        assertThat(thread.about(2)).containsExactly(2, 4);
        assertThat(thread.about(1)).containsExactly(9);
        assertThat(thread.about(3)).isEmpty();
        assertThat(thread.row(4).orElseThrow().id()).isEqualTo(14);
    }

    /** Whatever is answered by whatever: nobody is lost, and a branch is whatever is deeper behind its first. */
    @Test
    void losesNobody() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Node> nodes = new ArrayList<>();
            for (int number = 1; number <= 60; number++) {
                if (random.nextInt(5) > 0) {
                    nodes.add(
                            node(number, random.nextInt(3) == 0 ? null : random.nextInt(seed % 2 == 0 ? number : 60)));
                }
            }
            CommentThread thread = thread(nodes);
            assertThat(numbers(thread.rows()))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            nodes.stream().map(Node::number).toList());
            for (Row row : thread.rows()) {
                List<Row> branch = thread.branch(row);
                assertThat(branch.subList(1, branch.size())).allMatch(below -> below.depth() > row.depth());
                int behind = thread.indexOf(row.number()) + branch.size();
                assertThat(behind == thread.rows().size()
                                || thread.rows().get(behind).depth() <= row.depth())
                        .as("seed %d, branch of %d", seed, row.number())
                        .isTrue();
                assertThat(thread.ancestors(row)).hasSize(row.depth());
            }
        }
    }

    private static CommentThread thread(List<Node> nodes) {
        return CommentThread.of(nodes, new Counts(nodes.size(), 0, 0, 0));
    }

    private static Node node(int number, @Nullable Integer parent) {
        return new Node(number, number, parent, null, null, false);
    }

    private static List<Integer> numbers(List<Row> rows) {
        return rows.stream().map(Row::number).toList();
    }
}
