package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What authors do with what they have written, and who the speakers of documents are here. */
@Component
@Transactional
public class Authors {

    /** What is posted here has a time, and what a document has has none. */
    private static final String POSTED = " c.memberId = :member and c.discussion = :place and c.postedAt is not null";

    private static final String IMPORTED = " c.memberId = :member and c.discussion = :place and c.postedAt is null";

    /** In the document of that discussion: what was moved is still in it. */
    private static final String IN_DOCUMENT =
            " c.kind = 'COMMENT' and (c.discussion = :place and c.documentNumber is not null"
                    + " or c.id in (select s.twin.id from Comment s where s.discussion = :place and s.kind = 'MOVED'"
                    + " and s.documentNumber is not null))";

    private static final String SPEAKS = IN_DOCUMENT + " and c.speakerKey = :key";

    private final EntityManager entities;
    private final Comments comments;
    private final Discussions discussions;
    private final Clock clock;

    Authors(EntityManager entities, Comments comments, Discussions discussions, Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.discussions = discussions;
        this.clock = clock;
    }

    /**
     * What an author may do with a comment now.
     *
     * @param withdraw take it back
     * @param reinstate put it back where it stood
     */
    public record Choice(boolean withdraw, boolean reinstate) {
        public boolean any() {
            return withdraw || reinstate;
        }
    }

    /** What the viewer may do with that comment as its author. */
    @Transactional(readOnly = true)
    public Choice choice(Viewer viewer, long comment) {
        return comments.findById(comment)
                .filter(found -> Visibility.isOwn(comment, found.member(), viewer))
                .map(own -> new Choice(own.canBeWithdrawn(), own.canBeReinstated()))
                .orElse(new Choice(false, false));
    }

    /** Takes a comment back, if it is the viewer's own; returns whether there was anything to do. */
    public boolean withdraw(Viewer viewer, long comment) {
        return change(viewer, comment, (discussion, found) -> discussion.withdraw(found, clock.instant()));
    }

    /** Puts a comment back that its author took back, if it is the viewer's own; returns whether there was anything to do. */
    public boolean reinstate(Viewer viewer, long comment) {
        return change(viewer, comment, Discussion::reinstate);
    }

    private boolean change(Viewer viewer, long id, BiPredicate<Discussion, Comment> change) {
        Comment comment = entities.find(Comment.class, id);
        if (comment == null || !Visibility.isOwn(id, comment.member(), viewer)) {
            return false;
        }
        return discussions
                .lockFor(comment)
                .filter(discussion -> Visibility.isOwn(id, comment.member(), viewer))
                .filter(discussion -> change.test(discussion, comment))
                .isPresent();
    }

    /** What a member wrote, in any state, with every word of it: so many with ids after that one. For nobody else. */
    @Transactional(readOnly = true)
    public List<CommentView> by(Viewer member, long after, int most) {
        List<CommentView> found = entities.createQuery(
                        "select c from Comment c join fetch c.discussion d left join fetch d.article"
                                + " where c.memberId = :member and c.id > :after order by c.id",
                        Comment.class)
                .setParameter("member", member.member())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .flatMap(comment -> Visibility.asOwnData(comment, member).stream())
                .toList();
        // Whoever has written ten thousand comments reads them one page after the other, and no page is kept.
        entities.clear();
        return found;
    }

    /** How many comments a member posted here, and how many a document has of them. */
    public record Written(int posted, int imported) {}

    /** How much a member wrote. */
    @Transactional(readOnly = true)
    public Written written(long member) {
        Object[] counts = entities.createQuery(
                        "select count(c.postedAt), count(case when c.postedAt is null then 1 end)"
                                + " from Comment c where c.memberId = :member",
                        Object[].class)
                .setParameter("member", member)
                .getSingleResult();
        return new Written(((Number) counts[0]).intValue(), ((Number) counts[1]).intValue());
    }

    /**
     * What becomes of somebody's comments when they leave. The name goes from what they posted, always.
     *
     * @param texts whether the texts of what they posted go too
     * @param importedNames whether the name goes from what a document has of them
     * @param importedTexts whether the texts of that go too; the name goes with them
     */
    public record Farewell(boolean texts, boolean importedNames, boolean importedTexts) {}

    /**
     * Parts a member from all comments, for good. Texts that go are gone from the database, and so is where they quoted
     * others; their numbers, places and replies stay, and so do others' quotations of them. The moderators' tombstones
     * and reasons stay as well.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void part(long member, Farewell farewell) {
        nothingMoves();
        List<Discussion> places = entities.createQuery(
                        "select d from Discussion d where d.id in (select c.discussion.id from Comment c"
                                + " where c.memberId = :member) order by d.id",
                        Discussion.class)
                .setParameter("member", member)
                .getResultList();
        for (Discussion place : places) {
            Discussion locked = discussions.lock(place);
            int parted = 0;
            if (farewell.texts()) {
                empty(POSTED, member, locked);
            }
            parted += update(
                    "c.speakerKind = 'WITHDRAWN', c.speaker = null, c.speakerKey = null, c.memberId = null,"
                            + " c.idempotencyKey = null",
                    POSTED,
                    member,
                    locked);
            if (farewell.importedTexts()) {
                empty(IMPORTED, member, locked);
            }
            if (farewell.importedNames() || farewell.importedTexts()) {
                // The slice of the document begins with the name.
                parted += update(
                        "c.speakerKind = 'WITHDRAWN', c.speaker = null, c.speakerKey = null, c.verbatim = null",
                        IMPORTED,
                        member,
                        locked);
            }
            parted += update("c.memberId = null", IMPORTED, member, locked);
            locked.withdrawn(parted);
        }
    }

    /** Every move goes to the Open Thread or comes from it: while that is held, no comment escapes into another place. */
    private void nothingMoves() {
        discussions.lock(discussions.at(null).orElseThrow());
    }

    private void empty(String whose, long member, Discussion place) {
        entities.createQuery(
                        "delete from Quotation q where q.comment.id in (select c.id from Comment c where" + whose + ")")
                .setParameter("member", member)
                .setParameter("place", place)
                .executeUpdate();
        entities.createQuery(
                        "delete from Revision r where r.comment.id in (select c.id from Comment c where" + whose + ")")
                .setParameter("member", member)
                .setParameter("place", place)
                .executeUpdate();
        entities.createQuery(
                        "update Comment c set c.text = '', c.rendered = null, c.verbatim = null, c.flagged = false,"
                                + " c.withdrawnAt = coalesce(c.withdrawnAt, :now),"
                                + " c.state = case when c.state = 'VISIBLE' then :withdrawn when c.state = 'HELD' and"
                                + " (c.shownAt is not null or c.postedAt is null) then :withdrawn"
                                + " when c.state = 'HELD' then :declined"
                                + " else c.state end where" + whose)
                .setParameter("now", clock.instant())
                .setParameter("withdrawn", State.WITHDRAWN)
                .setParameter("declined", State.DECLINED)
                .setParameter("member", member)
                .setParameter("place", place)
                .executeUpdate();
    }

    private int update(String set, String whose, long member, Discussion place) {
        return entities.createQuery("update Comment c set " + set + " where" + whose)
                .setParameter("member", member)
                .setParameter("place", place)
                .executeUpdate();
    }

    /**
     * Keeps everybody else from changing that discussion, the Open Thread, where some of it may have been moved, and any
     * other that a member wrote in, until this transaction ends. The member must be held already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long member, Discussion place) {
        entities.createQuery(
                        "select d from Discussion d where d = :place or d.id in (select c.discussion.id from Comment c"
                                + " where c.memberId = :member) or d.article is null order by d.id",
                        Discussion.class)
                .setParameter("place", place)
                .setParameter("member", member)
                .getResultList()
                .forEach(discussions::lock);
    }

    /**
     * Calls a member by another name wherever they posted under one that was not theirs.
     *
     * @param key of the one that was not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(long member, String key, String name) {
        String wrong = POSTED + " and c.speakerKey = :key";
        nothingMoves();
        List<Discussion> places = entities.createQuery(
                        "select d from Discussion d where exists (select c.id from Comment c where c.discussion = d"
                                + " and c.memberId = :member and c.postedAt is not null and c.speakerKey = :key)"
                                + " order by d.id",
                        Discussion.class)
                .setParameter("member", member)
                .setParameter("key", key)
                .getResultList();
        for (Discussion place : places) {
            Discussion locked = discussions.lock(place);
            locked.withdrawn(
                    entities.createQuery("update Comment c set c.speaker = :name, c.speakerKey = :new where" + wrong)
                            .setParameter("name", name)
                            .setParameter("new", NameKey.of(name))
                            .setParameter("member", member)
                            .setParameter("place", locked)
                            .setParameter("key", key)
                            .executeUpdate());
        }
    }

    /**
     * What of a member's comments does not bear their name, by the ids.
     *
     * @param others under another name of theirs, by that
     * @param none under none
     */
    public record Exceptions(Map<String, List<Long>> others, List<Long> none) {
        public static final Exceptions NONE = new Exceptions(Map.of(), List.of());
    }

    /**
     * Takes the name from all that a member posted; they may have it again.
     *
     * @param name of theirs, now
     * @return what bore another one, or none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Exceptions unname(long member, String name) {
        List<Discussion> places = holdAll(member);
        Map<String, List<Long>> others = new TreeMap<>();
        List<Long> none = new ArrayList<>();
        entities.createQuery(
                        "select c.id, c.speaker from Comment c where c.memberId = :member and c.postedAt is not null"
                                + " and (c.speaker is null or c.speaker <> :name) order by c.id",
                        Object[].class)
                .setParameter("member", member)
                .setParameter("name", name)
                .getResultList()
                .forEach(row -> (row[1] == null
                                ? none
                                : others.computeIfAbsent((String) row[1], bearing -> new ArrayList<>()))
                        .add((Long) row[0]));
        for (Discussion place : places) {
            place.withdrawn(update(
                    "c.speakerKind = 'WITHDRAWN', c.speaker = null, c.speakerKey = null",
                    POSTED + " and c.speakerKind = 'NAMED'",
                    member,
                    place));
        }
        return new Exceptions(others, none);
    }

    /** Gives all that a member posted the name again, or the one that it bore. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void name(long member, String name, Exceptions exceptions) {
        List<Discussion> places = holdAll(member);
        Set<Long> not = new HashSet<>(exceptions.none());
        // A list in SQL must not be empty.
        not.add(-1L);
        exceptions.others().forEach((other, ids) -> {
            name(places, member, other, "c.id in :ids", ids);
            not.addAll(ids);
        });
        name(places, member, name, "c.id not in :ids", not);
    }

    private void name(List<Discussion> places, long member, String name, String which, Collection<Long> ids) {
        for (Discussion place : places) {
            place.withdrawn(entities.createQuery(
                            "update Comment c set c.speakerKind = 'NAMED', c.speaker = :name, c.speakerKey = :key where"
                                    + POSTED + " and c.speakerKind = 'WITHDRAWN' and " + which)
                    .setParameter("member", member)
                    .setParameter("place", place)
                    .setParameter("name", name)
                    .setParameter("key", NameKey.of(name))
                    .setParameter("ids", ids)
                    .executeUpdate());
        }
    }

    /** Keeps everybody else from changing any discussion that a member wrote in, and from moving what they wrote. */
    private List<Discussion> holdAll(long member) {
        nothingMoves();
        return entities.createQuery(
                        "select d from Discussion d where d.id in (select c.discussion.id from Comment c"
                                + " where c.memberId = :member) order by d.id",
                        Discussion.class)
                .setParameter("member", member)
                .getResultStream()
                .map(discussions::lock)
                .toList();
    }

    /** Everybody who speaks in the document of that discussion, by name. */
    @Transactional(readOnly = true)
    public List<String> speakers(Discussion place) {
        return entities.createQuery(
                        "select min(c.speaker) from Comment c where" + IN_DOCUMENT + " and c.speakerKind = 'NAMED'"
                                + " group by c.speakerKey order by c.speakerKey",
                        String.class)
                .setParameter("place", place)
                .getResultList();
    }

    /**
     * Says that who speaks under that name in the document of that discussion is a member here.
     *
     * @param key of the name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Discussion place, String key, long member) {
        sayWho(place, key, "c.memberId = :member", member);
    }

    /** Takes that back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unconfirm(Discussion place, String key) {
        sayWho(place, key, "c.memberId = null", null);
    }

    /** Some of what they said may have been moved. */
    private void sayWho(Discussion place, String key, String set, @Nullable Long member) {
        Discussion openThread = discussions.at(null).orElseThrow();
        discussions.lock(openThread, place);
        Query update = entities.createQuery("update Comment c set " + set + " where" + SPEAKS)
                .setParameter("place", place)
                .setParameter("key", key);
        if (member != null) {
            update.setParameter("member", member);
        }
        int said = update.executeUpdate();
        openThread.withdrawn(said);
        Objects.requireNonNull(entities.find(Discussion.class, place.id())).withdrawn(said);
    }
}
