package org.colloquy.report;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All appeals. */
interface Appeals extends Repository<Appeal, Long> {

    Appeal saveAndFlush(Appeal appeal);

    Optional<Appeal> findByReportId(long report);

    List<Appeal> findByCommentIdOrderById(long comment);

    /** Those of whoever wrote the comment, latest first. */
    @Query("select a from Appeal a where a.commentId = :comment and a.reportId is null order by a.id desc")
    List<Appeal> byAuthor(long comment);

    /** The comments that somebody appeals about, longest waiting first. */
    @Query(
            "select a.commentId from Appeal a where a.answer is null and (:all = true or exists (select r.id from Report r"
                    + " where r.commentId = a.commentId and " + Reports.ASKED
                    + ")) group by a.commentId order by min(a.id)")
    List<Long> open(boolean all, Collection<ReportKind> kinds, String place, Pageable page);

    @Query("select count(distinct a.commentId) from Appeal a where a.answer is null and (:all = true or exists"
            + " (select r.id from Report r where r.commentId = a.commentId and " + Reports.ASKED + "))")
    int countOpen(boolean all, Collection<ReportKind> kinds, String place);

    /** What nobody has answered about that comment, and keeps others from answering it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Appeal a where a.commentId = :comment and a.answer is null order by a.id")
    List<Appeal> lockOpen(long comment);
}
