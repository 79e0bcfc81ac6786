package org.colloquy.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.article.Passage;
import org.colloquy.article.Piece;
import org.colloquy.discussion.Erasing.CommentErased;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What a new post quotes, found by the same finder as in documents. The words of busy discussions are kept, as hearing
 * ten thousand comments takes half a second; what other nodes take in between is heard at the next post.
 */
@Component
class Quoting {

    /** Of all discussions that are written to at the same time, together; ten bytes each at most. */
    private static final long MOST_CHARACTERS = 8_000_000;

    private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

    /** Who quotes the notice or what is hidden answers nobody, and must not learn what stands there. */
    private static final String HEARD = "c.discussion = :discussion and c.kind = 'COMMENT' and c.state = 'VISIBLE'";

    private final EntityManager entities;
    private final Cache<Long, Place> heard = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Long discussion, Place place) -> place.characters)
            .expireAfterAccess(LONGEST_IDLE)
            .softValues()
            .build();

    Quoting(EntityManager entities) {
        this.entities = entities;
    }

    /** One discussion: whoever hears or asks there holds this, as a finder is for one at a time. */
    private static final class Place {
        private @Nullable Heard heard;
        private int characters;
    }

    /**
     * What has been heard of one discussion.
     *
     * <p>While the discussion's {@code withdrawn} is the same, no text has changed.
     */
    private static final class Heard {
        private final ReplyFinder finder;
        private final long withdrawn;
        private int comments;
        private int characters;
        private int last;

        Heard(Discussion discussion) {
            this.finder = new ReplyFinder(article(discussion));
            this.withdrawn = discussion.withdrawn();
        }

        void hear(Said said) {
            finder.hear(said);
            comments++;
            characters += said.text().length();
            last = Math.max(last, said.number());
        }
    }

    /** Hears what has been said so far: best done before anybody waits for the discussion's lock. */
    void listen(Discussion discussion) {
        listening(discussion, known -> null);
    }

    /** What was erased is not kept in memory either. */
    @TransactionalEventListener
    void forget(CommentErased erased) {
        heard.invalidateAll();
    }

    /** What it answers and quotes of all that everybody may read; whoever posts holds the discussion's lock. */
    Optional<Link> ask(Discussion discussion, Said said) {
        return Objects.requireNonNull(listening(discussion, known -> known.finder.ask(said)));
    }

    /**
     * What a comment answers and quotes after its author has changed it: of all that was said before it. What is kept
     * has heard the comment itself, and what came after it.
     */
    Before before(Discussion discussion, int number) {
        ReplyFinder finder = new ReplyFinder(article(discussion));
        said(discussion, 0, number).forEach(finder::hear);
        return new Before(finder, discussion.withdrawn());
    }

    /** All that was said before one comment: best heard before anybody waits for the discussion's lock. */
    record Before(ReplyFinder finder, long withdrawn) {

        /** Whether everybody can still read all of it. */
        boolean stillTrue(Discussion locked) {
            return withdrawn == locked.withdrawn();
        }
    }

    private <T> @Nullable T listening(Discussion discussion, Function<Heard, @Nullable T> then) {
        Place place = heard.get(discussion.id(), none -> new Place());
        synchronized (place) {
            Heard known = place.heard;
            boolean stillTrue = known != null
                    && known.withdrawn == discussion.withdrawn()
                    && known.comments == count(discussion, known.last);
            Heard now = known != null && stillTrue ? known : new Heard(discussion);
            said(discussion, now.last, Integer.MAX_VALUE).forEach(now::hear);
            place.heard = now;
            place.characters = now.characters;
            // Weighed anew.
            heard.put(discussion.id(), place);
            return then.apply(now);
        }
    }

    /** How many can be heard up to that number: another count than before, and one was approved, hidden or restored. */
    private int count(Discussion discussion, int last) {
        return entities.createQuery(
                        "select count(c) from Comment c where " + HEARD + " and c.number <= :last", Long.class)
                .setParameter("discussion", discussion)
                .setParameter("last", last)
                .getSingleResult()
                .intValue();
    }

    /** Everything that everybody may read: the document's comments first, as the import hears them. */
    List<Said> said(Discussion discussion) {
        return said(discussion, 0, Integer.MAX_VALUE);
    }

    private List<Said> said(Discussion discussion, int after, int before) {
        return entities.createQuery(
                        "select c.number, c.speaker, c.text from Comment c where " + HEARD + " and c.number > :after"
                                + " and (c.number < :before or c.documentNumber is not null)"
                                + " order by case when c.documentNumber is null then 1 else 0 end,"
                                + " c.documentNumber, c.number",
                        Tuple.class)
                .setParameter("discussion", discussion)
                .setParameter("after", after)
                .setParameter("before", before)
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
