package org.colloquy.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.account.Secret;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Standing.Changed;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.Former;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers do: report a comment or an article, see what came of it, and not agree. */
@Component
@Transactional
class Reporting {

    /** For how long a report that nobody has looked at can help to hold a comment, and its sender is told from others. */
    static final Duration COUNTS_FOR = Duration.ofDays(30);

    /** As the European Union's Digital Services Act has it. */
    static final Duration APPEALS_FOR = Duration.ofDays(183);

    /** How long after the last word somebody can still be reached about it. */
    static final Duration REACHABLE_FOR = Duration.ofDays(30);

    private final Reports reports;
    private final Decisions decisions;
    private final Appeals appeals;
    private final Contacts contacts;
    private final Discussions discussions;
    private final ModerationLog log;
    private final Clock clock;

    Reporting(
            Reports reports,
            Decisions decisions,
            Appeals appeals,
            Contacts contacts,
            Discussions discussions,
            ModerationLog log,
            Clock clock) {
        this.reports = reports;
        this.decisions = decisions;
        this.appeals = appeals;
        this.contacts = contacts;
        this.discussions = discussions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes a report of a comment; one that was sent before is not taken again.
     *
     * @param form whole, with the comment's place and number, a kind and a key
     * @return false where the comment was taken out of sight in that moment
     */
    boolean take(CommentView comment, ReportForm form, Sender sender) {
        // Whoever reports the same comment at once waits here, and counts this report.
        Optional<Changed> marked = discussions.report(comment.id(), form.kind() == ReportKind.OFF_TOPIC);
        if (wasSent(form)) {
            return true;
        }
        if (marked.isEmpty() && comment.kind() == CommentView.Kind.COMMENT) {
            return false;
        }
        CommentView now = marked.map(Changed::comment).orElse(comment);
        Report report = keep(Subject.comment(now.id()), now.address(), form, sender);
        if (report.kind().holds() && report.revision() == now.revision() && isTold(report)) {
            discussions
                    .hold(now.id(), List.of(report.kind().rule()))
                    .ifPresent(held -> log.add(LogNote.byNobody(Action.HOLD)
                            .in(held.comment().address())
                            .of(held.comment().id(), discussions.shownNumber(held.comment()))
                            .goingBy(report.kind().rule())
                            .from(Former.of(held.before()))));
        }
        return true;
    }

    /** The same of the text of that place's article. */
    void take(Discussion place, ReportForm form, Sender sender) {
        // Whoever presses twice waits here, and finds the first.
        discussions.hold(place);
        if (!wasSent(form)) {
            keep(Subject.article(place.address()), place.address(), form, sender);
        }
    }

    private boolean wasSent(ReportForm form) {
        return reports.findByReceipt(Secret.hash(form.key())).isPresent();
    }

    /** What was removed on request nobody brings back by telling of it. */
    private Report keep(Subject about, String place, ReportForm sent, Sender sender) {
        ReportForm form = sent.saying(discussions::left);
        Report report =
                reports.saveAndFlush(new Report(about, place, form, sender, Secret.hash(form.key()), clock.instant()));
        if (!form.contact().isEmpty()) {
            contacts.save(new Contact(report.id(), form.contact()));
        }
        return report;
    }

    /** Whether two people say the same, and no moderator has found otherwise since. */
    private boolean isTold(Report report) {
        List<Report> same = reports.of(report.about()).stream()
                .filter(other -> other.kind() == report.kind() && other.revision() == report.revision())
                .toList();
        Instant first = same.get(0).at();
        boolean looked = onIt(report.about()).stream()
                .filter(line -> !line.at().isBefore(first))
                .anyMatch(line -> isLookedAt(line) || isHeldFor(report.kind(), line));
        return !looked
                && Report.people(same.stream().filter(Report::tellsItsSender).toList()) > 1;
    }

    private static boolean isLookedAt(LogLine line) {
        Matter matter = line.action().matter();
        return line.by() != null && (matter == Matter.VISIBILITY || matter == Matter.REPORT || matter == Matter.UNDO);
    }

    private static boolean isHeldFor(ReportKind kind, LogLine line) {
        return line.action() == Action.HOLD && kind.rule().equals(line.rule());
    }

    /** What somebody gets to read at the address that ends so. */
    @Transactional(readOnly = true)
    Optional<ReceiptView> receipt(String secret) {
        return found(secret).map(report -> {
            Decision decision = report.decision();
            Appeal appeal = appeals.findByReportId(report.id()).orElse(null);
            Decision last = appeal == null || appeal.answer() == null ? decision : appeal.answer();
            CommentView comment = comment(report.about());
            String address = comment == null ? report.place() : comment.address();
            Integer number = comment == null ? report.number() : Integer.valueOf(comment.number());
            return new ReceiptView(
                    secret,
                    number == null ? address : address + "/comments/" + number,
                    number,
                    title(address),
                    report.kind(),
                    report.rule(),
                    report.explanation(),
                    report.quote(),
                    report.at(),
                    contacts.existsByReportId(report.id()),
                    decision == null ? null : decision.view(),
                    last != null && !stands(last, comment),
                    appeal == null ? null : appeal.view(undone(report.about())),
                    appeal == null && decision != null ? until(decision) : null,
                    comment != null && comment.state() == State.HELD);
        });
    }

    private @Nullable String title(String address) {
        return discussions
                .named(address.substring(address.lastIndexOf('/') + 1))
                .map(Discussion::title)
                .orElse(null);
    }

    private boolean stands(Decision decision, @Nullable CommentView comment) {
        String article = decision.about().article();
        return decision.view().stands(comment, article != null && isThere(article));
    }

    private @Nullable Instant undone(Subject about) {
        return about.comment() == null ? null : decisions.undone(about.comment());
    }

    private boolean isThere(String place) {
        return discussions.named(place.substring(place.lastIndexOf('/') + 1)).isPresent();
    }

    private @Nullable CommentView comment(Subject about) {
        return about.comment() == null
                ? null
                : discussions.withIds(Viewer.MODERATOR, List.of(about.comment())).stream()
                        .findFirst()
                        .orElse(null);
    }

    private List<LogLine> onIt(Subject about) {
        return about.comment() == null ? List.of() : log.on(List.of(about.comment()));
    }

    /** Until when one may appeal against it; null where that is over. */
    private @Nullable Instant until(Decision decision) {
        Instant until = decision.at().plus(APPEALS_FOR);
        return until.isAfter(clock.instant()) ? until : null;
    }

    /** @return whether the appeal is taken: once, and in time */
    boolean appeal(String secret, String words) {
        Report report = found(secret).orElse(null);
        if (report != null) {
            // Nobody erases the comment, and these words with it, before they are there.
            hold(report.about());
        }
        Decision decision = report == null ? null : report.decision();
        if (report == null
                || decision == null
                || until(decision) == null
                || appeals.findByReportId(report.id()).isPresent()) {
            return false;
        }
        appeals.saveAndFlush(new Appeal(decision, report.id(), discussions.left(words), clock.instant()));
        return true;
    }

    private void hold(Subject about) {
        if (about.comment() != null) {
            discussions.hold(List.of(about.comment()));
        } else {
            String article = String.valueOf(about.article());
            discussions.named(article.substring(article.lastIndexOf('/') + 1)).ifPresent(discussions::hold);
        }
    }

    /** Whether whoever has that receipt has appealed. */
    @Transactional(readOnly = true)
    boolean hasAppealed(String secret) {
        return found(secret)
                .flatMap(report -> appeals.findByReportId(report.id()))
                .isPresent();
    }

    /** Whether the viewer wrote it. */
    @Transactional(readOnly = true)
    boolean isOwn(CommentView comment, Viewer viewer) {
        return viewer.own().contains(comment.id())
                || viewer.member() != null
                        && discussions
                                .author(comment.id())
                                .filter(viewer.member()::equals)
                                .isPresent();
    }

    /** What the author of a comment that is hidden gets to read, or that was until they appealed; empty for anybody else. */
    @Transactional(readOnly = true)
    Optional<AuthorView> authors(CommentView comment, Viewer viewer) {
        if (!isOwn(comment, viewer)) {
            return Optional.empty();
        }
        List<Appeal> own = appeals.byAuthor(comment.id());
        Optional<Decision> now = hiding(comment);
        return now.or(() -> own.stream().findFirst().map(Appeal::decision)).map(decision -> {
            Appeal appeal = own.stream()
                    .filter(one -> !one.decision().at().isBefore(decision.at()))
                    .findFirst()
                    .orElse(null);
            Decision last = appeal == null || appeal.answer() == null ? decision : appeal.answer();
            return new AuthorView(
                    comment,
                    title(comment.address()),
                    decision.view().forAuthor(),
                    appeal == null
                            ? null
                            : appeal.view(decisions.undone(comment.id())).forAuthor(),
                    !stands(last, comment(last.about())),
                    appeal == null && now.isPresent() ? until(decision) : null);
        });
    }

    /** Takes the author's appeal; returns whether there was anything to appeal against, for the first time. */
    boolean appeal(CommentView read, Viewer viewer, String words) {
        discussions.hold(List.of(read.id()));
        // What was read before may be restored or erased by now.
        CommentView comment = comment(Subject.comment(read.id()));
        if (comment == null
                || authors(comment, viewer).filter(view -> view.until() != null).isEmpty()) {
            return false;
        }
        Decision decision = hiding(comment).orElseThrow();
        // What was hidden without a report becomes a decision only now that somebody does not agree with it.
        Decision kept = decision.isKept() ? decision : decisions.saveAndFlush(decision);
        appeals.saveAndFlush(new Appeal(kept, null, discussions.left(words), clock.instant()));
        return true;
    }

    /** What a moderator decided who hid it, by way of a report or not. */
    private Optional<Decision> hiding(CommentView comment) {
        CommentView.Tombstone stone = comment.tombstone();
        if (stone == null || stone.reason() == null) {
            return Optional.empty();
        }
        String reason = stone.reason();
        return decisions.of(comment.id()).stream()
                .filter(decision -> !decision.at().isBefore(stone.at())
                        // What showed it again can have been undone.
                        && decision.view().outcome() == DecisionView.Outcome.HIDDEN)
                .findFirst()
                .or(() -> log.on(List.of(comment.id())).stream()
                        .filter(line -> line.action() == Action.HIDE && line.by() != null)
                        .findFirst()
                        .map(line ->
                                Decision.hidden(comment.id(), reason, Objects.requireNonNull(line.by()), stone.at())));
    }

    private Optional<Report> found(String secret) {
        return Secret.looksLikeOne(secret) ? reports.findByReceipt(Secret.hash(secret)) : Optional.empty();
    }

    /** Erases what nobody needs any more. */
    @EventListener(ApplicationReadyEvent.class)
    public void tidy() {
        Instant now = clock.instant();
        reports.lockSent(now.minus(COUNTS_FOR)).forEach(Report::forgetSender);
        contacts.erase(now.minus(APPEALS_FOR).minus(REACHABLE_FOR), now.minus(REACHABLE_FOR));
    }
}
