package org.colloquy.report;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All reports. */
interface Reports extends Repository<Report, Long> {

    String ASKED = "r.kind in :kinds and (:place = '' or r.place = :place)";

    Report saveAndFlush(Report report);

    Optional<Report> findByReceipt(String hash);

    List<Report> findByCommentIdOrderById(long comment);

    List<Report> findByCommentIdInOrderById(Collection<Long> comments);

    /** What nobody has decided about that comment, and keeps others from deciding it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.commentId = :comment and r.decision is null order by r.id")
    List<Report> lockOpen(long comment);

    /** The comments of which something is not decided, longest waiting first. */
    @Query("select r.commentId from Report r where r.decision is null and " + ASKED
            + " group by r.commentId order by min(r.id)")
    List<Long> open(Collection<ReportKind> kinds, String place, Pageable page);

    @Query("select count(distinct r.commentId) from Report r where r.decision is null and " + ASKED)
    int countOpen(Collection<ReportKind> kinds, String place);

    /** Those of which something is decided, the last first. */
    @Query("select r.commentId from Report r where r.decision is not null and " + ASKED
            + " group by r.commentId order by max(r.decision.id) desc")
    List<Long> decided(Collection<ReportKind> kinds, String place, Pageable page);

    @Query("select count(distinct r.commentId) from Report r where r.decision is not null and " + ASKED)
    int countDecided(Collection<ReportKind> kinds, String place);

    /** Where something was ever reported. */
    @Query("select distinct r.place from Report r order by r.place")
    List<String> places();

    @Modifying
    @Query("update Report r set r.network = null, r.browser = null, r.holder = null where r.at < :before"
            + " and r.network is not null")
    int forgetSenders(Instant before);
}
