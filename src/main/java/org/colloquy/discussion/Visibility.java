package org.colloquy.discussion;

import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.CommentView.State;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of who sees what of a comment. One that waits for a moderator, or was declined while it waited, is seen by
 * its author and by moderators; of one that is hidden or that its author took back, all but moderators see a tombstone;
 * of what was erased, everybody does, as nothing else is left; everything else is for everybody. Of what went with its
 * article, nobody but moderators sees that it was there. What somebody wrote is theirs to have, whatever became of it.
 */
final class Visibility {

    /** The same rule for counting in SQL, for somebody of whom nothing is known; the column is {@code state}. */
    static final String SHOWN_IN_SQL = "state in ('VISIBLE', 'HIDDEN', 'WITHDRAWN', 'ERASED')";

    /** The same in JPQL, of a comment {@code c}. */
    static final String SHOWN = "c." + SHOWN_IN_SQL;

    /** In JPQL, of a comment {@code c}: it has not gone with its article. */
    static final String PRESENT =
            "c.discussion.id not in (select w.id from Discussion w where w.article.withdrawnAt is not null)";

    /** The same in SQL; the column is {@code discussion_id}. */
    static final String PRESENT_IN_SQL = "discussion_id not in (select w.id from discussion w join article wa"
            + " on wa.id = w.article_id where wa.withdrawn_at is not null)";

    private Visibility() {}

    /** Whether the comment exists for the viewer at all. */
    static boolean admits(State state, long id, @Nullable Long author, Viewer viewer) {
        return isShown(state) || viewer.moderator() || isOwn(id, author, viewer);
    }

    /** Whether the viewer wrote it. */
    static boolean isOwn(long id, @Nullable Long author, Viewer viewer) {
        return viewer.own().contains(id) || (author != null && author.equals(viewer.member()));
    }

    /** All of the comment, for the one who wrote it to take along: no tombstone stands before one's own data. */
    static Optional<CommentView> asOwnData(Comment comment, Viewer viewer) {
        return isOwn(comment.id(), comment.member(), viewer) ? Optional.of(comment.unveiled()) : Optional.empty();
    }

    /** Whether everybody sees that it is there. */
    static boolean isShown(State state) {
        return state != State.HELD && state != State.DECLINED;
    }

    /** What the viewer sees of the comment; empty where it does not exist for them. */
    static Optional<CommentView> of(Comment comment, Viewer viewer) {
        boolean present = !comment.discussion().isWithdrawn()
                || viewer.moderator()
                || isOwn(comment.id(), comment.member(), viewer);
        if (!present || !admits(comment.state(), comment.id(), comment.member(), viewer)) {
            return Optional.empty();
        }
        CommentView whole = comment.unveiled();
        return Optional.of(whole.tombstone() != null && !viewer.moderator() ? tombstone(whole) : whole);
    }

    /** The comment without its words. Who it is from stays, as its replies may name them, unless its author took it back. */
    private static CommentView tombstone(CommentView whole) {
        return new CommentView(
                whole.id(),
                whole.address(),
                whole.number(),
                whole.documentNumber(),
                whole.kind(),
                whole.state() == State.WITHDRAWN ? Speaker.of(Speaker.Kind.WITHDRAWN) : whole.speaker(),
                whole.state() == State.WITHDRAWN ? null : whole.person(),
                whole.parent(),
                whole.evidence(),
                whole.grade(),
                whole.moved(),
                whole.term(),
                whole.state(),
                whole.flagged(),
                List.of(),
                List.of(),
                null,
                null,
                whole.postedAt(),
                whole.editedAt(),
                whole.revision(),
                List.of(),
                whole.tombstone(),
                whole.answered(),
                whole.quoted());
    }
}
