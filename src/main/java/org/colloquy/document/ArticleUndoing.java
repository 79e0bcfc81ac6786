package org.colloquy.document;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.colloquy.document.ArticleDesk.Standing;
import org.colloquy.document.ArticleDocuments.Former;
import org.colloquy.erased.ErasedList;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.Undoing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Undoes what was done with articles. An import is undone by withdrawing the article: nothing is ever lost. */
@Component
class ArticleUndoing implements Undoing {

    private static final String PLACE = "/articles/";

    private final JdbcTemplate sql;
    private final ArticleDesk desk;
    private final ArticleDocuments documents;
    private final ArticleNotices notices;
    private final ErasedList list;
    private final Clock clock;

    ArticleUndoing(
            JdbcTemplate sql,
            ArticleDesk desk,
            ArticleDocuments documents,
            ArticleNotices notices,
            ErasedList list,
            Clock clock) {
        this.sql = sql;
        this.desk = desk;
        this.documents = documents;
        this.notices = notices;
        this.list = list;
        this.clock = clock;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(
                Action.IMPORT_ARTICLE,
                Action.WITHDRAW_ARTICLE,
                Action.RETURN_ARTICLE,
                Action.CORRECT_ARTICLE,
                Action.EDIT_COLOPHON,
                Action.EDIT_NOTICE);
    }

    @Override
    public boolean undo(LogLine entry, @Nullable String former, long member) {
        String address = entry.address();
        if (address == null || !address.startsWith(PLACE)) {
            return false;
        }
        desk.hold();
        Standing article = desk.article(address.substring(PLACE.length())).orElse(null);
        if (article == null) {
            return false;
        }
        return switch (entry.action()) {
            case IMPORT_ARTICLE, RETURN_ARTICLE -> show(article, false);
            case WITHDRAW_ARTICLE -> show(article, true);
            case CORRECT_ARTICLE -> former != null && uncorrect(article.id(), former);
            case EDIT_COLOPHON -> former != null && colophon(article.id(), Colophons.of(former));
            case EDIT_NOTICE -> former != null && notices.undo(article.id(), former);
            default -> false;
        };
    }

    private boolean show(Standing article, boolean shown) {
        if (article.withdrawn() != shown) {
            return false;
        }
        desk.show(article.id(), shown);
        return true;
    }

    /** @param note under which id the former document is kept, and what the checksum of the corrected one was */
    private boolean uncorrect(long article, String note) {
        String[] parts = note.split(" ");
        Former former = documents.former(article, Long.parseLong(parts[0])).orElse(null);
        if (former == null || !documents.now(article).checksum().equals(parts[1])) {
            return false;
        }
        Import imports = new Import(sql, clock.instant(), list.now(sql));
        imports.again(article, former.file());
        sql.update("update article set file_checksum = ? where id = ?", former.left(), article);
        if (PlacedComments.putBack(sql, article, former.places())) {
            imports.lookThrough(article);
        }
        imports.names();
        return true;
    }

    private boolean colophon(long article, Colophons said) {
        DocumentFile now = documents.now(article);
        if (!now.colophon().equals(said.after())) {
            return false;
        }
        new Import(sql, clock.instant(), list.now(sql)).colophon(article, now.document(), said.before());
        return true;
    }
}
