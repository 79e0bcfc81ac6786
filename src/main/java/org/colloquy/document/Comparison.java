package org.colloquy.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colloquy.discussion.Changes;
import org.colloquy.discussion.Changes.Piece;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Passage;
import org.colloquy.reply.Evidence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a document would change of an article that is here, by the import's own rules.
 *
 * @param article how the article itself changes, word by word; empty where it does not
 * @param added how many comments come
 * @param renumbered the numbers in the document of those that come under another number, as readers have theirs
 * @param changed the comments that say something else then
 * @param gone the comments that are not in the document any more
 * @param kept the comments that say something else in the document, but stay as they are, as somebody has changed them here
 */
public record Comparison(
        List<Piece> article,
        int added,
        List<Integer> renumbered,
        List<Change> changed,
        List<Change> gone,
        List<Change> kept) {

    /** Nobody reads more of them on one page. */
    private static final int MOST_SHOWN = 100;

    /** What has become of a comment here. */
    public enum Mark {
        HIDDEN,
        PLACED,
        ANSWERED,
        QUOTED,
        REWRITTEN
    }

    /**
     * A comment that is here.
     *
     * @param pieces what of it is the same, gone and new; empty in long lists
     */
    public record Change(int number, Set<Mark> marks, List<Piece> pieces) {}

    private record Row(
            int number, Kind kind, @Nullable String speaker, String text, boolean untouched, Set<Mark> marks) {

        String said() {
            return Comparison.said(speaker, text);
        }
    }

    /** Whether nothing that can be read would change. */
    public boolean isEmpty() {
        return article.isEmpty() && added == 0 && changed.isEmpty() && gone.isEmpty() && kept.isEmpty();
    }

    static Comparison of(JdbcTemplate sql, long article, DocumentFile now, DocumentFile then) {
        Map<Integer, Row> rows = new TreeMap<>();
        Set<Integer> numbers = Set.copyOf(sql.queryForList(
                "select c.number from comment c join discussion d on d.id = c.discussion_id where d.article_id = ?",
                Integer.class,
                article));
        sql.query(
                "select c.number, c.document_number, c.kind, c.state, c.speaker_kind, c.evidence,"
                        + " case when n.comment_id is null then c.speaker else n.speaker end as speaker,"
                        + " c.term,"
                        + " c.hidden_at is not null as hidden, n.comment_id is not null as rewritten,"
                        + " coalesce(n.text, c.text) as text,"
                        + " exists (select 1 from comment a where a.parent_id = c.id and a.document_number is null)"
                        + " as answered, exists (select 1 from quotation q join comment a on a.id = q.comment_id"
                        + " where q.source_id = c.id and a.document_number is null) as quoted"
                        + " from comment c join discussion d on d.id = c.discussion_id"
                        + " left join document_notice n on n.comment_id = c.id"
                        + " where d.article_id = ? and c.document_number is not null",
                row -> {
                    Set<Mark> marks = EnumSet.noneOf(Mark.class);
                    mark(marks, Mark.HIDDEN, row.getBoolean("hidden"));
                    boolean placed = Evidence.CONFIRMED.name().equals(row.getString("evidence"));
                    mark(marks, Mark.PLACED, placed || row.getObject("term") != null);
                    mark(marks, Mark.ANSWERED, row.getBoolean("answered"));
                    mark(marks, Mark.QUOTED, row.getBoolean("quoted"));
                    mark(marks, Mark.REWRITTEN, row.getBoolean("rewritten"));
                    rows.put(
                            row.getInt("document_number"),
                            new Row(
                                    row.getInt("number"),
                                    Kind.valueOf(row.getString("kind")),
                                    row.getString("speaker"),
                                    row.getString("text"),
                                    Import.isUntouched(row) && !row.getBoolean("rewritten"),
                                    marks));
                },
                article);
        return new Counting(rows, numbers, then.document().entries())
                .compared(passages(now.document()), passages(then.document()));
    }

    private static void mark(Set<Mark> marks, Mark mark, boolean so) {
        if (so) {
            marks.add(mark);
        }
    }

    private static String passages(Document document) {
        return document.passages().stream().map(Passage::text).collect(Collectors.joining("\n\n"));
    }

    private static String said(@Nullable String speaker, String text) {
        return speaker == null ? text : speaker + ": " + text;
    }

    /** Goes through the numbers as the import does. */
    private static final class Counting {

        private final Changes words = new Changes();
        private final Map<Integer, Row> rows;
        private final Set<Integer> numbers;
        private final Map<Integer, Entry> entries = new HashMap<>();
        private final int last;
        private final List<Integer> renumbered = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private final List<Change> gone = new ArrayList<>();
        private final List<Change> kept = new ArrayList<>();
        private int added;

        Counting(Map<Integer, Row> rows, Set<Integer> numbers, List<Entry> entries) {
            this.rows = rows;
            this.numbers = numbers;
            entries.forEach(entry -> this.entries.put(entry.number(), entry));
            this.last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
        }

        Comparison compared(String before, String after) {
            List<Piece> article = before.equals(after) ? List.of() : words.between(before, after);
            for (int number = 1; number <= last; number++) {
                Entry entry = entries.get(number);
                Row row = rows.get(number);
                if (row != null) {
                    compare(row, entry);
                } else if (entry != null && !entry.text().isEmpty()) {
                    added++;
                    if (numbers.contains(number)) {
                        renumbered.add(number);
                    }
                }
            }
            rows.forEach((number, row) -> {
                if (number > last) {
                    compare(row, null);
                }
            });
            return new Comparison(article, added, renumbered, changed, gone, kept);
        }

        private void compare(Row row, @Nullable Entry entry) {
            String text = entry == null ? "" : entry.text();
            String speaker = entry == null || text.isEmpty() ? null : entry.speaker();
            if (text.equals(row.text()) && Objects.equals(speaker, text.isEmpty() ? null : row.speaker())) {
                return;
            }
            if (!row.untouched()) {
                kept.add(change(kept, row, speaker, text));
            } else if (row.kind() == Kind.PLACEHOLDER) {
                added++;
            } else if (text.isEmpty()) {
                gone.add(change(gone, row, null, ""));
            } else {
                changed.add(change(changed, row, speaker, text));
            }
        }

        private Change change(List<Change> all, Row row, @Nullable String speaker, String text) {
            List<Piece> pieces = all.size() < MOST_SHOWN ? words.between(row.said(), said(speaker, text)) : List.of();
            return new Change(row.number(), row.marks(), pieces);
        }
    }
}
