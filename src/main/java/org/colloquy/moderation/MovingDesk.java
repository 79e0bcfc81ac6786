package org.colloquy.moderation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Moving;
import org.colloquy.discussion.Moving.Before;
import org.colloquy.discussion.Moving.Moved;
import org.colloquy.discussion.Moving.Pair;
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
        return logged(moving.move(comment, branch, moderator, reason), Pair::stub, moderator, Action.MOVE, reason);
    }

    /**
     * Moves a comment back to its article.
     *
     * @param branch whether those go back too that had gone along
     */
    Logged<Moved> back(long comment, boolean branch, long moderator, @Nullable String reason) {
        return logged(
                moving.back(comment, branch, moderator, reason), Pair::comment, moderator, Action.MOVE_BACK, reason);
    }

    /** @param there what stands in the article: both acts are about its number there */
    private Logged<Moved> logged(
            Moved moved, Function<Pair, CommentView> there, long moderator, Action action, @Nullable String reason) {
        Long first = null;
        for (Pair pair : moved.moved()) {
            CommentView stands = there.apply(pair);
            long entry = log.add(LogNote.by(moderator, action)
                    .in(stands.address())
                    .of(pair.comment().id(), discussions.shownNumber(stands))
                    .because(reason)
                    .with(first));
            first = first == null ? Long.valueOf(entry) : first;
        }
        return new Logged<>(moved, first);
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.MOVE, Action.MOVE_BACK);
    }

    /** Each goes by itself; those that have gone together and do so again belong together as before. */
    @Override
    public boolean undo(LogLine entry, @Nullable String former, long member) {
        Long comment = entry.commentId();
        if (comment == null) {
            return false;
        }
        return (entry.action() == Action.MOVE
                        ? moving.back(comment, false, member, null)
                        : moving.again(comment, before(comment, entry)))
                .done();
    }

    /** How it had been moved to where that act brought it back from. */
    private Before before(long comment, LogLine back) {
        return log.on(List.of(comment)).stream()
                .filter(line -> line.action() == Action.MOVE && line.id() < back.id())
                .findFirst()
                .map(move -> before(
                        log.entry(Objects.requireNonNullElse(move.together(), move.id()))
                                .orElse(move),
                        move))
                .orElseGet(() -> new Before(null, back.at(), null, null));
    }

    /** @param first of those that were moved together */
    private static Before before(LogLine first, LogLine move) {
        return new Before(
                move.by() == null ? null : move.by().id(),
                first.at(),
                move.reason(),
                first.id() == move.id() ? null : first.commentId());
    }
}
