package org.colloquy.log;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.log.LogLine.Action;
import org.jspecify.annotations.Nullable;

/** Undoes acts. Each feature has one for the acts that it does. */
public interface Undoing {

    /** The acts that it can undo. */
    Set<Action> actions();

    /** Whether that member may undo such an act: where only some may do it, only they may undo it. */
    default boolean isFor(LogLine entry, long member) {
        return true;
    }

    /** Those of these that the member may undo, by their ids. */
    default Set<Long> areFor(Collection<LogLine> entries, long member) {
        return entries.stream()
                .filter(entry -> isFor(entry, member))
                .map(LogLine::id)
                .collect(Collectors.toSet());
    }

    /** Whether who undoes it has to say first that they are who they are, as they had to when it was done. */
    default boolean asksPassword() {
        return false;
    }

    /**
     * Undoes an act, in the transaction that also writes this into the log. No later act of the same kind on the same
     * thing stands.
     *
     * @param former what the entry was written down with for this, or null
     * @param member the moderator who undoes it
     * @return whether it is; if what the act did does not stand any more, nothing is changed
     */
    boolean undo(LogLine entry, @Nullable String former, long member);
}
