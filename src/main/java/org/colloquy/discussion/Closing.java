package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.discussion.CommentView.Closed;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.Seat.Closure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes discussions and threads: nobody may answer there until they are opened again. What is there can still be read,
 * changed for its while, and taken back.
 */
@Component
@Transactional
public class Closing {

    private final EntityManager entities;
    private final Comments comments;
    private final Discussions discussions;
    private final ClosedThreads threads;
    private final Clock clock;

    Closing(EntityManager entities, Comments comments, Discussions discussions, ClosedThreads threads, Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.discussions = discussions;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * What is closed, or was.
     *
     * @param place its discussion, or the discussion itself
     * @param comment the first of the thread, or null where it is a whole discussion
     * @param closed who closed it, when and why
     * @param former what {@link #closeAgain} needs to close it as it was
     */
    public record Change(Discussion place, @Nullable CommentView comment, Closed closed, String former) {}

    /** Whoever wrote could not have known: it was closed in that very moment. */
    public static final class ClosedMeanwhile extends RuntimeException {
        ClosedMeanwhile() {
            super("closed meanwhile");
        }
    }

    /** What keeps everybody from writing there; empty where nothing does. */
    @Transactional(readOnly = true)
    public Optional<Closed> of(Discussion place, @Nullable Integer answered) {
        Discussion now = Objects.requireNonNull(entities.find(Discussion.class, place.id()));
        return Optional.ofNullable(now.closed())
                .or(() -> threads.above(now, answered).map(Comment::closed));
    }

    /** The comment that begins the thread in which a comment stands; empty where there is no such comment. */
    @Transactional(readOnly = true)
    public Optional<CommentView> top(long comment) {
        return comments.findById(comment)
                .filter(found -> found.kind() != Kind.NOTICE)
                .flatMap(found -> {
                    // One query for all of them: threads can be as deep as there are comments.
                    Map<Long, Long> parents = new HashMap<>();
                    entities.createQuery(
                                    "select c.id, c.parent.id from Comment c where c.discussion = :place"
                                            + " and c.parent is not null",
                                    Object[].class)
                            .setParameter("place", found.discussion())
                            .getResultStream()
                            .forEach(c -> parents.put((Long) c[0], (Long) c[1]));
                    Long top = found.id();
                    for (int steps = 0; parents.containsKey(top) && steps <= parents.size(); steps++) {
                        top = parents.get(top);
                    }
                    return comments.findById(Objects.requireNonNull(top));
                })
                .map(Comment::unveiled);
    }

    /** Closes all that descends from a comment, and the comment; empty where it is closed already. */
    public Optional<Change> closeThread(long comment, long moderator, String reason) {
        return thread(comment, new Closure(moderator, clock.instant(), reason));
    }

    /** Opens it again; empty where nobody has closed it. */
    public Optional<Change> reopenThread(long comment) {
        return thread(comment, null);
    }

    /** Closes a discussion; empty where it is closed already. */
    public Optional<Change> close(Discussion place, long moderator, String reason) {
        return whole(place, new Closure(moderator, clock.instant(), reason));
    }

    /** Opens it again; empty where nobody has closed it. */
    public Optional<Change> reopen(Discussion place) {
        return whole(place, null);
    }

    /**
     * Closes again, as it was, what was opened.
     *
     * @param comment the first of the thread, or null for the whole discussion
     * @param former of the {@link Change} that opened it
     */
    public Optional<Change> closeAgain(Discussion place, @Nullable Long comment, String former) {
        String[] parts = former.split(" ", 3);
        Closure closure =
                new Closure(parts[0].isEmpty() ? null : Long.valueOf(parts[0]), Instant.parse(parts[1]), parts[2]);
        return comment == null
                ? whole(place, closure)
                : standsIn(place, comment).flatMap(there -> thread(there, closure));
    }

    /** Opens again what was closed there, whether or not the comment has been moved since. */
    public Optional<Change> reopenAgain(Discussion place, @Nullable Long comment) {
        return comment == null ? whole(place, null) : standsIn(place, comment).flatMap(there -> thread(there, null));
    }

    /** What has the comment's place in that discussion: itself, or its stub; empty where an import has deleted it. */
    private Optional<Long> standsIn(Discussion place, long id) {
        return comments.findById(id).map(comment -> {
            Comment stub = comment.twin();
            return stub != null && stub.discussion().id().equals(place.id()) ? stub.id() : comment.id();
        });
    }

    private Optional<Change> thread(long id, @Nullable Closure closure) {
        Comment comment = comments.findById(id)
                .filter(found -> found.kind() != Kind.NOTICE)
                .orElseThrow(NoSuchElementException::new);
        return discussions.lockFor(comment).flatMap(place -> {
            Closure before = comment.seat().closure();
            if (!place.close(comment, closure)) {
                return Optional.empty();
            }
            return Optional.of(changed(place, comment, Objects.requireNonNullElse(before, closure)));
        });
    }

    private Optional<Change> whole(Discussion discussion, @Nullable Closure closure) {
        Discussion place = discussions.lock(discussion);
        Closure before = place.closure();
        if (!place.close(closure)) {
            return Optional.empty();
        }
        return Optional.of(changed(place, null, Objects.requireNonNullElse(before, closure)));
    }

    private Change changed(Discussion place, @Nullable Comment comment, Closure closure) {
        entities.flush();
        Long by = closure.by();
        return new Change(
                place,
                comment == null ? null : comment.unveiled(),
                new Closed(by == null ? null : handle(by), closure.at(), closure.reason()),
                (by == null ? "" : by) + " " + closure.at() + " " + closure.reason());
    }

    private @Nullable String handle(long member) {
        return (String) entities.createNativeQuery("select handle from member where id = :id", String.class)
                .setParameter("id", member)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
