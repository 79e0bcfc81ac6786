package org.colloquy.report;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All reports. */
interface Reports extends Repository<Report, Long> {

    String ASKED = "r.kind in :kinds and (:place = '' or r.place = :place)";

    String SUBJECTS = "select new org.colloquy.report.Subject(r.about.comment, r.about.article) from Report r where ";

    String COUNT = "select count(distinct r.about.comment) + count(distinct r.about.article) from Report r where ";

    Report saveAndFlush(Report report);

    Optional<Report> findByReceipt(String hash);

    String OF = "(r.about.comment = :comment or r.about.article = :article)";

    default List<Report> of(Subject about) {
        return of(about.comment(), about.article());
    }

    @Query("select r from Report r where " + OF + " order by r.id")
    List<Report> of(@Nullable Long comment, @Nullable String article);

    /** What nobody has decided about it, longest waiting first. */
    default List<Report> open(Subject about, int most) {
        return open(about.comment(), about.article(), Limit.of(most));
    }

    @Query("select r from Report r where " + OF + " and r.decision is null order by r.id")
    List<Report> open(@Nullable Long comment, @Nullable String article, Limit limit);

    @Query("select count(r) from Report r where " + OF + " and r.decision is null")
    int countOpen(@Nullable Long comment, @Nullable String article);

    /** What is decided about it, the last first. */
    default List<Report> decided(Subject about, int most) {
        return decided(about.comment(), about.article(), Limit.of(most));
    }

    @Query("select r from Report r join fetch r.decision d where " + OF + " order by d.id desc, r.id desc")
    List<Report> decided(@Nullable Long comment, @Nullable String article, Limit limit);

    /** Of any of these. */
    @Query("select r from Report r where r.about.comment in :comments or r.about.article in :articles order by r.id")
    List<Report> of(Collection<Long> comments, Collection<String> articles);

    default List<Report> lockOpen(Subject about) {
        return lockOpen(about.comment(), about.article());
    }

    /** What nobody has decided about it, and keeps others from deciding it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where (r.about.comment = :comment or r.about.article = :article)"
            + " and r.decision is null order by r.id")
    List<Report> lockOpen(@Nullable Long comment, @Nullable String article);

    /** Of what something is not decided, longest waiting first. */
    @Query(SUBJECTS + "r.decision is null and " + ASKED
            + " group by r.about.comment, r.about.article order by min(r.id)")
    List<Subject> open(Collection<ReportKind> kinds, String place, Pageable page);

    @Query(COUNT + "r.decision is null and " + ASKED)
    int countOpen(Collection<ReportKind> kinds, String place);

    /** Of what something is decided, the last first. */
    @Query(SUBJECTS + "r.decision is not null and " + ASKED
            + " group by r.about.comment, r.about.article order by max(r.decision.id) desc")
    List<Subject> decided(Collection<ReportKind> kinds, String place, Pageable page);

    @Query(COUNT + "r.decision is not null and " + ASKED)
    int countDecided(Collection<ReportKind> kinds, String place);

    /** Where something was ever reported. */
    @Query("select distinct r.place from Report r order by r.place")
    List<String> places();

    /** What was sent before then and still tells its sender from others. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.at < :before and r.network is not null order by r.id")
    List<Report> lockSent(Instant before);
}
