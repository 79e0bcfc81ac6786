package org.colloquy.document;

import java.net.URI;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The documents of articles, whole: as they are now, put together from what was imported, and as they were before they
 * were corrected. Nobody but whoever corrects and takes back reads them, so nothing is left out of them.
 */
@Component
class ArticleDocuments {

    private final JdbcTemplate sql;
    private final Clock clock;

    ArticleDocuments(JdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A document that was.
     *
     * @param left what the operator's file said then, if it was left alone
     * @param places where moderators had placed its comments
     */
    record Former(DocumentFile file, @Nullable String left, String places) {}

    /** The article's document as it stands here: comments that are hidden are in it, what was erased is not. */
    DocumentFile now(long article) {
        return sql.query(
                        "select * from article where id = ?",
                        (row, at) -> file(
                                row.getString("file_name"),
                                new Document(passages(article), entries(article)),
                                colophon(row),
                                withoutFinder(row.getString("checksum"))),
                        article)
                .get(0);
    }

    private static DocumentFile file(String name, Document document, Colophon said, String checksum) {
        // What the document says itself, no companion has said.
        boolean own = said.byline() != null && said.byline().equals(document.byline());
        return new DocumentFile(name, document, own ? said.withoutByline() : said, checksum);
    }

    /** The file's part of an article's checksum. */
    static String withoutFinder(String checksum) {
        return checksum.replaceFirst("-[^-]*$", "");
    }

    private List<Passage> passages(long article) {
        return sql.query(
                "select position, kind, text, verbatim from passage where article_id = ? union all"
                        + " select position, 'TERM' as kind, text, verbatim from ceasefire_term where article_id = ?"
                        + " order by position",
                (row, at) -> new Passage(
                        Kind.valueOf(row.getString("kind")), row.getString("text"), row.getString("verbatim")),
                article,
                article);
    }

    private List<Entry> entries(long article) {
        List<Entry> entries = new ArrayList<>();
        sql.query(
                "select c.document_number, case when n.comment_id is null then coalesce(m.speaker, c.speaker)"
                        + " else n.speaker end as speaker, coalesce(n.text, m.text, c.text) as text,"
                        + " case when n.comment_id is null then coalesce(m.verbatim, c.verbatim) else n.verbatim end as verbatim"
                        + " from comment c join discussion d on d.id = c.discussion_id"
                        + " left join document_notice n on n.comment_id = c.id"
                        // What was moved away is in the document all the same.
                        + " left join comment m on m.id = c.twin_id and c.kind = 'MOVED'"
                        + " where d.article_id = ? and c.document_number is not null order by c.document_number",
                row -> {
                    String text = row.getString("text");
                    String verbatim = row.getString("verbatim");
                    // A number that the document skips has no slice; one that stands there bare has.
                    if (!text.isEmpty() || verbatim != null && !verbatim.isEmpty()) {
                        entries.add(new Entry(row.getInt("document_number"), row.getString("speaker"), text, verbatim));
                    }
                },
                article);
        return entries;
    }

    /** Keeps the article's document as it is now; returns under which id. */
    long keep(long article, long member) {
        DocumentFile file = now(article);
        Colophon colophon = file.colophon();
        sql.update(
                "insert into article_document (article_id, text, byline, published, source, captured, rights, language,"
                        + " checksum, file_checksum, places, member_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " (select file_checksum from article where id = ?), ?, ?, ?)",
                article,
                DocumentWriter.write(file.document()),
                colophon.byline(),
                colophon.published(),
                colophon.source() == null ? null : colophon.source().toString(),
                colophon.captured(),
                colophon.rights(),
                colophon.language(),
                file.checksum(),
                article,
                PlacedComments.of(sql, article),
                member,
                Timestamp.from(clock.instant()));
        Long id = sql.queryForObject("select max(id) from article_document where article_id = ?", Long.class, article);
        return id == null ? 0 : id;
    }

    /** What the article was, as it was kept under that id. */
    Optional<Former> former(long article, long id) {
        return sql
                .query(
                        "select d.*, a.file_name from article_document d join article a on a.id = d.article_id"
                                + " where d.id = ? and a.id = ?",
                        (row, at) -> new Former(
                                new DocumentFile(
                                        row.getString("file_name"),
                                        DocumentParser.parse(row.getString("text")),
                                        colophon(row),
                                        row.getString("checksum")),
                                row.getString("file_checksum"),
                                row.getString("places")),
                        id,
                        article)
                .stream()
                .findFirst();
    }

    /** From a row that has the columns of an article. */
    static Colophon colophon(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return new Colophon(
                row.getString("byline"),
                day(row.getDate("published")),
                source == null ? null : URI.create(source),
                day(row.getDate("captured")),
                row.getString("rights"),
                row.getString("language"));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
