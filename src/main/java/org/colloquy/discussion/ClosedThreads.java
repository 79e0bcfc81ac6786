package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which threads of a discussion nobody may answer in any more. */
@Component
class ClosedThreads {

    private final EntityManager entities;
    private final Comments comments;

    ClosedThreads(EntityManager entities, Comments comments) {
        this.entities = entities;
        this.comments = comments;
    }

    /**
     * What keeps everybody from answering a comment: the nearest to it of what is closed. One query for all of them, as
     * threads can be as deep as there are comments.
     *
     * @param answered its number, or null where a thread begins
     */
    Optional<Comment> above(Discussion place, @Nullable Integer answered) {
        if (answered == null || !place.hasClosedThreads()) {
            return Optional.empty();
        }
        Map<Integer, Object[]> rows = new HashMap<>();
        entities.createQuery(
                        "select c.number, p.number, c.closedAt from Comment c left join c.parent p"
                                + " where c.discussion = :place",
                        Object[].class)
                .setParameter("place", place)
                .getResultStream()
                .forEach(c -> rows.put((Integer) c[0], c));
        Object[] at = rows.get(answered);
        for (int steps = 0; at != null && at[2] == null && steps <= rows.size(); steps++) {
            at = rows.get((Integer) at[1]);
        }
        return at == null || at[2] == null
                ? Optional.empty()
                : comments.findByDiscussionAndNumber(place, (Integer) at[0]);
    }
}
