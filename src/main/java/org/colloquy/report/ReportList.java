package org.colloquy.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.ModerationLog;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.Rulebook;
import org.colloquy.report.CaseView.Told;
import org.colloquy.report.ReportedView.Place;
import org.colloquy.report.ReportedView.Row;
import org.colloquy.report.ReportedView.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was reported, as moderators read it. */
@Component
@Transactional(readOnly = true)
class ReportList {

    /** One screen to work through at a time. */
    private static final int PAGE = 50;

    /** As many as somebody reads before deciding; the others come next. */
    private static final int MOST = 100;

    /** So much of what was done to an article, and of what was decided of anything. */
    private static final int LATEST = 50;

    private static final Set<Matter> DONE_TO_ARTICLES =
            EnumSet.of(Matter.DOCUMENT, Matter.NOTICE, Matter.VISIBILITY, Matter.REPORT);

    private final Reports reports;
    private final Appeals appeals;
    private final Decisions decisions;
    private final Contacts contacts;
    private final Discussions discussions;
    private final ReportDesk desk;
    private final Rulebook rulebook;
    private final ModerationLog log;

    ReportList(
            Reports reports,
            Appeals appeals,
            Decisions decisions,
            Contacts contacts,
            Discussions discussions,
            ReportDesk desk,
            Rulebook rulebook,
            ModerationLog log) {
        this.reports = reports;
        this.appeals = appeals;
        this.decisions = decisions;
        this.contacts = contacts;
        this.discussions = discussions;
        this.desk = desk;
        this.rulebook = rulebook;
        this.log = log;
    }

    /** @param asked the tab, or null for the first with something to do */
    ReportedView list(@Nullable Tab asked, @Nullable ReportKind kind, String place, int page) {
        Set<ReportKind> kinds = kind == null ? EnumSet.allOf(ReportKind.class) : EnumSet.of(kind);
        String address = discussions.named(place).map(Discussion::address).orElse("");
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        counts.put(Tab.OPEN, reports.countOpen(kinds, address));
        boolean all = kind == null && address.isEmpty();
        counts.put(Tab.APPEALS, appeals.countOpen(all, kinds, address));
        counts.put(Tab.DECIDED, reports.countDecided(kinds, address));
        Tab tab = asked != null
                ? asked
                : counts.get(Tab.OPEN) == 0 && counts.getOrDefault(Tab.APPEALS, 0) > 0 ? Tab.APPEALS : Tab.OPEN;
        int last = Math.max(0, (counts.getOrDefault(tab, 0) - 1) / PAGE);
        int at = Math.min(Math.max(0, page), last);
        PageRequest one = PageRequest.of(at, PAGE);
        List<Discussion> there = discussions.all();
        List<Subject> found = switch (tab) {
            case OPEN -> reports.open(kinds, address, one);
            case APPEALS -> appeals.open(all, kinds, address, one);
            case DECIDED -> reports.decided(kinds, address, one);
        };
        return new ReportedView(
                tab,
                kind == null ? "" : kind.name(),
                address.isEmpty() ? "" : place,
                counts,
                rows(found, tab, there),
                at > 0 ? at - 1 : null,
                at < last ? at + 1 : null,
                places(there));
    }

    private List<Place> places(List<Discussion> there) {
        Set<String> known = Set.copyOf(reports.places());
        return there.stream()
                .filter(place -> known.contains(place.address()))
                .map(place -> new Place(place.slug(), place.title()))
                .toList();
    }

    private List<Row> rows(List<Subject> subjects, Tab tab, List<Discussion> there) {
        List<Long> ids = subjects.stream()
                .flatMap(about -> Stream.ofNullable(about.comment()))
                .toList();
        List<String> articles = subjects.stream()
                .flatMap(about -> Stream.ofNullable(about.article()))
                .toList();
        Map<Long, CommentView> comments = discussions.withIds(Viewer.MODERATOR, ids).stream()
                .collect(Collectors.toMap(CommentView::id, comment -> comment));
        Map<Subject, List<Report>> all = reports.of(ids, articles).stream()
                .filter(report -> tab != Tab.OPEN || report.decision() == null)
                .collect(Collectors.groupingBy(Report::about));
        Map<String, @Nullable String> titles = titles(there);
        Map<Subject, List<Appeal>> appealed = tab != Tab.APPEALS
                ? Map.of()
                : appeals.of(ids, articles).stream().collect(Collectors.groupingBy(Appeal::about));
        List<Row> rows = new ArrayList<>();
        for (Subject about : subjects) {
            List<Report> told = all.getOrDefault(about, List.of());
            CommentView comment = about.comment() == null ? null : comments.get(about.comment());
            Report first = told.isEmpty() ? null : told.get(0);
            Instant since = Stream.concat(
                            told.stream().map(Report::at),
                            appealed.getOrDefault(about, List.of()).stream().map(Appeal::at))
                    .findFirst()
                    .orElse(null);
            if (since == null || comment == null && first == null) {
                continue;
            }
            String place = comment != null
                    ? comment.address()
                    : Objects.requireNonNull(first).place();
            rows.add(new Row(
                    about.desk(),
                    comment,
                    comment != null
                            ? Integer.valueOf(comment.number())
                            : Objects.requireNonNull(first).number(),
                    about.isComment() ? comment != null : titles.containsKey(place),
                    titles.getOrDefault(place, place),
                    told.stream().map(Report::kind).distinct().sorted().toList(),
                    tab == Tab.OPEN ? Report.people(told) : told.size(),
                    since));
        }
        return rows;
    }

    private static Map<String, @Nullable String> titles(List<Discussion> there) {
        Map<String, @Nullable String> titles = new HashMap<>();
        there.forEach(place -> titles.put(place.address(), place.title()));
        return titles;
    }

    /** All about one comment or article; empty where nothing was ever reported of it, and nobody appealed. */
    Optional<CaseView> of(Subject about, long moderator) {
        List<Report> waiting = reports.open(about, MOST);
        List<Report> closed = reports.decided(about, LATEST + 1);
        List<Report> all =
                Stream.concat(waiting.stream(), closed.stream().limit(LATEST)).toList();
        List<Appeal> appealed = appeals.of(about);
        CommentView comment = about.comment() == null
                ? null
                : discussions.withIds(Viewer.MODERATOR, List.of(about.comment())).stream()
                        .findFirst()
                        .orElse(null);
        if (all.isEmpty() && (appealed.isEmpty() || comment == null)) {
            return Optional.empty();
        }
        String address = comment != null ? comment.address() : all.get(0).place();
        Integer number =
                comment != null ? Integer.valueOf(comment.number()) : all.get(0).number();
        Discussion place = discussions.named(slug(address)).orElse(null);
        Integer parent = comment == null ? null : comment.parent();
        int revision = comment != null
                ? comment.revision()
                : place == null || place.article() == null ? 0 : place.article().revision();
        List<Told> told = told(all, revision);
        Instant undone = about.comment() == null ? null : decisions.undone(about.comment());
        DecisionView last = Stream.concat(
                        closed.stream().map(Report::decision), appealed.stream().map(Appeal::answer))
                .flatMap(Stream::ofNullable)
                .max(Comparator.comparing(Decision::at))
                .map(Decision::view)
                .orElse(null);
        List<Told> open = told.stream().filter(one -> one.decision() == null).toList();
        return Optional.of(new CaseView(
                about.desk(),
                !about.isComment(),
                about.isComment() ? !ReportDesk.isGone(comment) : place != null,
                comment,
                place == null || parent == null
                        ? null
                        : discussions.comment(place, Viewer.MODERATOR, parent).orElse(null),
                number == null ? address : address + "/comments/" + number,
                number,
                slug(address),
                place == null ? null : place.title(),
                waiting.isEmpty() ? 0 : waiting.get(waiting.size() - 1).id(),
                revision,
                open.stream().map(Told::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportKind.class))),
                open,
                told.stream().filter(one -> one.decision() != null).toList(),
                appealed.stream()
                        .filter(appeal -> appeal.answer() == null)
                        .map(appeal -> appeal.view(undone))
                        .toList(),
                appealed.stream()
                        .filter(appeal -> appeal.answer() != null)
                        .sorted(Comparator.comparing(Appeal::at).reversed())
                        .limit(LATEST)
                        .map(appeal -> appeal.view(null))
                        .toList(),
                rules(about),
                log(about),
                desk.mustNotDecide(comment, moderator),
                desk.mustNotAnswer(about, moderator),
                waiting.size() < MOST ? 0 : reports.countOpen(about.comment(), about.article()) - waiting.size(),
                last != null && !last.stands(comment, place != null),
                closed.size() > LATEST));
    }

    private List<LogLine> log(Subject about) {
        return about.comment() != null
                ? log.on(List.of(about.comment()))
                : log.latest(String.valueOf(about.article()), DONE_TO_ARTICLES, LATEST);
    }

    /** What a moderator can go by; commenting rules are for comments. */
    List<RuleView> rules(Subject about) {
        return about.comment() == null
                ? List.of()
                : discussions.withIds(Viewer.MODERATOR, List.of(about.comment())).stream()
                        .flatMap(comment -> discussions.named(slug(comment.address())).stream())
                        .flatMap(place -> rulebook.at(place).rules().stream())
                        .toList();
    }

    private List<Told> told(Collection<Report> all, int revision) {
        Map<Long, String> reach = new HashMap<>();
        contacts.findByReportIdIn(all.stream().map(Report::id).toList())
                .forEach(contact -> reach.put(contact.report(), contact.contact()));
        return all.stream()
                .map(report -> {
                    Decision decision = report.decision();
                    return new Told(
                            report.kind(),
                            report.rule(),
                            report.explanation(),
                            report.quote(),
                            reach.get(report.id()),
                            report.at(),
                            revision > report.revision(),
                            decision == null ? null : decision.view());
                })
                .toList();
    }

    private static String slug(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
