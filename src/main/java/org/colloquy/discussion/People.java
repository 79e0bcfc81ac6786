package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** What one person has said in all discussions, and what others have answered. Everything has passed {@link Visibility}. */
@Component
@Transactional(readOnly = true)
public class People {

    /** What no server takes in a path, however it is written there. */
    private static final Pattern NOT_IN_A_PATH = Pattern.compile("[/\\\\;%]|^\\.{1,2}$|\\p{Cntrl}");

    /** Everybody's answers to a member, under their comments or quoting them, or what stands for one that was moved. */
    private static final String REPLIES = " from (" + answers("join comment p on c.parent_id = p.id where p")
            + " union " + answers("join comment t on c.parent_id = t.twin_id where t")
            + " union "
            + answers("join quotation q on q.comment_id = c.id join comment s on q.source_id = s.id where s")
            + " union "
            + answers("join quotation q on q.comment_id = c.id join comment t on q.source_id = t.twin_id where t")
            + ") r where r.state = 'VISIBLE' and (r.member_id is null or r.member_id <> :member) and r."
            + Visibility.PRESENT_IN_SQL;

    private static String answers(String to) {
        return "select c.id, c.shown_at, c.member_id, c.state, c.discussion_id from comment c " + to
                + ".member_id = :member";
    }

    private final EntityManager entities;
    private final Comments comments;
    private final Clock clock;

    People(EntityManager entities, Comments comments, Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.clock = clock;
    }

    /**
     * Somebody who has said something here, and of whom everybody sees that they have.
     *
     * @param comments how many of their comments everybody may read
     * @param since when they posted the first of these; null where there is none
     */
    public record Person(
            long member,
            String handle,
            int comments,
            @Nullable Instant since) {}

    /**
     * A comment in a list of several discussions.
     *
     * @param title of its article, or null for the Open Thread
     * @param shownAt since when everybody can read it, where it was posted here
     */
    public record Listed(
            CommentView comment,
            @Nullable String title,
            @Nullable Instant shownAt) {}

    /** Where the page of whoever holds that handle is. */
    public static String address(String handle) {
        return NOT_IN_A_PATH.matcher(handle).find()
                ? "/people?name=" + UriUtils.encode(handle, StandardCharsets.UTF_8)
                : "/people/" + UriUtils.encodePathSegment(handle, StandardCharsets.UTF_8);
    }

    /** Whoever holds that handle, where it stands beside anything that was posted here. */
    public Optional<Person> holding(String handle) {
        return entities.createNativeQuery("select m.id, m.handle from member m where m.handle_key = :key", Tuple.class)
                .setParameter("key", NameKey.of(handle))
                .getResultStream()
                .findFirst()
                .flatMap(found -> person((Tuple) found));
    }

    private Optional<Person> person(Tuple member) {
        long id = ((Number) member.get(0)).longValue();
        Object[] said = entities.createQuery(
                        "select count(case when c.state = :visible then 1 end),"
                                + " min(case when c.state = :visible then c.postedAt end), count(c) from Comment c"
                                + " where c.memberId = :member and " + Visibility.SIGNED
                                + " and c.postedAt is not null and " + Visibility.PRESENT,
                        Object[].class)
                .setParameter("member", id)
                .setParameter("visible", State.VISIBLE)
                .getSingleResult();
        Instant since = (Instant) said[1];
        return ((Number) said[2]).intValue() == 0
                ? Optional.empty()
                : Optional.of(new Person(
                        id, (String) Objects.requireNonNull(member.get(1)), ((Number) said[0]).intValue(), since));
    }

    /** One page, from 0, of what everybody may read of theirs, newest first. */
    public List<Listed> comments(Person person, Viewer viewer, int page, int size) {
        List<Long> ids = entities.createQuery(
                        "select c.id from Comment c where c.memberId = :member and c.state = :visible"
                                + " and c.postedAt is not null and " + Visibility.PRESENT + " order by c.id desc",
                        Long.class)
                .setParameter("member", person.member())
                .setParameter("visible", State.VISIBLE)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        return listed(ids, viewer);
    }

    /** One page, from 0, of all that the viewer has posted here, whatever became of it, newest first. */
    @SuppressWarnings("unchecked")
    public List<Listed> own(Viewer viewer, int page, int size) {
        Long member = viewer.member();
        List<String> found = new ArrayList<>();
        if (member != null) {
            found.add("select id from comment where member_id = :member and posted_at is not null");
        }
        if (!viewer.own().isEmpty()) {
            found.add("select id from comment where id in (:own) and posted_at is not null");
        }
        if (found.isEmpty()) {
            return List.of();
        }
        // Not one "or": H2 would read every comment.
        Query query = entities.createNativeQuery(String.join(" union ", found) + " order by id desc", Long.class)
                .setFirstResult(page * size)
                .setMaxResults(size);
        if (member != null) {
            query.setParameter("member", member);
        }
        if (!viewer.own().isEmpty()) {
            query.setParameter("own", viewer.own());
        }
        List<Long> ids = query.getResultList();
        return listed(ids, viewer);
    }

    /** One page, from 0, of what others have answered to that member, or quoted, newest first. */
    @SuppressWarnings("unchecked")
    public List<Listed> replies(long member, Viewer viewer, int page, int size) {
        Query replies = entities.createNativeQuery(
                "select r.id" + REPLIES + " order by r.shown_at desc nulls last, r.id desc", Long.class);
        List<Long> ids = replies.setParameter("member", member)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultList();
        List<Listed> listed = new ArrayList<>(listed(ids, viewer));
        listed.sort((a, b) ->
                ids.indexOf(a.comment().id()) - ids.indexOf(b.comment().id()));
        return listed;
    }

    /** How many of these came after the member has last read them. */
    public int unread(long member) {
        Number unread = (Number)
                entities.createNativeQuery("select count(*)" + REPLIES + " and r.shown_at > :since", Long.class)
                        .setParameter("member", member)
                        .setParameter("since", readUpTo(member))
                        .getSingleResult();
        return unread.intValue();
    }

    /** When that member has last read what answers them; long ago where they never did. */
    public Instant readUpTo(long member) {
        return hasReadUpTo(member).orElse(Instant.EPOCH);
    }

    /** The same; empty where they never did. */
    public Optional<Instant> hasReadUpTo(long member) {
        return entities.createNativeQuery("select up_to from replies_read where member_id = :member", Instant.class)
                .setParameter("member", member)
                .getResultStream()
                .findFirst()
                .map(Instant.class::cast);
    }

    /**
     * Says that a member has read all that answered them up to that moment. What is still to come nobody has read, and time
     * does not run back.
     */
    @Transactional
    public void read(long member, Instant upTo) {
        Instant now = clock.instant();
        Instant moment = upTo.isAfter(now) ? now : upTo;
        if (!moment.isAfter(readUpTo(member)) || !hold(member)) {
            return;
        }
        int known = entities.createNativeQuery(
                        "update replies_read set up_to = :upTo where member_id = :member and up_to < :upTo")
                .setParameter("upTo", moment)
                .setParameter("member", member)
                .executeUpdate();
        if (known == 0 && hasReadUpTo(member).isEmpty()) {
            entities.createNativeQuery("insert into replies_read (member_id, up_to) values (:member, :upTo)")
                    .setParameter("member", member)
                    .setParameter("upTo", moment)
                    .executeUpdate();
        }
    }

    /** Of two tabs that say so at once, the other comes afterwards. Whoever has left says nothing. */
    private boolean hold(long member) {
        return entities.createNativeQuery(
                        "select id from member where id = :member and left_at is null for update", Long.class)
                .setParameter("member", member)
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    /** Of a member who leaves. */
    @Transactional
    public void forget(long member) {
        entities.createNativeQuery("delete from replies_read where member_id = :member")
                .setParameter("member", member)
                .executeUpdate();
    }

    private List<Listed> listed(List<Long> ids, Viewer viewer) {
        List<Listed> listed = new ArrayList<>();
        for (Comment comment : comments.findByIdInOrderById(ids)) {
            Visibility.of(comment, viewer)
                    .ifPresent(view ->
                            listed.add(new Listed(view, comment.discussion().title(), comment.shownAt())));
        }
        Collections.reverse(listed);
        return listed;
    }
}
