package org.colloquy.account;

import java.util.List;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moderators have warned somebody of, as the log has it. */
@Component
public class Warnings {

    private final ModerationLog log;
    private final Members members;

    Warnings(ModerationLog log, Members members) {
        this.log = log;
        this.members = members;
    }

    /** Those that a member has not read yet, oldest first, with the reasons that only they and moderators may read. */
    @Transactional(readOnly = true)
    public List<LogLine> unread(long member) {
        long read = members.findById(member).map(Member::warnedUpTo).orElse(0L);
        return log.warnings(member, read);
    }

    /** Says that a member has read them up to the entry with that id. */
    @Transactional
    public void read(long member, long entry) {
        long latest =
                log.warnings(member, 0).stream().mapToLong(LogLine::id).max().orElse(0);
        members.lock(member).ifPresent(found -> found.warnedUpTo(Math.min(entry, latest)));
    }
}
