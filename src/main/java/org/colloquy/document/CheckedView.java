package org.colloquy.document;

import java.time.Instant;
import java.util.List;
import org.colloquy.discussion.Notice.Sentence;
import org.colloquy.log.LogLine.Action;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an uploaded document, before anything of it is imported.
 *
 * @param key of the document that waits
 * @param seen the revision of the article that it would change, 0 for a new one
 * @param changed the article that it would change, or null
 * @param threads how many comments begin one, as far as it can be told
 * @param placeholders how many, and which
 * @param gaps how many, and in which comments
 * @param notice the sentences of its notice, each with what it switches on; empty where it has none
 * @param report what the check on the command line says
 * @param meanwhile what somebody did to the article since the page was opened, or null
 * @param problem what was wrong with the reason, or null
 */
public record CheckedView(
        String key,
        int seen,
        @Nullable Changed changed,
        String fileName,
        String title,
        @Nullable String byline,
        int paragraphs,
        List<String> terms,
        int comments,
        int named,
        int threads,
        int replies,
        String placeholders,
        String gaps,
        boolean roundTrip,
        List<Sentence> notice,
        String report,
        @Nullable Meanwhile meanwhile,
        String reason,
        @Nullable String problem) {

    /**
     * The article that a document would change.
     *
     * @param byName whether it is only the name of the file that says so
     */
    public record Changed(String slug, String title, boolean withdrawn, boolean byName, Comparison comparison) {}

    /**
     * What another moderator did.
     *
     * @param by their name, or null where they have left
     * @param action null where it was no moderator
     */
    public record Meanwhile(
            @Nullable String by,
            @Nullable Action action,
            @Nullable Instant at) {}
}
