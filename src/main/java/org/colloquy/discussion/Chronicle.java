package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.discussion.CommentView.State;
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

    /** How many comments of that member everybody reads, in all discussions together. */
    public int visibleBy(long member) {
        return entities.createQuery(
                        "select count(c) from Comment c where c.memberId = :member and c.state = :visible", Long.class)
                .setParameter("member", member)
                .setParameter("visible", State.VISIBLE)
                .getSingleResult()
                .intValue();
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
