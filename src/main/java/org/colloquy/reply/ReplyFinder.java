package org.colloquy.reply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.reply.Held.Cover;
import org.colloquy.reply.Quotation.Place;
import org.colloquy.reply.Texts.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each comment of a flat discussion answers, where its text shows it: it repeats words of an earlier comment
 * or of the article, or begins with the name of the article's author. Nothing else makes a link: the best cheap guess
 * is right one time in three.
 *
 * <p>Either all comments at once ({@link #find}), or one by one as they arrive: {@link #hear} each, and {@link #ask} what
 * a comment would answer that has not been said yet. Both give the same links.
 *
 * <p>Pure and deterministic; time and space near-linear in the texts: 26 to 52 bytes are kept of each word, and about 150
 * of each comment and 50 of each paragraph, but not the texts. Not for several threads at once, not even for asking. Right in
 * about 97 of 100 cases, hence "recovered" and never "replied".
 */
public final class ReplyFinder {
    /** Rises when the same comments may give other links: what was imported is then looked through again. */
    public static final int VERSION = 3;

    /** Fewer words may be a phrase that two people have in common. */
    private static final int CERTAIN_WORDS = 8;

    private final Texts texts;
    private final Runs runs;
    private final Stock stock;
    private final AuthorName author;
    private final Set<Long> wholes = new HashSet<>();

    /** Has heard nothing but the article. */
    public ReplyFinder(Article article) {
        this.texts = new Texts(article);
        this.runs = new Runs(texts);
        this.stock = new Stock(texts, article.title());
        this.author = new AuthorName(article.author());
        texts.pieces(Texts.ARTICLE).forEach(runs::add);
    }

    /**
     * One comment, as it was said.
     *
     * @param number its number in the article
     * @param speaker its name, or null
     * @param text as {@link CommentText} reads it
     */
    public record Said(int number, @Nullable String speaker, String text) {}

    /**
     * A comment found to answer something earlier.
     *
     * @param number the answer
     * @param parent what it answers; only a comment can be its parent in a thread
     * @param evidence {@link Evidence#QUOTED} or {@link Evidence#NAMED}
     * @param words how many words of its parent it repeats at first, at least 4; 0 if it only names
     * @param quote the whole paragraph or line that repeats them, as it stands in the answer, or the words alone where
     *     the paragraph has others too; the name if it only names
     * @param quotations all that it quotes, in order, of its parent and of others; the name alone if it only names
     */
    public record Link(
            int number,
            Source parent,
            Evidence evidence,
            Grade grade,
            int words,
            String quote,
            List<Quotation> quotations) {
        public Link {
            quotations = List.copyOf(quotations);
        }
    }

    /** The same without an article: only comments are answered. */
    public static List<Link> find(List<Said> said) {
        return find(Article.NONE, said);
    }

    /**
     * @param said the comments of one discussion, earlier ones first
     * @return at most one link for each, in the same order
     */
    public static List<Link> find(Article article, List<Said> said) {
        ReplyFinder finder = new ReplyFinder(article);
        return said.stream().map(finder::hear).flatMap(Optional::stream).toList();
    }

    /** What this comment would answer if it were said now. Nothing of it is remembered. */
    public Optional<Link> ask(Said said) {
        int holder = texts.add(said);
        try {
            return Optional.ofNullable(link(holder));
        } finally {
            texts.forget();
        }
    }

    /** What this comment answers, which is said now: from here on others may answer it. */
    public Optional<Link> hear(Said said) {
        int holder = texts.add(said);
        Link link = link(holder);
        texts.pieces(holder).forEach(runs::add);
        wholes.add(whole(holder));
        author.heard(said.speaker());
        return Optional.ofNullable(link);
    }

    /** What is tried, in this order. */
    private @Nullable Link link(int holder) {
        if (texts.pieces(holder).isEmpty() || isSaidAgain(holder)) {
            return null;
        }
        List<Held> quotations = Quotations.of(texts, runs, stock, holder);
        return quotations.isEmpty() ? named(holder) : quoted(holder, quotations);
    }

    private @Nullable Link named(int holder) {
        String name = author.addressed(texts.text());
        if (name == null) {
            return null;
        }
        int at = texts.text().indexOf(name);
        Place author = new Place(Source.ARTICLE, 0, 0);
        Quotation address = new Quotation(name, at, at + name.length(), 0, author, List.of());
        return new Link(texts.number(holder), Source.ARTICLE, Evidence.NAMED, Grade.LIKELY, 0, name, List.of(address));
    }

    private Link quoted(int holder, List<Held> quotations) {
        int parent = ParentChoice.holder(texts, quotations);
        List<Quotation> all = new ArrayList<>();
        @Nullable Quotation first = null;
        boolean certain = false;
        for (Held held : quotations) {
            boolean parents = held.isHeldBy(parent);
            Quotation quotation =
                    quotation(held, parents ? parent : held.covers().firstKey());
            all.add(quotation);
            if (parents && first == null) {
                first = quotation;
                certain = held.stretch().whole() && held.covers().size() == 1 && quotation.words() >= CERTAIN_WORDS;
            }
        }
        if (first == null) {
            throw new IllegalStateException("a parent that holds nothing");
        }
        Grade grade = certain ? Grade.CERTAIN : Grade.LIKELY;
        Source source = first.place().source();
        return new Link(texts.number(holder), source, Evidence.QUOTED, grade, first.words(), first.quote(), all);
    }

    private Quotation quotation(Held held, int source) {
        List<Source> others = new ArrayList<>();
        held.covers().forEach((holder, cover) -> {
            if (holder != source && others.size() < Quotation.MOST_OTHERS) {
                others.add(texts.source(cover.run().source()));
            }
        });
        Stretch stretch = held.stretch();
        return new Quotation(
                texts.text().substring(stretch.start(), stretch.end()),
                stretch.start(),
                stretch.end(),
                stretch.length(),
                place(held.cover(source)),
                others);
    }

    private Place place(Cover cover) {
        Run run = cover.run();
        return new Place(
                texts.source(run.source()),
                texts.words.start(run.place()),
                texts.words.end(run.place() + run.length() - 1));
    }

    /** The same comment twice: sent again, not quoted, unless all of it is marked as quoted. */
    private boolean isSaidAgain(int holder) {
        return wholes.contains(whole(holder))
                && !texts.pieces(holder).stream().allMatch(piece -> Marks.at(texts.text(), piece.start()));
    }

    /** A number for all that a comment says: the same for the same words. */
    private long whole(int holder) {
        long whole = 0;
        for (Piece piece : texts.pieces(holder)) {
            for (int at = piece.from(); at < piece.to(); at++) {
                whole = whole * 0x9e3779b97f4a7c15L + texts.words.at(at);
            }
        }
        return whole;
    }
}
