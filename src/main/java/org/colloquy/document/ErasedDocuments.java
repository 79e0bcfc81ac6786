package org.colloquy.document;

import org.colloquy.discussion.Erasing.CommentErased;
import org.colloquy.erased.Erased;
import org.colloquy.erased.ErasedList;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Documents that are kept as they were: what an article's document said before, what waits, what a notice said. */
@Component
class ErasedDocuments {

    private final JdbcTemplate sql;
    private final ErasedList list;

    ErasedDocuments(JdbcTemplate sql, ErasedList list) {
        this.sql = sql;
        this.list = list;
    }

    /** In the transaction that erases. */
    @EventListener
    void clean(CommentErased erased) {
        clean(sql, list.now(sql));
    }

    static void clean(JdbcTemplate sql, Erased erased) {
        documents(
                sql,
                erased,
                "article_document",
                "select d.text, a.file_name from article_document d join article a on a.id = d.article_id where d.id = ?");
        documents(sql, erased, "pending_document", "select text, file_name from pending_document where id = ?");
        sql.queryForList("select comment_id from document_notice order by comment_id", Long.class)
                .forEach(id -> sql.query(
                        "select text from document_notice where comment_id = ?",
                        row -> {
                            String left = erased.left(row.getString("text"));
                            if (!left.equals(row.getString("text"))) {
                                sql.update(
                                        "update document_notice set text = ?, verbatim = null where comment_id = ?",
                                        left,
                                        id);
                            }
                        },
                        id));
    }
    /** One at a time: each can be large. */
    private static void documents(JdbcTemplate sql, Erased erased, String table, String one) {
        sql.queryForList("select id from " + table + " where text <> '' order by id", Object.class)
                .forEach(id -> sql.query(
                        one,
                        row -> {
                            String text = row.getString("text");
                            String left = Removal.left(row.getString("file_name"), text, erased);
                            if (!left.equals(text)) {
                                sql.update("update " + table + " set text = ? where id = ?", left, id);
                            }
                        },
                        id));
    }
}
