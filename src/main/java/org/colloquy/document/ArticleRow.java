package org.colloquy.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article in the list of all articles.
 *
 * @param uploaded whether a moderator brought it, not a file of the operator's
 * @param by who that was, or null where they have left
 * @param atDesk whether the operator's file, if there is one, is left alone
 * @param notice whether it has a notice
 * @param comments that its document has
 * @param posted that readers posted here
 * @param hidden of both
 */
public record ArticleRow(
        String slug,
        String title,
        String fileName,
        Instant importedAt,
        boolean uploaded,
        @Nullable String by,
        boolean atDesk,
        boolean withdrawn,
        boolean notice,
        int comments,
        int posted,
        int hidden) {}
