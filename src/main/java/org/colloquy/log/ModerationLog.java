package org.colloquy.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.LogLine.Thing;
import org.colloquy.log.LogLine.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the moderation log: every moderation action, append-only, public. */
@Component
public class ModerationLog {

    /** More than a day's work of most desks, still one quick page: what was done at once is not cut. */
    private static final int PAGE = 100;

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
        // Written at once, as the database gives the id: of two who undo the same act, one fails here.
        long id = entries.save(new LogEntry(clock.instant(), note)).id();
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
        Thing thing = entries.findById(entry.id()).orElseThrow().thing();
        return entries
                .standing(actions(Set.of(thing.matter())), entry.commentId(), entry.address(), thing.subject())
                .stream()
                .filter(other -> other.thing().equals(thing))
                .map(LogEntry::line)
                .findFirst();
    }

    /** Those of these entries of which {@link #standing} says that nothing came after them. */
    @Transactional(readOnly = true)
    public Set<Long> latest(Collection<LogLine> lines) {
        if (lines.isEmpty()) {
            return Set.of();
        }
        List<Thing> things = entries
                .findByIdInOrderById(lines.stream().map(LogLine::id).toList())
                .stream()
                .map(LogEntry::thing)
                .toList();
        Map<Thing, Long> latest = new HashMap<>();
        entries.standing(
                        lines.stream().mapToLong(LogLine::id).min().orElseThrow(),
                        actions(things.stream().map(Thing::matter).collect(Collectors.toSet())),
                        all(things, Thing::comment),
                        all(things, Thing::place),
                        all(things, Thing::subject))
                .forEach(entry -> latest.merge(entry.thing(), entry.id(), Math::max));
        return lines.stream()
                .map(LogLine::id)
                .filter(Set.copyOf(latest.values())::contains)
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> all(List<Thing> things, Function<Thing, @Nullable T> part) {
        return things.stream()
                .flatMap(thing -> Stream.ofNullable(part.apply(thing)))
                .collect(Collectors.toSet());
    }

    private static Set<Action> actions(Set<Matter> matters) {
        return Arrays.stream(Action.values())
                .filter(action -> matters.contains(action.matter()))
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

    /** What a member was warned of after the entry with that id, oldest first, unless it was undone. */
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
                        filter.before(),
                        filter.by(),
                        filter.place(),
                        filter.number(),
                        filter.rule(),
                        filter.actions(),
                        Limit.of(most))
                .stream()
                .map(LogEntry::line)
                .toList();
    }

    /** What was last done to a discussion as a whole, or to its article: that much of these matters, latest first. */
    @Transactional(readOnly = true)
    public List<LogLine> latest(String place, Set<Matter> matters, int most) {
        return entries.ofPlace(place, actions(matters), Limit.of(most)).stream()
                .map(LogEntry::line)
                .toList();
    }

    /** A page of what is asked for, newest first, reasons for moderators with it. */
    @Transactional(readOnly = true)
    public LogPage page(LogFilter filter) {
        return page(filter, UnaryOperator.identity());
    }

    /** Takes nothing that is not for everybody. */
    @Transactional(readOnly = true)
    LogPage pageForReaders(LogFilter filter) {
        return page(filter, LogLine::forReaders);
    }

    private LogPage page(LogFilter filter, UnaryOperator<LogLine> shown) {
        List<Long> firsts = entries.firsts(
                filter.before(),
                filter.by(),
                filter.place(),
                filter.number(),
                filter.rule(),
                filter.actions(),
                Limit.of(PAGE + 1));
        if (firsts.isEmpty()) {
            return new LogPage(List.of(), null);
        }
        Map<Long, Integer> others = new HashMap<>();
        Map<Long, Integer> standing = new HashMap<>();
        entries.sizes(firsts).forEach(row -> {
            others.put((Long) row[0], ((Number) row[1]).intValue());
            standing.put((Long) row[0], ((Number) row[2]).intValue());
        });
        int lines = 0;
        int fit = 0;
        while (fit < firsts.size() && fit < PAGE && lines < PAGE) {
            lines += 1 + others.getOrDefault(firsts.get(fit), 0);
            fit++;
        }
        List<Long> on = firsts.subList(0, fit);
        Map<Long, List<LogLine>> groups = new HashMap<>();
        for (LogEntry entry :
                entries.atOnce(on, filter.by(), filter.place(), filter.number(), filter.rule(), filter.actions())) {
            LogLine line = entry.line();
            long first = line.together() == null ? line.id() : line.together();
            groups.computeIfAbsent(first, any -> new ArrayList<>()).add(line);
        }
        // Of what is shown only in part, the first one need not be there.
        entries.standing(on).forEach(first -> standing.merge(first, 1, Integer::sum));
        return new LogPage(
                on.stream()
                        .map(first ->
                                group(groups.getOrDefault(first, List.of()), standing.getOrDefault(first, 0), shown))
                        .toList(),
                fit < firsts.size() ? filter.before(on.get(fit - 1)) : null);
    }

    private static LogGroup group(List<LogLine> lines, int standing, UnaryOperator<LogLine> shown) {
        return new LogGroup(
                shown.apply(lines.get(0)), lines.stream().skip(1).map(shown).toList(), standing);
    }

    /** The discussions that stand in it. */
    @Transactional(readOnly = true)
    public List<LogFilter.Place> places() {
        return entries.places().stream()
                .map(row -> new LogFilter.Place((String) row[0], (String) row[1]))
                .toList();
    }

    /** The keys of all rules that stand in it. */
    @Transactional(readOnly = true)
    public List<String> rules() {
        return entries.rules();
    }

    /** Everybody who stands in it as a moderator. */
    @Transactional(readOnly = true)
    public List<Who> moderators() {
        return entries.members().stream()
                .map(row -> new Who(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }
}
