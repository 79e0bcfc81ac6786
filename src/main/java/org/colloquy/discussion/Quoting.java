package org.colloquy.discussion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.article.Passage;
import org.colloquy.article.Piece;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.springframework.stereotype.Component;

/** What a new post quotes, found by the same finder as in documents. */
@Component
class Quoting {

    private final EntityManager entities;

    Quoting(EntityManager entities) {
        this.entities = entities;
    }

    /** What it answers and quotes of all that everybody may see; whoever asks holds the discussion's lock. */
    Optional<Link> ask(Discussion locked, Said said) {
        List<Said> all = new ArrayList<>(said(locked));
        all.add(said);
        List<Link> links = ReplyFinder.find(article(locked), all);
        return links.stream().filter(link -> link.number() == said.number()).findFirst();
    }

    /** Everything that everybody may see, or see hidden: the document's comments first, as the import hears them. */
    List<Said> said(Discussion discussion) {
        return entities.createQuery(
                        "select c.number, c.speaker, c.text from Comment c where c.discussion = :discussion"
                                + " and c.text <> '' and " + Visibility.SHOWN
                                + " order by case when c.documentNumber is null then 1 else 0 end,"
                                + " c.documentNumber, c.number",
                        Tuple.class)
                .setParameter("discussion", discussion)
                .getResultStream()
                .map(c -> new Said(c.get(0, Integer.class), c.get(1, String.class), c.get(2, String.class)))
                .toList();
    }

    /** The article's words, its paragraphs and terms numbered as its page numbers them. */
    static Article article(Discussion discussion) {
        org.colloquy.article.Article article = discussion.article();
        if (article == null) {
            return Article.NONE;
        }
        List<Article.Passage> passages = new ArrayList<>();
        int paragraphs = 0;
        for (Piece piece : article.pieces()) {
            if (piece instanceof CeasefireTerm term) {
                passages.add(new Article.Passage(Source.Kind.TERM, term.number(), term.text()));
            } else if (((Passage) piece).kind() == Passage.Kind.PARAGRAPH) {
                passages.add(new Article.Passage(Source.Kind.PARAGRAPH, ++paragraphs, piece.text()));
            }
        }
        return new Article(article.title(), article.byline(), passages);
    }
}
