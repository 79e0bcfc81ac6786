package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.colloquy.article.Article;
import org.colloquy.discussion.Closing.ClosedMeanwhile;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Standing.Changed;
import org.colloquy.erased.ErasedList;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to all discussions. What comes out has passed {@link Visibility}; what goes in is numbered and changed by
 * its {@link Discussion}, one at a time.
 */
@Component
@Transactional
public class Discussions {

    private static final String OPEN_THREAD = Discussion.OPEN_THREAD.substring(1);

    private final EntityManager entities;
    private final Comments comments;
    private final Quoting quoting;
    private final ClosedThreads threads;
    private final ErasedList erased;
    private final JdbcTemplate sql;
    private final Clock clock;

    Discussions(
            EntityManager entities,
            Comments comments,
            Quoting quoting,
            ClosedThreads threads,
            ErasedList erased,
            JdbcTemplate sql,
            Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.quoting = quoting;
        this.threads = threads;
        this.erased = erased;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The discussion of the article with that slug; of the Open Thread where {@code slug} is null. That of an article
     * that was withdrawn isn't there.
     */
    @Transactional(readOnly = true)
    public Optional<Discussion> at(@Nullable String slug) {
        String which = slug == null ? "d.article is null" : "d.article.slug = :slug and d.article.withdrawnAt is null";
        var query = entities.createQuery(
                "select d from Discussion d left join fetch d.article where " + which, Discussion.class);
        if (slug != null) {
            query.setParameter("slug", slug);
        }
        return query.getResultStream().findFirst();
    }

    /** The discussion with that {@link Discussion#slug}. */
    @Transactional(readOnly = true)
    public Optional<Discussion> named(String slug) {
        return at(slug.equals(OPEN_THREAD) ? null : slug);
    }

    /** All discussions that can be read: the articles' in the order they came, then the Open Thread. */
    @Transactional(readOnly = true)
    public List<Discussion> all() {
        return entities.createQuery(
                        "select d from Discussion d left join fetch d.article a where a.withdrawnAt is null"
                                + " order by case when a is null then 1 else 0 end, d.id",
                        Discussion.class)
                .getResultList();
    }

    /** How much everybody may see of it. */
    @Transactional(readOnly = true)
    public Counts counts(Discussion discussion) {
        Object[] counts = comments.counts(discussion).get(0);
        return new Counts(
                ((Number) counts[0]).intValue(),
                ((Number) counts[1]).intValue(),
                ((Number) counts[2]).intValue(),
                ((Number) counts[3]).intValue(),
                ((Number) counts[4]).intValue());
    }

    /** The order of what the viewer sees, and how much everybody sees; the notice is not in it. */
    @Transactional(readOnly = true)
    public CommentThread thread(Discussion discussion, Viewer viewer) {
        // Read once for everything that a page needs of all comments: no text, no join.
        List<Object[]> found = entities.createQuery(
                        "select c.id, c.number, c.parent.id, c.speaker, c.term, c.kind, c.state, c.memberId,"
                                + " c.closedAt,"
                                + " case when c.shownAt is not null or c.postedAt is null then true else false end"
                                + " from Comment c where c.discussion = :discussion and c.kind <> :notice",
                        Object[].class)
                .setParameter("discussion", discussion)
                .setParameter("notice", Kind.NOTICE)
                .getResultList();
        Map<Long, Object[]> byId = new HashMap<>(found.size() * 2);
        found.forEach(c -> byId.put((Long) c[0], c));
        List<CommentThread.Node> nodes = new ArrayList<>(found.size());
        List<Object[]> stubs = new ArrayList<>();
        Set<Long> answered = new HashSet<>();
        int shown = 0;
        int hidden = 0;
        int withdrawn = 0;
        int moved = 0;
        boolean article = discussion.article() != null;
        int erased = 0;
        for (Object[] c : found) {
            State state = (State) c[6];
            boolean read = (Boolean) c[9];
            boolean isShown = Visibility.isShown(state, read);
            if (c[5] == Kind.COMMENT && isShown) {
                shown++;
                hidden += state == State.HIDDEN || state == State.HELD ? 1 : 0;
                withdrawn += state == State.WITHDRAWN ? 1 : 0;
                erased += state == State.ERASED ? 1 : 0;
            }
            moved += c[5] == Kind.MOVED && isShown ? 1 : 0;
            if (!Visibility.admits(state, read, (Long) c[0], (Long) c[7], viewer)) {
                continue;
            }
            if (c[5] == Kind.MOVED) {
                stubs.add(c);
                continue;
            }
            nodes.add(node(c, byId));
            Object[] above = byId.get((Long) c[2]);
            while (above != null && above[5] == Kind.MOVED && answered.add((Long) above[0])) {
                // Under an article its way up to the next comment is shown; what came back only stood in between.
                above = article ? byId.get((Long) above[2]) : null;
            }
        }
        for (Object[] stub : stubs) {
            Object[] above = byId.get((Long) stub[2]);
            boolean top = article && (above == null || above[5] != Kind.MOVED);
            if (top || answered.contains((Long) stub[0])) {
                nodes.add(node(stub, byId));
            }
        }
        return CommentThread.of(nodes, new Counts(shown, hidden, withdrawn, article ? moved : 0, erased));
    }

    private static CommentThread.Node node(Object[] c, Map<Long, Object[]> byId) {
        Object[] above = byId.get((Long) c[2]);
        return new CommentThread.Node(
                (Long) c[0],
                (Integer) c[1],
                above == null ? null : (Integer) above[1],
                c[6] == State.WITHDRAWN ? null : (String) c[3],
                c[5] == Kind.MOVED ? null : (Integer) c[4],
                c[8] != null);
    }

    /** These comments, as far as the viewer sees them, by number. */
    @Transactional(readOnly = true)
    public Map<Integer, CommentView> comments(Viewer viewer, Collection<CommentThread.Row> rows) {
        // By id: to look for 150 numbers, H2 reads the whole discussion.
        List<Long> ids = rows.stream().map(CommentThread.Row::id).toList();
        Map<Integer, CommentView> views = new HashMap<>();
        withIds(viewer, ids).forEach(view -> views.put(view.number(), view));
        return views;
    }

    /** The comments with these numbers, as far as the viewer sees them, by number. */
    @Transactional(readOnly = true)
    public Map<Integer, CommentView> comments(Discussion discussion, Viewer viewer, Collection<Integer> numbers) {
        Map<Integer, CommentView> views = new HashMap<>();
        for (Comment comment : comments.findByDiscussionAndNumberIn(discussion, numbers)) {
            Visibility.of(comment, viewer).ifPresent(view -> views.put(view.number(), view));
        }
        return views;
    }

    /** The comment with that number, if it exists for the viewer. */
    @Transactional(readOnly = true)
    public Optional<CommentView> comment(Discussion discussion, Viewer viewer, int number) {
        return comments.findByDiscussionAndNumber(discussion, number)
                .flatMap(comment -> Visibility.of(comment, viewer));
    }

    /**
     * The comment with that number, or, where its stub keeps that number, the comment itself, wherever it is now; if it
     * exists for the viewer.
     */
    @Transactional(readOnly = true)
    public Optional<CommentView> followed(Discussion discussion, Viewer viewer, int number) {
        return comments.findByDiscussionAndNumber(discussion, number)
                .flatMap(comment -> comment.isStub() ? Optional.ofNullable(comment.twin()) : Optional.of(comment))
                .flatMap(comment -> Visibility.of(comment, viewer));
    }

    /** Every comment that exists for the viewer, notice and placeholders with them, by number. */
    @Transactional(readOnly = true)
    public List<CommentView> comments(Discussion discussion, Viewer viewer) {
        return seen(comments.findByDiscussionOrderByNumber(discussion), viewer);
    }

    /** The site's own note with the commenting rules. */
    @Transactional(readOnly = true)
    public Optional<CommentView> notice(Discussion discussion) {
        return comment(discussion, Viewer.READER, 1).filter(comment -> comment.kind() == Kind.NOTICE);
    }

    /** The comments with these ids, as far as the viewer sees them. */
    @Transactional(readOnly = true)
    public List<CommentView> withIds(Viewer viewer, Collection<Long> ids) {
        return seen(comments.findByIdInOrderById(ids), viewer);
    }

    /** The number of a comment as readers know it; null for one that they have never seen. */
    @Transactional(readOnly = true)
    public @Nullable Integer shownNumber(CommentView comment) {
        return comments.findById(comment.id())
                .filter(found -> Visibility.isShown(found.state(), found.wasRead()))
                .map(found -> found.number())
                .orElse(null);
    }

    /** The comment that was posted with that key, as its author sees it. */
    @Transactional(readOnly = true)
    public Optional<CommentView> posted(String idempotencyKey) {
        return comments.findByIdempotencyKey(idempotencyKey).map(Comment::unveiled);
    }

    /** The member under whose handle a comment was posted. */
    @Transactional(readOnly = true)
    public Optional<Long> author(long comment) {
        return comments.findById(comment).map(Comment::member);
    }

    /** Those of these comments that were posted under that member's handle. */
    @Transactional(readOnly = true)
    public Set<Long> writtenBy(long member, Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : comments.written(member, ids);
    }

    /** Waits until nobody else changes the discussion, and keeps everybody from it until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(Discussion discussion) {
        quoting.listen(Objects.requireNonNull(entities.find(Discussion.class, discussion.id())));
        lock(discussion);
    }

    /** Keeps everybody else from changing the discussion, and from erasing what is said there, until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Discussion discussion) {
        lock(discussion);
    }

    /** Keeps everybody else from changing the discussion until this transaction ends, and counts as a change of it. */
    public void change(Discussion discussion) {
        lock(discussion).changed();
    }

    /**
     * Gives the draft its number.
     *
     * @return the comment, as its author sees it
     * @throws NoSuchElementException if there is no such parent, or the article was withdrawn in that moment
     * @throws ClosedMeanwhile if somebody has closed the discussion, or the thread
     */
    public CommentView post(Discussion discussion, Draft sent) {
        Discussion locked = lock(discussion);
        if (hasGone(locked)) {
            throw new NoSuchElementException("its article was withdrawn");
        }
        Draft draft = sent.saying(left(sent.text()));
        Comment parent = parent(locked, draft);
        if (locked.closed() != null
                || threads.above(locked, parent == null ? null : parent.number())
                        .isPresent()) {
            throw new ClosedMeanwhile();
        }
        Comment comment = locked.number(draft, parent, now());
        write(comment, ask(locked, draft));
        return comments.saveAndFlush(comment).unveiled();
    }

    /** Asked of the database: what was read before the lock was had may be out of date. */
    private boolean hasGone(Discussion locked) {
        return entities.createQuery(
                                "select count(d) from Discussion d where d = :discussion and d.article.withdrawnAt is not null",
                                Long.class)
                        .setParameter("discussion", locked)
                        .getSingleResult()
                > 0;
    }

    /**
     * The draft as it would be shown if it were posted now: without a number, and nothing is kept of it.
     *
     * @throws NoSuchElementException if there is no such parent
     */
    @Transactional(readOnly = true)
    public CommentView preview(Discussion discussion, Draft sent) {
        Draft draft = sent.saying(left(sent.text()));
        Discussion read = Objects.requireNonNull(entities.find(Discussion.class, discussion.id()));
        Comment comment = new Comment(read, CommentView.UNNUMBERED, draft, parent(read, draft), now());
        write(comment, ask(read, draft));
        return comment.unveiled();
    }

    /** What is left of a text without what was removed on request: nobody brings that back by hand. */
    public String left(String text) {
        return erased.now(sql).left(text);
    }

    private @Nullable Comment parent(Discussion discussion, Draft draft) {
        return draft.parent() == null
                ? null
                : comments.findByDiscussionAndNumber(discussion, draft.parent())
                        .filter(parent -> parent.state() == State.VISIBLE && !parent.isStub())
                        .orElseThrow();
    }

    private Optional<Link> ask(Discussion discussion, Draft draft) {
        return quoting.ask(
                discussion, new Said(discussion.nextNumber(), draft.speaker().name(), draft.text()));
    }

    /** Links what a comment quotes and names, and makes what pages show of it. */
    void write(Comment comment, Optional<Link> link) {
        Discussion discussion = comment.writtenIn();
        link.ifPresent(found -> comment.recover(found, sources(discussion, found)));
        comment.render(Writing.html(
                comment.text(),
                link.map(Link::quotations).orElse(List.of()),
                known(discussion, Writing.mentions(comment.text()))));
    }

    /** Which of these there are to be seen. */
    private Set<Source> known(Discussion discussion, Set<Source> mentions) {
        Set<Source> known = new HashSet<>();
        List<Integer> numbers =
                mentions.stream().filter(Source::isComment).map(Source::number).toList();
        if (!numbers.isEmpty()) {
            entities.createQuery(
                            "select c.number from Comment c where c.discussion = :discussion and c.number in :numbers"
                                    + " and " + Visibility.SHOWN,
                            Integer.class)
                    .setParameter("discussion", discussion)
                    .setParameter("numbers", numbers)
                    .getResultStream()
                    .forEach(number -> known.add(new Source(Source.Kind.COMMENT, number)));
        }
        Article article = discussion.article();
        int terms = article == null ? 0 : article.termCount();
        mentions.stream()
                .filter(mention -> mention.kind() == Source.Kind.TERM)
                .filter(mention -> mention.number() >= 1 && mention.number() <= terms)
                .forEach(known::add);
        return known;
    }

    private Map<Integer, Comment> sources(Discussion discussion, Link link) {
        Map<Integer, Comment> sources = new HashMap<>();
        List<Integer> numbers = link.quotations().stream()
                .map(quotation -> quotation.place().source())
                .filter(Source::isComment)
                .map(Source::number)
                .toList();
        comments.findByDiscussionAndNumberIn(discussion, numbers)
                .forEach(comment -> sources.put(comment.number(), comment));
        return sources;
    }

    /** Hides a comment; empty where nothing was to do. */
    public Optional<Changed> hide(long comment, long moderator, String reason) {
        return change(comment, (discussion, found) -> discussion.hide(found, moderator, reason, now()));
    }

    /** Shows a hidden comment again; empty where nothing was to do. */
    public Optional<Changed> restore(long comment) {
        return change(comment, Discussion::restore);
    }

    /**
     * Shows a comment that waited, or finds nothing wrong with one that everybody reads; empty where nothing was to do.
     *
     * @param seen how often it had been changed when the moderator read it: changed since, it is left as it is; null
     *     where that is not known
     */
    public Optional<Changed> approve(long comment, @Nullable Integer seen) {
        return change(comment, (discussion, found) -> discussion.approve(found, seen, now()));
    }

    /** Lets a comment stand again as it did before a moderator acted; empty where it does so already. */
    public Optional<Changed> resume(long comment, Standing before) {
        return change(comment, (discussion, found) -> discussion.resume(found, before));
    }

    /**
     * Keeps everybody else from changing these comments until this transaction ends, and from moving them: every move goes
     * to the Open Thread or comes from it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        entities.createQuery(
                        "select d from Discussion d where d.article is null or d.id in (select c.discussion.id"
                                + " from Comment c where c.id in :ids) order by d.id",
                        Discussion.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(this::lock);
    }

    /**
     * Takes a comment that everybody reads out of sight until a moderator approves it.
     *
     * @param rules why, by their keys
     * @return empty where nothing was to do
     */
    public Optional<Changed> hold(long comment, List<String> rules) {
        return change(comment, (discussion, found) -> discussion.hold(found, rules));
    }

    /**
     * Marks a comment for moderators, as a reader reported it or finds it off topic; no page of readers changes by it.
     *
     * @return empty where there is nothing to be read
     */
    public Optional<Changed> report(long comment, boolean offTopic) {
        return change(comment, (discussion, found) -> found.report(offTopic));
    }

    /** The comments with these ids in the order in which whoever changes several of them must do so. */
    @Transactional(readOnly = true)
    public List<Long> inLockOrder(Collection<Long> ids) {
        return entities.createQuery(
                        "select c.id from Comment c where c.id in :ids order by c.discussion.id, c.number", Long.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private Optional<Changed> change(long id, Change change) {
        Comment comment = entities.find(Comment.class, id);
        if (comment == null) {
            return Optional.empty();
        }
        return lockFor(comment).flatMap(discussion -> {
            Standing before = comment.standing();
            return change.made(discussion, comment)
                    ? Optional.of(new Changed(comment.unveiled(), before))
                    : Optional.empty();
        });
    }

    /**
     * Keeps everybody else from changing the discussion that a comment stands in until this transaction ends, and reads
     * the comment anew, as somebody may have changed it while we waited. Empty where it was moved away in that moment:
     * to wait for the other discussion as well could be to wait for ever.
     */
    Optional<Discussion> lockFor(Comment comment) {
        Discussion locked = lock(comment.discussion());
        entities.refresh(comment);
        return comment.discussion().id().equals(locked.id()) ? Optional.of(locked) : Optional.empty();
    }

    private interface Change {
        boolean made(Discussion discussion, Comment comment);
    }

    /** The same of two at once, in the order in which whoever locks several must do so. */
    void lock(Discussion one, Discussion other) {
        boolean first = one.id() < other.id();
        lock(first ? one : other);
        lock(first ? other : one);
    }

    /** Keeps everybody else from changing the discussion until this transaction ends; reads it anew. */
    Discussion lock(Discussion discussion) {
        // What this transaction has changed itself must not be read over.
        entities.flush();
        Discussion locked = Objects.requireNonNull(entities.find(Discussion.class, discussion.id()));
        entities.refresh(locked, LockModeType.PESSIMISTIC_WRITE);
        return locked;
    }

    private List<CommentView> seen(List<Comment> found, Viewer viewer) {
        return found.stream()
                .flatMap(comment -> Visibility.of(comment, viewer).stream())
                .toList();
    }

    private Instant now() {
        return clock.instant();
    }
}
