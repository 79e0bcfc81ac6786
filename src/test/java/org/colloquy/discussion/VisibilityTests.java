package org.colloquy.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.discussion.CommentView.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

/** The one rule, as a table. */
class VisibilityTests {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final long AUTHOR = 7;
    private static final long COMMENT = 70;

    @ParameterizedTest
    @CsvSource({
        "VISIBLE, a reader,                 whole",
        "VISIBLE, another member,           whole",
        "VISIBLE, the author,               whole",
        "VISIBLE, the browser it came from, whole",
        "VISIBLE, a moderator,              whole",
        "HELD,    a reader,                 nothing",
        "HELD,    another member,           nothing",
        "HELD,    another browser,          nothing",
        "HELD,    the author,               whole",
        "HELD,    the browser it came from, whole",
        "HELD,    a moderator,              whole",
        "HIDDEN,  a reader,                 tombstone",
        "HIDDEN,  another member,           tombstone",
        "HIDDEN,  the author,               tombstone",
        "HIDDEN,  the browser it came from, tombstone",
        "HIDDEN,  a moderator,              whole",
        "WITHDRAWN, a reader,               tombstone",
        "WITHDRAWN, another member,         tombstone",
        "WITHDRAWN, the author,             tombstone",
        "WITHDRAWN, the browser it came from, tombstone",
        "WITHDRAWN, a moderator,            whole",
        "ERASED,  a reader,                 tombstone",
        "ERASED,  the author,               tombstone",
        "ERASED,  a moderator,              tombstone",
        "DECLINED, a reader,                nothing",
        "DECLINED, another member,          nothing",
        "DECLINED, the author,              tombstone",
        "DECLINED, the browser it came from, tombstone",
        "DECLINED, a moderator,             whole",
    })
    void showsACommentInThatStateToThatViewerAs(State state, String viewer, String shown) {
        Optional<CommentView> view = Visibility.of(comment(state), viewer(viewer));
        assertThat(Visibility.admits(state, state != State.HELD, COMMENT, AUTHOR, viewer(viewer)))
                .isEqualTo(view.isPresent());
        assertThat(view.map(VisibilityTests::shape).orElse("nothing")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "a reader,                 placeholder",
        "another member,           placeholder",
        "another browser,          placeholder",
        "the author,               whole",
        "the browser it came from, whole",
        "a moderator,              whole",
    })
    void saysThatSomethingStandsThereThatWasReadAndWaitsNow(String viewer, String shown) {
        Comment comment = comment(State.VISIBLE);
        assertThat(new Discussion().hold(comment, List.of("FAILED"))).isTrue();
        assertThat(comment.state()).isEqualTo(State.HELD);
        CommentView view = Visibility.of(comment, viewer(viewer)).orElseThrow();
        assertThat(Visibility.admits(comment.state(), true, COMMENT, AUTHOR, viewer(viewer)))
                .isTrue();
        assertThat(shape(view)).isEqualTo(shown);
        assertThat(view.rules()).hasSize(shown.equals("whole") ? 1 : 0);
    }

    @Test
    void showsWhatWasHeldUnchangedAsItWas() {
        Comment comment = comment(State.VISIBLE);
        Discussion discussion = new Discussion();
        assertThat(discussion.hold(comment, List.of("FAILED"))).isTrue();
        assertThat(discussion.hold(comment, List.of("FAILED"))).isFalse();
        assertThat(discussion.approve(comment, null, THEN.plusSeconds(60))).isTrue();
        CommentView view = Visibility.of(comment, Viewer.READER).orElseThrow();
        assertThat(view.state()).isEqualTo(State.VISIBLE);
        assertThat(view.editedAt()).isNull();
        assertThat(comment.shownAt()).isEqualTo(THEN);
        discussion.edit(comment, new Edit("Another claim.", true, false, List.of("FAILED")), THEN.plusSeconds(90));
        assertThat(discussion.approve(comment, null, THEN.plusSeconds(120))).isTrue();
        assertThat(Visibility.of(comment, Viewer.READER).orElseThrow().editedAt())
                .isEqualTo(THEN.plusSeconds(120));
    }

    @Test
    void takesNobodyForTheAuthorOfWhatNoMemberWrote() {
        assertThat(Visibility.admits(State.HELD, false, COMMENT, null, Viewer.READER))
                .isFalse();
        assertThat(Visibility.admits(State.HELD, false, COMMENT, null, viewer("another member")))
                .isFalse();
    }

    @Test
    void saysOnTheTombstoneWhyAndWhenButNotWhatWasSaid() {
        CommentView tombstone =
                Visibility.of(comment(State.HIDDEN), Viewer.READER).orElseThrow();
        assertThat(tombstone.tombstone()).isEqualTo(new CommentView.Tombstone(null, THEN, "Rude."));
        assertThat(tombstone.readable()).isFalse();
        assertThat(tombstone.toString()).contains("Cora").doesNotContain("A claim");
    }

    @Test
    void tellsOnlyModeratorsWhatReadersReported() {
        Comment comment = comment(State.VISIBLE);
        assertThat(comment.report(false)).isTrue();
        assertThat(comment.report(true)).isTrue();
        CommentView told = Visibility.of(comment, Viewer.MODERATOR).orElseThrow();
        assertThat(told.reported()).isTrue();
        assertThat(told.offTopic()).isTrue();
        for (Viewer viewer : List.of(Viewer.READER, viewer("another member"), viewer("the author"))) {
            CommentView view = Visibility.of(comment, viewer).orElseThrow();
            assertThat(view.reported()).isFalse();
            assertThat(view.offTopic()).isFalse();
        }
        assertThat(Visibility.asOwnData(comment, viewer("the author")).orElseThrow())
                .matches(own -> !own.reported() && !own.offTopic());
        Discussion discussion = new Discussion();
        assertThat(discussion.approve(comment, null, THEN)).isTrue();
        assertThat(Visibility.of(comment, Viewer.MODERATOR).orElseThrow())
                .matches(looked -> !looked.reported() && !looked.offTopic());
        assertThat(discussion.approve(comment, null, THEN)).isFalse();
        assertThat(comment.report(false)).isTrue();
        assertThat(discussion.hide(comment, 1, "Rude.", THEN)).isTrue();
        assertThat(Visibility.of(comment, Viewer.MODERATOR).orElseThrow().reported())
                .isFalse();
        assertThat(comment.report(true)).as("nothing is to be read there").isFalse();
    }

    @Test
    void keepsWhatAuthorsAndModeratorsDidApart() {
        Discussion discussion = new Discussion();
        Comment comment = comment(State.WITHDRAWN);
        assertThat(discussion.hide(comment, 1, "Rude.", THEN)).isTrue();
        assertThat(comment.state()).isEqualTo(State.HIDDEN);
        assertThat(discussion.reinstate(comment))
                .as("not over a moderator's head")
                .isFalse();
        assertThat(discussion.restore(comment)).isTrue();
        assertThat(comment.state()).isEqualTo(State.WITHDRAWN);
        assertThat(discussion.reinstate(comment)).isTrue();
        assertThat(comment.state()).isEqualTo(State.VISIBLE);
        assertThat(discussion.reinstate(comment)).isFalse();

        Comment waiting = comment(State.HELD);
        assertThat(discussion.withdraw(waiting, THEN)).isTrue();
        assertThat(waiting.state()).as("readers never saw it").isEqualTo(State.DECLINED);
        assertThat(discussion.hide(waiting, 1, "Rude.", THEN)).isTrue();
        assertThat(discussion.withdraw(waiting, THEN)).isFalse();
        assertThat(discussion.restore(waiting)).isTrue();
        assertThat(waiting.state()).isEqualTo(State.DECLINED);
        assertThat(discussion.reinstate(waiting)).isTrue();
        assertThat(waiting.state()).isEqualTo(State.HELD);
        assertThat(discussion.approve(waiting, null, THEN)).isTrue();
    }

    @Test
    void givesAuthorsTheirOwnDataWholeAndNobodyElse() {
        for (State state : State.values()) {
            assertThat(Visibility.asOwnData(comment(state), viewer("the author"))
                            .map(CommentView::text))
                    .isEqualTo(state == State.ERASED ? Optional.empty() : Optional.of("A claim."));
            assertThat(Visibility.asOwnData(comment(state), Viewer.MODERATOR)).isEmpty();
            assertThat(Visibility.asOwnData(comment(state), viewer("another member")))
                    .isEmpty();
        }
    }

    @Test
    void bringsNothingBackThatWasErased() {
        Discussion discussion = new Discussion();
        Comment comment = comment(State.ERASED);
        assertThat(discussion.hide(comment, 1, "Rude.", THEN)).isFalse();
        assertThat(discussion.restore(comment)).isFalse();
        assertThat(discussion.withdraw(comment, THEN)).isFalse();
        assertThat(discussion.reinstate(comment)).isFalse();
        assertThat(discussion.approve(comment, null, THEN)).isFalse();
        assertThat(comment.state()).isEqualTo(State.ERASED);
    }

    private static String shape(CommentView view) {
        return view.text() != null && !view.parts().isEmpty()
                ? "whole"
                : view.text() == null && view.parts().isEmpty() && view.verbatim() == null && view.state() == State.HELD
                        ? "placeholder"
                        : view.text() == null
                                        && view.parts().isEmpty()
                                        && view.verbatim() == null
                                        && view.tombstone() != null
                                ? "tombstone"
                                : "neither: " + view;
    }

    private static Comment comment(State state) {
        Discussion discussion = new Discussion();
        Comment comment = discussion.number(
                new Draft(
                        Speaker.named("Cora"),
                        AUTHOR,
                        "A claim.",
                        null,
                        null,
                        state == State.HELD || state == State.DECLINED,
                        false,
                        List.of(),
                        null),
                null,
                THEN);
        ReflectionTestUtils.setField(comment, "id", COMMENT);
        if (state == State.HIDDEN || state == State.DECLINED) {
            assertThat(discussion.hide(comment, 1, "Rude.", THEN)).isTrue();
        }
        if (state == State.ERASED) {
            ReflectionTestUtils.setField(comment, "state", state);
            ReflectionTestUtils.setField(comment, "erasedAt", THEN);
        }
        if (state == State.WITHDRAWN) {
            assertThat(discussion.withdraw(comment, THEN)).isTrue();
        }
        return comment;
    }

    private static Viewer viewer(String who) {
        return switch (who) {
            case "a reader" -> Viewer.READER;
            case "another member" -> new Viewer(8L, false, Set.of());
            case "another browser" -> new Viewer(null, false, Set.of(COMMENT + 1));
            case "the author" -> new Viewer(AUTHOR, false, Set.of());
            case "the browser it came from" -> new Viewer(null, false, Set.of(COMMENT));
            case "a moderator" -> Viewer.MODERATOR;
            default -> throw new IllegalArgumentException(who);
        };
    }
}
