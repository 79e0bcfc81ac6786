package org.colloquy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.article.Article;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes an article and what everybody sees of its discussion as a document again. While nobody has added or changed
 * anything, that is the document it came from, byte for byte. A comment that is hidden, withdrawn or moved away is left
 * out: its number reads back as a placeholder.
 */
@Component
class Export {

    private static final String OPEN_THREAD = "Open Thread";

    private final Discussions discussions;

    Export(Discussions discussions) {
        this.discussions = discussions;
    }

    /**
     * A document as it is sent.
     *
     * @param open whether rights are known, so that others may index it
     */
    record Written(String text, boolean open) {}

    /** The document of the article with that slug, or of the Open Thread; empty if there is no such article. */
    @Transactional(readOnly = true)
    public Optional<Written> document(@Nullable String slug) {
        return discussions.at(slug).map(discussion -> {
            Article article = discussion.article();
            return new Written(
                    DocumentWriter.write(new Document(passages(discussion), entries(discussion))),
                    article == null || article.rights() != null);
        });
    }

    private static List<Passage> passages(Discussion discussion) {
        Article article = discussion.article();
        if (article == null) {
            return List.of(new Passage(Kind.TITLE, OPEN_THREAD, null));
        }
        return article.pieces().stream()
                .map(piece -> new Passage(
                        piece instanceof org.colloquy.article.Passage passage
                                ? Kind.valueOf(passage.kind().name())
                                : Kind.TERM,
                        piece.text(),
                        piece.verbatim()))
                .toList();
    }

    private List<Entry> entries(Discussion discussion) {
        List<Entry> entries = new ArrayList<>();
        for (CommentView comment : discussions.comments(discussion, Viewer.READER)) {
            // A number that the document skips has no slice; one that stands there bare has.
            boolean skipped = comment.kind() == CommentView.Kind.PLACEHOLDER
                    && (comment.verbatim() == null || comment.verbatim().isEmpty());
            if (comment.text() != null && !skipped) {
                // The slice states the document's number.
                boolean asRead = comment.documentNumber() != null && comment.numberInSource() == null;
                entries.add(new Entry(
                        comment.number(),
                        comment.speaker().name(),
                        comment.text(),
                        asRead ? comment.verbatim() : null));
            }
        }
        return entries;
    }
}
