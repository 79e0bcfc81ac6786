package org.colloquy.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.colloquy.article.Article;
import org.colloquy.discussion.CommentView.Closed;
import org.colloquy.discussion.Seat.Closure;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an article, or, without one, the Open Thread. Numbers its comments, and is the only one to change
 * them: whoever does so holds the lock on this row.
 */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class Discussion {

    /** The Open Thread's address. */
    public static final String OPEN_THREAD = "/open-thread";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(fetch = FetchType.LAZY)
    private @Nullable Article article;

    private int nextNumber;

    /** Rises with every change, so that a page knows whether it is still true. */
    private long version;

    /** Rises when something that could be read can no more. */
    private long withdrawn;

    private @Nullable Long closedBy;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = closed_by)")
    private @Nullable String closedByHandle;

    private @Nullable Instant closedAt;

    private @Nullable String closedReason;

    /** How many of its comments are closed. */
    private int closedThreads;

    public Long id() {
        return id;
    }

    /** The article that is discussed, or null for the Open Thread. */
    public @Nullable Article article() {
        return article;
    }

    public @Nullable String title() {
        return article == null ? null : article.title();
    }

    public String address() {
        return article == null ? OPEN_THREAD : article.address();
    }

    /** The last part of its address: the article's slug, or {@code open-thread}. */
    public String slug() {
        return address().substring(address().lastIndexOf('/') + 1);
    }

    /** Who closed it, when and why, or null where nobody did. */
    public @Nullable Closed closed() {
        return closedAt == null
                ? null
                : new Closed(closedByHandle, closedAt, Objects.requireNonNullElse(closedReason, ""));
    }

    /** Whether nobody may answer somewhere in it. */
    boolean hasClosedThreads() {
        return closedThreads > 0;
    }

    @Nullable
    Closure closure() {
        return closedAt == null ? null : new Closure(closedBy, closedAt, Objects.requireNonNullElse(closedReason, ""));
    }

    /** Keeps everybody from writing in it, or, with null, lets them again. */
    boolean close(@Nullable Closure closure) {
        if ((closedAt == null) == (closure == null)) {
            return false;
        }
        closedBy = closure == null ? null : closure.by();
        closedAt = closure == null ? null : closure.at();
        closedReason = closure == null ? null : closure.reason();
        return counted(true);
    }

    /** The same for what descends from one of its comments, and the comment. */
    boolean close(Comment comment, @Nullable Closure closure) {
        if (!comment.close(closure)) {
            return false;
        }
        closedThreads += closure == null ? -1 : 1;
        return counted(true);
    }

    /** Whether it went with its article. */
    boolean isWithdrawn() {
        return article != null && article.isWithdrawn();
    }

    int nextNumber() {
        return nextNumber;
    }

    /** A number that nobody has had, and nobody else gets. */
    int takeNumber() {
        return nextNumber++;
    }

    long withdrawn() {
        return withdrawn;
    }

    void changed() {
        version++;
    }

    Comment number(Draft draft, @Nullable Comment parent, Instant now) {
        version++;
        return new Comment(this, nextNumber++, draft, parent, now);
    }

    boolean hide(Comment comment, long moderator, String reason, Instant now) {
        if (!comment.hide(moderator, reason, now)) {
            return false;
        }
        version++;
        withdrawn++;
        return true;
    }

    boolean hold(Comment comment, List<String> why) {
        if (!comment.hold(why)) {
            return false;
        }
        version++;
        withdrawn++;
        return true;
    }

    Revision edit(Comment comment, Edit edit, Instant now) {
        version++;
        // What stood there can be read no more where it stood.
        withdrawn++;
        return comment.edit(edit, now);
    }

    boolean withdraw(Comment comment, Instant now) {
        if (!comment.withdraw(now)) {
            return false;
        }
        version++;
        withdrawn++;
        return true;
    }

    boolean reinstate(Comment comment) {
        return counted(comment.reinstate());
    }

    /** Something about many comments at once that could be read can be read no more. */
    void withdrawn(int comments) {
        version += comments > 0 ? 1 : 0;
        withdrawn += comments > 0 ? 1 : 0;
    }

    boolean restore(Comment comment) {
        return counted(comment.restore());
    }

    boolean resume(Comment comment, Standing before) {
        boolean changed = comment.resume(before);
        withdrawn += changed ? 1 : 0;
        return counted(changed);
    }

    boolean place(Comment comment, @Nullable Comment answered) {
        return counted(comment.place(answered));
    }

    boolean putBack(Comment comment) {
        return counted(comment.putBack());
    }

    boolean about(Comment comment, @Nullable Integer term) {
        return counted(comment.about(term));
    }

    boolean approve(Comment comment, @Nullable Integer seen, Instant now) {
        return counted(comment.approve(seen, now));
    }

    private boolean counted(boolean changed) {
        version += changed ? 1 : 0;
        return changed;
    }
}
