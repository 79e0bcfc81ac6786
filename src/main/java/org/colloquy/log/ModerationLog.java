package org.colloquy.log;

import java.time.Clock;
import java.util.List;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the moderation log: every moderation action, append-only, public. */
@Component
public class ModerationLog {

    private final LogEntries entries;
    private final Clock clock;

    ModerationLog(LogEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Writes down an act, in the transaction that does it: neither is there without the other.
     *
     * @param member the moderator who acts
     * @param place the address of the discussion concerned, or null
     * @param comment the number of the comment concerned, or null
     * @param reason why, or what was changed, at most 4,000 characters, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            long member, Action action, @Nullable String place, @Nullable Integer comment, @Nullable String reason) {
        add(member, action, place, comment, Target.NONE, reason);
    }

    /**
     * The same of a comment that went somewhere.
     *
     * @param target where it went, or was said not to belong
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            long member,
            Action action,
            @Nullable String place,
            @Nullable Integer comment,
            Target target,
            @Nullable String reason) {
        entries.save(new LogEntry(clock.instant(), member, action, place, comment, target, null, reason));
    }

    /**
     * The same of somebody who says that they are who speaks in a document. Their names are not written down, but joined
     * when they are shown.
     *
     * @param claim its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long member, Action action, String place, long claim, String reason) {
        entries.save(new LogEntry(clock.instant(), member, action, place, null, Target.NONE, claim, reason));
    }

    /** What one moderator did: so many entries with ids after that one, oldest first. */
    @Transactional(readOnly = true)
    public List<LogLine> by(long member, long after, int most) {
        return entries.findByMemberIdAndIdGreaterThanOrderById(member, after, Limit.of(most)).stream()
                .map(LogEntry::line)
                .toList();
    }

    /** The latest entries older than the one with id {@code before}, newest first. */
    @Transactional(readOnly = true)
    List<LogLine> before(long before, int most) {
        return entries.findByIdLessThanOrderByIdDesc(before, Limit.of(most)).stream()
                .map(LogEntry::line)
                .toList();
    }
}
