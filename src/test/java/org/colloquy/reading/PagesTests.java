package org.colloquy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.colloquy.discussion.CommentThread.Row;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Speaker;
import org.colloquy.reading.Pages.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTests {

    // -- cutting

    @Test
    void showsAShortDiscussionOnOnePage() {
        Page page = Pages.page(flat(Pages.SIZE), true, null);
        assertThat(page.rows()).hasSize(Pages.SIZE);
        assertThat(page.previous()).isNull();
        assertThat(page.next()).isNull();
        assertThat(page.continues()).isFalse();
        assertThat(Pages.page(List.of(), true, null).rows()).isEmpty();
        assertThat(Pages.page(List.of(), true, 3).rows()).isEmpty();
    }

    @Test
    void cutsBetweenThreads() {
        List<Row> rows = new ArrayList<>();
        for (int thread = 0; thread < 10; thread++) {
            rows.addAll(chain(1 + thread * 40, 40));
        }
        Page page = Pages.page(rows, true, null);
        assertThat(page.rows()).hasSize(120);
        assertThat(page.next()).isEqualTo(121);
        assertThat(page.continues()).isFalse();
    }

    @Test
    void cutsInsideALongThreadAndSaysThatItContinues() {
        List<Row> rows = new ArrayList<>(chain(1, 30));
        rows.addAll(chain(31, 400));
        Page page = Pages.page(rows, true, null);
        assertThat(page.rows()).hasSize(Pages.SIZE);
        assertThat(page.continues()).isTrue();
        Page last = Pages.page(rows, true, 301);
        assertThat(last.rows()).hasSize(130);
        assertThat(last.next()).isNull();
        assertThat(last.continues()).isFalse();
    }

    @Test
    void beginsWithAnyCommentThatIsAskedForAndWithTheFirstWhereItIsNotThere() {
        List<Row> rows = flat(500);
        Page page = Pages.page(rows, true, 200);
        assertThat(page.rows().get(0).number()).isEqualTo(200);
        assertThat(page.previous()).isEqualTo(151);
        assertThat(page.next()).isEqualTo(350);
        assertThat(Pages.page(rows, true, 501)).isEqualTo(Pages.page(rows, true, null));
        assertThat(Pages.page(rows, true, 1)).isEqualTo(Pages.page(rows, true, null));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "40, true", "40, false", "149, true", "150, true", "151, true", "999, true", "999, false"})
    void visitsEveryCommentOnceForwardsAndTheSamePagesBackwards(int length, boolean threads) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < 999) {
            rows.addAll(chain(rows.size() + 1, Math.min(length, 999 - rows.size())));
        }
        List<Integer> forwards = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Integer from = null;
        Page page;
        do {
            page = Pages.page(rows, threads, from);
            page.rows().forEach(row -> forwards.add(row.number()));
            starts.add(page.rows().get(0).number());
            from = page.next();
        } while (from != null);
        assertThat(forwards).isEqualTo(rows.stream().map(Row::number).toList());
        List<Integer> backwards = new ArrayList<>();
        for (Integer start = starts.get(starts.size() - 1); start != null; ) {
            backwards.add(start);
            start = Pages.page(rows, threads, start).previous();
        }
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "40, true", "40, false", "160, true", "999, true", "999, false"})
    void findsThePageThatHoldsAComment(int length, boolean threads) {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < 999) {
            rows.addAll(chain(rows.size() + 1, Math.min(length, 999 - rows.size())));
        }
        Page page = Pages.page(rows, threads, null);
        for (Row row : rows) {
            while (!page.rows().contains(row)) {
                page = Pages.page(rows, threads, page.next());
            }
            assertThat(Pages.holding(rows, threads, row.number())).isEqualTo(page);
        }
        assertThat(Pages.holding(rows, threads, 1_000)).isEqualTo(Pages.page(rows, threads, null));
        assertThat(Pages.holding(List.of(), threads, 1)).isEqualTo(Pages.page(List.of(), threads, null));
    }

    @Test
    void walksThroughAChainOfTenThousandAHundredAndFiftyAtATime() {
        List<Row> rows = chain(1, 10_000);
        List<Integer> walked = new ArrayList<>();
        Integer from = null;
        do {
            Page page = Pages.page(rows, true, from);
            assertThat(page.rows()).hasSize(page.next() == null ? 10_000 % Pages.SIZE : Pages.SIZE);
            assertThat(page.continues()).isEqualTo(page.next() != null);
            page.rows().forEach(row -> walked.add(row.number()));
            from = page.next();
        } while (from != null);
        assertThat(walked).isEqualTo(IntStream.rangeClosed(1, 10_000).boxed().toList());
    }

    // -- drawing

    @Test
    void standsRepliesUnderWhatTheyAnswer() {
        assertThat(outlineOf(
                        List.of(row(1, null, "A"), row(2, 1, "B"), row(4, 2, "C"), row(3, 1, "D"), row(5, null, "E"))))
                .containsExactly("1", "  2", "    4", "  3", "5");
    }

    @Test
    void indentsNoDeeperThanEightAndSaysWhomTheRestAnswers() {
        List<String> outline = outlineOf(chain(1, 12));
        assertThat(outline.subList(0, 9))
                .isEqualTo(IntStream.rangeClosed(1, 9)
                        .mapToObj(number -> "  ".repeat(number - 1) + number)
                        .toList());
        String deepest = "  ".repeat(Pages.DEEPEST);
        assertThat(outline.subList(9, 12))
                .containsExactly(deepest + "10 to 9", deepest + "11 to 10", deepest + "12 to 11");
    }

    @Test
    void drawsAChainOfTenThousand() {
        List<Branch> drawn = Pages.draw(chain(1, 10_000), true, views(chain(1, 10_000)), Map.of(), null);
        assertThat(drawn).hasSize(1);
        assertThat(drawn.get(0).descendants()).isEqualTo(9_999);
        assertThat(depth(drawn)).isEqualTo(Pages.DEEPEST + 1);
    }

    @Test
    void doesNotDriftWhereTwoPeopleTakeTurns() {
        List<Row> turns = new ArrayList<>(List.of(row(1, null, "A", 1)));
        for (int number = 2; number <= 9; number++) {
            turns.add(row(number, number - 1, number % 2 == 0 ? "B" : "A", number == 9 ? 0 : 1));
        }
        assertThat(outlineOf(turns))
                .containsExactly(
                        "1", "  2", "  3 to 2", "  4 to 3", "  5 to 4", "  6 to 5", "  7 to 6", "  8 to 7", "  9 to 8");
    }

    @Test
    void indentsAThirdPersonWhoJoinsIn() {
        assertThat(outlineOf(List.of(
                        row(1, null, "A", 1),
                        row(2, 1, "B", 1),
                        row(3, 2, "A", 1),
                        row(4, 3, "C", 1),
                        row(5, 4, "A", 0))))
                .containsExactly("1", "  2", "  3 to 2", "    4", "    5 to 4");
    }

    @Test
    void indentsWhereOneOfTheTurnsHasAnotherAnswer() {
        assertThat(outlineOf(List.of(row(1, null, "A", 1), row(2, 1, "B", 2), row(3, 2, "A", 0), row(4, 2, "C", 0))))
                .containsExactly("1", "  2", "    3", "    4");
    }

    @Test
    void goesOnBesideItselfWhereAThirdPersonPutsSomethingIn() {
        assertThat(outlineOf(List.of(
                        row(1, null, "A", 1),
                        row(2, 1, "B", 1),
                        row(3, 2, "A", 2),
                        row(4, 3, "B", 2),
                        row(6, 4, "A", 3),
                        row(8, 6, "B", 1),
                        row(10, 8, "A", 0),
                        row(9, 6, "B", 0),
                        row(11, 6, "C", 0),
                        row(7, 4, "C", 0),
                        row(5, 3, "C", 0))))
                .containsExactly(
                        "1",
                        "  2",
                        "  3 to 2",
                        "    5",
                        "  4 to 3",
                        "    7",
                        "  6 to 4",
                        "    9",
                        "    11",
                        "  8 to 6",
                        "  10 to 8");
    }

    @Test
    void indentsNoMoreThanTwiceWhereEveryTurnHasAnotherAnswer() {
        List<Row> rows = new ArrayList<>(List.of(row(1, null, "A", 2)));
        for (int number = 2; number <= 40; number++) {
            rows.add(row(number, number - 1, number % 2 == 0 ? "B" : "A", 2));
        }
        for (int number = 1; number <= 40; number++) {
            rows.add(row(100 + number, number, "C", 0));
        }
        assertThat(depth(Pages.draw(rows, true, views(rows), Map.of(), null))).isEqualTo(4);
    }

    @Test
    void takesPlaceholderNamesForNobodyTakingTurns() {
        List<Row> rows = new ArrayList<>(List.of(row(1, null, "Guest", 1)));
        for (int number = 2; number <= 5; number++) {
            rows.add(row(number, number - 1, number % 2 == 0 ? "B" : "Guest", number == 5 ? 0 : 1));
        }
        Map<Integer, CommentView> views = views(rows);
        rows.stream()
                .filter(row -> "Guest".equals(row.speaker()))
                .forEach(row -> views.put(row.number(), view(row, new Speaker(Speaker.Kind.NAMELESS, "Guest"))));
        assertThat(depth(Pages.draw(rows, true, views, Map.of(), null))).isEqualTo(5);
    }

    @Test
    void indentsSomebodyWhoAnswersThemselves() {
        assertThat(outlineOf(List.of(row(1, null, "A", 1), row(2, 1, "A", 1), row(3, 2, "A", 1), row(4, 3, "A", 0))))
                .containsExactly("1", "  2", "    3", "      4");
    }

    @Test
    void takesNamelessPeopleForNobodyTakingTurns() {
        assertThat(outlineOf(List.of(row(1, null, null, 1), row(2, 1, "B", 1), row(3, 2, null, 0))))
                .containsExactly("1", "  2", "    3");
    }

    @Test
    void saysWhomACommentAnswersWhosePageBeginsWithIt() {
        assertThat(outlineOf(List.of(row(5, 4, "A"), row(6, 5, "B")))).containsExactly("5 to 4", "  6");
    }

    @Test
    void leavesOutWhatTheViewerDoesNotSeeAndKeepsItsReplies() {
        List<Row> rows = List.of(row(1, null, "A"), row(2, 1, "B"), row(3, 2, "C"));
        Map<Integer, CommentView> views = views(rows);
        views.remove(2);
        assertThat(outline(Pages.draw(rows, true, views, Map.of(), null))).containsExactly("1", "3 to 2");
    }

    @Test
    void standsAllSideBySideInOtherOrders() {
        List<Row> rows = List.of(row(3, 1, "C"), row(2, 1, "B"), row(1, null, "A"));
        assertThat(outline(Pages.draw(rows, false, views(rows), Map.of(), null)))
                .containsExactly("3 to 1", "2 to 1", "1");
    }

    @Test
    void marksWhatCameAfterTheNumberThatWasSeenLast() {
        List<Row> rows = chain(1, 3);
        assertThat(fresh(Pages.draw(rows, false, views(rows), Map.of(), 2))).containsExactly(false, false, true);
        assertThat(fresh(Pages.draw(rows, false, views(rows), Map.of(), 0))).containsExactly(true, true, true);
        assertThat(fresh(Pages.draw(rows, false, views(rows), Map.of(), null))).containsExactly(false, false, false);
    }

    // -- rows and what is drawn of them

    private static List<Row> flat(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> row(number, null, null))
                .toList();
    }

    /** A thread of so many, in which each answers the one before; nobody speaks twice. */
    private static List<Row> chain(int first, int length) {
        return IntStream.range(0, length)
                .mapToObj(depth -> new Row(
                        first + depth,
                        first + depth,
                        depth == 0 ? null : first + depth - 1,
                        "Speaker " + depth,
                        depth,
                        length - depth - 1,
                        depth == length - 1 ? 0 : 1,
                        false))
                .toList();
    }

    private static Row row(int number, @Nullable Integer parent, @Nullable String speaker) {
        return row(number, parent, speaker, 2);
    }

    private static Row row(int number, @Nullable Integer parent, @Nullable String speaker, int replies) {
        return new Row(number, number, parent, speaker, parent == null ? 0 : 1, replies, replies, false);
    }

    private static Map<Integer, CommentView> views(List<Row> rows) {
        Map<Integer, CommentView> views = new HashMap<>();
        rows.forEach(row -> views.put(
                row.number(),
                view(row, row.speaker() == null ? Speaker.of(Speaker.Kind.NAMELESS) : Speaker.named(row.speaker()))));
        return views;
    }

    private static CommentView view(Row row, Speaker speaker) {
        return new CommentView(
                row.number(),
                "/articles/tea",
                row.number(),
                null,
                Kind.COMMENT,
                speaker,
                null,
                row.parent(),
                null,
                null,
                false,
                null,
                State.VISIBLE,
                false,
                false,
                false,
                List.of(),
                List.of(),
                "",
                null,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                null,
                0,
                0);
    }

    private static List<String> outlineOf(List<Row> rows) {
        return outline(Pages.draw(rows, true, views(rows), Map.of(), null));
    }

    /** One line a comment: indented as it is drawn, and whom it answers where the page must say so. */
    private static List<String> outline(List<Branch> branches) {
        List<String> lines = new ArrayList<>();
        for (Branch branch : branches) {
            lines.add(branch.comment().number()
                    + (branch.inReplyTo() ? " to " + branch.comment().parent() : ""));
            outline(branch.replies()).forEach(line -> lines.add("  " + line));
            assertThat(branch.descendants()).isEqualTo(outline(branch.replies()).size());
        }
        return lines;
    }

    private static int depth(List<Branch> branches) {
        return branches.stream()
                .mapToInt(branch -> 1 + depth(branch.replies()))
                .max()
                .orElse(0);
    }

    private static List<Boolean> fresh(List<Branch> branches) {
        return branches.stream().map(Branch::fresh).toList();
    }
}
