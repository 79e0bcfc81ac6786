package org.colloquy.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.colloquy.reply.Suggestion;
import org.colloquy.reply.Suggestions;
import org.colloquy.reply.TermSuggestion;
import org.colloquy.reply.TermSuggestions;

/**
 * What moderators would be offered for a file's comments, in the document's order; only comments for which there is
 * something.
 *
 * @param parents for each comment without a recovered reply, what it may answer
 * @param terms for each comment that does not quote a term, the terms that it may be about
 */
record Suggested(Map<Integer, List<Suggestion>> parents, Map<Integer, List<TermSuggestion>> terms) {
    /** Nobody reads more in a report, and it would take seconds. */
    static final int MOST_COMMENTS = 2_000;

    static Suggested of(DocumentFile file, Collection<Link> links) {
        Map<Integer, List<Suggestion>> parents = new LinkedHashMap<>();
        Map<Integer, List<TermSuggestion>> terms = new LinkedHashMap<>();
        List<Said> said = Replies.said(file.document());
        if (file.document().comments().size() <= MOST_COMMENTS) {
            Map<Integer, Source> found = new HashMap<>();
            Map<Integer, Integer> known = new HashMap<>();
            for (Link link : links) {
                found.put(link.number(), link.parent());
                if (link.parent().isComment()) {
                    known.put(link.number(), link.parent().number());
                }
            }
            Article article = Replies.article(file);
            Suggestions suggestions = new Suggestions(article, said, known);
            TermSuggestions about = new TermSuggestions(article, said);
            for (Said comment : said) {
                Source parent = found.get(comment.number());
                if (parent == null) {
                    put(parents, comment.number(), suggestions.of(comment.number()));
                }
                if (parent == null || parent.kind() != Source.Kind.TERM) {
                    put(terms, comment.number(), about.of(comment.number()));
                }
            }
        }
        return new Suggested(parents, terms);
    }

    private static <T> void put(Map<Integer, List<T>> all, int comment, List<T> some) {
        if (!some.isEmpty()) {
            all.put(comment, some);
        }
    }
}
