package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.ErasedRows.Row;
import org.colloquy.erased.ComparedWords;
import org.colloquy.erased.Cut;
import org.colloquy.erased.ErasedLine;
import org.colloquy.erased.ErasedList;
import org.colloquy.erased.Hashes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a comment on a lawful request: it and all that it once said are gone from the database, and what only it had
 * said is gone from every other comment that repeats it. Its number, its place and its replies stay. What was erased is
 * listed as keyed hashes, so that neither a document nor a backup nor anybody's memory brings it back.
 */
@Component
public class Erasing {

    private final EntityManager entities;
    private final Comments comments;
    private final Discussions discussions;
    private final ErasedList list;
    private final JdbcTemplate sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasing(
            EntityManager entities,
            Comments comments,
            Discussions discussions,
            ErasedList list,
            JdbcTemplate sql,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entities = entities;
        this.comments = comments;
        this.discussions = discussions;
        this.list = list;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What erasing a comment would do.
     *
     * @param comment that would be erased
     * @param revisions how often it was changed, all of which goes
     * @param again the same text under the same name elsewhere, which goes with it
     * @param cuts the others that repeat what only it had said
     */
    public record Preview(CommentView comment, int revisions, List<CommentView> again, List<Repeated> cuts) {

        /** In how many comments words are cut. */
        public int repeating() {
            return (int) cuts.stream().map(cut -> cut.comment().id()).distinct().count();
        }
    }

    /**
     * A text of another comment that repeats its words.
     *
     * @param former whether that is what it said before it was changed
     */
    public record Repeated(CommentView comment, boolean former, List<Piece> pieces) {}

    /**
     * Some words of it.
     *
     * @param gone whether they are taken out, and {@link Cut#MARK} stands there then
     */
    public record Piece(String text, boolean gone) {}

    /**
     * A comment was erased, and whoever remembers anything of it is to forget that.
     *
     * @param texts all that it said and had said
     */
    public record CommentErased(Collection<String> texts) {}

    /** What erasing that comment would do; empty if there is no such comment, or it has been erased. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(long id) {
        return erasable(id).map(comment -> {
            Repeating repeating = repeating(comment);
            Map<Long, CommentView> views = new LinkedHashMap<>();
            repeating.cuts().keySet().forEach(row -> views.computeIfAbsent(row.id(), this::view));
            return new Preview(
                    comment.unveiled(),
                    Math.toIntExact(Objects.requireNonNull(
                            sql.queryForObject("select count(*) from revision where comment_id = ?", Long.class, id))),
                    repeating.again().stream().map(this::view).toList(),
                    repeating.cuts().entrySet().stream()
                            .map(cut -> new Repeated(
                                    Objects.requireNonNull(
                                            views.get(cut.getKey().id())),
                                    cut.getKey().revision() != null,
                                    pieces(cut.getKey().text(), cut.getValue())))
                            .toList());
        });
    }

    private static List<Piece> pieces(String text, Cut cut) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Cut.Place place : cut.places()) {
            pieces.add(new Piece(text.substring(at, place.from()), false));
            pieces.add(new Piece(text.substring(place.from(), place.to()), true));
            at = place.to();
        }
        pieces.add(new Piece(text.substring(at), false));
        pieces.removeIf(piece -> piece.text().isEmpty());
        return pieces;
    }

    private CommentView view(long id) {
        return comments.findById(id).orElseThrow().unveiled();
    }

    private Optional<Comment> erasable(long id) {
        return comments.findById(id).filter(comment -> comment.kind() == Kind.COMMENT && !comment.isErased());
    }

    /**
     * Erases a comment, in the transaction that also writes this into the log.
     *
     * @param name whether the name goes too
     * @return it and those that say the same under the same name, as they are now; empty where nothing was to do
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CommentView> erase(long id, boolean name) {
        // Whoever changes articles holds their rows first.
        sql.queryForList("select id from article order by id for update");
        // Then those of members, as everywhere: what moderators said of them may be left out.
        sql.queryForList("select id from member where suspended_reason is not null order by id for update");
        // All of them, in one order: its words may stand in any, and nobody may write them down again meanwhile.
        entities.createQuery("select d from Discussion d order by d.id", Discussion.class)
                .getResultList()
                .forEach(discussions::lock);
        entities.clear();
        Comment comment = erasable(id).orElse(null);
        if (comment == null) {
            return List.of();
        }
        Repeating repeating = repeating(comment);
        List<Long> gone = new ArrayList<>(List.of(id));
        gone.addAll(repeating.again());
        ErasedRows rows = new ErasedRows(sql, clock.instant());
        List<Row> texts = gone.stream().flatMap(one -> rows.of(one).stream()).toList();
        list.add(sql, lines(texts, repeating, name));
        entities.clear();
        gone.forEach(one -> rows.erase(one, name));
        repeating.cuts().forEach(rows::cut);
        repeating.reasons().forEach(rows::reason);
        rows.leaveOut(repeating::repeats);
        rows.settle();
        events.publishEvent(new CommentErased(texts.stream().map(Row::text).toList()));
        return gone.stream().map(this::view).toList();
    }

    private Repeating repeating(Comment comment) {
        return new Repeating(
                new ErasedRows(sql, clock.instant()), sql, comment.id(), Quoting.article(comment.discussion()));
    }

    private List<ErasedLine> lines(List<Row> texts, Repeating repeating, boolean name) {
        Hashes hashes = list.hashes();
        List<ErasedLine> lines = new ArrayList<>();
        for (Row row : texts) {
            ComparedWords words = ComparedWords.of(row.text());
            lines.add(hashes.row(row.id(), words, name));
            if (row.file() != null && row.documentNumber() != null) {
                lines.add(hashes.entry(row.file(), row.documentNumber(), words, name));
            }
            if (words.size() >= ComparedWords.RUN) {
                lines.add(hashes.said(row.speaker(), words, name));
            }
        }
        repeating.own().forEach((run, own) -> lines.add(hashes.words(run, own)));
        repeating.ranges().forEach((row, ranges) -> lines.add(hashes.text(ComparedWords.of(row.text()), ranges)));
        return lines;
    }
}
