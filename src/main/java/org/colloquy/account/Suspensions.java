package org.colloquy.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.log.LogLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may not post for a time, or for good. They can still read, and have what they wrote. */
@Component
public class Suspensions {

    /** Later than any other time. */
    public static final Instant FOR_GOOD = LogLine.FOR_GOOD;

    private final Members members;
    private final Clock clock;

    Suspensions(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /** @param reason as the one concerned reads it */
    public record Suspension(Instant until, String reason) {
        public boolean forGood() {
            return !until.isBefore(FOR_GOOD);
        }
    }

    /** The one of a member that has not run out. */
    @Transactional(readOnly = true)
    public Optional<Suspension> of(long member) {
        return members.findById(member)
                .map(Member::suspension)
                .filter(suspension -> suspension.until().isAfter(clock.instant()));
    }

    /**
     * Suspends a member, or, with null, not any more. Moderators are dismissed first.
     *
     * @return whether there is such a member, and anything has changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(long member, @Nullable Suspension suspension) {
        Member found = members.lock(member)
                .filter(one -> !one.hasLeft() && !one.role().moderates())
                .orElse(null);
        if (found == null || Objects.equals(found.suspension(), suspension)) {
            return false;
        }
        found.suspend(suspension);
        return true;
    }
}
