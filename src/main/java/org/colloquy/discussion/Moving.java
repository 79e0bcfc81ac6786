package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves comments from an article's discussion to the Open Thread, and back. A comment's row keeps its identity, and all
 * that hangs on it; its number, and what else belongs to the place where it stood, is taken over by a stub. The two know
 * each other and only change places: a comment that goes back finds everything as it was, and one that is moved again
 * takes the number that it had in the Open Thread before. No number is ever given to anything else.
 *
 * <p>Answers stay with what they were written under: with the comment if they go along, else with its stub. So what was
 * answered in the Open Thread stays there when the comment goes back, as it was never said under the article.
 */
@Component
@Transactional
public class Moving {

    /** Who points from one discussion into the other is led to what stands for it in its own. */
    private static final String LEAD = "update %1$s set %2$s = (select s.twin_id from comment s where s.id = %1$s.%2$s)"
            + " where %1$s.%4$s in (:ids) and %1$s.%2$s is not null and exists (select 1 from comment o, comment s,"
            + " comment t where o.id = %1$s.%3$s and s.id = %1$s.%2$s and t.id = s.twin_id"
            + " and s.discussion_id <> o.discussion_id and t.discussion_id = o.discussion_id)";

    /** So many ids that databases still look them up one by one. */
    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final Comments comments;
    private final Discussions discussions;
    private final Clock clock;

    Moving(EntityManager entities, Comments comments, Discussions discussions, Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.discussions = discussions;
        this.clock = clock;
    }

    public enum Outcome {
        DONE,
        /** There is no such comment, or none that can be moved. */
        NOT_THERE,
        /** It stands there already: perhaps somebody else moved it a moment ago. */
        THERE_ALREADY,
        /** It was written in the Open Thread, or under an article that is withdrawn now: what went with that stays with it. */
        NOWHERE_TO_GO
    }

    /**
     * What came of an attempt to move a comment.
     *
     * @param comment as it is now, or null where there is none
     * @param moved it and those that went along, it first; empty where nothing was moved
     */
    public record Moved(Outcome outcome, @Nullable CommentView comment, List<Pair> moved) {

        public boolean done() {
            return outcome == Outcome.DONE;
        }
    }

    /** A comment that was moved, and what stands in its former place. */
    public record Pair(CommentView comment, CommentView stub) {}

    /**
     * That a comment was moved before.
     *
     * @param by the moderator, or null where nobody knows
     * @param reason why, or null
     * @param along the comment that it went along with, or null where it went by itself
     */
    public record Before(
            @Nullable Long by,
            Instant at,
            @Nullable String reason,
            @Nullable Long along) {}

    /**
     * What would go.
     *
     * @param numbers where they stand now
     * @param answered how many comments that stay answer one of them
     * @param quoted how many comments that stay quote one of them
     */
    public record Reach(List<Integer> numbers, int answered, int quoted) {}

    /**
     * What a move would do, one comment alone or with all that would go along.
     *
     * @param back whether it would go back to its article
     * @param last who moved it last, when and why, or null where nobody has
     * @param title of its article, or null where there is none
     */
    public record Preview(
            CommentView comment,
            Outcome outcome,
            boolean back,
            CommentView.@Nullable Move last,
            @Nullable String title,
            Reach alone,
            Reach branch) {}

    /** What moving that comment, or moving it back, would do; empty where there is no such comment. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(long comment, boolean back) {
        return comments.findById(comment).filter(found -> !found.isStub()).map(found -> {
            List<Comment> with = back ? group(found) : branch(found);
            return new Preview(
                    found.unveiled(),
                    possible(found, back),
                    back,
                    last(found),
                    found.writtenIn().title(),
                    reach(List.of(found)),
                    reach(with));
        });
    }

    private static CommentView.@Nullable Move last(Comment comment) {
        Comment stub = comment.twin();
        return stub == null ? null : stub.move(comment);
    }

    /**
     * Moves a comment to the Open Thread.
     *
     * @param branch whether all that descends from it goes along
     * @param reason at most 500 characters, or null
     */
    public Moved move(long comment, boolean branch, long moderator, @Nullable String reason) {
        return change(comment, false, branch ? this::branch : List::of, now(moderator, reason));
    }

    /**
     * Moves a comment back to its article.
     *
     * @param branch whether those go back too that had gone along
     * @param reason at most 500 characters, or null
     */
    public Moved back(long comment, boolean branch, long moderator, @Nullable String reason) {
        return change(comment, true, branch ? this::group : List::of, now(moderator, reason));
    }

    /** Moves to the Open Thread again what came back from there, as if it had never come back. */
    public Moved again(long comment, Before before) {
        return change(comment, false, List::of, before);
    }

    private Before now(long moderator, @Nullable String reason) {
        return new Before(moderator, clock.instant(), reason, null);
    }

    private interface Going {
        List<Comment> with(Comment comment);
    }

    private static Outcome possible(Comment comment, boolean back) {
        boolean inOpenThread = comment.discussion().article() == null;
        if (comment.kind() != Kind.COMMENT) {
            return Outcome.NOT_THERE;
        }
        if (back != inOpenThread) {
            return Outcome.THERE_ALREADY;
        }
        return back && !comment.isAway() || comment.writtenIn().isWithdrawn() ? Outcome.NOWHERE_TO_GO : Outcome.DONE;
    }

    private Moved change(long id, boolean back, Going going, Before move) {
        Comment comment = entities.find(Comment.class, id);
        if (comment == null || possible(comment, back) == Outcome.NOT_THERE) {
            return new Moved(Outcome.NOT_THERE, null, List.of());
        }
        if (possible(comment, back) == Outcome.DONE) {
            discussions.lock(discussions.at(null).orElseThrow(), back ? comment.writtenIn() : comment.discussion());
            // Somebody else may have moved it, or others, while we waited for the locks: all is read anew.
            entities.clear();
            comment = Objects.requireNonNull(entities.find(Comment.class, id));
        }
        Outcome outcome = possible(comment, back);
        if (outcome != Outcome.DONE) {
            return new Moved(outcome, comment.unveiled(), List.of());
        }
        Discussion from = comment.discussion();
        Discussion to = back ? comment.writtenIn() : discussions.at(null).orElseThrow();
        List<Comment> moving = going.with(comment);
        carry(moving, to, move);
        from.withdrawn(moving.size());
        to.withdrawn(moving.size());
        entities.flush();
        List<Long> ids = moving.stream()
                .flatMap(one -> Stream.of(one, Objects.requireNonNull(one.twin())))
                .map(Comment::id)
                .toList();
        lead("comment", "parent_id", "id", ids);
        lead("comment", "found_parent_id", "id", ids);
        lead("quotation", "source_id", "comment_id", ids);
        lead("refused_suggestion", "parent_id", "comment_id", ids);
        // What was read so far stands elsewhere now.
        entities.clear();
        Map<Long, Comment> now =
                comments.findByIdInOrderById(ids).stream().collect(Collectors.toMap(Comment::id, Function.identity()));
        List<Pair> moved = moving.stream()
                .map(one -> Objects.requireNonNull(now.get(one.id())))
                .map(one -> new Pair(
                        one.unveiled(), Objects.requireNonNull(one.twin()).unveiled()))
                .toList();
        // Whoever goes on from here is not to have all of them looked through for changes at each step.
        entities.clear();
        return new Moved(Outcome.DONE, moved.get(0).comment(), moved);
    }

    /**
     * Each takes the seat of its stub, or a new one, and the stub takes the seat that it leaves.
     *
     * @param moving the first is the one that the others go along with
     */
    private void carry(List<Comment> moving, Discussion to, Before move) {
        Set<Long> along = moving.stream().map(Comment::id).collect(Collectors.toSet());
        Map<Comment, Seat> left = new HashMap<>();
        Map<Comment, Seat> taken = new LinkedHashMap<>();
        for (Comment comment : moving) {
            Comment stub = comment.twin();
            left.put(comment, comment.seat());
            taken.put(comment, stub == null ? newSeat(comment.seat(), along, to) : stub.seat());
            if (stub != null) {
                // A number can be had by one at a time.
                stub.take(Seat.empty(to, -stub.number()));
            }
        }
        entities.flush();
        taken.forEach(Comment::take);
        entities.flush();
        Comment first = with(move.along());
        for (Comment comment : moving) {
            Comment twin = comment.twin();
            Comment stub = twin == null ? Comment.stub(comment) : twin;
            stub.standIn(
                    Objects.requireNonNull(left.get(comment)),
                    Visibility.isShown(comment.state(), comment.wasRead()),
                    move,
                    first);
            entities.persist(stub);
            comment.meet(stub);
            first = first == null ? stub : first;
        }
        entities.flush();
    }

    /** The stub of the comment that others went along with, as far as that is still away. */
    private @Nullable Comment with(@Nullable Long along) {
        Comment comment = along == null ? null : entities.find(Comment.class, along);
        return comment != null && comment.isAway() ? comment.twin() : null;
    }

    /** The next free number, under what was answered where that goes along or has gone before. */
    private static Seat newSeat(Seat seat, Set<Long> along, Discussion to) {
        Comment parent = follow(seat.parent(), along, to);
        Comment found = follow(seat.foundParent(), along, to);
        return new Seat(
                to,
                to.takeNumber(),
                null,
                parent,
                parent == null ? null : seat.evidence(),
                parent == null ? null : seat.grade(),
                found,
                found == null ? null : seat.foundEvidence(),
                found == null ? null : seat.foundGrade(),
                null,
                null);
    }

    private static @Nullable Comment follow(@Nullable Comment answered, Set<Long> along, Discussion to) {
        if (answered == null || along.contains(answered.id())) {
            return answered;
        }
        Comment twin = answered.isStub() ? answered.twin() : null;
        return twin != null && twin.discussion().id().equals(to.id()) ? twin : null;
    }

    /** @param ids of all that have changed places: only who points at them, or what they point at, can be elsewhere now */
    private void lead(String table, String pointer, String owner, List<Long> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            for (String key : List.of(pointer, owner)) {
                entities.createNativeQuery(LEAD.formatted(table, pointer, owner, key))
                        .setParameter("ids", some)
                        .executeUpdate();
            }
        }
    }

    /** A comment and all comments that descend from it, the comment first; what was moved before stays where it is. */
    private List<Comment> branch(Comment top) {
        List<Comment> branch = new ArrayList<>(List.of(top));
        descending(top).stream().filter(one -> one.kind() == Kind.COMMENT).forEach(branch::add);
        return branch;
    }

    /** A comment and those below it that went along when it was moved last, as far as they still are where it is. */
    private List<Comment> group(Comment top) {
        List<Comment> group = new ArrayList<>(List.of(top));
        Comment stub = top.twin();
        if (stub != null) {
            Comment with = stub.movedWith();
            Long first = (with == null ? stub : with).id();
            descending(stub).stream()
                    .filter(one -> one.isStub() && isWith(one, first))
                    .flatMap(one -> Stream.ofNullable(one.twin()))
                    .forEach(group::add);
        }
        return group;
    }

    private static boolean isWith(Comment stub, Long first) {
        Comment with = stub.movedWith();
        return with != null && with.id().equals(first);
    }

    /** All that stand under a comment at any depth, by number. */
    private List<Comment> descending(Comment top) {
        Map<Long, List<Long>> answers = new HashMap<>();
        entities.createQuery(
                        "select c.id, c.parent.id from Comment c where c.discussion = :discussion"
                                + " and c.parent is not null",
                        Object[].class)
                .setParameter("discussion", top.discussion())
                .getResultStream()
                .forEach(c -> answers.computeIfAbsent((Long) c[1], id -> new ArrayList<>())
                        .add((Long) c[0]));
        Set<Long> found = new LinkedHashSet<>(answers.getOrDefault(top.id(), List.of()));
        Deque<Long> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (Long answer : answers.getOrDefault(open.removeFirst(), List.of())) {
                if (found.add(answer)) {
                    open.addLast(answer);
                }
            }
        }
        found.remove(top.id());
        return found.isEmpty()
                ? List.of()
                : comments.findByIdInOrderById(found).stream()
                        .sorted(Comparator.comparingInt(Comment::number))
                        .toList();
    }

    private Reach reach(List<Comment> going) {
        List<Long> ids = going.stream().map(Comment::id).toList();
        return new Reach(
                going.stream().map(Comment::number).toList(),
                staying("select count(c) from Comment c where c.parent.id in :ids and c.id not in :ids and ", ids),
                staying(
                        "select count(distinct c.id) from Quotation q join q.comment c where q.source.id in :ids"
                                + " and c.id not in :ids and ",
                        ids));
    }

    private int staying(String query, List<Long> ids) {
        return entities.createQuery(query + Visibility.SHOWN + " and c.kind = 'COMMENT'", Long.class)
                .setParameter("ids", ids)
                .getSingleResult()
                .intValue();
    }
}
