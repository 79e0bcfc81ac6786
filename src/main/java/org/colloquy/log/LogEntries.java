package org.colloquy.log;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.colloquy.log.LogLine.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All entries of the moderation log. There is no way to change or delete one. */
interface LogEntries extends Repository<LogEntry, Long> {

    LogEntry saveAndFlush(LogEntry entry);

    Optional<LogEntry> findById(long id);

    List<LogEntry> findByIdInOrderById(Collection<Long> ids);

    List<LogEntry> findByMemberIdAndIdGreaterThanOrderById(long member, long after, Limit limit);

    List<LogEntry> findByCommentIdInOrderByIdDesc(Collection<Long> comments);

    List<LogEntry> findByCommentIdInAndIdGreaterThanOrderByIdDesc(Collection<Long> comments, long after);

    @Query("select e from LogEntry e where e.id = :first or e.together = :first order by e.id")
    List<LogEntry> together(long first);

    @Query("select e from LogEntry e where e.id < :before and (:member is null or e.memberId = :member)"
            + " and (:place is null or e.place = :place) and (:number is null or e.commentNumber = :number)"
            + " and e.action in :actions order by e.id desc")
    List<LogEntry> filtered(
            long before,
            @Nullable Long member,
            @Nullable String place,
            @Nullable Integer number,
            Collection<Action> actions,
            Limit limit);

    /** Of these kinds on the same thing, those that stand: neither taken back nor taking back; latest first. */
    @Query("select e from LogEntry e where e.action in :actions and e.undoes is null and e.undone is null"
            + " and (:comment is not null and e.commentId = :comment"
            + " or :comment is null and e.commentId is null"
            + " and (e.place = :place or e.place is null and :place is null)"
            + " and (e.subjectId = :subject or e.subjectId is null and :subject is null))"
            + " order by e.id desc")
    List<LogEntry> standing(
            Collection<Action> actions, @Nullable Long comment, @Nullable String place, @Nullable Long subject);

    @Query(
            value = "select m.id, m.handle from member m where m.id in (select l.member_id from moderation_log l)"
                    + " order by m.id",
            nativeQuery = true)
    List<Object[]> members();
}
