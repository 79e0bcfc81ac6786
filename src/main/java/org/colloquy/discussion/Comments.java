package org.colloquy.discussion;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All comments, seen by nobody but this package. */
interface Comments extends Repository<Comment, Long> {

    String WAITING = "c.state = 'HELD' and c.discussion in :places";
    String FLAGGED = "c.flagged = true and c.state = 'VISIBLE' and c.discussion in :places";

    Comment saveAndFlush(Comment comment);

    Optional<Comment> findByIdempotencyKey(String key);

    Optional<Comment> findById(long id);

    List<Comment> findByDiscussionOrderByNumber(Discussion discussion);

    List<Comment> findByDiscussionAndNumberIn(Discussion discussion, Collection<Integer> numbers);

    Optional<Comment> findByDiscussionAndNumber(Discussion discussion, int number);

    @EntityGraph(attributePaths = {"discussion", "discussion.article"})
    List<Comment> findByIdInOrderById(Collection<Long> ids);

    @EntityGraph(attributePaths = {"discussion", "discussion.article"})
    @Query("select c from Comment c where c.speakerKind = :kind and c.kind = 'COMMENT' and c.discussion in :places"
            + " order by c.id desc")
    List<Comment> bySpeakerKind(Speaker.Kind kind, Collection<Discussion> places, Pageable page);

    @Query("select count(c) from Comment c where c.speakerKind = :kind and c.kind = 'COMMENT'"
            + " and c.discussion in :places")
    int countBySpeakerKind(Speaker.Kind kind, Collection<Discussion> places);

    @EntityGraph(attributePaths = {"discussion", "discussion.article"})
    @Query("select c from Comment c where " + WAITING + " order by c.id desc")
    List<Comment> waiting(Collection<Discussion> places, Pageable page);

    @Query("select count(c) from Comment c where " + WAITING)
    int countWaiting(Collection<Discussion> places);

    @EntityGraph(attributePaths = {"discussion", "discussion.article"})
    @Query("select c from Comment c where " + FLAGGED + " order by c.id desc")
    List<Comment> flagged(Collection<Discussion> places, Pageable page);

    @Query("select count(c) from Comment c where " + FLAGGED)
    int countFlagged(Collection<Discussion> places);

    @Query("select count(c), count(case when c.state = 'HIDDEN' then 1 end),"
            + " count(case when c.state = 'WITHDRAWN' then 1 end),"
            + " count(case when c.state = 'ERASED' then 1 end) from Comment c"
            + " where c.discussion = :discussion and c.kind = 'COMMENT' and " + Visibility.SHOWN)
    List<Object[]> counts(Discussion discussion);
}
