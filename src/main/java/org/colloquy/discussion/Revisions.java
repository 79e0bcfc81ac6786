package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second thoughts: an author changes what was posted here for a while, until somebody answers or quotes it. What it said
 * before stays to be read by whoever may read the comment.
 */
@Component
@Transactional
@EnableConfigurationProperties(EditingSettings.class)
public class Revisions {

    private final EntityManager entities;
    private final Comments comments;
    private final Discussions discussions;
    private final Quoting quoting;
    private final EditingSettings settings;
    private final Clock clock;

    Revisions(
            EntityManager entities,
            Comments comments,
            Discussions discussions,
            Quoting quoting,
            EditingSettings settings,
            Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.discussions = discussions;
        this.quoting = quoting;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why a comment cannot be changed, or not like this. */
    public enum Barrier {
        /** It is somebody else's, or came with a document. */
        NOT_YOURS,
        TOO_LATE,
        /** Somebody has answered or quoted what stands there. */
        ANSWERED,
        /** It is hidden, or withdrawn. */
        GONE,
        /** It was changed since the form was opened, or moved in that very moment. */
        CHANGED
    }

    /**
     * What came of an edit.
     *
     * @param comment as it is now, as its author sees it
     * @param barrier why nothing was changed, or null
     */
    public record Outcome(CommentView comment, @Nullable Barrier barrier) {}

    /**
     * A text that a comment had.
     *
     * @param number from 0
     * @param seen whether everybody could read it
     */
    public record RevisionView(int number, String text, Instant writtenAt, boolean seen) {}

    /** For how many minutes after posting it an author may change a comment. */
    public long minutes() {
        return settings.within().toMinutes();
    }

    /** What keeps the viewer from changing that comment now; empty where nothing does. */
    @Transactional(readOnly = true)
    public Optional<Barrier> barrier(CommentView comment, Viewer viewer) {
        return comments.findById(comment.id()).flatMap(found -> barrier(found, viewer));
    }

    private Optional<Barrier> barrier(Comment comment, Viewer viewer) {
        Instant postedAt = comment.postedAt();
        if (!Visibility.isOwn(comment.id(), comment.member(), viewer)
                || postedAt == null
                || comment.kind() != Kind.COMMENT) {
            return Optional.of(Barrier.NOT_YOURS);
        }
        if (comment.state() != State.VISIBLE && comment.state() != State.HELD) {
            return Optional.of(Barrier.GONE);
        }
        if (comment.isAnsweredOrQuoted()) {
            return Optional.of(Barrier.ANSWERED);
        }
        return postedAt.plus(settings.within()).isBefore(clock.instant())
                ? Optional.of(Barrier.TOO_LATE)
                : Optional.empty();
    }

    /**
     * Gives a comment another text. The same text once more changes nothing, and is no failure.
     *
     * @param revision how often it had been changed when the author began
     */
    public Outcome edit(CommentView edited, Viewer viewer, int revision, Edit sent) {
        Comment comment = comments.findById(edited.id()).orElseThrow();
        Quoting.Before before = quoting.before(comment.writtenIn(), comment.numberWhereWritten());
        Discussion discussion = discussions.lockFor(comment).orElse(null);
        if (discussion == null) {
            return new Outcome(comment.unveiled(), Barrier.CHANGED);
        }
        Edit edit = sent.saying(discussions.left(sent.text()));
        if (Visibility.isOwn(comment.id(), comment.member(), viewer)
                && comment.text().equals(edit.text())) {
            return new Outcome(comment.unveiled(), null);
        }
        Barrier barrier = barrier(comment, viewer).orElse(comment.revision() == revision ? null : Barrier.CHANGED);
        if (barrier != null) {
            return new Outcome(comment.unveiled(), barrier);
        }
        Discussion written = comment.writtenIn();
        int number = comment.numberWhereWritten();
        Quoting.Before heard = before.stillTrue(written) ? before : quoting.before(written, number);
        Optional<Link> link =
                heard.finder().ask(new Said(number, edited.speaker().name(), edit.text()));
        entities.persist(discussion.edit(comment, edit, clock.instant()));
        // What it quoted goes before anything new of it comes: two cannot begin at the same place.
        entities.flush();
        discussions.write(comment, link);
        entities.flush();
        return new Outcome(comment.unveiled(), null);
    }

    /** All that the comment has said, first to last, as far as the viewer may read it; the last is what it says now. */
    @Transactional(readOnly = true)
    public List<RevisionView> of(CommentView comment, Viewer viewer) {
        Comment found = comments.findById(comment.id()).orElseThrow();
        CommentView seen = Visibility.of(found, viewer).orElse(null);
        Instant writtenAt = found.writtenAt();
        if (seen == null || !seen.readable() || writtenAt == null) {
            return List.of();
        }
        boolean all = viewer.moderator() || Visibility.isOwn(found.id(), found.member(), viewer);
        List<RevisionView> revisions = new ArrayList<>(earlier(found));
        revisions.removeIf(revision -> !all && !revision.seen());
        revisions.add(new RevisionView(
                found.revision(),
                Optional.ofNullable(seen.text()).orElse(""),
                writtenAt,
                Visibility.isShown(seen.state(), false)));
        return revisions;
    }

    /** What a comment of one's own has said before, whatever became of it: one's own data. */
    @Transactional(readOnly = true)
    public List<RevisionView> asOwnData(CommentView comment, Viewer viewer) {
        return comments.findById(comment.id())
                .filter(found -> Visibility.isOwn(found.id(), found.member(), viewer))
                .map(this::earlier)
                .orElse(List.of());
    }

    private List<RevisionView> earlier(Comment comment) {
        return entities.createQuery(
                        "select r.number, r.text, r.writtenAt, r.seen from Revision r where r.comment = :comment"
                                + " order by r.number",
                        Tuple.class)
                .setParameter("comment", comment)
                .getResultStream()
                .map(r -> new RevisionView(
                        r.get(0, Integer.class),
                        r.get(1, String.class),
                        r.get(2, Instant.class),
                        r.get(3, Boolean.class)))
                .toList();
    }
}
