package org.colloquy.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.ModerationLog;
import org.colloquy.posting.Effect;
import org.colloquy.posting.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moderators do. Each act is one method: the change and its entry in the log, in one transaction. */
@Component
@Transactional
class ModerationDesk {

    private final Discussions discussions;
    private final Rulebook rulebook;
    private final ModerationLog log;

    ModerationDesk(Discussions discussions, Rulebook rulebook, ModerationLog log) {
        this.discussions = discussions;
        this.rulebook = rulebook;
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
     * Shows comments that waited.
     *
     * @return how many were approved
     */
    int approve(Collection<Long> comments, long moderator, @Nullable String reason) {
        return each(comments, discussions::approve, moderator, Action.APPROVE, reason);
    }

    /** Chooses what becomes of nameless posts in a discussion. */
    void chooseForAnonymous(Discussion place, Effect effect, long moderator, String reason) {
        rulebook.chooseForAnonymous(place, effect);
        log.add(moderator, Action.CHANGE_RULE, place.address(), null, reason);
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
        done.forEach(comment -> log.add(moderator, action, comment.address(), shownNumber(comment), reason));
        return done.size();
    }
}
