package org.colloquy.moderation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.account.Accounts;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Places;
import org.colloquy.discussion.Placing.Outcome;
import org.colloquy.discussion.Position;
import org.colloquy.discussion.Standing;
import org.colloquy.log.Former;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.Undoing;
import org.colloquy.report.ReportDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Undoes what was done to a comment: it stands again as it did, or where it did. */
@Component
class CommentUndoing implements Undoing {

    private final Discussions discussions;
    private final Places places;
    private final Accounts accounts;
    private final ReportDesk reports;

    CommentUndoing(Discussions discussions, Places places, Accounts accounts, ReportDesk reports) {
        this.discussions = discussions;
        this.places = places;
        this.accounts = accounts;
        this.reports = reports;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(
                Action.HIDE,
                Action.RESTORE,
                Action.APPROVE,
                Action.HOLD,
                Action.ATTACH,
                Action.DETACH,
                Action.PUT_BACK,
                Action.REFUSE);
    }

    /** Nobody decides about what they wrote, where somebody else can. */
    @Override
    public boolean isFor(LogLine entry, long moderator) {
        return areFor(List.of(entry), moderator).contains(entry.id());
    }

    @Override
    public Set<Long> areFor(Collection<LogLine> entries, long moderator) {
        Set<Long> own = discussions.writtenBy(
                moderator,
                entries.stream()
                        .filter(entry -> entry.action().matter() == Matter.VISIBILITY)
                        .flatMap(entry -> Stream.ofNullable(entry.commentId()))
                        .toList());
        boolean leaves = !own.isEmpty() && accounts.othersModerate(moderator);
        return entries.stream()
                .filter(entry -> !leaves
                        || entry.action().matter() != Matter.VISIBILITY
                        || entry.commentId() == null
                        || !own.contains(entry.commentId()))
                .map(LogLine::id)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean undo(LogLine entry, @Nullable String former, long member) {
        long comment = Objects.requireNonNullElse(entry.commentId(), -1L);
        if (entry.action() == Action.REFUSE) {
            LogLine.Target target = entry.target();
            return places.undoRefusal(comment, target.other(), target.term()).done();
        }
        if (former == null) {
            // Of before Colloquy kept what undoing needs.
            return entry.action() == Action.HIDE && discussions.restore(comment).isPresent();
        }
        if (entry.action().matter() != Matter.VISIBILITY) {
            return places.resume(comment, Former.as(Position.class, former)).outcome() == Outcome.DONE;
        }
        boolean resumed =
                discussions.resume(comment, Former.as(Standing.class, former)).isPresent();
        if (resumed) {
            reports.reopen(former);
        }
        return resumed;
    }
}
