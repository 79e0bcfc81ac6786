package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.Backlinks.Mention;
import org.colloquy.discussion.CommentThread.Row;
import org.colloquy.reply.Source;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answers and who quotes what, looked up from what is answered and quoted. */
@Component
@Transactional(readOnly = true)
public class Mentions {

    private final EntityManager entities;
    private final Discussions discussions;

    Mentions(EntityManager entities, Discussions discussions) {
        this.entities = entities;
        this.discussions = discussions;
    }

    /**
     * What comes back to each of these comments.
     *
     * @param thread as the viewer sees it: who is not in it mentions nobody
     * @param known comments that have been read already, by number
     * @param alone the number of the comment whose own page this is, or 0
     */
    public Map<Integer, Backlinks> of(Viewer viewer, CommentThread thread, Map<Integer, CommentView> known, int alone) {
        Map<Integer, List<Integer>> answers = new HashMap<>();
        Map<Integer, List<Integer>> quoting = new HashMap<>();
        for (Integer number : known.keySet()) {
            thread.row(number).ifPresent(row -> answers.put(number, thread.answers(row, Backlinks.MOST)));
        }
        quoting(thread, known.keySet()).forEach((number, by) -> {
            by.removeIf(one ->
                    thread.row(one).map(Row::parent).filter(number::equals).isPresent());
            if (!by.isEmpty()) {
                quoting.put(number, by);
            }
        });
        Map<Integer, CommentView> views = views(viewer, thread, known, answers.values(), quoting.values());
        Map<Integer, Backlinks> backlinks = new HashMap<>();
        for (Integer number : known.keySet()) {
            List<Integer> by = quoting.getOrDefault(number, List.of());
            int answered = thread.row(number).map(Row::replies).orElse(0);
            if (answered > 0 || !by.isEmpty()) {
                backlinks.put(
                        number,
                        new Backlinks(
                                mentions(answers.getOrDefault(number, List.of()), Backlinks.MOST, views, thread),
                                answered,
                                mentions(by, number == alone ? Backlinks.MOST_ALONE : Backlinks.MOST, views, thread),
                                by.size()));
            }
        }
        return backlinks;
    }

    /**
     * What comes back to the article and its passages; only what something comes back to is there.
     *
     * @param thread as the viewer sees it
     * @param quoting as {@link #quotingArticle} found it
     */
    public Map<Source, Backlinks> ofArticle(Viewer viewer, CommentThread thread, Map<Source, List<Integer>> quoting) {
        Map<Integer, CommentView> views = views(viewer, thread, Map.of(), List.of(), quoting.values());
        Map<Source, Backlinks> backlinks = new HashMap<>();
        quoting.forEach((passage, by) -> backlinks.put(
                passage, new Backlinks(List.of(), 0, mentions(by, Backlinks.MOST_ALONE, views, thread), by.size())));
        return backlinks;
    }

    /** Which comments quote which passage, or address the article's author, in order. */
    public Map<Source, List<Integer>> quotingArticle(CommentThread thread) {
        if (thread.rows().isEmpty()) {
            return Map.of();
        }
        // By a range of ids and without a join: H2 would look for quotations of every comment of the discussion.
        LongSummaryStatistics ids = thread.rows().stream().mapToLong(Row::id).summaryStatistics();
        List<Object[]> found = entities.createQuery(
                        "select q.comment.id, q.passage, q.passageNumber from Quotation q"
                                + " where q.comment.id between :first and :last and q.passage is not null",
                        Object[].class)
                .setParameter("first", ids.getMin())
                .setParameter("last", ids.getMax())
                .getResultList();
        return inOrder(found, numbers(found, thread), row -> new Source((Source.Kind) row[1], (Integer) row[2]));
    }

    private Map<Integer, List<Integer>> quoting(CommentThread thread, Collection<Integer> numbers) {
        List<Long> ids = rows(thread, numbers).stream().map(Row::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> found = entities.createQuery(
                        "select q.comment.id, q.source.id from Quotation q where q.source.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        Map<Long, Integer> known = numbers(found, thread);
        return inOrder(found, known, row -> Objects.requireNonNull(known.get((Long) row[1])));
    }

    /** Number by id; where nothing was found, nobody needs it. */
    private static Map<Long, Integer> numbers(List<Object[]> found, CommentThread thread) {
        return found.isEmpty() ? Map.of() : thread.rows().stream().collect(Collectors.toMap(Row::id, Row::number));
    }

    /** The numbers of the comments whose ids come first, once each, by key; who is not in the thread is left out. */
    private static <K> Map<K, List<Integer>> inOrder(
            List<Object[]> found, Map<Long, Integer> numbers, Function<Object[], K> key) {
        Map<K, Set<Integer>> sorted = new HashMap<>();
        for (Object[] row : found) {
            Integer number = numbers.get((Long) row[0]);
            if (number != null) {
                sorted.computeIfAbsent(key.apply(row), one -> new TreeSet<>()).add(number);
            }
        }
        Map<K, List<Integer>> lists = new HashMap<>();
        sorted.forEach((one, by) -> lists.put(one, new ArrayList<>(by)));
        return lists;
    }

    private static List<Row> rows(CommentThread thread, Collection<Integer> numbers) {
        return numbers.stream().flatMap(number -> thread.row(number).stream()).toList();
    }

    private Map<Integer, CommentView> views(
            Viewer viewer,
            CommentThread thread,
            Map<Integer, CommentView> known,
            Collection<List<Integer>> answers,
            Collection<List<Integer>> quoting) {
        Set<Integer> wanted = new HashSet<>();
        Stream.concat(answers.stream(), quoting.stream())
                .forEach(numbers -> numbers.stream().limit(Backlinks.PREVIEWS).forEach(wanted::add));
        wanted.removeAll(known.keySet());
        Map<Integer, CommentView> views = new HashMap<>(known);
        if (!wanted.isEmpty()) {
            views.putAll(discussions.comments(viewer, rows(thread, wanted)));
        }
        return views;
    }

    private static List<Mention> mentions(
            List<Integer> numbers, int most, Map<Integer, CommentView> views, CommentThread thread) {
        List<Mention> mentions = new ArrayList<>();
        for (Integer number : numbers.subList(0, Math.min(most, numbers.size()))) {
            CommentView view = mentions.size() < Backlinks.PREVIEWS ? views.get(number) : null;
            mentions.add(new Mention(
                    number,
                    thread.row(number).map(Row::speaker).orElse(null),
                    view == null || view.tombstone() != null ? "" : view.beginning()));
        }
        return mentions;
    }
}
