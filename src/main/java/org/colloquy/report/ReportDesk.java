package org.colloquy.report;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.account.Accounts;
import org.colloquy.article.Article;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Standing.Changed;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.Former;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.report.DecisionView.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moderators do about reports. Each act is one method: the change, the decision that everybody concerned reads, and
 * the entry in the log, in one transaction.
 */
@Component
@Transactional
public class ReportDesk {

    /** What a moderator names who takes a comment out of sight until it is decided. */
    private static final String REPORTED = "REPORTED";

    private final Reports reports;
    private final Decisions decisions;
    private final Appeals appeals;
    private final Discussions discussions;
    private final Accounts accounts;
    private final ModerationLog log;
    private final EntityManager entities;
    private final Clock clock;

    ReportDesk(
            Reports reports,
            Decisions decisions,
            Appeals appeals,
            Discussions discussions,
            Accounts accounts,
            ModerationLog log,
            EntityManager entities,
            Clock clock) {
        this.reports = reports;
        this.decisions = decisions;
        this.appeals = appeals;
        this.discussions = discussions;
        this.accounts = accounts;
        this.log = log;
        this.entities = entities;
        this.clock = clock;
    }

    /** Of how many comments and articles something reported, or an appeal, waits for a moderator. */
    @Transactional(readOnly = true)
    public int open() {
        Set<ReportKind> all = EnumSet.allOf(ReportKind.class);
        return reports.countOpen(all, "") + appeals.countOpen(true, all, "");
    }

    /** What came of an attempt to decide. */
    enum Done {
        DONE,
        /** Somebody else has decided meanwhile. */
        OVER,
        /** The text was changed since it was read. */
        CHANGED,
        /** Nobody decides about what they wrote, or about their own decision, where somebody else can. */
        OWN,
        OWN_DECISION,
        /** That cannot be done with it. */
        NOT_SO
    }

    /** @param entry what it changed, by its id in the log, to undo it by; null where it changed nothing */
    record Decided(Done done, @Nullable Long entry) {}

    /** Decides what was reported, or answers the appeals. */
    Decided decide(Subject about, Ruling ruling, long moderator) {
        if (about.comment() != null) {
            // Before any report; the package org.colloquy says in which order things are locked.
            discussions.hold(List.of(about.comment()));
        } else {
            hold(String.valueOf(about.article()));
        }
        List<Report> open = ruling.appeal() ? List.of() : open(about, ruling);
        List<Appeal> appealed = ruling.appeal() ? appealed(about) : List.of();
        if (open.isEmpty() && appealed.isEmpty()) {
            return new Decided(Done.OVER, null);
        }
        Done barrier =
                about.comment() == null ? barrier(article(about), ruling) : barrier(comment(about), ruling, moderator);
        if (barrier != null) {
            return new Decided(barrier, null);
        }
        if (hasDecided(appealed, moderator) && accounts.othersModerate(moderator)) {
            return new Decided(Done.OWN_DECISION, null);
        }
        Long entry = null;
        if (about.comment() == null) {
            log.add(ruling.note(moderator, Action.DECIDE_ARTICLE).in(about.article()));
        } else {
            entry = act(
                    about.comment(),
                    comment(about),
                    ruling,
                    new Answered(appealed.stream().map(Appeal::id).toList()),
                    moderator,
                    ruling.appeal() ? null : open.get(0));
        }
        Decision decision = decisions.saveAndFlush(new Decision(about, ruling, moderator, clock.instant()));
        open.forEach(report -> report.decide(decision));
        appealed.forEach(appeal -> appeal.answer(decision));
        return new Decided(Done.DONE, entry);
    }

    /** Nobody changes or withdraws the article meanwhile. Before it is read: what is read already would be out of date. */
    private void hold(String article) {
        entities.createNativeQuery("select id from article where slug = :slug for update", Long.class)
                .setParameter("slug", article.substring(article.lastIndexOf('/') + 1))
                .getResultList();
    }

    private List<Report> open(Subject about, Ruling ruling) {
        return reports.lockOpen(about).stream()
                .filter(report -> report.id() <= ruling.seen() && ruling.kinds().contains(report.kind()))
                .toList();
    }

    private List<Appeal> appealed(Subject about) {
        return appeals.lockOpen(about);
    }

    private @Nullable CommentView comment(Subject about) {
        return about.comment() == null
                ? null
                : discussions.withIds(Viewer.MODERATOR, List.of(about.comment())).stream()
                        .findFirst()
                        .orElse(null);
    }

    /** Null where it was withdrawn. */
    private @Nullable Article article(Subject about) {
        String address = about.article();
        return address == null
                ? null
                : discussions
                        .named(address.substring(address.lastIndexOf('/') + 1))
                        .map(Discussion::article)
                        .orElse(null);
    }

    private static @Nullable Done barrier(@Nullable Article article, Ruling ruling) {
        boolean possible = article == null
                ? ruling.outcome() == Outcome.GONE
                : ruling.outcome() == Outcome.UPHELD || ruling.outcome() == Outcome.LEFT;
        if (!possible) {
            return Done.NOT_SO;
        }
        return article != null && article.revision() != ruling.revision() ? Done.CHANGED : null;
    }

    private @Nullable Done barrier(@Nullable CommentView found, Ruling ruling, long moderator) {
        CommentView comment = isGone(found) ? null : found;
        boolean possible = comment == null
                ? ruling.outcome() == Outcome.GONE
                : ruling.outcome() == Outcome.LEFT
                        || ruling.outcome() == Outcome.HIDDEN && comment.kind() == CommentView.Kind.COMMENT;
        if (!possible) {
            return Done.NOT_SO;
        }
        if (comment != null && comment.revision() != ruling.revision()) {
            return Done.CHANGED;
        }
        return isOwn(comment, moderator) && accounts.othersModerate(moderator) ? Done.OWN : null;
    }

    /** Whether there is nothing left to hide or to leave: it was deleted, or removed on request. */
    static boolean isGone(@Nullable CommentView comment) {
        return comment == null || comment.erased();
    }

    /** Whether the moderator wrote it. */
    boolean isOwn(@Nullable CommentView comment, long moderator) {
        return comment != null
                && discussions
                        .author(comment.id())
                        .filter(author -> author == moderator)
                        .isPresent();
    }

    private static boolean hasDecided(List<Appeal> appealed, long moderator) {
        return appealed.stream().anyMatch(appeal -> appeal.decision().member() == moderator);
    }

    /** Whether the moderator decided what is appealed against, and somebody else could answer. */
    @Transactional(readOnly = true)
    boolean mustNotAnswer(Subject about, long moderator) {
        List<Appeal> waiting = appeals.of(about).stream()
                .filter(appeal -> appeal.answer() == null)
                .toList();
        return hasDecided(waiting, moderator) && accounts.othersModerate(moderator);
    }

    /** Whether the moderator wrote it, and somebody else could decide. */
    @Transactional(readOnly = true)
    boolean mustNotDecide(@Nullable CommentView comment, long moderator) {
        return isOwn(comment, moderator) && accounts.othersModerate(moderator);
    }

    private @Nullable Long act(
            long id,
            @Nullable CommentView comment,
            Ruling ruling,
            Answered answered,
            long moderator,
            @Nullable Report first) {
        Long entry = isGone(comment)
                ? null
                : ruling.outcome() == Outcome.HIDDEN
                        ? logged(
                                discussions.hide(id, moderator, ruling.forReaders()),
                                moderator,
                                Action.HIDE,
                                ruling,
                                answered)
                        : show(id, ruling, answered, moderator);
        if (entry == null) {
            log.add(ruling.note(moderator, Action.DECIDE_REPORT)
                    .in(comment == null ? first == null ? null : first.place() : comment.address())
                    .of(id, comment == null ? null : discussions.shownNumber(comment)));
        }
        return entry;
    }

    /** What was hidden is restored, and nothing wrong found with it, in one act: undone, it stands as it did before both. */
    private @Nullable Long show(long id, Ruling ruling, Answered answered, long moderator) {
        Changed restored = discussions.restore(id).orElse(null);
        Optional<Changed> approved = discussions.approve(id, ruling.revision());
        return restored == null
                ? logged(approved, moderator, Action.APPROVE, ruling, answered)
                : logged(
                        Optional.of(new Changed(approved.orElse(restored).comment(), restored.before())),
                        moderator,
                        Action.RESTORE,
                        ruling,
                        answered);
    }

    private @Nullable Long logged(
            Optional<Changed> changed, long moderator, Action action, Ruling ruling, Answered answered) {
        return changed.map(done -> log.add(ruling.note(moderator, action)
                        .in(done.comment().address())
                        .of(done.comment().id(), discussions.shownNumber(done.comment()))
                        .from(Former.of(done.before(), answered))))
                .orElse(null);
    }

    /**
     * What undoing the answer to appeals needs beside how the comment stood.
     *
     * @param appeals which of them, by their ids; null with what answered none
     */
    record Answered(@Nullable List<Long> appeals) {}

    /** The appeals that an act answered wait for an answer again, as it is undone. */
    public void reopen(String former) {
        List<Long> answered = Former.as(Answered.class, former).appeals();
        if (answered != null && !answered.isEmpty()) {
            appeals.findByIdIn(answered).forEach(Appeal::reopen);
        }
    }

    /** Takes a comment out of sight until it is decided; returns the entry's id, empty where it was out of sight. */
    Optional<Long> hold(long comment, long moderator) {
        return discussions
                .hold(comment, List.of(REPORTED))
                .map(done -> log.add(LogNote.by(moderator, Action.HOLD)
                        .in(done.comment().address())
                        .of(done.comment().id(), discussions.shownNumber(done.comment()))
                        .goingBy(REPORTED)
                        .from(Former.of(done.before()))));
    }
}
