package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Suggestion.Kind;
import org.colloquy.reply.Suggestion.Reason;
import org.colloquy.reply.Vocabulary.Tokens;

/**
 * Which earlier comments one may answer whose parent nothing proves: at most {@value #MOST}, for a moderator to look at.
 * A guess and no more.
 *
 * <p>Made once for a discussion, then asked for as many comments as wanted; safe to share between threads. Pure and
 * deterministic. Making it takes time linear in the texts, asking takes time linear in the number of comments.
 */
public final class Suggestions {
    /** More are not looked at. */
    public static final int MOST = 3;

    private static final int MOST_WORDS = 5;

    private final List<Said> said;
    private final List<Tokens> tokens;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<Integer, int[]> postings = new HashMap<>();

    /**
     * @param said the whole discussion, earlier comments first
     * @param parents the numbers of the parents that are known, found, posted or confirmed, by the number of the answer
     */
    public Suggestions(Article article, List<Said> said, Map<Integer, Integer> parents) {
        this.said = List.copyOf(said);
        Vocabulary vocabulary = new Vocabulary();
        said.forEach(comment -> vocabulary.add(comment.text()));
        this.tokens = vocabulary.tokens();
        Map<Integer, List<Integer>> lists = new HashMap<>();
        for (int place = 0; place < said.size(); place++) {
            places.put(said.get(place).number(), place);
            for (int stem : Arrays.stream(tokens.get(place).stems()).distinct().toArray()) {
                lists.computeIfAbsent(stem, none -> new ArrayList<>()).add(place);
            }
        }
        lists.forEach((stem, list) ->
                postings.put(stem, list.stream().mapToInt(Integer::intValue).toArray()));
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
        double[] shared = new double[place];
        for (int stem : Arrays.stream(tokens.get(place).stems()).distinct().toArray()) {
            int[] posting = postings.getOrDefault(stem, new int[0]);
            for (int at = 0; at < posting.length && posting[at] < place; at++) {
                shared[posting[at]] += rarity(stem);
            }
        }
        List<Integer> candidates = new ArrayList<>();
        double[] scores = new double[place];
        for (int candidate = 0; candidate < place; candidate++) {
            scores[candidate] =
                    shared[candidate] / Math.sqrt(10 + tokens.get(candidate).size()) - Math.log(place - candidate);
            candidates.add(candidate);
        }
        return candidates.stream()
                .sorted(Comparator.<Integer>comparingDouble(candidate -> -scores[candidate])
                        .thenComparing(Comparator.reverseOrder()))
                .limit(MOST)
                .map(candidate -> suggestion(place, candidate))
                .toList();
    }

    private double rarity(int stem) {
        return Math.log((1.0 + said.size()) / postings.getOrDefault(stem, new int[0]).length);
    }

    private Suggestion suggestion(int place, int candidate) {
        List<Reason> reasons = new ArrayList<>();
        Tokens own = tokens.get(place);
        Tokens other = tokens.get(candidate);
        Map<Integer, Integer> there = new HashMap<>();
        for (int at = other.size() - 1; at >= 0; at--) {
            there.put(other.stems()[at], at);
        }
        Map<Integer, Integer> here = new HashMap<>();
        for (int at = own.size() - 1; at >= 0; at--) {
            here.put(own.stems()[at], at);
        }
        here.keySet().retainAll(there.keySet());
        List<SharedWord> words = here.entrySet().stream()
                .filter(entry -> own.word(entry.getValue()).length() > 3)
                .sorted(Comparator.comparingDouble(entry -> -rarity(entry.getKey())))
                .limit(MOST_WORDS)
                .map(entry ->
                        new SharedWord(own.word(entry.getValue()), other.word(there.getOrDefault(entry.getKey(), 0))))
                .toList();
        if (!words.isEmpty()) {
            reasons.add(new Reason(Kind.SHARED_WORDS, words, 0));
        }
        reasons.add(new Reason(Kind.NEAR, List.of(), place - candidate));
        return new Suggestion(said.get(candidate).number(), reasons);
    }
}
