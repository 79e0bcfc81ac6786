package org.colloquy.report;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All decisions about reports. */
interface Decisions extends Repository<Decision, Long> {

    Decision saveAndFlush(Decision decision);

    @Query("select d from Decision d where d.about.comment = :comment order by d.id")
    List<Decision> of(long comment);
}
