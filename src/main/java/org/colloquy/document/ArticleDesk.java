package org.colloquy.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.colloquy.document.PendingDocuments.Pending;
import org.colloquy.erased.ErasedList;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moderators do with articles while the server runs. Each act is one method: the change and its entry in the log, in
 * one transaction, one act after the other; only the discussion concerned waits meanwhile.
 */
@Component
@Transactional
class ArticleDesk {

    private final JdbcTemplate sql;
    private final ArticleDocuments documents;
    private final PendingDocuments pending;
    private final ArticleNotices notices;
    private final ModerationLog log;
    private final ErasedList list;
    private final Clock clock;

    ArticleDesk(
            JdbcTemplate sql,
            ArticleDocuments documents,
            PendingDocuments pending,
            ArticleNotices notices,
            ModerationLog log,
            ErasedList list,
            Clock clock) {
        this.sql = sql;
        this.documents = documents;
        this.pending = pending;
        this.notices = notices;
        this.log = log;
        this.list = list;
        this.clock = clock;
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        /** It was so already. */
        UNCHANGED,
        /** Somebody has done something to the article since the form was opened. */
        STALE
    }

    /** @param entry its id in the log, to undo it by; null where nothing was done */
    record Acted(Outcome outcome, @Nullable Long entry) {}

    /**
     * An article as it stands.
     *
     * @param revision rises with everything that is done to it
     */
    record Standing(long id, String slug, String title, int revision, boolean withdrawn) {
        String address() {
            return "/articles/" + slug;
        }
    }

    /** Who acts on what they have seen, and why. */
    record Act(long member, int seen, @Nullable String reason) {}

    /** The article with that slug, even if it is withdrawn. */
    @Transactional(readOnly = true)
    public Optional<Standing> article(String slug) {
        return standing("slug = ?", slug);
    }

    /** The article that the document would change: the one that it was uploaded for, or one from a file of its name. */
    @Transactional(readOnly = true)
    public Optional<Standing> concerned(Pending document) {
        return document.article() != null
                ? standing("id = ?", document.article())
                : standing("file_name = ?", document.file().name());
    }

    /** The article that a member's document was brought in as already. */
    @Transactional(readOnly = true)
    public Optional<Standing> brought(long member, String key) {
        return pending.brought(member, key).flatMap(id -> standing("id = ?", id));
    }

    private Optional<Standing> standing(String which, Object value) {
        return sql
                .query(
                        "select id, slug, title, revision, withdrawn_at is not null as withdrawn from article where "
                                + which,
                        (row, at) -> new Standing(
                                row.getLong("id"),
                                row.getString("slug"),
                                row.getString("title"),
                                row.getInt("revision"),
                                row.getBoolean("withdrawn")),
                        value)
                .stream()
                .findFirst();
    }

    /**
     * Imports a document that was checked: as a new article, or as the document of the one that it concerns.
     *
     * @return what came of it; the article is the one that {@link #concerned} names
     */
    public Acted bring(Pending document, Act act) {
        hold();
        Standing article = concerned(document).orElse(null);
        if ((article == null ? 0 : article.revision()) != act.seen()) {
            return new Acted(Outcome.STALE, null);
        }
        Import imports = new Import(sql, clock.instant(), list.now(sql));
        long entry;
        long id;
        if (article == null) {
            id = imports.add(document.file());
            sql.update("update article set uploaded_by = ?, file_checksum = '' where id = ?", act.member(), id);
            entry = log(act, Action.IMPORT_ARTICLE, standing("id = ?", id).orElseThrow(), null);
        } else {
            id = article.id();
            DocumentFile now = documents.now(article.id());
            DocumentFile then = document.file();
            if (now.colophon().equals(then.colophon())
                    && DocumentWriter.write(now.document()).equals(document.text())) {
                return new Acted(Outcome.UNCHANGED, null);
            }
            long former = documents.keep(article.id(), act.member());
            takeOver(article.id());
            imports.again(article.id(), then.named(now.name()));
            entry = log(act, Action.CORRECT_ARTICLE, article, former + " " + then.checksum());
        }
        imports.names();
        pending.brought(document.key(), id);
        return new Acted(Outcome.DONE, entry);
    }

    /** Takes an article out of everybody's sight with its discussion, or brings it back. */
    public Acted show(String slug, boolean shown, Act act) {
        hold();
        Standing article = article(slug).orElseThrow();
        if (article.withdrawn() != shown) {
            return new Acted(Outcome.UNCHANGED, null);
        }
        if (article.revision() != act.seen()) {
            return new Acted(Outcome.STALE, null);
        }
        show(article.id(), shown);
        return new Acted(
                Outcome.DONE, log(act, shown ? Action.RETURN_ARTICLE : Action.WITHDRAW_ARTICLE, article, null));
    }

    /** Changes what is said about an article's copy. */
    public Acted colophon(String slug, Colophon said, Act act) {
        hold();
        Standing article = article(slug).orElseThrow();
        if (article.revision() != act.seen()) {
            return new Acted(Outcome.STALE, null);
        }
        DocumentFile now = documents.now(article.id());
        if (now.colophon().equals(said)) {
            return new Acted(Outcome.UNCHANGED, null);
        }
        takeOver(article.id());
        new Import(sql, clock.instant(), list.now(sql)).colophon(article.id(), now.document(), said);
        return new Acted(
                Outcome.DONE, log(act, Action.EDIT_COLOPHON, article, new Colophons(now.colophon(), said).note()));
    }

    /**
     * Writes another notice.
     *
     * @throws NoSuchElementException if the article has none
     */
    public Acted notice(String slug, String text, Act act) {
        hold();
        Standing article = article(slug).orElseThrow();
        if (article.revision() != act.seen()) {
            return new Acted(Outcome.STALE, null);
        }
        String before = notices.of(article.id()).orElseThrow();
        if (before.equals(text)) {
            return new Acted(Outcome.UNCHANGED, null);
        }
        String former = notices.write(article.id(), text);
        return new Acted(Outcome.DONE, log(act, Action.EDIT_NOTICE, article, former));
    }

    /** Keeps all other acts on articles waiting until this transaction ends: names and slugs are everybody's. */
    void hold() {
        sql.queryForList("select id from article order by id for update", Long.class);
    }

    /** From now on a file that says what it says now is left alone. */
    private void takeOver(long article) {
        List<String> now = sql.queryForList(
                "select checksum from article where id = ? and file_checksum is null", String.class, article);
        now.forEach(checksum -> sql.update(
                "update article set file_checksum = ? where id = ?",
                ArticleDocuments.withoutFinder(checksum),
                article));
    }

    void show(long article, boolean shown) {
        sql.queryForList("select id from discussion where article_id = ? for update", Long.class, article);
        sql.update(
                "update article set revision = revision + 1, withdrawn_at = ? where id = ?",
                shown ? null : Timestamp.from(clock.instant()),
                article);
        sql.update(
                "update discussion set version = version + 1, withdrawn = withdrawn + ? where article_id = ?",
                shown ? 0 : 1,
                article);
    }

    private long log(Act act, Action action, Standing article, @Nullable String former) {
        return log.add(LogNote.by(act.member(), action)
                .in(article.address())
                .because(act.reason())
                .from(former));
    }
}
