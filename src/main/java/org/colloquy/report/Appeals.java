package org.colloquy.report;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All appeals. */
interface Appeals extends Repository<Appeal, Long> {

    Appeal saveAndFlush(Appeal appeal);

    Optional<Appeal> findByReportId(long report);

    List<Appeal> findByCommentIdOrderById(long comment);

    /** What nobody has answered about that comment, and keeps others from answering it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Appeal a where a.commentId = :comment and a.answer is null order by a.id")
    List<Appeal> lockOpen(long comment);

    @Modifying
    @Query("update Appeal a set a.words = '' where a.commentId = :comment")
    int forgetWords(long comment);
}
