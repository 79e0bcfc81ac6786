package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.Placing.Outcome;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where comments stand in their discussion, as far as people decide it. What a moderator placed stays there through
 * every import; no comment ever descends from itself.
 */
@Component
@Transactional
public class Places {

    private static final String UNPLACED = "c.discussion = :discussion and c.evidence is null"
            + " and c.documentNumber is not null and c.kind = 'COMMENT' and " + Visibility.SHOWN;

    private final EntityManager entities;
    private final Comments comments;
    private final Discussions discussions;
    private final Quoting quoting;

    Places(EntityManager entities, Comments comments, Discussions discussions, Quoting quoting) {
        this.entities = entities;
        this.comments = comments;
        this.discussions = discussions;
        this.quoting = quoting;
    }

    /**
     * Puts a comment under another one of its discussion, or makes it the beginning of a thread.
     *
     * @param answered the number of the other one, or null
     */
    public Placing place(long comment, @Nullable Integer answered) {
        return change(comment, (discussion, found) -> {
            if (answered == null) {
                return outcome(discussion.place(found, null));
            }
            Comment parent = comments.findByDiscussionAndNumber(discussion, answered)
                    .filter(Places::canBeAnswered)
                    .orElse(null);
            if (parent == null) {
                return Outcome.NOT_THERE;
            }
            if (parent.equals(found)) {
                return Outcome.ITSELF;
            }
            if (descends(discussion, parent, found)) {
                return Outcome.CIRCLE;
            }
            if (!parent.isBefore(found)) {
                return Outcome.LATER;
            }
            return outcome(discussion.place(found, parent));
        });
    }

    /** Puts a comment back where it stood before a moderator placed it. */
    public Placing putBack(long comment) {
        return change(comment, (discussion, found) -> {
            Comment parent = found.foundParent();
            return parent != null && descends(discussion, parent, found)
                    ? Outcome.CIRCLE
                    : outcome(discussion.putBack(found));
        });
    }

    /**
     * Says which ceasefire term a comment is about.
     *
     * @param term one of its article's, or null for none
     */
    public Placing about(long comment, @Nullable Integer term) {
        return change(comment, (discussion, found) -> {
            boolean there = term == null || hasTerm(discussion, term);
            return there ? outcome(discussion.about(found, term)) : Outcome.NO_TERM;
        });
    }

    /** Keeps a comment from being suggested as what this one answers. */
    public Placing refuseAnswered(long comment, int answered) {
        return change(comment, (discussion, found) -> {
            Comment parent = comments.findByDiscussionAndNumber(discussion, answered)
                    .filter(Places::canBeAnswered)
                    .orElse(null);
            if (parent == null || parent.equals(found)) {
                return Outcome.NOT_THERE;
            }
            return refuse(found, parent, null, refusedAnswers(comment).contains(answered));
        });
    }

    /** Keeps a ceasefire term from being suggested as what this comment is about. */
    public Placing refuseTerm(long comment, int term) {
        return change(
                comment,
                (discussion, found) -> hasTerm(discussion, term)
                        ? refuse(found, null, term, refusedTerms(comment).contains(term))
                        : Outcome.NO_TERM);
    }

    /** Puts a comment back where it stood; not where what it answered has gone elsewhere, or descends from it now. */
    public Placing resume(long comment, Position before) {
        return change(comment, (discussion, found) -> {
            if (before.equals(found.position())) {
                return Outcome.UNCHANGED;
            }
            if (found.isAway()) {
                // Where it was placed its stub stands now.
                return Outcome.NOT_THERE;
            }
            Comment parent = near(discussion, before.parent());
            if (before.parent() != null && parent == null) {
                return Outcome.NOT_THERE;
            }
            if (parent != null && descends(discussion, parent, found)) {
                return Outcome.CIRCLE;
            }
            found.resume(before, parent, near(discussion, before.found().parent()));
            discussion.changed();
            return Outcome.DONE;
        });
    }

    /** The comment, or what stands for it where it was moved away. */
    private @Nullable Comment near(Discussion discussion, @Nullable Long comment) {
        return comment == null
                ? null
                : comments.findById(comment).stream()
                        .flatMap(found -> Stream.of(Optional.of(found), Optional.ofNullable(found.twin())))
                        .flatMap(Optional::stream)
                        .filter(found -> found.discussion().id().equals(discussion.id()))
                        .findFirst()
                        .orElse(null);
    }

    /** Undoes that a comment does not answer the one with that number, or is not about that term. */
    public Placing undoRefusal(long comment, @Nullable Integer answered, @Nullable Integer term) {
        return change(comment, (discussion, found) -> {
            int gone = entities.createQuery(
                            "delete from RefusedSuggestion r where r.comment = :comment and (r.term = :term or"
                                    + " r.parent.id in (select p.id from Comment p where p.discussion = :discussion"
                                    + " and p.number = :answered))")
                    .setParameter("comment", found)
                    .setParameter("term", term)
                    .setParameter("discussion", discussion)
                    .setParameter("answered", answered)
                    .executeUpdate();
            return outcome(gone > 0);
        });
    }

    private static boolean hasTerm(Discussion discussion, int term) {
        org.colloquy.article.Article article = discussion.article();
        return article != null && term > 0 && term <= article.termCount();
    }

    private Outcome refuse(Comment comment, @Nullable Comment parent, @Nullable Integer term, boolean already) {
        if (already) {
            return Outcome.UNCHANGED;
        }
        entities.persist(new RefusedSuggestion(comment, parent, term));
        return Outcome.DONE;
    }

    /** The numbers of comments that this one was said not to answer. */
    @Transactional(readOnly = true)
    public Set<Integer> refusedAnswers(long comment) {
        return new HashSet<>(entities.createQuery(
                        "select p.number from RefusedSuggestion r join r.parent p join r.comment c where c.id = :comment"
                                + " and p.discussion = c.discussion",
                        Integer.class)
                .setParameter("comment", comment)
                .getResultList());
    }

    /** The terms that this comment was said not to be about. */
    @Transactional(readOnly = true)
    public Set<Integer> refusedTerms(long comment) {
        return new HashSet<>(entities.createQuery(
                        "select r.term from RefusedSuggestion r where r.comment.id = :comment and r.term is not null",
                        Integer.class)
                .setParameter("comment", comment)
                .getResultList());
    }

    /** All that everybody may read, as it was said: what suggestions are made from. */
    @Transactional(readOnly = true)
    public List<Said> said(Discussion discussion) {
        return quoting.said(discussion);
    }

    /** The article as suggestions need it. */
    @Transactional(readOnly = true)
    public Article article(Discussion discussion) {
        return Quoting.article(Objects.requireNonNull(entities.find(Discussion.class, discussion.id())));
    }

    /** The ceasefire terms of its article, in order; none where it has no article. */
    @Transactional(readOnly = true)
    public List<CeasefireTerm> terms(Discussion discussion) {
        return entities.createQuery(
                        "select t from CeasefireTerm t where t.article = (select d.article from Discussion d"
                                + " where d = :discussion) order by t.number",
                        CeasefireTerm.class)
                .setParameter("discussion", discussion)
                .getResultList();
    }

    /** What each comment answers, by number. */
    @Transactional(readOnly = true)
    public Map<Integer, Integer> parents(Discussion discussion) {
        Map<Integer, Integer> parents = new HashMap<>();
        entities.createQuery(
                        "select c.number, p.number from Comment c join c.parent p where c.discussion = :discussion",
                        Tuple.class)
                .setParameter("discussion", discussion)
                .getResultStream()
                .forEach(row -> parents.put(row.get(0, Integer.class), row.get(1, Integer.class)));
        return parents;
    }

    /** Imported comments of which nobody knows what they answer, by number, from that number on. */
    @Transactional(readOnly = true)
    public List<Integer> unplaced(Discussion discussion, int from, int most) {
        return entities.createQuery(
                        "select c.number from Comment c where " + UNPLACED + " and c.number >= :from order by c.number",
                        Integer.class)
                .setParameter("discussion", discussion)
                .setParameter("from", from)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many of these there are. */
    @Transactional(readOnly = true)
    public int countUnplaced(Discussion discussion) {
        return entities.createQuery("select count(c) from Comment c where " + UNPLACED, Long.class)
                .setParameter("discussion", discussion)
                .getSingleResult()
                .intValue();
    }

    private static boolean canBeAnswered(Comment comment) {
        return comment.kind() != Kind.NOTICE && Visibility.isShown(comment.state(), comment.wasRead());
    }

    /** Whether one comment is the other or stands under it at any depth. */
    private boolean descends(Discussion discussion, Comment comment, Comment ancestor) {
        Map<Integer, Integer> parents = parents(discussion);
        Integer above = comment.number();
        for (int steps = 0; above != null && above != ancestor.number() && steps <= parents.size(); steps++) {
            above = parents.get(above);
        }
        return above != null;
    }

    private interface Change {
        Outcome made(Discussion discussion, Comment comment);
    }

    private Placing change(long id, Change change) {
        Comment comment = entities.find(Comment.class, id);
        if (comment == null || comment.kind() != Kind.COMMENT) {
            return Placing.of(Outcome.NOT_THERE);
        }
        Discussion discussion = discussions.lockFor(comment).orElse(null);
        if (discussion == null) {
            return Placing.of(Outcome.NOT_THERE);
        }
        Integer formerTerm = comment.term();
        Position before = comment.position();
        Outcome outcome = change.made(discussion, comment);
        return new Placing(outcome, outcome == Outcome.DONE ? comment.unveiled() : null, formerTerm, before);
    }

    private static Outcome outcome(boolean changed) {
        return changed ? Outcome.DONE : Outcome.UNCHANGED;
    }
}
