package org.colloquy.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Speaker;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Passage;
import org.colloquy.erased.Erased;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.colloquy.name.PlaceholderName;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings one document after the other into the database, each for the first time or again. What readers posted is never
 * touched, what a moderator hid or moved stays as it is, and nothing comes twice: a comment's identity is its number in the
 * document. Writes SQL, not entities: JPA is not up yet.
 */
final class Import {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);

    /** How a checksum ends: with the version of the finder that looked through the comments. */
    private static final String FINDER = "-" + ReplyFinder.VERSION;

    /** A number without a comment answers nothing and is about nothing. */
    private static final String NOWHERE = ", parent_id = null, evidence = null, grade = null, term = null,"
            + " found_parent_id = null, found_evidence = null, found_grade = null";

    private static final Set<Kind> OF_DOCUMENTS = EnumSet.of(Kind.COMMENT, Kind.NOTICE, Kind.PLACEHOLDER);

    private final JdbcTemplate sql;
    private final Timestamp now;
    private final Erased erased;

    /** @param erased what was removed on request, and is left out */
    Import(JdbcTemplate sql, Instant now, Erased erased) {
        this.sql = sql;
        this.now = Timestamp.from(now);
        this.erased = erased;
    }

    /** Changes when the document would be imported otherwise. */
    static String checksum(DocumentFile file) {
        return file.checksum() + FINDER;
    }

    /**
     * Imports the document, unless it is already there as it is.
     *
     * @return false if its article is the desk's, and it says what it said when the desk took over: then it is left alone
     */
    boolean document(DocumentFile file) {
        List<Known> all = sql.query(
                "select id, checksum, file_checksum from article where file_name = ?",
                (row, at) -> new Known(row.getLong("id"), row.getString("checksum"), row.getString("file_checksum")),
                file.name());
        if (all.isEmpty()) {
            add(file);
            return true;
        }
        Known known = all.get(0);
        if (known.left() != null && known.left().equals(file.checksum())) {
            LOG.info(
                    "{} is left alone: moderators have changed its article since. Change the file to bring it in again.",
                    file.name());
            return false;
        }
        if (known.left() != null || !known.checksum().equals(checksum(file))) {
            again(known.id(), file);
            sql.update("update article set file_checksum = null where id = ?", known.id());
        }
        return true;
    }

    /**
     * An article that is here.
     *
     * @param left what the file said that is left alone since the desk took over; null where the file is in charge
     */
    private record Known(long id, String checksum, @Nullable String left) {}

    /** Imports a document as a new article; returns its id. */
    long add(DocumentFile file) {
        long article = article(file);
        sql.update("insert into discussion (article_id, next_number, version, withdrawn) values (?, 1, 0, 0)", article);
        new ImportedDiscussion(article, file).write(false);
        return article;
    }

    /** Imports the document of an article that is here already. */
    void again(long article, DocumentFile file) {
        update(article, file);
        new ImportedDiscussion(article, file).write(true);
    }

    private long article(DocumentFile file) {
        String slug = Slug.of(
                file.document().title(),
                file.name(),
                taken -> count("select count(*) from article where slug = ?", taken) > 0);
        sql.update(
                "insert into article (slug, file_name, checksum, title, imported_at) values (?, ?, '', '', ?)",
                slug,
                file.name(),
                now);
        long article = id("select id from article where file_name = ?", file.name());
        update(article, file);
        return article;
    }

    private void update(long article, DocumentFile file) {
        Document document = file.document();
        Colophon colophon = file.colophon();
        String byline = file.byline();
        sql.update(
                "update article set revision = revision + 1, imported_at = case when checksum = ? then imported_at else ? end, checksum = ?, title = ?, byline = ?, byline_key = ?, published = ?, source = ?,"
                        + " captured = ?, rights = ?, language = ? where id = ?",
                checksum(file),
                now,
                checksum(file),
                document.title(),
                byline,
                byline == null ? null : NameKey.of(byline),
                colophon.published(),
                colophon.source() == null ? null : colophon.source().toString(),
                colophon.captured(),
                colophon.rights(),
                colophon.language(),
                article);
        sql.update("delete from passage where article_id = ?", article);
        sql.update("delete from ceasefire_term where article_id = ?", article);
        List<Object[]> passages = new ArrayList<>();
        List<Object[]> terms = new ArrayList<>();
        int position = 0;
        for (Passage passage : document.passages()) {
            position++;
            if (passage.kind() == Document.Kind.TERM) {
                terms.add(new Object[] {article, terms.size() + 1, position, passage.text(), passage.verbatim()});
            } else {
                passages.add(
                        new Object[] {article, position, passage.kind().name(), passage.text(), passage.verbatim()});
            }
        }
        sql.batchUpdate(
                "insert into passage (article_id, position, kind, text, verbatim) values (?, ?, ?, ?, ?)", passages);
        sql.batchUpdate(
                "insert into ceasefire_term (article_id, number, position, text, verbatim) values (?, ?, ?, ?, ?)",
                terms);
    }

    /**
     * Looks through what no document brought this time: the Open Thread, and articles whose file has gone, where
     * another finder has last done so.
     *
     * @param files the names of the documents that were there this time
     */
    void lookThroughOthers(Set<String> files) {
        lookThrough(id("select id from discussion where article_id is null"), Article.NONE, "The Open Thread");
        List<Other> others = sql.query(
                "select a.id, a.title, a.byline, a.file_name, a.checksum, d.id as discussion from article a"
                        + " join discussion d on d.article_id = a.id",
                (row, at) -> new Other(
                        row.getLong("id"),
                        row.getLong("discussion"),
                        row.getString("file_name"),
                        row.getString("checksum"),
                        row.getString("title"),
                        row.getString("byline")));
        for (Other other : others) {
            if (!files.contains(other.file()) && !other.checksum().endsWith(FINDER)) {
                lookThrough(other.discussion(), article(other.id(), other.title(), other.byline()), other.file());
                String checksum = other.checksum().replaceFirst("-[^-]*$", FINDER);
                sql.update("update article set checksum = ? where id = ?", checksum, other.id());
            }
        }
    }

    /** An article with its discussion. */
    private record Other(
            long id,
            long discussion,
            String file,
            String checksum,
            String title,
            @Nullable String byline) {}

    private void lookThrough(long discussion, Article article, String name) {
        id("select id from discussion where id = ? for update", discussion);
        new Recovery(sql, discussion).store(article, name);
        sql.update("update discussion set version = version + 1 where id = ?", discussion);
    }

    /** An article as it stands here; paragraphs and terms numbered as its page numbers them. */
    private Article article(long article, String title, @Nullable String byline) {
        List<Article.Passage> passages = new ArrayList<>();
        int[] paragraphs = {0};
        sql.query(
                "select position, 0 as number, text from passage where article_id = ? and kind = 'PARAGRAPH'"
                        + " union all select position, number, text from ceasefire_term where article_id = ?"
                        + " order by position",
                row -> {
                    int term = row.getInt("number");
                    passages.add(
                            term > 0
                                    ? new Article.Passage(Source.Kind.TERM, term, row.getString("text"))
                                    : new Article.Passage(
                                            Source.Kind.PARAGRAPH, ++paragraphs[0], row.getString("text")));
                },
                article,
                article);
        return new Article(title, byline, passages);
    }

    /** Writes what is said about an article's copy, and whose it is. */
    void colophon(long article, Document document, Colophon said) {
        String byline = said.byline() != null ? said.byline() : document.byline();
        String before = sql.queryForObject("select byline from article where id = ?", String.class, article);
        sql.update(
                "update article set revision = revision + 1, byline = ?, byline_key = ?, published = ?, source = ?,"
                        + " captured = ?, rights = ?, language = ? where id = ?",
                byline,
                byline == null ? null : NameKey.of(byline),
                said.published(),
                said.source() == null ? null : said.source().toString(),
                said.captured(),
                said.rights(),
                said.language(),
                article);
        if (!Objects.equals(before, byline)) {
            // Who speaks to the author may speak to somebody else now.
            lookThrough(article);
            names();
        }
        sql.update(
                "update discussion set version = version + 1, withdrawn = withdrawn + 1 where article_id = ?", article);
    }

    /** Looks through one article's discussion again. */
    void lookThrough(long article) {
        sql.query(
                "select d.id, a.title, a.byline, a.file_name from discussion d join article a on a.id = d.article_id"
                        + " where a.id = ?",
                row -> {
                    lookThrough(
                            row.getLong("id"),
                            article(article, row.getString("title"), row.getString("byline")),
                            row.getString("file_name"));
                },
                article);
    }

    /** Whether there are articles that did not come with Colloquy. */
    boolean hasOthers() {
        return count("select count(*) from article where file_name <> ?", Documents.DEFAULT) > 0;
    }

    /**
     * The document that comes with Colloquy goes when there are others, unless somebody has posted to it, or moderators
     * have made it theirs.
     */
    void withdrawDefault() {
        for (Long article : sql.queryForList(
                "select id from article where file_name = ? and file_checksum is null",
                Long.class,
                Documents.DEFAULT)) {
            long discussion = id("select id from discussion where article_id = ? for update", article);
            if (count("select count(*) from comment where discussion_id = ? and document_number is null", discussion)
                    == 0) {
                sql.update("update comment set parent_id = null where discussion_id = ?", discussion);
                sql.update("delete from article where id = ?", article);
                LOG.info("The document that comes with Colloquy has made way for yours.");
            }
        }
    }

    /** Keeps what the names of all speakers and authors look like, as they are after the import. */
    void names() {
        Map<String, String> shapes = new HashMap<>();
        sql.queryForList(
                        "select byline from article where byline is not null union select speaker from comment"
                                + " where (document_number is not null or twin_id is not null and posted_at is null)"
                                + " and speaker is not null order by 1",
                        String.class)
                .forEach(name -> NameShape.of(name).forEach(shape -> shapes.putIfAbsent(shape, name)));
        sql.update("delete from imported_shape");
        sql.batchUpdate(
                "insert into imported_shape (shape, name) values (?, ?)",
                shapes.entrySet().stream()
                        .map(shape -> new Object[] {shape.getKey(), shape.getValue()})
                        .toList());
    }

    /** Whether a document may change this comment of its: nobody has hidden it, moved it or taken it back. */
    static boolean isUntouched(ResultSet comment) throws SQLException {
        return comment.getString("state").equals(State.VISIBLE.name())
                && !comment.getString("speaker_kind").equals(Speaker.Kind.WITHDRAWN.name())
                && OF_DOCUMENTS.contains(Kind.valueOf(comment.getString("kind")));
    }

    /** What an entry of a document is here. */
    static Kind kind(Entry entry) {
        if (entry.text().isEmpty()) {
            return Kind.PLACEHOLDER;
        }
        return Notice.isNotice(entry.number(), entry.speaker(), entry.text()) ? Kind.NOTICE : Kind.COMMENT;
    }

    static Speaker.Kind speakerKind(Entry entry) {
        if (entry.speaker() == null) {
            return Speaker.Kind.NOT_IN_SOURCE;
        }
        return PlaceholderName.is(entry.speaker()) ? Speaker.Kind.NAMELESS : Speaker.Kind.NAMED;
    }

    static @Nullable String speakerKey(Entry entry) {
        return entry.speaker() == null ? null : NameKey.of(entry.speaker());
    }

    private long id(String query, Object... arguments) {
        Long id = sql.queryForObject(query, Long.class, arguments);
        if (id == null) {
            throw new IllegalStateException(query);
        }
        return id;
    }

    private int count(String query, Object... arguments) {
        return (int) id(query, arguments);
    }

    /** The discussion of one article, as its document has it and as it stands here. */
    private final class ImportedDiscussion {

        private final DocumentFile file;
        private final Removal removal;
        private final long discussion;
        private final Map<Integer, Row> rows = new HashMap<>();
        private final Set<Integer> numbers = new HashSet<>();
        private int next;

        /**
         * A comment of the document that is here already.
         *
         * @param rewritten whether moderators have written another notice in its place
         */
        private record Row(long id, int number, Kind kind, boolean untouched, boolean rewritten) {}

        ImportedDiscussion(long article, DocumentFile file) {
            this.file = file;
            this.removal = Removal.of(file.name(), file.document(), erased);
            this.discussion = id("select id from discussion where article_id = ? for update", article);
            this.next = count("select next_number from discussion where id = ?", discussion);
            sql.query(
                    "select id, number, document_number, kind, state, speaker_kind, exists (select 1 from document_notice n"
                            + " where n.comment_id = id) as rewritten from comment where discussion_id = ?",
                    row -> {
                        numbers.add(row.getInt("number"));
                        int inDocument = row.getInt("document_number");
                        if (!row.wasNull()) {
                            rows.put(
                                    inDocument,
                                    new Row(
                                            row.getLong("id"),
                                            row.getInt("number"),
                                            Kind.valueOf(row.getString("kind")),
                                            isUntouched(row) && !row.getBoolean("rewritten"),
                                            row.getBoolean("rewritten")));
                        }
                    },
                    discussion);
        }

        void write(boolean again) {
            List<Entry> entries = removal.document().entries();
            Map<Integer, Entry> wanted = new HashMap<>();
            entries.forEach(entry -> wanted.put(entry.number(), entry));
            int last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
            next = Math.max(next, last + 1);
            Recovery recovery = new Recovery(sql, discussion);
            int gone = takeAway(wanted, last);
            int added = 0;
            int changed = 0;
            List<Object[]> inserts = new ArrayList<>();
            List<Object[]> updates = new ArrayList<>();
            for (int number = 1; number <= last; number++) {
                Entry entry = wanted.getOrDefault(number, new Entry(number, null, "", ""));
                Row row = rows.get(number);
                if (row == null && (!entry.text().isEmpty() || !numbers.contains(number))) {
                    inserts.add(insert(entry, freeNumber(entry)));
                    added += entry.text().isEmpty() ? 0 : 1;
                } else if (row != null && row.untouched()) {
                    updates.add(update(entry, row));
                    changed += entry.text().isEmpty() ? 0 : 1;
                    gone += entry.text().isEmpty() && row.kind() != Kind.PLACEHOLDER ? 1 : 0;
                }
            }
            rows.forEach((number, row) -> keepNotice(row, wanted.get(number)));
            sql.batchUpdate(
                    "insert into comment (discussion_id, number, document_number, kind, state, speaker_kind, speaker,"
                            + " speaker_key, text, verbatim) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    inserts);
            sql.batchUpdate(
                    // Whoever has looked at it, or is about to act on it, has read another text.
                    "update comment set cleared = (cleared and text = ?),"
                            + " revision = case when text = ? then revision else revision + 1 end, kind = ?,"
                            + " speaker_kind = ?, speaker = ?, speaker_key = ?, text = ?, verbatim = ? where id = ?",
                    updates);
            erase();
            sql.update(
                    "update comment set kind = kind" + NOWHERE + " where discussion_id = ? and kind = ?",
                    discussion,
                    Kind.PLACEHOLDER.name());
            confirm();
            int found = recovery.store(Replies.article(file), file.name());
            sql.update(
                    "update discussion set next_number = ?, version = version + 1, withdrawn = withdrawn + ?"
                            + " where id = ?",
                    next,
                    again ? 1 : 0,
                    discussion);
            if (again) {
                LOG.info(
                        "{} again: {} comments are new, {} were looked through, {} are no longer in it; {} replies"
                                + " recovered.",
                        file.name(),
                        added,
                        changed,
                        gone,
                        found);
            } else {
                LOG.info("{}: {} comments, {} replies recovered.", file.name(), added, found);
            }
            if (!removal.gone().isEmpty() || removal.cut() > 0) {
                LOG.info(
                        "{}: {} left out, {} cut: removed on request.",
                        file.name(),
                        counted(removal.gone().size(), "comment"),
                        counted(removal.cut(), "quotation"));
            }
        }

        private static String counted(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }

        /** What was removed on request is no number that the document skips. */
        private void erase() {
            for (int number : removal.gone()) {
                sql.update(
                        "update comment set kind = ?, state = ?, erased_at = ?, speaker_kind ="
                                + " case when speaker is null then ? else speaker_kind end"
                                + " where discussion_id = ? and document_number = ? and kind = ?",
                        Kind.COMMENT.name(),
                        State.ERASED.name(),
                        now,
                        Speaker.Kind.WITHDRAWN.name(),
                        discussion,
                        number,
                        Kind.PLACEHOLDER.name());
            }
        }

        /**
         * What the document no longer has: an answered number becomes a placeholder, another one at the end goes
         * altogether. What somebody hid stays hidden.
         */
        private int takeAway(Map<Integer, Entry> wanted, int last) {
            int gone = 0;
            for (var known : Map.copyOf(rows).entrySet()) {
                Row row = known.getValue();
                if (wanted.containsKey(known.getKey()) || !row.untouched() || known.getKey() <= last) {
                    continue;
                }
                if (count(
                                "select count(*) from comment where parent_id = ? or found_parent_id = ?"
                                        + " or id = ? and closed_at is not null",
                                row.id(),
                                row.id(),
                                row.id())
                        == 0) {
                    sql.update("delete from comment where id = ?", row.id());
                    rows.remove(known.getKey());
                    numbers.remove(row.number());
                } else {
                    sql.update(
                            "update comment set kind = ?, text = '', verbatim = null, speaker = null,"
                                    + " speaker_key = null, speaker_kind = ?" + NOWHERE + " where id = ?",
                            Kind.PLACEHOLDER.name(),
                            Speaker.Kind.NOT_IN_SOURCE.name(),
                            row.id());
                }
                gone += row.kind() == Kind.PLACEHOLDER ? 0 : 1;
            }
            return gone;
        }

        /** Under a notice that moderators have written, the document's own is kept as it is now. */
        private void keepNotice(Row row, @Nullable Entry entry) {
            if (row.rewritten()) {
                sql.update(
                        "update document_notice set speaker = ?, text = ?, verbatim = ? where comment_id = ?",
                        entry == null ? null : entry.speaker(),
                        entry == null ? "" : entry.text(),
                        entry == null ? "" : entry.verbatim(),
                        row.id());
            }
        }

        /** Who a moderator confirmed to be a speaker of this document is who speaks under that name now, and no other. */
        private void confirm() {
            sql.update(
                    "update comment set member_id = (select max(c.member_id) from name_claim c"
                            + " where c.discussion_id = comment.discussion_id and c.speaker_key = comment.speaker_key"
                            + " and c.state = 'GIVEN') where discussion_id = ? and document_number is not null",
                    discussion);
        }

        /** The document's own number, or the next free one where a reader's comment has it. */
        private int freeNumber(Entry entry) {
            int number = entry.number();
            if (numbers.contains(number)) {
                number = next++;
                LOG.info(
                        "{}: comment {} is shown as {}, as a reader's comment has its number.",
                        file.name(),
                        entry.number(),
                        number);
            }
            numbers.add(number);
            return number;
        }

        private Object[] insert(Entry entry, int number) {
            return new Object[] {
                discussion,
                number,
                entry.number(),
                kind(entry).name(),
                State.VISIBLE.name(),
                speakerKind(entry).name(),
                entry.speaker(),
                speakerKey(entry),
                entry.text(),
                entry.verbatim()
            };
        }

        private static Object[] update(Entry entry, Row row) {
            return new Object[] {
                entry.text(),
                entry.text(),
                kind(entry).name(),
                speakerKind(entry).name(),
                entry.speaker(),
                speakerKey(entry),
                entry.text(),
                entry.verbatim(),
                row.id()
            };
        }
    }
}
