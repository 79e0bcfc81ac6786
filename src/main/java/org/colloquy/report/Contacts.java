package org.colloquy.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How to reach who reported. */
interface Contacts extends Repository<Contact, Long> {

    Contact save(Contact contact);

    boolean existsByReportId(long report);

    List<Contact> findByReportIdIn(Collection<Long> reports);

    /**
     * Erases what nobody needs any more.
     *
     * @param decided before then: nobody can appeal any more
     * @param answered before then: nobody could ever again
     */
    @Modifying
    @Query("delete from Contact c where c.reportId in (select r.id from Report r where r.decision.at < :decided"
            + " and not exists (select a.id from Appeal a where (a.about.comment = r.about.comment"
            + " or a.about.article = r.about.article) and a.answer is null))"
            + " or c.reportId in (select a.reportId from Appeal a where a.answer.at < :answered)")
    int erase(Instant decided, Instant answered);
}
