package org.colloquy.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All decisions about reports. */
interface Decisions extends Repository<Decision, Long> {

    Decision saveAndFlush(Decision decision);

    /** When somebody last answered appeals about it in a way that was undone: nothing refers to that any more. */
    @Query("select max(d.at) from Decision d where d.about.comment = :comment"
            + " and not exists (select r.id from Report r where r.decision = d)"
            + " and not exists (select a.id from Appeal a where a.answer = d or a.decision = d)")
    @Nullable
    Instant undone(@Nullable Long comment);

    @Query("select d from Decision d where d.about.comment = :comment order by d.id")
    List<Decision> of(long comment);
}
