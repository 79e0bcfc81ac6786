package org.colloquy.document;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.discussion.Notice;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;

/** Looks through a document for replies: its comments among each other, and its article. */
final class Replies {
    private Replies() {}

    /** At most one link a comment, in the document's order. Paragraphs and terms are numbered from 1, as the page does. */
    static List<Link> find(DocumentFile file) {
        return ReplyFinder.find(article(file), said(file.document()));
    }

    static Article article(DocumentFile file) {
        Document document = file.document();
        List<Article.Passage> passages = new ArrayList<>();
        int paragraphs = 0;
        int terms = 0;
        for (Passage passage : document.passages()) {
            if (passage.kind() == Kind.TERM) {
                passages.add(new Article.Passage(Source.Kind.TERM, ++terms, passage.text()));
            } else if (passage.kind() == Kind.PARAGRAPH) {
                passages.add(new Article.Passage(Source.Kind.PARAGRAPH, ++paragraphs, passage.text()));
            }
        }
        return new Article(document.title(), file.byline(), passages);
    }

    /** What is said; the notice answers nobody, and nobody answers it. */
    static List<Said> said(Document document) {
        return document.comments().stream()
                .filter(entry -> !Notice.isNotice(entry.number(), entry.speaker(), entry.text()))
                .map(entry -> new Said(entry.number(), entry.speaker(), entry.text()))
                .toList();
    }
}
