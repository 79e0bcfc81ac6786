package org.colloquy.report;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All appeals. */
interface Appeals extends Repository<Appeal, Long> {

    String ASKED = "a.answer is null and (:all = true or exists (select r.id from Report r where"
            + " (r.about.comment = a.about.comment or r.about.article = a.about.article) and " + Reports.ASKED + "))";

    Appeal saveAndFlush(Appeal appeal);

    Optional<Appeal> findByReportId(long report);

    default List<Appeal> of(Subject about) {
        return of(about.comment(), about.article());
    }

    @Query("select a from Appeal a join fetch a.decision left join fetch a.answer"
            + " where a.about.comment = :comment or a.about.article = :article order by a.id")
    List<Appeal> of(@Nullable Long comment, @Nullable String article);

    /** Of any of these. */
    @Query("select a from Appeal a where a.about.comment in :comments or a.about.article in :articles order by a.id")
    List<Appeal> of(Collection<Long> comments, Collection<String> articles);

    List<Appeal> findByIdIn(Collection<Long> ids);

    /** Those of whoever wrote the comment, latest first. */
    @Query("select a from Appeal a where a.about.comment = :comment and a.reportId is null order by a.id desc")
    List<Appeal> byAuthor(long comment);

    /** Of these comments, those whose authors have appealed. */
    @Query("select distinct a.about.comment from Appeal a where a.about.comment in :comments and a.reportId is null")
    Set<Long> byAuthors(Collection<Long> comments);

    /** What somebody appeals about, longest waiting first. */
    @Query("select new org.colloquy.report.Subject(a.about.comment, a.about.article) from Appeal a where " + ASKED
            + " group by a.about.comment, a.about.article order by min(a.id)")
    List<Subject> open(boolean all, Collection<ReportKind> kinds, String place, Pageable page);

    @Query("select count(distinct a.about.comment) + count(distinct a.about.article) from Appeal a where " + ASKED)
    int countOpen(boolean all, Collection<ReportKind> kinds, String place);

    default List<Appeal> lockOpen(Subject about) {
        return lockOpen(about.comment(), about.article());
    }

    /** What nobody has answered about it, and keeps others from answering it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Appeal a where (a.about.comment = :comment or a.about.article = :article)"
            + " and a.answer is null order by a.id")
    List<Appeal> lockOpen(@Nullable Long comment, @Nullable String article);
}
