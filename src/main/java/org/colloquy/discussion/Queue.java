package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What moderators may want to look at, and what they need to know to judge it. For moderators' eyes only. */
@Component
@Transactional(readOnly = true)
public class Queue {

    private static final String EVERY = "c.kind = 'COMMENT' and ";

    private static final String HISTORY = "count(c),"
            + " count(case when c.state in ('HIDDEN', 'DECLINED') and c.hiddenAt is not null then 1 end),"
            + " count(case when c.state = 'HELD' then 1 end)";

    private final EntityManager entities;
    private final Comments comments;

    Queue(EntityManager entities, Comments comments) {
        this.entities = entities;
        this.comments = comments;
    }

    /** Why moderators may want to look. */
    public enum Reason {
        /** It waits for them. */
        WAITING("c.waiting = true", "c.state = 'HELD'"),
        /** Readers reported it. */
        REPORTED("c.reported = true", "c.state = 'VISIBLE'"),
        /** Everybody reads it, but a rule asks for a look. */
        FLAGGED("c.flagged = true", "c.state = 'VISIBLE'"),
        /** Posted here without a name. */
        NAMELESS("c.speakerKind = 'NAMELESS'", Reason.UNJUDGED),
        /** Imported without a name. */
        NOT_IN_SOURCE("c.speakerKind = 'NOT_IN_SOURCE'", Reason.UNJUDGED),
        /** Readers say that it belongs in the Open Thread. */
        OFF_TOPIC("c.offTopic = true", "c.state = 'VISIBLE'"),
        /** Posted here, whatever else; what came with a document and was moved to the Open Thread was not. */
        NEWEST("c.documentNumber is null and (c.twin is null or c.postedAt is not null)", Reason.UNJUDGED);

        private static final String UNJUDGED = "c.state in ('VISIBLE', 'HELD') and c.cleared = false";

        private final String condition;
        private final String open;

        Reason(String condition, String open) {
            this.condition = condition;
            this.open = open;
        }
    }

    /** What has become of it. */
    public enum Which {
        /** Nobody has judged it yet. */
        OPEN,
        HIDDEN,
        ALL
    }

    /**
     * What is asked for.
     *
     * @param places the discussions to look in, at least one
     * @param speaker a name, or empty for anybody
     * @param words that its text has, or empty
     */
    public record Asked(Reason reason, Which which, Collection<Discussion> places, String speaker, String words) {

        private String condition() {
            return EVERY + met(reason) + " and " + looked();
        }

        private String met(Reason one) {
            return one.condition
                    + " and "
                    + switch (which) {
                        case OPEN -> one.open;
                        case HIDDEN -> "c.state in ('HIDDEN', 'DECLINED') and c.hiddenAt is not null";
                        case ALL -> "1 = 1";
                    };
        }

        /** Where, whose and with which words one looks, whatever the reason. */
        private String looked() {
            return "c.discussion in :places"
                    + (speaker.isBlank() ? "" : " and c.speakerKey = :speaker")
                    + (words.isBlank() ? "" : " and lower(c.text) like :words escape '!'");
        }

        private <T> TypedQuery<T> bind(TypedQuery<T> query) {
            query.setParameter("places", places);
            if (!speaker.isBlank()) {
                query.setParameter("speaker", NameKey.of(speaker));
            }
            if (!words.isBlank()) {
                query.setParameter("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
            }
            return query;
        }
    }

    /**
     * What somebody has said so far.
     *
     * @param posted how many comments
     * @param hidden how many of them a moderator has hidden
     * @param waiting how many of them wait
     */
    public record History(int posted, int hidden, int waiting) {}

    /**
     * A comment with what it stands in.
     *
     * @param title of its article, or null for the Open Thread
     * @param parent what it answers, or null
     * @param member who posted it, by id, or null
     * @param history of whoever it is from, or null where that is not known
     */
    public record Item(
            CommentView comment,
            @Nullable String title,
            @Nullable CommentView parent,
            @Nullable Long member,
            @Nullable History history) {}

    /** How many there would be of each reason, if all else were asked alike. */
    public Map<Reason, Integer> counts(Asked asked) {
        String counts = Stream.of(Reason.values())
                .map(reason -> "count(case when " + asked.met(reason) + " then 1 end)")
                .collect(Collectors.joining(", "));
        Object[] found = asked.bind(entities.createQuery(
                        "select " + counts + ", count(c) from Comment c where " + EVERY + asked.looked(),
                        Object[].class))
                .getSingleResult();
        Map<Reason, Integer> open = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            open.put(reason, ((Number) found[reason.ordinal()]).intValue());
        }
        return open;
    }

    public int count(Asked asked) {
        return asked.bind(entities.createQuery("select count(c) from Comment c where " + asked.condition(), Long.class))
                .getSingleResult()
                .intValue();
    }

    /** So many of them, newest first, from that one on, counted from 0. */
    public List<Item> items(Asked asked, int from, int most) {
        return items(asked.bind(entities.createQuery(
                        "select c.id from Comment c where " + asked.condition() + " order by c.id desc", Long.class))
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList());
    }

    /** These comments, newest first. */
    public List<Item> items(Collection<Long> ids) {
        List<Comment> found = comments.findByIdInOrderById(ids);
        Map<Long, CommentView> parents = parents(found);
        Map<Long, History> members = members(found);
        Map<String, History> speakers = speakers(found);
        List<Item> items = new ArrayList<>(found.size());
        for (Comment comment : found) {
            CommentView view = comment.unveiled(true);
            Long member = view.postedAt() != null ? comment.member() : null;
            items.add(
                    0,
                    new Item(
                            view,
                            comment.discussion().title(),
                            parents.get(comment.id()),
                            member,
                            member != null
                                    ? members.get(member)
                                    : speakers.get(comment.discussion().id() + comment.speakerKey())));
        }
        return items;
    }

    private Map<Long, CommentView> parents(List<Comment> found) {
        Map<Long, Long> ids = new HashMap<>();
        found.forEach(comment -> {
            if (comment.parent() != null) {
                ids.put(comment.id(), comment.parent().id());
            }
        });
        Map<Long, CommentView> views = comments.findByIdInOrderById(Set.copyOf(ids.values())).stream()
                .collect(Collectors.toMap(Comment::id, Comment::unveiled));
        Map<Long, CommentView> parents = new HashMap<>();
        ids.forEach((comment, parent) -> parents.put(comment, Objects.requireNonNull(views.get(parent))));
        return parents;
    }

    /** What a member has posted here. */
    public History history(long member) {
        return histories(Set.of(member)).getOrDefault(member, new History(0, 0, 0));
    }

    private Map<Long, History> members(List<Comment> found) {
        return histories(
                found.stream().map(Comment::member).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private Map<Long, History> histories(Set<Long> members) {
        Map<Long, History> histories = new HashMap<>();
        if (!members.isEmpty()) {
            entities.createQuery(
                            "select c.memberId, " + HISTORY + " from Comment c where c.memberId in :members"
                                    + " and c.postedAt is not null group by c.memberId",
                            Object[].class)
                    .setParameter("members", members)
                    .getResultStream()
                    .forEach(row -> histories.put((Long) row[0], history(row, 1)));
        }
        return histories;
    }

    /** Of those who speak in documents, each in their own. */
    private Map<String, History> speakers(List<Comment> found) {
        Set<String> keys =
                found.stream().map(Comment::speakerKey).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Discussion> places = found.stream().map(Comment::discussion).collect(Collectors.toSet());
        Map<String, History> histories = new HashMap<>();
        if (!keys.isEmpty()) {
            entities.createQuery(
                            "select c.discussion.id, c.speakerKey, " + HISTORY + " from Comment c"
                                    + " where c.speakerKey in :keys and c.discussion in :places"
                                    + " group by c.discussion.id, c.speakerKey",
                            Object[].class)
                    .setParameter("keys", keys)
                    .setParameter("places", places)
                    .getResultStream()
                    .forEach(row -> histories.put(row[0] + String.valueOf(row[1]), history(row, 2)));
        }
        return histories;
    }

    private static History history(Object[] row, int from) {
        return new History(
                ((Number) row[from]).intValue(),
                ((Number) row[from + 1]).intValue(),
                ((Number) row[from + 2]).intValue());
    }
}
