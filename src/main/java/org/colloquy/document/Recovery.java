package org.colloquy.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.SourceList;
import org.colloquy.discussion.Writing;
import org.colloquy.reply.Article;
import org.colloquy.reply.Evidence;
import org.colloquy.reply.Quotation;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds anew what the comments of one discussion answer and quote, as they stand in the database: those of the document
 * among each other, then what was posted here. What was posted stays where it stands, and so does what a moderator
 * placed; only its quotations are linked anew.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** So many moved replies are named one by one; nobody reads more in a log. */
    private static final int MOST_NAMED = 20;

    private final JdbcTemplate sql;
    private final long discussion;
    /** Where each comment of the document stood before, for those that stood somewhere. */
    private final Map<Long, Integer> before;

    private final Map<Integer, Long> ids = new HashMap<>();
    private final Map<Long, @Nullable Long> parents = new HashMap<>();
    /** The numbers of all comments that readers see, and of the article's terms. */
    private final Set<Integer> seen = new HashSet<>();

    private final Set<Integer> terms = new HashSet<>();
    private boolean leadsAhead;
    private final List<Object[]> found = new ArrayList<>();
    private final List<Object[]> foundBefore = new ArrayList<>();
    private final List<Object[]> quotations = new ArrayList<>();
    private final List<Object[]> rendered = new ArrayList<>();

    /** Comments of people who have left, what was erased, and stubs of what was moved away. */
    private static final String LEFT = " (select id from comment where discussion_id = ?"
            + " and (speaker_kind = 'WITHDRAWN' or erased_at is not null or kind = 'MOVED'))";

    /** What was moved to the Open Thread: what it quotes and answers was found where it was written. */
    private static final String AWAY = "kind = 'COMMENT' and twin_id is not null"
            + " and discussion_id in (select id from discussion where article_id is null)";

    private final Map<Long, Kept> kept;

    /** What a comment quotes of people who have left, or of what was moved: where that stands in its text. */
    private record Kept(String text, List<Quotation> quotations) {
        boolean overlaps(Quotation found) {
            return quotations.stream().anyMatch(one -> found.from() < one.to() && one.from() < found.to());
        }

        /** These, and what else is found, in the order of the text. */
        List<Quotation> and(List<Quotation> found) {
            return Stream.concat(quotations.stream(), found.stream().filter(one -> !overlaps(one)))
                    .sorted(Comparator.comparingInt(Quotation::from))
                    .toList();
        }
    }

    /** Where the words of somebody who has left stood does not matter to whoever repeats them. */
    private static final Quotation.Place GONE = new Quotation.Place(new Source(Source.Kind.COMMENT, 0), 0, 0);

    /** A comment as it stands here. */
    private record Row(
            long id,
            int number,
            @Nullable String speaker,
            String text,
            boolean imported,
            boolean shown,
            @Nullable Evidence evidence,
            @Nullable Long parent,
            boolean rendered,
            boolean away) {
        Said said() {
            return new Said(number, speaker, text);
        }
    }

    /** Remembers where the replies stand before the document changes them, and takes back what was only found. */
    Recovery(JdbcTemplate sql, long discussion) {
        this.sql = sql;
        this.discussion = discussion;
        this.before = places();
        this.kept = kept();
        sql.update(
                "delete from quotation where comment_id in (select id from comment where discussion_id = ?"
                        + " and not (" + AWAY + ")) and (source_id is null or source_id not in" + LEFT + ")",
                discussion,
                discussion);
        sql.update(
                "update comment set parent_id = null, evidence = null, grade = null where discussion_id = ?"
                        + " and erased_at is null and document_number is not null and evidence in (?, ?)"
                        + " and (parent_id is null or parent_id not in" + LEFT + ")",
                discussion,
                Evidence.QUOTED.name(),
                Evidence.NAMED.name(),
                discussion);
        sql.update(
                "update comment set found_parent_id = null, found_evidence = null, found_grade = null"
                        + " where discussion_id = ? and erased_at is null and document_number is not null"
                        + " and found_evidence in (?, ?)"
                        + " and (found_parent_id is null or found_parent_id not in" + LEFT + ")",
                discussion,
                Evidence.QUOTED.name(),
                Evidence.NAMED.name(),
                discussion);
    }

    /** What is quoted of these, by who quotes it: the words that would show it again may be gone. */
    private Map<Long, Kept> kept() {
        Map<Long, Kept> kept = new HashMap<>();
        sql.query(
                "select q.comment_id, q.from_offset, q.to_offset, q.words, c.text from quotation q"
                        + " join comment c on c.id = q.comment_id where c.discussion_id = ? and q.source_id in" + LEFT,
                row -> {
                    String text = row.getString("text");
                    kept.computeIfAbsent(row.getLong("comment_id"), id -> new Kept(text, new ArrayList<>()))
                            .quotations()
                            .add(kept(text, row.getInt("from_offset"), row.getInt("to_offset"), row.getInt("words")));
                },
                discussion,
                discussion);
        return kept;
    }

    private static Quotation kept(String text, int from, int to, int words) {
        return new Quotation(
                text.substring(Math.min(from, text.length()), Math.min(to, text.length())),
                from,
                to,
                words,
                GONE,
                List.of());
    }

    /** Who says something else by now does not quote the same any more. */
    private void dropWhatIsNotSaidAnyMore(List<Row> rows) {
        for (Row row : rows) {
            Kept before = kept.get(row.id());
            if (before != null && !before.text().equals(row.text())) {
                kept.remove(row.id());
                sql.update("delete from quotation where comment_id = ?", row.id());
                sql.update(
                        "update comment set parent_id = null, evidence = null, grade = null where id = ?"
                                + " and document_number is not null and evidence in (?, ?)",
                        row.id(),
                        Evidence.QUOTED.name(),
                        Evidence.NAMED.name());
            }
        }
    }

    /**
     * Stores what is found, and says which replies stand elsewhere now.
     *
     * @return how many comments of the document answer something
     */
    int store(Article article, String file) {
        dropWhatIsNotSaidAnyMore(rows());
        List<Row> rows = rows();
        rows.forEach(row -> ids.put(row.number(), row.id()));
        Set<Long> heard = new HashSet<>();
        for (Row row : rows) {
            parents.put(row.id(), row.parent());
            leadsAhead |= row.parent() != null && !heard.contains(row.parent());
            heard.add(row.id());
        }
        sql.query(
                "select id, parent_id from comment where discussion_id = ? and kind = 'MOVED' and parent_id is not null",
                stub -> {
                    parents.put(stub.getLong(1), stub.getLong(2));
                },
                discussion);
        seen.addAll(sql.queryForList(
                "select number from comment where discussion_id = ? and (state not in (?, ?)"
                        + " or state = ? and (shown_at is not null or posted_at is null))",
                Integer.class,
                discussion,
                State.HELD.name(),
                State.DECLINED.name(),
                State.HELD.name()));
        article.passages().stream()
                .filter(passage -> passage.kind() == Source.Kind.TERM)
                .forEach(term -> terms.add(term.number()));
        ReplyFinder finder = new ReplyFinder(article);
        int links = 0;
        for (Row row : rows) {
            // What waits for a moderator may quote, but nobody can have quoted it.
            Optional<Link> link = row.shown() ? finder.hear(row.said()) : finder.ask(row.said());
            if (row.away()) {
                continue;
            }
            link.ifPresent(found -> store(row, found));
            if (row.rendered()) {
                List<Quotation> found = link.map(Link::quotations).orElse(List.of());
                Kept before = kept.get(row.id());
                render(row, before == null ? found : before.and(found));
            }
            links += link.isPresent() && row.imported() ? 1 : 0;
        }
        write();
        report(file);
        return links;
    }

    private void store(Row row, Link link) {
        Long parent = link.parent().isComment() ? ids.get(link.parent().number()) : null;
        Object[] place = {parent, link.evidence().name(), link.grade().name(), row.id()};
        if (row.imported() && row.evidence() == Evidence.CONFIRMED) {
            foundBefore.add(place);
        } else if (row.imported() && row.evidence() == null && !descends(parent, row.id())) {
            found.add(place);
            parents.put(row.id(), parent);
        }
        Kept before = kept.get(row.id());
        for (Quotation quotation : link.quotations()) {
            if (before == null || !before.overlaps(quotation)) {
                quotations.add(columns(row.id(), quotation));
            }
        }
    }

    /** What was written here marks its quotations, which have just been found anew. */
    private void render(Row row, List<Quotation> quotations) {
        Set<Source> known = Writing.mentions(row.text());
        known.removeIf(mention -> mention.isComment()
                ? mention.number() >= row.number() || !seen.contains(mention.number())
                : !terms.contains(mention.number()));
        rendered.add(new Object[] {Writing.html(row.text(), quotations, known), row.id()});
    }

    /**
     * Whether one comment stands under another. What is found leads back to what was heard before, so there can be a
     * circle only if something that people placed leads ahead; else nobody needs to look.
     */
    private boolean descends(@Nullable Long comment, long ancestor) {
        Long above = comment;
        for (int steps = 0; leadsAhead && above != null && above != ancestor && steps <= parents.size(); steps++) {
            above = parents.get(above);
        }
        return leadsAhead && above != null;
    }

    private Object[] columns(long comment, Quotation quotation) {
        Quotation.Place place = quotation.place();
        boolean ofComment = place.source().isComment();
        return new Object[] {
            comment,
            quotation.from(),
            quotation.to(),
            quotation.words(),
            ofComment ? ids.get(place.source().number()) : null,
            ofComment ? null : place.source().kind().name(),
            ofComment ? null : place.source().number(),
            place.from(),
            place.to(),
            SourceList.of(quotation.others())
        };
    }

    private void write() {
        sql.batchUpdate("update comment set parent_id = ?, evidence = ?, grade = ? where id = ?", found);
        sql.batchUpdate(
                "update comment set found_parent_id = ?, found_evidence = ?, found_grade = ?"
                        + " where id = ? and found_evidence is null",
                foundBefore);
        sql.batchUpdate("update comment set rendered = ? where id = ?", rendered);
        sql.batchUpdate(
                "insert into quotation (comment_id, from_offset, to_offset, words, source_id, passage,"
                        + " passage_number, source_from, source_to, others) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                quotations);
    }

    private void report(String file) {
        Map<Long, Integer> after = places();
        Set<Long> moved = new HashSet<>(before.keySet());
        moved.retainAll(existing());
        moved.removeIf(comment -> Objects.equals(before.get(comment), after.get(comment)));
        List<String> named = new ArrayList<>();
        ids.forEach((number, id) -> {
            if (moved.contains(id) && named.size() < MOST_NAMED) {
                named.add("%d (%s, %s before)".formatted(number, under(after.get(id)), under(before.get(id))));
            }
        });
        if (!moved.isEmpty()) {
            LOG.warn(
                    "{}: {} elsewhere now than before this import: {}{}.",
                    file,
                    moved.size() == 1 ? "one reply stands" : moved.size() + " replies stand",
                    String.join(", ", named),
                    moved.size() > named.size() ? ", …" : "");
        }
    }

    private static String under(@Nullable Integer parent) {
        return parent == null ? "under none" : "under " + parent;
    }

    private Set<Long> existing() {
        return new HashSet<>(ids.values());
    }

    private Map<Long, Integer> places() {
        Map<Long, Integer> places = new HashMap<>();
        sql.query(
                "select c.id, p.number from comment c join comment p on p.id = c.parent_id where c.discussion_id = ?",
                row -> {
                    places.put(row.getLong(1), row.getInt(2));
                },
                discussion);
        return places;
    }

    private List<Row> rows() {
        return sql.query(
                "select id, number, document_number, speaker, text, state, evidence, parent_id,"
                        + " rendered is not null as rendered, (" + AWAY
                        + ") as away, shown_at is not null or posted_at is null as was_read"
                        + " from comment where discussion_id = ?"
                        + " and kind = 'COMMENT' order by case when document_number is null then 1 else 0 end,"
                        + " document_number, number",
                (row, at) -> row(row),
                discussion);
    }

    private static Row row(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        String evidence = row.getString("evidence");
        long parent = row.getLong("parent_id");
        return new Row(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("speaker"),
                row.getString("text"),
                row.getObject("document_number") != null,
                state == State.HELD ? row.getBoolean("was_read") : state != State.DECLINED,
                evidence == null ? null : Evidence.valueOf(evidence),
                parent == 0 ? null : parent,
                row.getBoolean("rendered"),
                row.getBoolean("away"));
    }
}
