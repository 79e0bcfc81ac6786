package org.colloquy.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.erased.Cut;
import org.colloquy.erased.Erased;
import org.colloquy.reply.Quotation;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes what was removed on request out of the rows of the database: when an administrator does so, and again at every
 * start, as a database may have come back from a backup. Writes SQL, not entities: at a start JPA is not up yet. Whoever
 * uses this keeps everybody else from changing the discussions meanwhile.
 */
public final class ErasedRows {

    /** So many texts are in memory at once. */
    private static final int AT_ONCE = 500;

    /** Where removed words stood does not matter to whoever repeated them. */
    private static final Quotation.Place GONE = new Quotation.Place(new Source(Source.Kind.COMMENT, 0), 0, 0);

    private final JdbcTemplate sql;
    private final Timestamp now;
    private final Set<Long> changed = new HashSet<>();

    public ErasedRows(JdbcTemplate sql, Instant now) {
        this.sql = sql;
        this.now = Timestamp.from(now);
    }

    /**
     * A text in the database.
     *
     * @param id the comment's, also where the text is one that it once had
     * @param revision the id of what it said before, or null for what it says now
     * @param writtenIn the discussion that what it names is found in: not where it stands, once it was moved
     */
    record Row(
            long id,
            @Nullable Long revision,
            long discussion,
            long writtenIn,
            @Nullable String file,
            int number,
            @Nullable Integer documentNumber,
            @Nullable String speaker,
            @Nullable String speakerKey,
            @Nullable Long member,
            String text,
            @Nullable String hiddenReason) {}

    private static final String ROW = "c.discussion_id, coalesce(w.id, c.discussion_id) as written_in,"
            + " coalesce(a.file_name, b.file_name) as file_name, c.number,"
            + " coalesce(c.document_number, t.document_number) as document_number, c.speaker, c.speaker_key,"
            + " c.member_id, c.hidden_reason";

    /** What was moved to the Open Thread was written where its stub stands, and has its number in a document there. */
    private static final String PLACES = " join discussion d on d.id = c.discussion_id"
            + " left join article a on a.id = d.article_id"
            + " left join comment t on t.id = c.twin_id and d.article_id is null"
            + " left join discussion w on w.id = t.discussion_id left join article b on b.id = w.article_id";

    private static final String ROWS = "select c.id as comment, null as revision, c.id as at, c.text as text, " + ROW
            + " from comment c" + PLACES + " where c.kind <> 'PLACEHOLDER' and c.erased_at is null";

    private static final String REVISIONS = "select c.id as comment, r.id as revision, r.id as at, r.text as text, "
            + ROW + " from revision r join comment c on c.id = r.comment_id" + PLACES + " where c.erased_at is null";

    /** A column that holds what somebody said about a comment, or about who wrote it. */
    private record Column(String table, String name) {

        String query() {
            return "select id, %s from %s where %s is not null order by id".formatted(name, table, name);
        }

        String update() {
            return "update %s set %s = ? where id = ?".formatted(table, name);
        }

        /** The discussions whose pages show it. */
        List<Long> shownIn(JdbcTemplate sql, long id) {
            return switch (table) {
                case "comment" -> sql.queryForList("select discussion_id from comment where id = ?", Long.class, id);
                case "discussion" -> List.of(id);
                default -> List.of();
            };
        }
    }

    private static final List<Column> SAID_ABOUT = List.of(
            new Column("comment", "moved_reason"),
            new Column("comment", "closed_reason"),
            new Column("discussion", "closed_reason"),
            new Column("member", "suspended_reason"),
            new Column("name_claim", "proof"),
            new Column("name_claim", "reason"),
            new Column("report", "explanation"),
            new Column("report", "quote"),
            new Column("report_appeal", "words"),
            new Column("report_decision", "reason"));

    interface Each {
        void read(Row row);
    }

    /** All that comments say, and then all that they have said. */
    void each(Each reader) {
        each(ROWS + " and c.id > ? order by c.id limit " + AT_ONCE, reader);
        each(REVISIONS + " and r.id > ? order by r.id limit " + AT_ONCE, reader);
    }

    private void each(String query, Each reader) {
        long[] after = {0};
        List<Row> some;
        do {
            some = sql.query(
                    query,
                    (row, at) -> {
                        after[0] = row.getLong("at");
                        return row(row);
                    },
                    after[0]);
            some.forEach(reader::read);
        } while (some.size() == AT_ONCE);
    }

    /**
     * Leaves reasons out that repeat what is removed, in the log and wherever else somebody gave one, and forgets what
     * undoing needs wherever that does: an act that cannot be undone cannot bring it back.
     */
    void leaveOut(Predicate<String> repeats) {
        repeating(
                        "select id, reason from moderation_log where reason is not null"
                                + " and id not in (select log_id from erased_reason) order by id",
                        repeats)
                .forEach(entry -> sql.update("insert into erased_reason (log_id) values (?)", entry));
        repeating("select log_id, former from undo_note order by log_id", repeats)
                .forEach(note -> sql.update("delete from undo_note where log_id = ?", note));
        // Row by row, whatever columns of it are concerned: whoever locks several rows of a table goes by their ids.
        Map<String, SortedMap<Long, List<Column>>> said = new LinkedHashMap<>();
        SAID_ABOUT.forEach(column -> repeating(column.query(), repeats)
                .forEach(id -> said.computeIfAbsent(column.table(), table -> new TreeMap<>())
                        .computeIfAbsent(id, row -> new ArrayList<>())
                        .add(column)));
        said.values()
                .forEach(rows -> rows.forEach((id, columns) -> columns.forEach(column -> {
                    sql.update(column.update(), Cut.MARK, id);
                    changed.addAll(column.shownIn(sql, id));
                })));
    }

    private List<Long> repeating(String query, Predicate<String> repeats) {
        List<Long> repeating = new ArrayList<>();
        sql.query(query, row -> {
            if (repeats.test(row.getString(2))) {
                repeating.add(row.getLong(1));
            }
        });
        return repeating;
    }

    /** What a comment says and has said; empty if there is none, or it has been erased. */
    List<Row> of(long comment) {
        List<Row> all = new ArrayList<>(sql.query(ROWS + " and c.id = ?", (row, at) -> row(row), comment));
        all.addAll(sql.query(REVISIONS + " and c.id = ? order by r.id", (row, at) -> row(row), comment));
        return all;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("comment"),
                number(row, "revision"),
                row.getLong("discussion_id"),
                row.getLong("written_in"),
                row.getString("file_name"),
                row.getInt("number"),
                row.getObject("document_number") == null ? null : row.getInt("document_number"),
                row.getString("speaker"),
                row.getString("speaker_key"),
                number(row, "member_id"),
                row.getString("text"),
                row.getString("hidden_reason"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /**
     * What was found in the database and taken out.
     *
     * @param comments that were wholly erased
     * @param texts that were cut
     */
    public record Taken(int comments, int texts) {}

    /** Takes out all that is on the list. */
    public Taken sweep(Erased erased) {
        if (erased.isNothing()) {
            return new Taken(0, 0);
        }
        Set<Long> gone = new HashSet<>();
        List<Row> cuts = new ArrayList<>();
        each(row -> {
            Erased.Found found = erased.inRow(row.id(), row.file(), row.documentNumber(), row.speaker(), row.text());
            if (found.gone() && gone.add(row.id())) {
                erase(row.id(), found.name());
            } else if (!found.cut().isNothing() || !sameReason(row, erased)) {
                cuts.add(row);
            }
        });
        leaveOut(text -> !erased.cut(text).isNothing());
        cuts.removeIf(row -> gone.contains(row.id()));
        for (Row row : cuts) {
            Row left = row;
            for (Cut cut = erased.cut(left.text()); !cut.text().equals(left.text()); cut = erased.cut(left.text())) {
                cut(left, cut);
                left = saying(left, cut.text());
            }
            if (row.hiddenReason() != null && row.revision() == null) {
                reason(row, erased.left(row.hiddenReason()));
            }
        }
        settle();
        gone.forEach(this::log);
        return new Taken(gone.size(), cuts.size());
    }

    /** The log came back from before it was erased, too; who asked for it, and why, nobody knows here any more. */
    private void log(Long comment) {
        sql.update(
                "insert into moderation_log (at, action, place, comment_id, comment_number) select ?, 'ERASE',"
                        + " case when t.slug is null then '/open-thread' else concat('/articles/', t.slug) end, a.id,"
                        + " case when " + Visibility.SHOWN_IN_SQL + " then a.number end"
                        + " from comment a join discussion d on d.id = a.discussion_id"
                        + " left join article t on t.id = d.article_id where a.id = ? and not exists"
                        + " (select 1 from moderation_log l where l.comment_id = a.id and l.action = 'ERASE')",
                now,
                comment);
    }

    private static boolean sameReason(Row row, Erased erased) {
        return row.revision() != null
                || row.hiddenReason() == null
                || erased.left(row.hiddenReason()).equals(row.hiddenReason());
    }

    private static Row saying(Row row, String text) {
        return new Row(
                row.id(),
                row.revision(),
                row.discussion(),
                row.writtenIn(),
                row.file(),
                row.number(),
                row.documentNumber(),
                row.speaker(),
                row.speakerKey(),
                row.member(),
                text,
                row.hiddenReason());
    }

    /** Erases a comment: what it says and has said, and all that tells of it but its number and its place. */
    void erase(long comment, boolean name) {
        sql.queryForList("select discussion_id from comment where id = ? or twin_id = ?", Long.class, comment, comment)
                .forEach(changed::add);
        List<String> names = sql.queryForList(
                "select speaker from comment where id = ? and speaker is not null", String.class, comment);
        sql.update("delete from revision where comment_id = ?", comment);
        sql.update("delete from quotation where comment_id = ?", comment);
        sql.update("update quotation set source_from = 0, source_to = 0 where source_id = ?", comment);
        sql.update(
                "delete from undo_note where log_id in (select id from moderation_log where comment_id = ?)", comment);
        sql.update(
                "update comment set kind = 'COMMENT', text = '', rendered = null, verbatim = null,"
                        + " idempotency_key = null, flagged = false, reported = false, off_topic = false, waiting = false, rules = '', hidden_by = null,"
                        + " hidden_at = null, hidden_reason = null, withdrawn_at = null, erased_at = ?,"
                        // What readers have never seen leaves no trace for them.
                        + " state = case when posted_at is not null and shown_at is null"
                        + " and state in ('HELD', 'DECLINED') then ? else ? end where id = ?",
                now,
                State.DECLINED.name(),
                State.ERASED.name(),
                comment);
        // What moderators said of it when they moved it, or closed what stands under it, may repeat it.
        sql.update("update comment set moved_reason = null where twin_id = ?", comment);
        sql.update(
                "update comment set closed_reason = '' where (id = ? or twin_id = ?) and closed_reason is not null",
                comment,
                comment);
        // So may what readers said against it, and what was decided.
        sql.queryForList("select id from report where comment_id = ? order by id for update", Long.class, comment);
        sql.queryForList(
                "select id from report_appeal where comment_id = ? order by id for update", Long.class, comment);
        sql.update("update report set explanation = '', quote = '' where comment_id = ?", comment);
        sql.update("update report_appeal set words = '' where comment_id = ?", comment);
        sql.update(
                "delete from report_contact where report_id in (select id from report where comment_id = ?)", comment);
        sql.update("update report_decision set reason = ? where comment_id = ? and reason <> ''", Cut.MARK, comment);
        sql.update(
                "update comment set speaker_kind = 'WITHDRAWN', speaker = null, speaker_key = null, member_id = null"
                        + " where id = ? and (? or speaker is null)",
                comment,
                name);
        if (name) {
            names.forEach(this::forgetShapes);
        }
    }

    /** What the name of somebody who spoke in no other comment of a document looks like. */
    private void forgetShapes(String name) {
        sql.update(
                "delete from imported_shape where name = ? and not exists (select 1 from comment where speaker = ?"
                        + " and document_number is not null) and not exists (select 1 from article where byline = ?)",
                name,
                name,
                name);
    }

    /** Cuts a text; its quotations are then where they are now, and what pages show of it is made anew. */
    void cut(Row row, Cut cut) {
        changed.add(row.discussion());
        if (row.revision() != null) {
            sql.update("update revision set text = ? where id = ?", cut.text(), row.revision());
            return;
        }
        List<Quotation> quotations = requote(row.id(), cut);
        // Whoever has the form open with the words in it is shown what stands there now.
        sql.update(
                "update comment set text = ?, verbatim = null, revision = case when posted_at is not null"
                        + " then revision + 1 else revision end where id = ?",
                cut.text(),
                row.id());
        sql.update(
                "update comment set rendered = ? where id = ? and rendered is not null",
                Writing.html(cut.text(), quotations, known(row.writtenIn(), Writing.mentions(cut.text()))),
                row.id());
    }

    void reason(Row row, String reason) {
        changed.add(row.discussion());
        sql.update("update comment set hidden_reason = ? where id = ?", reason, row.id());
    }

    private record Quoted(
            int from,
            int to,
            int words,
            @Nullable Long source,
            @Nullable String passage,
            @Nullable Integer passageNumber,
            int sourceFrom,
            int sourceTo,
            String others) {}

    private List<Quotation> requote(long comment, Cut cut) {
        List<Quoted> before = sql.query(
                "select * from quotation where comment_id = ? order by from_offset",
                (row, at) -> new Quoted(
                        row.getInt("from_offset"),
                        row.getInt("to_offset"),
                        row.getInt("words"),
                        number(row, "source_id"),
                        row.getString("passage"),
                        row.getObject("passage_number") == null ? null : row.getInt("passage_number"),
                        row.getInt("source_from"),
                        row.getInt("source_to"),
                        row.getString("others")),
                comment);
        sql.update("delete from quotation where comment_id = ?", comment);
        List<Object[]> rows = new ArrayList<>();
        List<Quotation> quotations = new ArrayList<>();
        int end = 0;
        for (Quoted quoted : before) {
            int from = cut.beginning(quoted.from());
            int to = Math.min(cut.end(quoted.to()), cut.text().length());
            // Of several that now have the same mark, the first one has it.
            if (from < end || to <= from) {
                continue;
            }
            end = to;
            quotations.add(new Quotation(cut.text().substring(from, to), from, to, quoted.words(), GONE, List.of()));
            rows.add(new Object[] {
                comment,
                from,
                to,
                quoted.words(),
                quoted.source(),
                quoted.passage(),
                quoted.passageNumber(),
                quoted.sourceFrom(),
                quoted.sourceTo(),
                quoted.others()
            });
        }
        sql.batchUpdate(
                "insert into quotation (comment_id, from_offset, to_offset, words, source_id, passage, passage_number,"
                        + " source_from, source_to, others) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        return quotations;
    }

    private Set<Source> known(long discussion, Set<Source> mentions) {
        Set<Source> known = new HashSet<>();
        for (Source mention : mentions) {
            String there = mention.isComment()
                    ? "select count(*) from comment a where a.discussion_id = ? and a.number = ? and "
                            + Visibility.SHOWN_IN_SQL
                    : "select count(*) from ceasefire_term t join discussion d on d.article_id = t.article_id"
                            + " where d.id = ? and t.number = ?";
            Integer count = sql.queryForObject(there, Integer.class, discussion, mention.number());
            if (count != null && count > 0) {
                known.add(mention);
            }
        }
        return known;
    }

    /** Every page that showed it is another one now. */
    void settle() {
        changed.forEach(discussion -> sql.update(
                "update discussion set version = version + 1, withdrawn = withdrawn + 1 where id = ?", discussion));
        changed.clear();
    }
}
