package org.colloquy.reply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colloquy.reply.Article.Passage;
import org.colloquy.reply.Common.Weighed;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Vocabulary.Tokens;

/**
 * Which of the article's terms a comment may be about, and which comments a term: they share words that few terms and few
 * comments have, in any spelling. A guess, for people to look at; nothing where there is no good reason.
 *
 * <p>Made once for a discussion; pure, deterministic and safe to share between threads. Takes
 * time linear in the texts.
 */
public final class TermSuggestions {
    /** Terms for one comment. */
    public static final int MOST_TERMS = 3;

    /** Comments for one term. */
    public static final int MOST_COMMENTS = 10;

    /** A word that more terms than one in so many have is what the whole article is about. */
    private static final int TERMS = 4;

    /** A word that more comments than one in so many have is what everybody speaks of. */
    private static final int COMMENTS = 8;

    /** In a short discussion, or among few terms, so many are always few. */
    private static final int FEW = 2;

    /** Of 1 for a name that one term and one comment have. A short word of the language is none. */
    private static final double GOOD_REASON = 0.35;

    private final List<Passage> terms;
    private final List<Said> said;
    private final List<Tokens> tokens;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Postings inTerms;
    private final Postings inComments;
    private final Common common;

    /** @param said the whole discussion, earlier comments first */
    public TermSuggestions(Article article, List<Said> said) {
        this.said = List.copyOf(said);
        this.terms = article.passages().stream()
                .filter(passage -> passage.kind() == Source.Kind.TERM)
                .toList();
        Vocabulary vocabulary = new Vocabulary(
                Stream.concat(terms.stream().map(Passage::text), said.stream().map(Said::text))
                        .toList());
        this.tokens = vocabulary.tokens();
        this.inTerms = postings(tokens.subList(0, terms.size()), vocabulary.size());
        this.inComments = postings(tokens.subList(terms.size(), tokens.size()), vocabulary.size());
        this.common = new Common(
                vocabulary,
                stem -> inTerms.count(stem) <= Math.max(FEW, terms.size() / TERMS)
                        && inComments.count(stem) <= Math.max(FEW, said.size() / COMMENTS),
                stem -> (1 + inTerms.relative(stem)) / 2 * inComments.relative(stem));
        said.forEach(comment -> places.put(comment.number(), places.size()));
    }

    private record Scored(TermSuggestion suggestion, double score) {}

    private static Postings postings(List<Tokens> tokens, int words) {
        return new Postings(
                tokens.stream()
                        .map(text -> Arrays.stream(text.stems()).distinct().toArray())
                        .toArray(int[][]::new),
                words);
    }

    /** @return at most {@value #MOST_TERMS} terms that the comment may be about, the most likely first */
    public List<TermSuggestion> of(int comment) {
        Integer place = places.get(comment);
        return place == null
                ? List.of()
                : best(
                        Arrays.stream(inTerms.having(
                                        tokens.get(terms.size() + place).stems()))
                                .mapToObj(term -> scored(term, place)),
                        MOST_TERMS);
    }

    /** @return at most {@value #MOST_COMMENTS} comments that may be about the term, the most likely first */
    public List<TermSuggestion> about(int term) {
        return best(
                IntStream.range(0, terms.size())
                        .filter(place -> terms.get(place).number() == term)
                        .boxed()
                        .flatMap(place -> Arrays.stream(
                                        inComments.having(tokens.get(place).stems()))
                                .mapToObj(comment -> scored(place, comment))),
                MOST_COMMENTS);
    }

    private Scored scored(int term, int comment) {
        List<Weighed> words = common.words(tokens.get(terms.size() + comment), tokens.get(term));
        return new Scored(
                new TermSuggestion(
                        terms.get(term).number(),
                        said.get(comment).number(),
                        words.stream().map(Weighed::word).toList()),
                words.stream().mapToDouble(Weighed::weight).sum());
    }

    private static List<TermSuggestion> best(Stream<Scored> scored, int most) {
        return scored.filter(one -> one.score() >= GOOD_REASON)
                .sorted(Comparator.comparingDouble(one -> -one.score()))
                .limit(most)
                .map(Scored::suggestion)
                .toList();
    }
}
