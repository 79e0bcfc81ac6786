package org.colloquy.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
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

    private final Reports reports;
    private final Appeals appeals;
    private final Contacts contacts;
    private final Discussions discussions;
    private final ReportDesk desk;
    private final Rulebook rulebook;
    private final ModerationLog log;

    ReportList(
            Reports reports,
            Appeals appeals,
            Contacts contacts,
            Discussions discussions,
            ReportDesk desk,
            Rulebook rulebook,
            ModerationLog log) {
        this.reports = reports;
        this.appeals = appeals;
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
        List<Long> ids = switch (tab) {
            case OPEN -> reports.open(kinds, address, one);
            case APPEALS -> appeals.open(all, kinds, address, one);
            case DECIDED -> reports.decided(kinds, address, one);
        };
        return new ReportedView(
                tab,
                kind == null ? "" : kind.name(),
                address.isEmpty() ? "" : place,
                counts,
                rows(ids, tab),
                at > 0 ? at - 1 : null,
                at < last ? at + 1 : null,
                places());
    }

    private List<Place> places() {
        Set<String> known = Set.copyOf(reports.places());
        return discussions.all().stream()
                .filter(place -> known.contains(place.address()))
                .map(place -> new Place(place.slug(), place.title()))
                .toList();
    }

    private List<Row> rows(List<Long> ids, Tab tab) {
        Map<Long, CommentView> comments = discussions.withIds(Viewer.MODERATOR, ids).stream()
                .collect(Collectors.toMap(CommentView::id, comment -> comment));
        Map<Long, List<Report>> all = reports.findByCommentIdInOrderById(ids).stream()
                .filter(report -> tab != Tab.OPEN || report.decision() == null)
                .collect(Collectors.groupingBy(Report::comment));
        Map<String, @Nullable String> titles = titles();
        List<Row> rows = new ArrayList<>();
        for (Long id : ids) {
            List<Report> told = all.getOrDefault(id, List.of());
            CommentView comment = comments.get(id);
            Report first = told.isEmpty() ? null : told.get(0);
            if (comment != null || first != null) {
                rows.add(new Row(
                        id,
                        comment,
                        comment != null
                                ? comment.number()
                                : Objects.requireNonNull(first).number(),
                        titles.get(
                                comment != null
                                        ? comment.address()
                                        : Objects.requireNonNull(first).place()),
                        told.stream().map(Report::kind).distinct().sorted().toList(),
                        told.size(),
                        first == null ? appealedAt(id) : first.at()));
            }
        }
        return rows;
    }

    private Instant appealedAt(long comment) {
        return appeals.findByCommentIdOrderById(comment).get(0).view().at();
    }

    private Map<String, @Nullable String> titles() {
        Map<String, @Nullable String> titles = new HashMap<>();
        discussions.all().forEach(place -> titles.put(place.address(), place.title()));
        return titles;
    }

    /** All about one comment; empty where nothing was ever reported of it, and nobody appealed. */
    Optional<CaseView> of(long id, long moderator) {
        List<Report> all = reports.findByCommentIdOrderById(id);
        List<Appeal> appealed = appeals.findByCommentIdOrderById(id);
        CommentView comment = discussions.withIds(Viewer.MODERATOR, List.of(id)).stream()
                .findFirst()
                .orElse(null);
        if (all.isEmpty() && (appealed.isEmpty() || comment == null)) {
            return Optional.empty();
        }
        String address = comment != null ? comment.address() : all.get(0).place();
        int number = comment != null ? comment.number() : all.get(0).number();
        Discussion place = discussions.named(slug(address)).orElse(null);
        Integer parent = comment == null ? null : comment.parent();
        List<Told> told = told(all, comment);
        List<Told> open = told.stream().filter(one -> one.decision() == null).toList();
        return Optional.of(new CaseView(
                id,
                comment,
                place == null || parent == null
                        ? null
                        : discussions.comment(place, Viewer.MODERATOR, parent).orElse(null),
                address + "/comments/" + number,
                number,
                place == null ? null : place.title(),
                all.isEmpty() ? 0 : all.get(all.size() - 1).id(),
                open.stream().map(Told::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportKind.class))),
                open,
                told.stream().filter(one -> one.decision() != null).toList(),
                appealed.stream()
                        .filter(appeal -> appeal.answer() == null)
                        .map(Appeal::view)
                        .toList(),
                appealed.stream()
                        .filter(appeal -> appeal.answer() != null)
                        .map(Appeal::view)
                        .toList(),
                place == null ? List.of() : reasons(place),
                log.on(List.of(id)),
                desk.mustNotDecide(comment, moderator),
                desk.mustNotAnswer(id, moderator)));
    }

    private List<Told> told(Collection<Report> all, @Nullable CommentView comment) {
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
                            comment != null && comment.revision() > report.revision(),
                            decision == null ? null : decision.view());
                })
                .toList();
    }

    private List<String> reasons(Discussion place) {
        return rulebook.at(place).rules().stream()
                .map(RuleView::sentence)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String slug(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
