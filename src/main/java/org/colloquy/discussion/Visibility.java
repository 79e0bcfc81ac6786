package org.colloquy.discussion;

import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.CommentView.State;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of who sees what of a comment. One that waits for a moderator, or was declined while it waited, is seen by
 * its author and by moderators; where everybody had read it before it came to wait, others see that something stands
 * there. Of one that is hidden or that its author took back, all but moderators see a tombstone; of what was erased,
 * everybody does, as nothing else is left; everything else is for everybody. Of what went with its article, nobody but
 * moderators sees that it was there. What somebody wrote is theirs to have, whatever became of it.
 */
final class Visibility {

    /** The same rule for counting in SQL, for somebody of whom nothing is known, of a comment {@code a}. */
    static final String SHOWN_IN_SQL = "(a.state in ('VISIBLE', 'HIDDEN', 'WITHDRAWN', 'ERASED') or a.state = 'HELD'"
            + " and (a.shown_at is not null or a.posted_at is null))";

    /** The same in JPQL, of a comment {@code c}. */
    static final String SHOWN = "(c.state in ('VISIBLE', 'HIDDEN', 'WITHDRAWN', 'ERASED') or c.state = 'HELD'"
            + " and (c.shownAt is not null or c.postedAt is null))";

    /** In JPQL, of a comment {@code c}: everybody sees who it is from, if not what it says. */
    static final String SIGNED = "(c.state in ('VISIBLE', 'HIDDEN') or c.state = 'HELD' and c.shownAt is not null)";

    /** In JPQL, of a comment {@code c}: it has not gone with its article. */
    static final String PRESENT =
            "c.discussion.id not in (select w.id from Discussion w where w.article.withdrawnAt is not null)";

    /** The same in SQL; the column is {@code discussion_id}. */
    static final String PRESENT_IN_SQL = "discussion_id not in (select w.id from discussion w join article wa"
            + " on wa.id = w.article_id where wa.withdrawn_at is not null)";

    private Visibility() {}

    /**
     * Whether the comment exists for the viewer at all.
     *
     * @param read whether everybody could once read it
     */
    static boolean admits(State state, boolean read, long id, @Nullable Long author, Viewer viewer) {
        return isShown(state, read) || viewer.moderator() || isOwn(id, author, viewer);
    }

    /** Whether the viewer wrote it. */
    static boolean isOwn(long id, @Nullable Long author, Viewer viewer) {
        return viewer.own().contains(id) || (author != null && author.equals(viewer.member()));
    }

    /** All of the comment, for the one who wrote it to take along: no tombstone stands before one's own data. */
    static Optional<CommentView> asOwnData(Comment comment, Viewer viewer) {
        return isOwn(comment.id(), comment.member(), viewer) ? Optional.of(comment.unveiled()) : Optional.empty();
    }

    /**
     * Whether everybody sees that it is there.
     *
     * @param read whether everybody could once read it
     */
    static boolean isShown(State state, boolean read) {
        return state == State.HELD ? read : state != State.DECLINED;
    }

    /** What the viewer sees of the comment; empty where it does not exist for them. */
    static Optional<CommentView> of(Comment comment, Viewer viewer) {
        boolean own = isOwn(comment.id(), comment.member(), viewer);
        boolean present = !comment.discussion().isWithdrawn() || viewer.moderator() || own;
        if (!present || !admits(comment.state(), comment.wasRead(), comment.id(), comment.member(), viewer)) {
            return Optional.empty();
        }
        CommentView whole = comment.unveiled(viewer.moderator());
        boolean away = whole.tombstone() != null || whole.state() == State.HELD && !own;
        return Optional.of(away && !viewer.moderator() ? tombstone(whole) : whole);
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
                whole.reported(),
                whole.offTopic(),
                List.of(),
                List.of(),
                null,
                null,
                whole.postedAt(),
                whole.editedAt(),
                whole.revision(),
                List.of(),
                whole.tombstone(),
                whole.move(),
                whole.closed(),
                whole.answered(),
                whole.quoted());
    }
}
