package org.colloquy.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.document.ArticleDesk.Standing;
import org.colloquy.document.CheckedView.Meanwhile;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.ModerationLog;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All articles as moderators see them, withdrawn ones too, and what was last done to them. */
@Component
@Transactional(readOnly = true)
class ArticleList {

    private static final String COUNT = "(select count(*) from comment c where c.discussion_id = d.id and ";

    /** What is done to an article itself, and not what is decided about reports of it; a file of the operator's has no entry. */
    private static final Set<Matter> WHAT_IT_IS = EnumSet.of(Matter.DOCUMENT, Matter.NOTICE, Matter.VISIBILITY);

    private final JdbcTemplate sql;
    private final ModerationLog log;

    ArticleList(JdbcTemplate sql, ModerationLog log) {
        this.sql = sql;
        this.log = log;
    }

    List<ArticleRow> rows() {
        return sql.query(
                "select a.slug, a.title, a.file_name, a.imported_at, a.uploaded_by is not null as uploaded, m.handle,"
                        + " a.file_checksum is not null as at_desk, a.withdrawn_at is not null as withdrawn, "
                        + COUNT + "c.kind = 'NOTICE' and c.number = 1) as notices, "
                        + COUNT + "c.kind = 'COMMENT' and c.document_number is not null) as comments, "
                        + COUNT + "c.kind = 'COMMENT' and c.document_number is null) as posted, "
                        + COUNT + "c.kind = 'COMMENT' and c.hidden_at is not null) as hidden"
                        + " from article a join discussion d on d.article_id = a.id"
                        + " left join member m on m.id = a.uploaded_by order by a.id",
                (row, at) -> new ArticleRow(
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("file_name"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getBoolean("uploaded"),
                        row.getString("handle"),
                        row.getBoolean("at_desk"),
                        row.getBoolean("withdrawn"),
                        row.getInt("notices") > 0,
                        row.getInt("comments"),
                        row.getInt("posted"),
                        row.getInt("hidden")));
    }

    /** What was last done to an article: whoever worked from an older page is told. */
    Meanwhile last(Standing article) {
        return log.latest(article.address(), WHAT_IT_IS, 1).stream()
                .findFirst()
                .map(ArticleList::meanwhile)
                .orElse(new Meanwhile(null, null, null));
    }

    private static Meanwhile meanwhile(LogLine line) {
        return new Meanwhile(line.by() == null ? null : line.by().name(), line.action(), line.at());
    }
}
