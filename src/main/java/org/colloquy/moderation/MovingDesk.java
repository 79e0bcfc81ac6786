package org.colloquy.moderation;

import java.util.Set;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Moving;
import org.colloquy.discussion.Moving.Moved;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Undoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves comments to the Open Thread and back: the move and its entry in the log, in one transaction. */
@Component
@Transactional
class MovingDesk implements Undoing {

    private final Moving moving;
    private final Discussions discussions;
    private final ModerationLog log;

    MovingDesk(Moving moving, Discussions discussions, ModerationLog log) {
        this.moving = moving;
        this.discussions = discussions;
        this.log = log;
    }

    /**
     * Moves a comment to the Open Thread.
     *
     * @param branch whether all that descends from it goes along
     */
    Logged<Moved> move(long comment, boolean branch, long moderator, @Nullable String reason) {
        Moved moved = moving.move(comment, branch, moderator, reason);
        return logged(moved, moved.stub(), moderator, Action.MOVE, reason);
    }

    /**
     * Moves a comment back to its article.
     *
     * @param branch whether those go back too that had gone along
     */
    Logged<Moved> back(long comment, boolean branch, long moderator, @Nullable String reason) {
        Moved moved = moving.back(comment, branch, moderator, reason);
        return logged(moved, moved.comment(), moderator, Action.MOVE_BACK, reason);
    }

    /** @param there what stands in the article: both acts are about its number there */
    private Logged<Moved> logged(
            Moved moved, @Nullable CommentView there, long moderator, Action action, @Nullable String reason) {
        CommentView comment = moved.comment();
        if (moved.done() && comment != null && there != null) {
            long entry = log.add(LogNote.by(moderator, action)
                    .in(there.address())
                    .of(comment.id(), discussions.shownNumber(there))
                    .because(reason));
            return new Logged<>(moved, entry);
        }
        return new Logged<>(moved, null);
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.MOVE, Action.MOVE_BACK);
    }

    /** Those that went together go back together, as far as nobody has moved them by themselves since. */
    @Override
    public boolean undo(LogLine entry, @Nullable String former, long member) {
        Long comment = entry.commentId();
        if (comment == null) {
            return false;
        }
        Moved moved = entry.action() == Action.MOVE
                ? moving.back(comment, true, member, null)
                : moving.again(comment, member, null);
        return moved.done();
    }
}
