package org.colloquy.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * The list of what was reported, one row a comment or an article.
 *
 * @param kind of which reports are listed; empty for all
 * @param place where, by the last part of its address; empty for everywhere
 * @param counts how much there is of each, of that kind and there
 * @param previous the page before, or null
 * @param next the page after, or null
 * @param places where something was ever reported
 */
public record ReportedView(
        Tab tab,
        String kind,
        String place,
        Map<Tab, Integer> counts,
        List<Row> rows,
        @Nullable Integer previous,
        @Nullable Integer next,
        List<Place> places) {

    public enum Tab {
        OPEN,
        APPEALS,
        DECIDED;

        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param title of the article, or null for the Open Thread */
    public record Place(String slug, @Nullable String title) {}

    /**
     * What was reported.
     *
     * @param desk the address of its page for moderators
     * @param comment null where it is gone, and for an article
     * @param number of the comment; null for an article
     * @param there whether it is still here
     * @param title of the article, its address where it has gone, or null for the Open Thread
     * @param kinds what is said of it, each once
     * @param reports how many there are; of what is open, from how many people, as far as that can be told
     * @param since when the first of them came; where only its author appeals, when they did
     */
    public record Row(
            String desk,
            @Nullable CommentView comment,
            @Nullable Integer number,
            boolean there,
            @Nullable String title,
            List<ReportKind> kinds,
            int reports,
            Instant since) {}
}
