package org.colloquy.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.discussion.Discussions;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Undoing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes acts, by their entries in the log. Only what still stands, and only as the latest that was done. */
@Component
@Transactional
class Undo {

    private final ModerationLog log;
    private final Discussions discussions;
    private final Map<Action, Undoing> undoings = new HashMap<>();

    Undo(ModerationLog log, Discussions discussions, List<Undoing> undoings) {
        this.log = log;
        this.discussions = discussions;
        undoings.forEach(undoing -> undoing.actions().forEach(action -> this.undoings.put(action, undoing)));
    }

    /**
     * What came of it.
     *
     * @param count how many acts were undone
     * @param later what was done after those that were not, and stands; empty where there was no such act
     * @param left how many were not undone
     */
    record Undone(int count, List<LogLine> later, int left) {}

    /** Those of these entries that the moderator can undo, as far as it can be told before it is tried. */
    @Transactional(readOnly = true)
    Set<Long> undoable(Collection<LogLine> entries, long moderator) {
        Map<Undoing, List<LogLine>> known = entries.stream()
                .filter(entry -> entry.undone() == null && undoings.containsKey(entry.action()))
                .collect(Collectors.groupingBy(entry -> Objects.requireNonNull(undoings.get(entry.action()))));
        Set<Long> latest =
                log.latest(known.values().stream().flatMap(List::stream).toList());
        return known.entrySet().stream()
                .flatMap(one -> one.getKey().areFor(one.getValue(), moderator).stream())
                .filter(latest::contains)
                .collect(Collectors.toSet());
    }

    /** Whether that moderator has to type their password before that entry is undone. */
    @Transactional(readOnly = true)
    boolean asksPassword(LogLine entry, long moderator) {
        Undoing undoing = undoings.get(entry.action());
        return undoing != null
                && undoing.asksPassword()
                && undoable(List.of(entry), moderator).contains(entry.id());
    }

    /**
     * Undoes an act.
     *
     * @param entry its entry's id
     * @param all whether all that was done at once with it, and still stands, goes too
     */
    Undone undo(long entry, boolean all, Grounds grounds) {
        List<LogLine> wanted = all
                ? log.together(entry).stream()
                        .filter(line -> line.undone() == null)
                        .toList()
                : log.entry(entry).stream().toList();
        // Members are held before any discussion: what is about one holds both by itself.
        discussions.hold(wanted.stream()
                .filter(line -> line.subject() == null)
                .map(LogLine::commentId)
                .filter(Objects::nonNull)
                .toList());
        List<LogLine> later = new ArrayList<>();
        Long first = null;
        int count = 0;
        for (LogLine line : wanted) {
            Optional<LogLine> standing = log.standing(line);
            Undoing undoing = undoings.get(line.action());
            if (standing.filter(found -> found.id() > line.id()).isPresent()) {
                later.add(standing.get());
            } else if (undoing != null
                    && standing.filter(found -> found.id() == line.id()).isPresent()
                    && undoing.isFor(line, grounds.moderator())
                    && undoing.undo(line, log.former(line.id()).orElse(null), grounds.moderator())) {
                long done = log.add(note(line, grounds).with(first));
                first = first == null ? Long.valueOf(done) : first;
                count++;
            }
        }
        return new Undone(count, later, wanted.size() - count);
    }

    private static LogNote note(LogLine line, Grounds grounds) {
        return grounds.note(Action.UNDO)
                .in(line.address())
                .of(line.commentId(), line.number())
                .to(line.target())
                .about(line.subject() == null ? null : line.subject().id())
                .goingBy(grounds.rule() == null ? line.rule() : grounds.rule())
                .undoing(line.id());
    }
}
