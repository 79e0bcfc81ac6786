package org.colloquy.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.colloquy.account.Accounts;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Places;
import org.colloquy.discussion.Placing;
import org.colloquy.discussion.Standing.Changed;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.Former;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Target;
import org.colloquy.log.ModerationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moderators do with comments. Each act is one method: the change and its entry in the log, in one transaction. Who
 * acts on what somebody else has acted on meanwhile changes nothing, and is told.
 */
@Component
@Transactional
class ModerationDesk {

    private final Discussions discussions;
    private final Places places;
    private final Accounts accounts;
    private final ModerationLog log;

    ModerationDesk(Discussions discussions, Places places, Accounts accounts, ModerationLog log) {
        this.discussions = discussions;
        this.places = places;
        this.accounts = accounts;
        this.log = log;
    }

    /** Hides comments; those that are hidden already are left as they are. */
    Done hide(Collection<Sight> comments, Grounds grounds) {
        return each(
                comments,
                seen -> discussions.hide(seen.comment(), grounds.moderator(), grounds.forReaders()),
                grounds,
                Action.HIDE);
    }

    /** Shows hidden comments again. */
    Done restore(Collection<Sight> comments, Grounds grounds) {
        return each(comments, seen -> discussions.restore(seen.comment()), grounds, Action.RESTORE);
    }

    /** Shows comments that waited, and takes others off the lists. */
    Done approve(Collection<Sight> comments, Grounds grounds) {
        return each(comments, seen -> discussions.approve(seen.comment(), seen.revision()), grounds, Action.APPROVE);
    }

    private interface Act {
        Optional<Changed> on(Sight comment);
    }

    private Done each(Collection<Sight> comments, Act act, Grounds grounds, Action action) {
        Map<Long, Sight> sights =
                comments.stream().collect(Collectors.toMap(Sight::comment, sight -> sight, (first, again) -> first));
        // In one order everywhere, so that two moderators at once wait for each other instead of locking up.
        discussions.hold(sights.keySet());
        List<LogLine> since = since(sights);
        boolean edited = discussions.withIds(Viewer.MODERATOR, sights.keySet()).stream()
                .anyMatch(comment -> isEdited(comment, sights.get(comment.id())));
        if (edited || !since.isEmpty()) {
            return new Done(0, null, since, edited, 0);
        }
        Set<Long> own = own(sights.keySet(), grounds.moderator(), action);
        List<Changed> done = new ArrayList<>();
        for (Long id : discussions.inLockOrder(sights.keySet())) {
            if (!own.contains(id)) {
                act.on(Objects.requireNonNull(sights.get(id))).ifPresent(done::add);
            }
        }
        Long first = null;
        for (Changed changed : done) {
            CommentView comment = changed.comment();
            long entry = log.add(grounds.note(action)
                    .in(comment.address())
                    .of(comment.id(), discussions.shownNumber(comment))
                    .from(Former.of(changed.before()))
                    .with(first));
            first = first == null ? Long.valueOf(entry) : first;
        }
        return new Done(done.size(), first, List.of(), false, own.size());
    }

    /** Nobody shows what they wrote themselves, or finds nothing wrong with it, where somebody else can. */
    private Set<Long> own(Set<Long> comments, long moderator, Action action) {
        return action != Action.HIDE && accounts.othersModerate(moderator)
                ? discussions.writtenBy(moderator, comments)
                : Set.of();
    }

    private List<LogLine> since(Map<Long, Sight> sights) {
        LongSummaryStatistics seen = sights.values().stream()
                .map(Sight::entry)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        return seen.getCount() == 0
                ? List.of()
                : log.on(sights.keySet(), seen.getMin()).stream()
                        .filter(line -> isLater(line, sights.get(line.commentId())))
                        .toList();
    }

    private static boolean isLater(LogLine line, @Nullable Sight seen) {
        return seen != null && seen.entry() != null && line.id() > seen.entry();
    }

    private static boolean isEdited(CommentView comment, @Nullable Sight seen) {
        return seen != null && seen.revision() != null && seen.revision() != comment.revision();
    }

    /**
     * Places a comment under another one, or makes it the beginning of a thread.
     *
     * @param answered the number of the other one, or null
     */
    Placed place(Sight comment, @Nullable Integer answered, Grounds grounds) {
        Action action = answered == null ? Action.DETACH : Action.ATTACH;
        return placed(comment, grounds, action, id -> places.place(id, answered), any -> new Target(answered, null));
    }

    /** Puts a comment back where it stood before anybody placed it. */
    Placed putBack(Sight comment, Grounds grounds) {
        return placed(comment, grounds, Action.PUT_BACK, places::putBack, any -> Target.NONE);
    }

    /**
     * Says which ceasefire term a comment is about.
     *
     * @param term its number, or null for none
     */
    Placed about(Sight comment, @Nullable Integer term, Grounds grounds) {
        Action action = term == null ? Action.DETACH : Action.ATTACH;
        return placed(
                comment,
                grounds,
                action,
                id -> places.about(id, term),
                done -> new Target(null, term == null ? done.formerTerm() : term));
    }

    /** Says that a comment does not answer the one that was suggested. */
    Placed refuseAnswered(Sight comment, int answered, Grounds grounds) {
        return placed(
                comment,
                grounds,
                Action.REFUSE,
                id -> places.refuseAnswered(id, answered),
                any -> new Target(answered, null));
    }

    /** Says that a comment is not about the term that was suggested. */
    Placed refuseTerm(Sight comment, int term, Grounds grounds) {
        return placed(
                comment, grounds, Action.REFUSE, id -> places.refuseTerm(id, term), any -> new Target(null, term));
    }

    private Placed placed(
            Sight sight, Grounds grounds, Action action, LongFunction<Placing> act, Function<Placing, Target> target) {
        discussions.hold(List.of(sight.comment()));
        if (!since(Map.of(sight.comment(), sight)).isEmpty()) {
            return new Placed(null, null);
        }
        Placing placing = act.apply(sight.comment());
        CommentView comment = placing.comment();
        if (comment == null) {
            return new Placed(placing, null);
        }
        long entry = log.add(grounds.note(action)
                .in(comment.address())
                .of(comment.id(), discussions.shownNumber(comment))
                .to(target.apply(placing))
                .from(placing.before() == null ? null : Former.of(placing.before())));
        return new Placed(placing, entry);
    }
}
