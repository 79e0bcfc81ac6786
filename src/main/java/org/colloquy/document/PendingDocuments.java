package org.colloquy.document;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.colloquy.erased.ErasedList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was uploaded and not imported yet: what is imported in the end is what was checked. Each is for whoever uploaded it,
 * for a day.
 */
@Component
@Transactional
class PendingDocuments {

    /** Nobody thinks longer about a document; then it goes with the next upload, or the next start. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final int KEY_BYTES = 16;

    private final JdbcTemplate sql;
    private final ErasedList list;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PendingDocuments(JdbcTemplate sql, ErasedList list, Clock clock) {
        this.sql = sql;
        this.list = list;
        this.clock = clock;
    }

    /**
     * A document that waits.
     *
     * @param article the id of the article that it corrects, or null
     * @param text all of it
     */
    record Pending(String key, @Nullable Long article, DocumentFile file, String text) {}

    /**
     * Keeps a document, without what was removed on request; returns its key.
     *
     * @param article the id of the article that it corrects, or null
     */
    String keep(long member, @Nullable Long article, DocumentFile file) {
        sweep();
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        Colophon said = file.colophon();
        sql.update(
                "insert into pending_document (id, member_id, article_id, file_name, text, byline, published, source,"
                        + " captured, rights, language, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                member,
                article,
                file.name(),
                Removal.left(file.name(), DocumentWriter.write(file.document()), list.now(sql)),
                said.byline(),
                said.published(),
                said.source() == null ? null : said.source().toString(),
                said.captured(),
                said.rights(),
                said.language(),
                Timestamp.from(clock.instant()));
        return key;
    }

    /** The document with that key, if it is there and that member's. */
    Optional<Pending> of(long member, String key) {
        return sql
                .query(
                        "select * from pending_document where id = ? and member_id = ? and uploaded_at > ? and text <> ''",
                        (row, at) -> {
                            String text = row.getString("text");
                            long article = row.getLong("article_id");
                            boolean isNew = row.wasNull();
                            return new Pending(
                                    key,
                                    isNew ? null : article,
                                    DocumentFile.of(row.getString("file_name"), text, ArticleDocuments.colophon(row)),
                                    text);
                        },
                        key,
                        member,
                        oldest())
                .stream()
                .findFirst();
    }

    /** Forgets what a document says, and only remembers which article has it, for whoever sends it a second time. */
    void brought(String key, long article) {
        sql.update(
                "update pending_document set text = '', byline = null, published = null, source = null, captured = null,"
                        + " rights = null, language = null, article_id = ? where id = ?",
                article,
                key);
    }

    /** The id of the article that the document with that key was brought in as, if it was that member's. */
    Optional<Long> brought(long member, String key) {
        return sql
                .queryForList(
                        "select article_id from pending_document where id = ? and member_id = ? and uploaded_at > ?"
                                + " and text = '' and article_id is not null",
                        Long.class,
                        key,
                        member,
                        oldest())
                .stream()
                .findFirst();
    }

    /** Forgets a document. */
    void forget(String key) {
        sql.update("delete from pending_document where id = ?", key);
    }

    /** Forgets what has waited too long. */
    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        sql.update("delete from pending_document where uploaded_at <= ?", oldest());
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}
