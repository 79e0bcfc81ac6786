package org.colloquy.moderation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Queue;
import org.colloquy.discussion.Queue.Asked;
import org.colloquy.discussion.Queue.Item;
import org.colloquy.discussion.Queue.Reason;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.colloquy.moderation.DeskView.Act;
import org.colloquy.moderation.DeskView.Place;
import org.colloquy.moderation.DeskView.Preview;
import org.colloquy.moderation.DeskView.Row;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.Rulebook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Puts together what a moderator needs to see to judge. */
@Component
@Transactional(readOnly = true)
class Desk {

    /** One screen to work through at a time. */
    private static final int PAGE = 50;

    /** As many as one act does; a preview of more nobody reads. */
    static final int AT_ONCE = 1000;

    private final Discussions discussions;
    private final Queue queue;
    private final Rulebook rulebook;
    private final ModerationLog log;

    Desk(Discussions discussions, Queue queue, Rulebook rulebook, ModerationLog log) {
        this.discussions = discussions;
        this.queue = queue;
        this.rulebook = rulebook;
        this.log = log;
    }

    DeskView of(Filter wanted, boolean all) {
        Map<Reason, Integer> counts = queue.counts(asked(wanted));
        Filter filter = wanted.tab() == null ? wanted.in(first(counts)) : wanted;
        Asked asked = asked(filter);
        int matching = counts.getOrDefault(Objects.requireNonNull(filter.tab()), 0);
        int last = Math.max(0, (matching - 1) / PAGE);
        Filter shown = filter.page(Math.min(filter.page(), last)).at(filter.at());
        return new DeskView(
                shown,
                counts,
                matching,
                rows(queue.items(asked, shown.page() * PAGE, PAGE), Map.of()),
                all,
                shown.page() > 0 ? shown.page(shown.page() - 1) : null,
                shown.page() < last ? shown.page(shown.page() + 1) : null,
                rules(filter.place()),
                likely(filter),
                discussions.all().stream()
                        .map(place -> new Place(place.slug(), place.title()))
                        .toList());
    }

    /** Where there is something to do. */
    private static Reason first(Map<Reason, Integer> counts) {
        return Stream.of(
                        Reason.WAITING,
                        Reason.REPORTED,
                        Reason.FLAGGED,
                        Reason.OFF_TOPIC,
                        Reason.NAMELESS,
                        Reason.NOT_IN_SOURCE)
                .filter(tab -> counts.getOrDefault(tab, 0) > 0)
                .findFirst()
                .orElse(Reason.NEWEST);
    }

    private static String likely(Filter filter) {
        return filter.tab() == Reason.NAMELESS ? "ANONYMOUS" : filter.tab() == Reason.OFF_TOPIC ? "OFF_TOPIC" : "";
    }

    /** The comments that match, as many as can be done at once, newest first. */
    Collection<Sight> matching(Filter filter) {
        return queue.items(asked(filter), 0, AT_ONCE).stream()
                .map(item -> new Sight(item.comment().id(), null, null))
                .toList();
    }

    /** Where one goes back to after an act: the queue, or, not having come from there, the comment's own page. */
    String back(Filter filter, Collection<Sight> comments) {
        return filter.tab() != null || comments.size() != 1
                ? filter.address()
                : discussions
                        .withIds(
                                Viewer.MODERATOR,
                                comments.stream().map(Sight::comment).toList())
                        .stream()
                        .findFirst()
                        .map(CommentView::permalink)
                        .orElse(filter.address());
    }

    int count(Filter filter) {
        return queue.count(asked(filter));
    }

    Preview preview(
            Act act,
            Filter filter,
            Collection<Sight> comments,
            int matching,
            String rule,
            String words,
            boolean confidential) {
        Map<Long, Sight> sights =
                comments.stream().collect(Collectors.toMap(Sight::comment, sight -> sight, (first, again) -> first));
        List<Row> all = rows(queue.items(sights.keySet()), sights);
        List<Row> rows = all.stream().filter(row -> isLeft(act, row)).toList();
        List<Row> gone = all.stream()
                .filter(row -> !isLeft(act, row) && isAnother(row, sights))
                .toList();
        return new Preview(
                act,
                filter,
                back(filter, sights.values()),
                rows,
                gone,
                matching > AT_ONCE ? matching : 0,
                (int) rows.stream()
                        .filter(row -> row.item().comment().answered() > 0)
                        .count(),
                (int) rows.stream()
                        .filter(row -> row.item().comment().quoted() > 0)
                        .count(),
                rules(rows.stream().map(Row::item).toList(), filter),
                rule.isEmpty() && rows.stream().allMatch(row -> isNameless(row.item())) ? "ANONYMOUS" : rule,
                words,
                confidential,
                null,
                false);
    }

    private static boolean isNameless(Item item) {
        return item.comment().speaker().kind() == org.colloquy.discussion.Speaker.Kind.NAMELESS;
    }

    /** Whether there is anything left to do: what was approved meanwhile could be approved again, and for nothing. */
    private static boolean isLeft(Act act, Row row) {
        return applies(act, row.item().comment()) && !row.isDoneSince(act);
    }

    /** Whether it is not what the moderator had seen. */
    private static boolean isAnother(Row row, Map<Long, Sight> sights) {
        CommentView comment = row.item().comment();
        Sight seen = sights.get(comment.id());
        return !row.since().isEmpty()
                || seen != null && seen.revision() != null && seen.revision() != comment.revision();
    }

    private static boolean applies(Act act, CommentView comment) {
        return comment.kind() == CommentView.Kind.COMMENT
                && switch (act) {
                    case HIDE -> !comment.hidden();
                    case RESTORE -> comment.hidden();
                    case APPROVE -> comment.state() == State.HELD || comment.state() == State.VISIBLE;
                };
    }

    private List<Row> rows(List<Item> items, Map<Long, Sight> sights) {
        Map<Long, List<LogLine>> acts = log
                .on(items.stream().map(item -> item.comment().id()).toList())
                .stream()
                .filter(line -> line.commentId() != null)
                .collect(Collectors.groupingBy(LogLine::commentId));
        return items.stream()
                .map(item -> {
                    CommentView comment = item.comment();
                    List<LogLine> done = acts.getOrDefault(comment.id(), List.of());
                    Sight seen = sights.get(comment.id());
                    Long upTo = seen == null ? null : seen.entry();
                    return new Row(
                            item,
                            Sight.written(
                                    comment.id(),
                                    comment.revision(),
                                    done.isEmpty() ? 0 : done.get(0).id()),
                            done,
                            upTo == null
                                    ? List.of()
                                    : done.stream()
                                            .filter(line -> line.id() > upTo)
                                            .toList());
                })
                .toList();
    }

    /** Those where these comments stand, if they stand in one discussion, and where one looks. */
    List<RuleView> rules(Collection<Sight> comments, Filter filter) {
        return rules(queue.items(comments.stream().map(Sight::comment).toList()), filter);
    }

    private List<RuleView> rules(List<Item> items, Filter filter) {
        Set<String> known = new HashSet<>();
        Set<String> slugs = items.stream()
                .map(item -> item.comment().address())
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        return Stream.concat(
                        slugs.size() == 1 ? rules(slugs.iterator().next()).stream() : Stream.empty(),
                        rules(filter.place()).stream())
                .filter(rule -> known.add(rule.key()))
                .toList();
    }

    /** Those of one discussion, or of the whole site. */
    List<RuleView> rules(String place) {
        Set<String> known = new HashSet<>();
        Stream<RuleView> there = place.isEmpty()
                ? Stream.concat(rulebook.at(discussions.at(null).orElseThrow()).rules().stream(), rulebook.offTopic())
                : rulebook.at(discussion(place)).rules().stream();
        return there.filter(rule -> known.add(rule.key())).toList();
    }

    private Asked asked(Filter filter) {
        return new Asked(
                filter.tab() == null ? Reason.NEWEST : filter.tab(),
                filter.which(),
                places(filter),
                filter.by(),
                filter.words());
    }

    private List<Discussion> places(Filter filter) {
        return filter.place().isEmpty() ? discussions.all() : List.of(discussion(filter.place()));
    }

    Discussion discussion(String slug) {
        return discussions.named(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
