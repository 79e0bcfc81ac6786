package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colloquy.reply.Common.Weighed;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Suggestion.Kind;
import org.colloquy.reply.Suggestion.Reason;
import org.colloquy.reply.Vocabulary.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Which earlier comments one may answer whose parent nothing proves: at most {@value #MOST}, for a moderator to look at.
 * A guess and no more: the README says how often the parent is among them. A number that the document skips is never
 * suggested, as nothing is known of it.
 *
 * <p>Made once for a discussion, then asked for as many comments as wanted; safe to share between threads. Pure and
 * deterministic. Making it takes time linear in the texts, and each asking the time of the
 * last {@value #FARTHEST} comments.
 */
public final class Suggestions {
    /** More are not looked at. */
    public static final int MOST = 3;

    /** Of 1,318 answers measured, the farthest was 106 comments back. */
    private static final int FARTHEST = 500;

    /** Nothing is known of a parent, or only that it is none of the comments. */
    private static final int UNKNOWN = -1;

    private static final int ELSEWHERE = -2;

    /** A word that more comments than one in so many have tells nothing. */
    private static final int COMMON = 6;

    /** In a short discussion, so many are always few. */
    private static final int ALWAYS_RARE = 3;

    private final List<Said> said;
    private final List<Tokens> tokens;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Set<Long> spoke = new HashSet<>();
    private final Speakers speakers;
    private final Pairs pairs;
    private final Common common;
    private final Guesses first;
    private final Guesses guesses;

    /**
     * @param said the whole discussion, earlier comments first; without its notice, as nobody answers that
     * @param parents the numbers of the parents that are known, found, posted or confirmed, by the number of the answer
     */
    public Suggestions(Article article, List<Said> said, Map<Integer, Integer> parents) {
        this.said = List.copyOf(said);
        said.forEach(comment -> places.put(comment.number(), places.size()));
        StringBuilder whole = new StringBuilder(article.title());
        article.passages().forEach(passage -> whole.append('\n').append(passage.text()));
        Vocabulary vocabulary = new Vocabulary(Stream.concat(said.stream().map(Said::text), Stream.of(whole.toString()))
                .toList());
        this.tokens = vocabulary.tokens();
        Likeness likeness = new Likeness(vocabulary, said.size());
        this.speakers = new Speakers(article.author(), said);
        this.pairs = new Pairs(likeness, speakers, said);
        Postings stems = likeness.byStem();
        this.common = new Common(
                vocabulary, stem -> stems.count(stem) <= Math.max(ALWAYS_RARE, said.size() / COMMON), stems::relative);
        int[] known = known(parents);
        this.first = guesses(known, null);
        this.guesses = guesses(known, first);
    }

    private int[] known(Map<Integer, Integer> parents) {
        int[] known = new int[said.size()];
        Arrays.fill(known, UNKNOWN);
        parents.forEach((answer, parent) -> {
            Integer place = places.get(answer);
            if (place != null) {
                Integer above = places.get(parent);
                known[place] = above == null || above >= place ? ELSEWHERE : above;
                if (above != null && speakers.isNamed(place) && speakers.isNamed(above)) {
                    spoke.add(pair(place, above));
                    spoke.add(pair(above, place));
                }
            }
        });
        return known;
    }

    private long pair(int comment, int other) {
        return (long) speakers.of(comment) << 32 | speakers.of(other);
    }

    private Guesses guesses(int[] known, @Nullable Guesses before) {
        Guesses now = new Guesses(said.size(), speakers::isNamed);
        for (int comment = 0; comment < said.size(); comment++) {
            if (known[comment] != UNKNOWN) {
                now.know(comment, known[comment]);
            } else {
                int from = Math.max(0, comment - Guesses.WINDOW);
                now.guess(
                        comment,
                        Arrays.stream(pairs.measure(comment, from, now, before))
                                .mapToDouble(Pairs::score)
                                .toArray());
            }
        }
        return now;
    }

    /** For one comment only; whoever asks for several makes the suggestions of a discussion once. */
    public static List<Suggestion> of(Article article, List<Said> said, Map<Integer, Integer> parents, int number) {
        return new Suggestions(article, said, parents).of(number);
    }

    /**
     * @param number of a comment of the discussion; others have no suggestions
     * @return the most likely first; none for the first comment
     */
    public List<Suggestion> of(int number) {
        Integer place = places.get(number);
        if (place == null) {
            return List.of();
        }
        int from = Math.max(0, place - FARTHEST);
        double[] scores =
                Arrays.stream(measure(place)).mapToDouble(Pairs::score).toArray();
        return IntStream.range(from, place)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(other -> -scores[other - from])
                        .thenComparing(Comparator.reverseOrder()))
                .limit(MOST)
                .map(other -> new Suggestion(said.get(other).number(), reasons(place, other)))
                .toList();
    }

    /** A row of signals for each of the last earlier comments, and one for answering none. */
    double[][] measure(int place) {
        return pairs.measure(place, Math.max(0, place - FARTHEST), guesses, first);
    }

    private List<Reason> reasons(int comment, int other) {
        List<Reason> reasons = new ArrayList<>();
        List<SharedWord> words = common.words(tokens.get(comment), tokens.get(other)).stream()
                .map(Weighed::word)
                .toList();
        if (!words.isEmpty()) {
            reasons.add(new Reason(Kind.SHARED_WORDS, words, 0));
        }
        String name = said.get(other).speaker();
        if (name != null && speakers.names(comment, other)) {
            reasons.add(new Reason(Kind.NAMES, List.of(new SharedWord(name, name)), 0));
        }
        if (spoke.contains(pair(comment, other))) {
            reasons.add(new Reason(Kind.SPEAKS_TO, List.of(), 0));
        }
        reasons.add(new Reason(Kind.NEAR, List.of(), comment - other));
        return reasons;
    }
}
