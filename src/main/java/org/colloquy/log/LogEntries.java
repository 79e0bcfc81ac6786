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

    LogEntry save(LogEntry entry);

    Optional<LogEntry> findById(long id);

    List<LogEntry> findByIdInOrderById(Collection<Long> ids);

    List<LogEntry> findByMemberIdAndIdGreaterThanOrderById(long member, long after, Limit limit);

    List<LogEntry> findByCommentIdInOrderByIdDesc(Collection<Long> comments);

    List<LogEntry> findByCommentIdInAndIdGreaterThanOrderByIdDesc(Collection<Long> comments, long after);

    @Query("select e from LogEntry e where e.subjectId = :member and e.action = :action and e.undone is null"
            + " and e.id > :after order by e.id")
    List<LogEntry> standingAbout(long member, Action action, long after);

    List<LogEntry> findBySubjectIdOrderByIdDesc(long member, Limit limit);

    @Query("select e from LogEntry e where e.id = :first or e.together = :first order by e.id")
    List<LogEntry> together(long first);

    /** About a comment that had the number that is asked for when something else was done to it: it may have been moved. */
    String ELSEWHERE = "(:number is not null and e.commentNumber is not null and exists (select 1 from LogEntry o"
            + " where o.commentId = e.commentId and o.commentNumber = :number"
            + " and (:place is null or o.place = :place)))";

    String ASKED = "(:member is null or e.memberId = :member)"
            + " and (:place is null or e.place = :place or " + ELSEWHERE + ")"
            + " and (:number is null or e.commentNumber = :number or " + ELSEWHERE + ")"
            + " and (:rule is null or e.rule = :rule) and e.action in :actions";

    @Query("select e from LogEntry e where e.id < :before and " + ASKED + " order by e.id desc")
    List<LogEntry> filtered(
            long before,
            @Nullable Long member,
            @Nullable String place,
            @Nullable Integer number,
            @Nullable String rule,
            Collection<Action> actions,
            Limit limit);

    /** The first ones of what was done at once, where any of it is asked for; newest first. */
    @Query("select h.id from LogEntry h where h.id < :before and h.together is null"
            + " and (exists (select 1 from LogEntry e where e.id = h.id and " + ASKED + ")"
            + " or exists (select 1 from LogEntry e where e.together = h.id and " + ASKED + ")) order by h.id desc")
    List<Long> firsts(
            long before,
            @Nullable Long member,
            @Nullable String place,
            @Nullable Integer number,
            @Nullable String rule,
            Collection<Action> actions,
            Limit limit);

    /** What was done at once with these, as far as it is asked for, in the order in which it was written. */
    @Query("select e from LogEntry e where (e.id in :firsts or e.together in :firsts) and " + ASKED + " order by e.id")
    List<LogEntry> atOnce(
            Collection<Long> firsts,
            @Nullable Long member,
            @Nullable String place,
            @Nullable Integer number,
            @Nullable String rule,
            Collection<Action> actions);

    /** The first one's id, how many were written with it, and how many of these nobody has undone. */
    @Query("select e.together, count(e), count(case when e.undone is null then 1 end) from LogEntry e"
            + " where e.together in :firsts group by e.together")
    List<Object[]> sizes(Collection<Long> firsts);

    /** Those of these that nobody has undone. */
    @Query("select e.id from LogEntry e where e.id in :ids and e.undone is null")
    List<Long> standing(Collection<Long> ids);

    /** The addresses and titles of the discussions that stand in it, but of articles that were withdrawn. */
    @Query("select distinct e.place, e.title from LogEntry e where e.title is not null or e.place = '/open-thread'"
            + " order by e.title, e.place")
    List<Object[]> places();

    @Query("select distinct e.rule from LogEntry e where e.rule is not null order by e.rule")
    List<String> rules();

    /**
     * Of these kinds on the same thing, those that stand: neither undone nor undoing; latest first. What is about a member
     * is about them whatever comment a moderator came from.
     */
    @Query("select e from LogEntry e where e.action in :actions and e.undoes is null and e.undone is null"
            + " and (:subject is not null and e.subjectId = :subject"
            + " or :subject is null and e.subjectId is null and (:comment is not null and e.commentId = :comment"
            + " or :comment is null and e.commentId is null"
            + " and (e.place = :place or e.place is null and :place is null)))"
            + " order by e.id desc")
    List<LogEntry> standing(
            Collection<Action> actions, @Nullable Long comment, @Nullable String place, @Nullable Long subject);

    /** The same of any of these things, as far as they came later than that entry. */
    @Query("select e from LogEntry e where e.action in :actions and e.undoes is null and e.undone is null"
            + " and e.id >= :from and (e.subjectId in :subjects or e.subjectId is null and (e.commentId in :comments"
            + " or e.commentId is null and (e.place in :places or e.place is null)))")
    List<LogEntry> standing(
            long from,
            Collection<Action> actions,
            Collection<Long> comments,
            Collection<String> places,
            Collection<Long> subjects);

    /** What was done to a discussion as a whole, or to its article, of these kinds; latest first. */
    @Query("select e from LogEntry e where e.place = :place and e.commentId is null and e.action in :actions"
            + " order by e.id desc")
    List<LogEntry> ofPlace(String place, Collection<Action> actions, Limit limit);

    @Query(
            value =
                    "select m.id, coalesce(m.desk_name, m.handle) from member m where m.id in (select l.member_id from moderation_log l)"
                            + " order by m.id",
            nativeQuery = true)
    List<Object[]> members();
}
