package org.colloquy.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Places;
import org.colloquy.discussion.Placing;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Target;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moderators do. Each act is one method: the change and its entry in the log, in one transaction. */
@Component
@Transactional
class ModerationDesk {

    private final Discussions discussions;
    private final Places places;
    private final ModerationLog log;

    ModerationDesk(Discussions discussions, Places places, ModerationLog log) {
        this.discussions = discussions;
        this.places = places;
        this.log = log;
    }

    /**
     * Hides comments; those that are hidden already are left as they are.
     *
     * @return how many were hidden
     */
    int hide(Collection<Long> comments, long moderator, String reason) {
        return each(comments, id -> discussions.hide(id, moderator, reason), moderator, Action.HIDE, reason);
    }

    /**
     * Shows hidden comments again.
     *
     * @return how many were restored
     */
    int restore(Collection<Long> comments, long moderator, String reason) {
        return each(comments, discussions::restore, moderator, Action.RESTORE, reason);
    }

    /**
     * Shows comments that waited, and takes flagged ones off the list; what was changed since it was read stays.
     *
     * @param seen how often each had been changed when it was read, by id, as far as known
     * @return how many were approved
     */
    int approve(Collection<Long> comments, Map<Long, Integer> seen, long moderator, @Nullable String reason) {
        return each(comments, id -> discussions.approve(id, seen.get(id)), moderator, Action.APPROVE, reason);
    }

    /**
     * Places a comment under another one, or makes it the beginning of a thread.
     *
     * @param answered the number of the other one, or null
     */
    Placing place(long comment, @Nullable Integer answered, long moderator, @Nullable String reason) {
        Action action = answered == null ? Action.DETACH : Action.ATTACH;
        return logged(places.place(comment, answered), moderator, action, new Target(answered, null), reason);
    }

    /** Puts a comment back where it stood before anybody placed it. */
    Placing putBack(long comment, long moderator, @Nullable String reason) {
        return logged(places.putBack(comment), moderator, Action.PUT_BACK, Target.NONE, reason);
    }

    /**
     * Says which ceasefire term a comment is about.
     *
     * @param term its number, or null for none
     */
    Placing about(long comment, @Nullable Integer term, long moderator, @Nullable String reason) {
        Action action = term == null ? Action.DETACH : Action.ATTACH;
        Placing done = places.about(comment, term);
        return logged(done, moderator, action, new Target(null, term == null ? done.formerTerm() : term), reason);
    }

    /** Says that a comment does not answer the one that was suggested. */
    Placing refuseAnswered(long comment, int answered, long moderator, @Nullable String reason) {
        return logged(
                places.refuseAnswered(comment, answered), moderator, Action.REFUSE, new Target(answered, null), reason);
    }

    /** Says that a comment is not about the term that was suggested. */
    Placing refuseTerm(long comment, int term, long moderator, @Nullable String reason) {
        return logged(places.refuseTerm(comment, term), moderator, Action.REFUSE, new Target(null, term), reason);
    }

    private Placing logged(Placing placing, long moderator, Action action, Target target, @Nullable String reason) {
        CommentView comment = placing.comment();
        if (comment != null) {
            log.add(LogNote.by(moderator, action)
                    .in(comment.address())
                    .of(comment.id(), shownNumber(comment))
                    .to(target)
                    .because(reason));
        }
        return placing;
    }

    /** What readers have never seen has no number for them to follow. */
    private static @Nullable Integer shownNumber(CommentView comment) {
        boolean neverShown = comment.state() == State.DECLINED || comment.state() == State.HELD;
        return neverShown ? null : comment.number();
    }

    private interface Act {
        Optional<CommentView> on(long comment);
    }

    private int each(Collection<Long> comments, Act act, long moderator, Action action, @Nullable String reason) {
        // In one order everywhere, so that two moderators at once wait for each other instead of locking up.
        List<CommentView> done = discussions.inLockOrder(comments).stream()
                .flatMap(id -> act.on(id).stream())
                .toList();
        done.forEach(comment -> log.add(LogNote.by(moderator, action)
                .in(comment.address())
                .of(comment.id(), shownNumber(comment))
                .because(reason)));
        return done.size();
    }
}
