package org.colloquy.discussion;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All comments, seen by nobody but this package. */
interface Comments extends Repository<Comment, Long> {

    Comment saveAndFlush(Comment comment);

    Optional<Comment> findByIdempotencyKey(String key);

    Optional<Comment> findById(long id);

    List<Comment> findByDiscussionOrderByNumber(Discussion discussion);

    List<Comment> findByDiscussionAndNumberIn(Discussion discussion, Collection<Integer> numbers);

    Optional<Comment> findByDiscussionAndNumber(Discussion discussion, int number);

    @Query("select c.id from Comment c where c.memberId = :member and c.id in :ids")
    Set<Long> written(long member, Collection<Long> ids);

    @EntityGraph(attributePaths = {"discussion", "discussion.article"})
    List<Comment> findByIdInOrderById(Collection<Long> ids);

    @Query("select count(case when c.kind = 'COMMENT' then 1 end),"
            + " count(case when c.kind = 'COMMENT' and c.state in ('HIDDEN', 'HELD') then 1 end),"
            + " count(case when c.kind = 'COMMENT' and c.state = 'WITHDRAWN' then 1 end),"
            + " count(case when c.kind = 'MOVED' and c.discussion.article is not null then 1 end),"
            + " count(case when c.kind = 'COMMENT' and c.state = 'ERASED' then 1 end) from Comment c"
            + " where c.discussion = :discussion and " + Visibility.SHOWN)
    List<Object[]> counts(Discussion discussion);
}
