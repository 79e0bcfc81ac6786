package org.colloquy.document;

import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.Notice;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Passage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Articles' notices, and what their documents say in the place of those that moderators have written. */
@Component
class ArticleNotices {

    /** How a note begins of the time when the notice was the document's own, and of when it was not. */
    private static final String OWN = "own";

    private static final String WRITTEN = "written ";

    private final JdbcTemplate sql;

    ArticleNotices(JdbcTemplate sql) {
        this.sql = sql;
    }

    private record Row(long id, String text) {}

    /** What the article's notice says; empty where it has none. */
    Optional<String> of(long article) {
        return row(article).map(Row::text);
    }

    private Optional<Row> row(long article) {
        return sql
                .query(
                        "select c.id, c.text from comment c join discussion d on d.id = c.discussion_id"
                                + " where d.article_id = ? and c.number = 1 and c.kind = 'NOTICE'",
                        (row, at) -> new Row(row.getLong("id"), row.getString("text")),
                        article)
                .stream()
                .findFirst();
    }

    /** Whether moderators wrote it. */
    boolean isWritten(long article) {
        return row(article).filter(row -> count(row.id()) > 0).isPresent();
    }

    private int count(long comment) {
        Integer count =
                sql.queryForObject("select count(*) from document_notice where comment_id = ?", Integer.class, comment);
        return count == null ? 0 : count;
    }

    /** The text as a document would give it back; empty if nobody would take it for a notice there. */
    static Optional<String> readBack(String text) {
        Document document = DocumentParser.parse(DocumentWriter.write(new Document(
                List.of(new Passage(Document.Kind.TITLE, "Title", null)), List.of(new Entry(1, null, text, null)))));
        return document.entries().size() != 1
                ? Optional.empty()
                : Optional.of(document.entries().get(0))
                        .filter(entry -> Notice.isNotice(entry.number(), entry.speaker(), entry.text()))
                        .map(Entry::text);
    }

    /** Writes another notice; returns what undoing it needs. */
    String write(long article, String text) {
        Row row = row(article).orElseThrow();
        lock(article);
        boolean first = count(row.id()) == 0;
        if (first) {
            sql.update(
                    "insert into document_notice (comment_id, text, verbatim) select id, text, verbatim from comment"
                            + " where id = ?",
                    row.id());
        }
        sql.update("update comment set text = ?, verbatim = null where id = ?", text, row.id());
        changed(article);
        return first ? OWN : WRITTEN + row.text();
    }

    /** Takes the last notice back; returns whether there is one that moderators wrote. */
    boolean undo(long article, String former) {
        Row row = row(article).orElse(null);
        if (row == null || count(row.id()) == 0) {
            return false;
        }
        lock(article);
        if (former.equals(OWN)) {
            sql.query(
                    "select speaker, text, verbatim from document_notice where comment_id = ?",
                    own -> {
                        // The document may have another first comment by now.
                        Entry entry = new Entry(1, own.getString("speaker"), own.getString("text"), null);
                        sql.update(
                                "update comment set kind = ?, speaker_kind = ?, speaker = ?, speaker_key = ?, text = ?,"
                                        + " verbatim = ? where id = ?",
                                Import.kind(entry).name(),
                                Import.speakerKind(entry).name(),
                                entry.speaker(),
                                Import.speakerKey(entry),
                                entry.text(),
                                own.getString("verbatim"),
                                row.id());
                    },
                    row.id());
            sql.update("delete from document_notice where comment_id = ?", row.id());
        } else {
            sql.update("update comment set text = ? where id = ?", former.substring(WRITTEN.length()), row.id());
        }
        changed(article);
        return true;
    }

    private void lock(long article) {
        sql.queryForList("select id from discussion where article_id = ? for update", Long.class, article);
    }

    /** The rules that are in force are said there. */
    private void changed(long article) {
        sql.update("update article set revision = revision + 1 where id = ?", article);
        sql.update(
                "update discussion set version = version + 1, withdrawn = withdrawn + 1 where article_id = ?", article);
    }
}
