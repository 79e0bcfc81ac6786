package org.colloquy.moderation;

import java.util.Optional;
import java.util.Set;
import org.colloquy.discussion.Closing;
import org.colloquy.discussion.Closing.Change;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Undoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes threads and discussions, and opens them again: the change and its entry in the log, in one transaction. */
@Component
@Transactional
class ClosingDesk implements Undoing {

    private final Closing closing;
    private final Discussions discussions;
    private final ModerationLog log;

    ClosingDesk(Closing closing, Discussions discussions, ModerationLog log) {
        this.closing = closing;
        this.discussions = discussions;
        this.log = log;
    }

    /** Closes the thread that a comment begins; returns the entry, if anything was to do. */
    Optional<Long> closeThread(long comment, long moderator, String reason) {
        return logged(closing.closeThread(comment, moderator, reason), moderator, Action.CLOSE, reason);
    }

    /** Opens it again; returns the entry, if anything was to do. */
    Optional<Long> reopenThread(long comment, long moderator, @Nullable String reason) {
        return logged(closing.reopenThread(comment), moderator, Action.REOPEN, reason);
    }

    /** Closes a whole discussion; returns the entry, if anything was to do. */
    Optional<Long> close(Discussion place, long moderator, String reason) {
        return logged(closing.close(place, moderator, reason), moderator, Action.CLOSE, reason);
    }

    /** Opens it again; returns the entry, if anything was to do. */
    Optional<Long> reopen(Discussion place, long moderator, @Nullable String reason) {
        return logged(closing.reopen(place), moderator, Action.REOPEN, reason);
    }

    private Optional<Long> logged(Optional<Change> done, long moderator, Action action, @Nullable String reason) {
        return done.map(change -> {
            CommentView comment = change.comment();
            return log.add(LogNote.by(moderator, action)
                    .in(change.place().address())
                    .of(
                            comment == null ? null : comment.id(),
                            comment == null ? null : discussions.shownNumber(comment))
                    .because(reason)
                    .from(change.former()));
        });
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.CLOSE, Action.REOPEN);
    }

    @Override
    public boolean undo(LogLine entry, @Nullable String former, long member) {
        String address = entry.address();
        Long comment = entry.commentId();
        Optional<Discussion> place =
                address == null ? Optional.empty() : discussions.named(address.substring(address.lastIndexOf('/') + 1));
        if (place.isEmpty()) {
            return false;
        }
        if (entry.action() == Action.REOPEN) {
            return former != null
                    && closing.closeAgain(place.get(), comment, former).isPresent();
        }
        return closing.reopenAgain(place.get(), comment).isPresent();
    }
}
