package org.colloquy.log;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.LogLine.Who;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the moderation log: every moderation action, append-only, public. */
@Component
public class ModerationLog {

    private final LogEntries entries;
    private final UndoNotes notes;
    private final Clock clock;

    ModerationLog(LogEntries entries, UndoNotes notes, Clock clock) {
        this.entries = entries;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Writes down an act, in the transaction that does it: neither is there without the other.
     *
     * @return the entry's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(LogNote note) {
        // Flushed, so that of two who take the same act back at once one fails here.
        long id = entries.saveAndFlush(new LogEntry(clock.instant(), note)).id();
        String former = note.former;
        if (former != null) {
            notes.save(new UndoNote(id, former));
        }
        return id;
    }

    /** The entry with that id, for moderators. */
    @Transactional(readOnly = true)
    public Optional<LogLine> entry(long id) {
        return entries.findById(id).map(LogEntry::line);
    }

    /** The entries that were written at once with the one with that id, oldest first; it is among them. */
    @Transactional(readOnly = true)
    public List<LogLine> together(long id) {
        long first = entry(id).map(LogLine::together).orElse(id);
        return entries.together(first).stream().map(LogEntry::line).toList();
    }

    /** What undoing an act needs to know, as it was written down with it. */
    @Transactional(readOnly = true)
    public Optional<String> former(long id) {
        return notes.findById(id).map(UndoNote::former);
    }

    /** Forgets what undoing acts on that comment would need. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetComment(long comment) {
        notes.forgetComment(comment);
    }

    /** Forgets what undoing acts on that member would need. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetMember(long member) {
        notes.forgetMember(member);
    }

    /**
     * The latest act that changed the same as that one on the same thing and still stands; itself, where nothing came
     * after it.
     */
    @Transactional(readOnly = true)
    public Optional<LogLine> standing(LogLine entry) {
        Long subject = entry.subject() == null ? null : entry.subject().id();
        return entries.standing(actions(entry.action().matter()), entry.commentId(), entry.address(), subject).stream()
                .map(LogEntry::line)
                .filter(sameThing(entry))
                .findFirst();
    }

    private static Predicate<LogLine> sameThing(LogLine entry) {
        return switch (entry.action().matter()) {
            case WARNING -> other -> other.id() == entry.id();
            case SUGGESTION -> other -> other.target().equals(entry.target());
            case RULE -> other -> String.valueOf(other.rule()).equals(String.valueOf(entry.rule()));
            case NAME -> other -> String.valueOf(other.claimed()).equals(String.valueOf(entry.claimed()));
            default -> other -> true;
        };
    }

    private static Set<Action> actions(Matter matter) {
        return Arrays.stream(Action.values())
                .filter(action -> action.matter() == matter)
                .collect(Collectors.toSet());
    }

    /** What was done to these comments, latest first. */
    @Transactional(readOnly = true)
    public List<LogLine> on(Collection<Long> comments) {
        return comments.isEmpty()
                ? List.of()
                : entries.findByCommentIdInOrderByIdDesc(comments).stream()
                        .map(LogEntry::line)
                        .toList();
    }

    /** What was done to these comments after the entry with that id, latest first. */
    @Transactional(readOnly = true)
    public List<LogLine> on(Collection<Long> comments, long after) {
        return comments.isEmpty()
                ? List.of()
                : entries.findByCommentIdInAndIdGreaterThanOrderByIdDesc(comments, after).stream()
                        .map(LogEntry::line)
                        .toList();
    }

    /** What a member was warned of after the entry with that id, oldest first, unless it was taken back. */
    @Transactional(readOnly = true)
    public List<LogLine> warnings(long member, long after) {
        return entries.standingAbout(member, Action.WARN, after).stream()
                .map(LogEntry::line)
                .toList();
    }

    /** The latest that moderators did about a member, latest first. */
    @Transactional(readOnly = true)
    public List<LogLine> about(long member, int most) {
        return entries.findBySubjectIdOrderByIdDesc(member, Limit.of(most)).stream()
                .map(LogEntry::line)
                .toList();
    }

    /** What one moderator did: so many entries with ids after that one, oldest first. */
    @Transactional(readOnly = true)
    public List<LogLine> by(long member, long after, int most) {
        return entries.findByMemberIdAndIdGreaterThanOrderById(member, after, Limit.of(most)).stream()
                .map(LogEntry::line)
                .toList();
    }

    /** The latest entries that are asked for, newest first, reasons for moderators with them. */
    @Transactional(readOnly = true)
    public List<LogLine> latest(LogFilter filter, int most) {
        return entries
                .filtered(
                        filter.before(), filter.by(), filter.place(), filter.number(), filter.actions(), Limit.of(most))
                .stream()
                .map(LogEntry::line)
                .toList();
    }

    /** Takes nothing that is not for everybody. */
    @Transactional(readOnly = true)
    List<LogLine> latestForReaders(LogFilter filter, int most) {
        return latest(filter, most).stream().map(LogLine::forReaders).toList();
    }

    /** Everybody who stands in it as a moderator. */
    @Transactional(readOnly = true)
    public List<Who> moderators() {
        return entries.members().stream()
                .map(row -> new Who(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }
}
