package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was said when, for rules that ask what had come before. Counts and texts to be judged, nothing to be shown: for
 * that there is {@link Discussions}.
 */
@Component
@Transactional(readOnly = true)
public class Chronicle {

    private final EntityManager entities;

    Chronicle(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How many comments of that member everybody reads, in all discussions together.
     *
     * @param except the id of one that does not count
     */
    public int visibleBy(long member, long except) {
        return entities.createQuery(
                        "select count(c) from Comment c where c.memberId = :member and c.state = :visible"
                                + " and c.id <> :except",
                        Long.class)
                .setParameter("member", member)
                .setParameter("except", except)
                .setParameter("visible", State.VISIBLE)
                .getSingleResult()
                .intValue();
    }

    /** The comments that came after the one with that id, in the order in which they came: at most so many. */
    public List<PastComment> after(long id, int most) {
        return entities.createQuery(
                        "select c.id, c.discussion.id, c.number, p.number, c.speakerKind, c.speaker, c.memberId,"
                                + " c.state, c.text, c.postedAt, c.shownAt from Comment c left join c.parent p"
                                + " where c.id > :id and c.kind = :kind order by c.id",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("kind", Kind.COMMENT)
                .setMaxResults(most)
                .getResultStream()
                .map(Chronicle::comment)
                .toList();
    }

    private static PastComment comment(@Nullable Object[] c) {
        return new PastComment(
                (Long) Objects.requireNonNull(c[0]),
                (Long) Objects.requireNonNull(c[1]),
                (Integer) Objects.requireNonNull(c[2]),
                (Integer) c[3],
                new Speaker((Speaker.Kind) Objects.requireNonNull(c[4]), (String) c[5]),
                (Long) c[6],
                (State) Objects.requireNonNull(c[7]),
                (String) Objects.requireNonNull(c[8]),
                (Instant) c[9],
                c[9] == null,
                c[9] == null || c[10] != null);
    }

    /** The texts that the member has posted there since then. */
    public List<String> textsBy(long member, Discussion place, Instant since) {
        return entities.createQuery(
                        "select c.text from Comment c where c.memberId = :member and c.discussion = :place"
                                + " and c.postedAt >= :since",
                        String.class)
                .setParameter("member", member)
                .setParameter("place", place)
                .setParameter("since", since)
                .getResultList();
    }

    /** The numbers of the replies that were posted there since then and can be seen. */
    public List<Integer> repliesSince(Discussion place, Instant since) {
        return entities.createQuery(
                        "select c.number from Comment c where c.discussion = :place and c.postedAt >= :since"
                                + " and c.parent is not null and " + Visibility.SHOWN,
                        Integer.class)
                .setParameter("place", place)
                .setParameter("since", since)
                .getResultList();
    }

    /** Which number there answers which. */
    public Map<Integer, Integer> parents(Discussion place) {
        Map<Integer, Integer> parents = new HashMap<>();
        entities.createQuery(
                        "select c.number, p.number from Comment c join c.parent p where c.discussion = :place",
                        Object[].class)
                .setParameter("place", place)
                .getResultList()
                .forEach(pair -> parents.put((Integer) pair[0], (Integer) pair[1]));
        return parents;
    }

    /** When something that can be seen was last posted there. */
    public Optional<Instant> lastPost(Discussion place) {
        return Optional.ofNullable(entities.createQuery(
                        "select max(c.postedAt) from Comment c where c.discussion = :place and " + Visibility.SHOWN,
                        Instant.class)
                .setParameter("place", place)
                .getSingleResult());
    }
}
