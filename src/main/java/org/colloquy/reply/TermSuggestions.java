package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.reply.Article.Passage;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Vocabulary.Tokens;

/**
 * Which of the article's terms a comment may be about, and which comments a term: those that share a word with it that
 * is rare among the terms and in the discussion. A guess, for people to look at; nothing where there is no good reason.
 *
 * <p>Made once for a discussion; pure, deterministic and safe to share between threads.
 */
public final class TermSuggestions {
    /** Terms for one comment. */
    public static final int MOST_TERMS = 3;

    /** Comments for one term. */
    public static final int MOST_COMMENTS = 10;

    private final Map<Integer, List<TermSuggestion>> byComment = new LinkedHashMap<>();
    private final Map<Integer, List<TermSuggestion>> byTerm = new LinkedHashMap<>();

    /** @param said the whole discussion, earlier comments first */
    public TermSuggestions(Article article, List<Said> said) {
        List<Passage> terms = article.passages().stream()
                .filter(passage -> passage.kind() == Source.Kind.TERM)
                .toList();
        Vocabulary vocabulary = new Vocabulary();
        terms.forEach(term -> vocabulary.add(term.text()));
        said.forEach(comment -> vocabulary.add(comment.text()));
        List<Tokens> tokens = vocabulary.tokens();
        Map<Integer, Set<Integer>> holders = new HashMap<>();
        for (int text = 0; text < tokens.size(); text++) {
            for (int stem : tokens.get(text).stems()) {
                holders.computeIfAbsent(stem, none -> new HashSet<>()).add(text);
            }
        }
        for (int comment = 0; comment < said.size(); comment++) {
            for (int term = 0; term < terms.size(); term++) {
                Tokens own = tokens.get(terms.size() + comment);
                Tokens other = tokens.get(term);
                Set<Integer> seen = new HashSet<>();
                List<SharedWord> words = new ArrayList<>();
                for (int at = 0; at < own.size(); at++) {
                    Set<Integer> holding = holders.getOrDefault(own.stems()[at], Set.of());
                    if (holding.contains(term)
                            && holding.size() <= 2 + tokens.size() / 8
                            && seen.add(own.stems()[at])) {
                        for (int there = 0; there < other.size(); there++) {
                            if (other.stems()[there] == own.stems()[at]
                                    && own.word(at).length() > 3) {
                                words.add(new SharedWord(own.word(at), other.word(there)));
                                break;
                            }
                        }
                    }
                }
                if (!words.isEmpty()) {
                    TermSuggestion suggestion = new TermSuggestion(
                            terms.get(term).number(), said.get(comment).number(), words);
                    byComment
                            .computeIfAbsent(suggestion.comment(), none -> new ArrayList<>())
                            .add(suggestion);
                    byTerm.computeIfAbsent(suggestion.term(), none -> new ArrayList<>())
                            .add(suggestion);
                }
            }
        }
        byComment
                .values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(one -> -one.words().size())));
        byTerm.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(one -> -one.words().size())));
    }

    /** @return at most {@value #MOST_TERMS} terms that the comment may be about, the most likely first */
    public List<TermSuggestion> of(int comment) {
        return byComment.getOrDefault(comment, List.of()).stream()
                .limit(MOST_TERMS)
                .toList();
    }

    /** @return at most {@value #MOST_COMMENTS} comments that may be about the term, the most likely first */
    public List<TermSuggestion> about(int term) {
        return byTerm.getOrDefault(term, List.of()).stream()
                .limit(MOST_COMMENTS)
                .toList();
    }
}
