package org.colloquy.moderation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.account.Accounts;
import org.colloquy.account.Suspensions;
import org.colloquy.account.Suspensions.Suspension;
import org.colloquy.discussion.Authors;
import org.colloquy.discussion.Authors.Exceptions;
import org.colloquy.log.Former;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Undoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moderators do about people: each act one method, the change and its entry in the log in one transaction. */
@Component
@Transactional
class MemberDesk implements Undoing {

    private final Accounts accounts;
    private final Suspensions suspensions;
    private final Authors authors;
    private final ModerationLog log;
    private final Clock clock;

    MemberDesk(Accounts accounts, Suspensions suspensions, Authors authors, ModerationLog log, Clock clock) {
        this.accounts = accounts;
        this.suspensions = suspensions;
        this.authors = authors;
        this.log = log;
        this.clock = clock;
    }

    /** Of nobody: they may post. */
    private record FormerSuspension(@Nullable Suspension suspension) {}

    /** @param exceptions what of theirs did not bear it */
    private record FormerHandle(String handle, @Nullable Exceptions exceptions) {}

    /**
     * Whom it is about, and what the moderator had seen of them.
     *
     * @param comment that it is about as well, or null
     * @param entry the id of the latest entry about them in the log, 0 for none, or null where that is not known
     */
    record Whom(
            long member,
            @Nullable CommentRef comment,
            @Nullable Long entry) {}

    /** @param number as readers know it, or null */
    record CommentRef(long id, String place, @Nullable Integer number) {}

    /** What others did about them after the moderator had looked; then nothing is done. */
    @Transactional(readOnly = true)
    public List<LogLine> since(Whom whom) {
        Long seen = whom.entry();
        return seen == null
                ? List.of()
                : log.about(whom.member(), 20).stream()
                        .filter(line -> line.id() > seen)
                        .toList();
    }

    /**
     * Lets somebody not post for that time, or, with null, for good. What they said stays.
     *
     * @return the entry's id; empty where there is nobody, they moderate, or somebody else was quicker
     */
    Optional<Long> suspend(Whom whom, @Nullable Duration time, Grounds grounds) {
        if (!accounts.hold(whom.member()) || !since(whom).isEmpty()) {
            return Optional.empty();
        }
        Suspension next = new Suspension(
                time == null ? Suspensions.FOR_GOOD : clock.instant().plus(time), forThem(grounds));
        Suspension before = suspensions.of(whom.member()).orElse(null);
        return suspensions.put(whom.member(), next)
                ? Optional.of(log.add(note(whom, grounds, Action.SUSPEND)
                        .until(next.until())
                        .from(Former.of(new FormerSuspension(before)))))
                : Optional.empty();
    }

    /** Lets somebody post again. */
    Optional<Long> lift(Whom whom, Grounds grounds) {
        if (!accounts.hold(whom.member()) || !since(whom).isEmpty()) {
            return Optional.empty();
        }
        Suspension before = suspensions.of(whom.member()).orElse(null);
        return before != null && suspensions.put(whom.member(), null)
                ? Optional.of(log.add(note(whom, grounds, Action.LIFT).from(Former.of(new FormerSuspension(before)))))
                : Optional.empty();
    }

    /** Tells somebody what not to do again: they read it when they next look at their page, or write. */
    Optional<Long> warn(Whom whom, Grounds grounds) {
        return accounts.hold(whom.member()) && since(whom).isEmpty()
                ? Optional.of(log.add(note(whom, grounds, Action.WARN)))
                : Optional.empty();
    }

    /** Frees somebody's handle: their comments stay, without it, and anybody may claim it. */
    Optional<Long> release(Whom whom, Grounds grounds) {
        if (!accounts.hold(whom.member()) || !since(whom).isEmpty()) {
            return Optional.empty();
        }
        return accounts.release(whom.member()).map(handle -> {
            Exceptions exceptions = authors.unname(whom.member(), handle);
            return log.add(note(whom, grounds, Action.RELEASE).from(Former.of(new FormerHandle(handle, exceptions))));
        });
    }

    private static LogNote note(Whom whom, Grounds grounds, Action action) {
        LogNote note = grounds.note(action).about(whom.member());
        CommentRef comment = whom.comment();
        return comment == null ? note : note.in(comment.place()).of(comment.id(), comment.number());
    }

    private static String forThem(Grounds grounds) {
        return Stream.of(Optional.ofNullable(grounds.sentence()), Optional.ofNullable(grounds.words()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.SUSPEND, Action.LIFT, Action.WARN, Action.RELEASE);
    }

    /** Nobody undoes what was done about themselves: they could not have done it. */
    @Override
    public boolean isFor(LogLine entry, long moderator) {
        return entry.subject() == null || entry.subject().id() != moderator;
    }

    @Override
    public boolean undo(LogLine entry, @Nullable String former, long moderator) {
        if (entry.subject() == null) {
            return false;
        }
        long member = entry.subject().id();
        boolean held = accounts.hold(member);
        // Somebody else may have acted on them, or undone this, while we waited.
        if (log.standing(entry).filter(now -> now.id() == entry.id()).isEmpty()) {
            return false;
        }
        if (entry.action() == Action.WARN) {
            return true;
        }
        if (former == null || !held) {
            return false;
        }
        if (entry.action() != Action.RELEASE) {
            return suspensions.put(
                    member, Former.as(FormerSuspension.class, former).suspension());
        }
        FormerHandle before = Former.as(FormerHandle.class, former);
        if (!accounts.giveBack(member, before.handle())) {
            return false;
        }
        authors.name(member, before.handle(), Objects.requireNonNullElse(before.exceptions(), Exceptions.NONE));
        return true;
    }
}
