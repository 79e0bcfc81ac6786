package org.colloquy.report;

import java.util.List;
import org.springframework.data.repository.Repository;

/** All decisions about reports. */
interface Decisions extends Repository<Decision, Long> {

    Decision saveAndFlush(Decision decision);

    List<Decision> findByCommentIdOrderById(long comment);
}
