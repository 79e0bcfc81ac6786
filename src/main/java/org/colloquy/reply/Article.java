package org.colloquy.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article whose comments are looked through.
 *
 * @param title one line, or empty: repeating it is no quotation
 * @param author who wrote it, or null where that is not known
 * @param passages what can be quoted, in order; the title is none of them
 */
public record Article(String title, @Nullable String author, List<Passage> passages) {
    /** No article at all: then only comments are answered. */
    public static final Article NONE = new Article("", null, List.of());

    public Article {
        passages = List.copyOf(passages);
    }

    /**
     * @param kind {@link Source.Kind#PARAGRAPH} or {@link Source.Kind#TERM}
     * @param number what a link to it is to say
     */
    public record Passage(Source.Kind kind, int number, String text) {}
}
