package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     */
    public Map<Integer, Backlinks> of(
            Discussion discussion, Viewer viewer, CommentThread thread, Map<Integer, CommentView> known) {
        Map<Integer, List<Integer>> answers = new HashMap<>();
        Map<Integer, List<Integer>> quoting = new HashMap<>();
        for (Integer number : known.keySet()) {
            thread.row(number).ifPresent(row -> answers.put(number, thread.answers(row, Backlinks.MOST)));
        }
        quoting(discussion, thread, known.keySet()).forEach((number, by) -> {
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
                                mentions(answers.getOrDefault(number, List.of()), views),
                                answered,
                                mentions(by, views),
                                by.size()));
            }
        }
        return backlinks;
    }

    /**
     * What comes back to the article and its passages, for everybody; only what something comes back to is there.
     *
     * @param quoting as {@link #quotingArticle} found it
     */
    public Map<Source, Backlinks> ofArticle(CommentThread thread, Map<Source, List<Integer>> quoting) {
        Map<Integer, CommentView> views = views(Viewer.READER, thread, Map.of(), List.of(), quoting.values());
        Map<Source, Backlinks> backlinks = new HashMap<>();
        quoting.forEach(
                (passage, by) -> backlinks.put(passage, new Backlinks(List.of(), 0, mentions(by, views), by.size())));
        return backlinks;
    }

    /** Which comments quote which passage, or address the article's author, in order. */
    public Map<Source, List<Integer>> quotingArticle(Discussion discussion, CommentThread thread) {
        Map<Source, List<Integer>> quoting = new HashMap<>();
        entities.createQuery(
                        "select distinct q.passage, q.passageNumber, c.number from Quotation q join q.comment c"
                                + " where c.discussion = :discussion and q.passage is not null order by c.number",
                        Tuple.class)
                .setParameter("discussion", discussion)
                .getResultStream()
                .filter(row -> thread.row(row.get(2, Integer.class)).isPresent())
                .forEach(row -> quoting.computeIfAbsent(
                                new Source(row.get(0, Source.Kind.class), row.get(1, Integer.class)),
                                passage -> new ArrayList<>())
                        .add(row.get(2, Integer.class)));
        return quoting;
    }

    private Map<Integer, List<Integer>> quoting(
            Discussion discussion, CommentThread thread, Collection<Integer> numbers) {
        Map<Integer, List<Integer>> quoting = new HashMap<>();
        if (numbers.isEmpty()) {
            return quoting;
        }
        entities.createQuery(
                        "select distinct s.number, c.number from Quotation q join q.comment c join q.source s"
                                + " where s.discussion = :discussion and s.number in :numbers order by c.number",
                        Tuple.class)
                .setParameter("discussion", discussion)
                .setParameter("numbers", numbers)
                .getResultStream()
                .filter(row -> thread.row(row.get(1, Integer.class)).isPresent())
                .forEach(row -> quoting.computeIfAbsent(row.get(0, Integer.class), number -> new ArrayList<>())
                        .add(row.get(1, Integer.class)));
        return quoting;
    }

    private Map<Integer, CommentView> views(
            Viewer viewer,
            CommentThread thread,
            Map<Integer, CommentView> known,
            Collection<List<Integer>> answers,
            Collection<List<Integer>> quoting) {
        Set<Integer> wanted = new HashSet<>();
        Stream.concat(answers.stream(), quoting.stream())
                .forEach(numbers -> numbers.stream().limit(Backlinks.MOST).forEach(wanted::add));
        wanted.removeAll(known.keySet());
        Map<Integer, CommentView> views = new HashMap<>(known);
        if (!wanted.isEmpty()) {
            List<Row> rows = wanted.stream()
                    .flatMap(number -> thread.row(number).stream())
                    .toList();
            views.putAll(discussions.comments(viewer, rows));
        }
        return views;
    }

    private static List<Mention> mentions(List<Integer> numbers, Map<Integer, CommentView> views) {
        return numbers.stream()
                .limit(Backlinks.MOST)
                .flatMap(number -> Stream.ofNullable(views.get(number)))
                .map(view ->
                        new Mention(view.number(), view.speaker(), view.tombstone() == null ? view.beginning() : ""))
                .toList();
    }
}
