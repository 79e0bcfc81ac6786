package org.colloquy.reply;

import java.util.List;

/**
 * A comment that may be about a term of the article.
 *
 * @param term the term's number
 * @param comment the comment's number
 * @param words why: what both have and few others, the most telling first; at least one
 */
public record TermSuggestion(int term, int comment, List<SharedWord> words) {
    public TermSuggestion {
        words = List.copyOf(words);
    }
}
