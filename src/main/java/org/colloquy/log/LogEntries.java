package org.colloquy.log;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All entries of the moderation log. There is no way to change or delete one. */
interface LogEntries extends Repository<LogEntry, Long> {

    LogEntry save(LogEntry entry);

    List<LogEntry> findByMemberIdAndIdGreaterThanOrderById(long member, long after, Limit limit);

    List<LogEntry> findByIdLessThanOrderByIdDesc(long before, Limit limit);
}
