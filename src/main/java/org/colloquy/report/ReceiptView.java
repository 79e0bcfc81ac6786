package org.colloquy.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What whoever reported something reads of it, at an address that only they know.
 *
 * @param secret what its address ends with
 * @param address of the comment, or the article
 * @param number of the comment, or null for an article
 * @param title of the article, or null for the Open Thread, and where it has gone
 * @param reachable whether they said how to reach them, and that is still kept
 * @param decision or null while nobody has decided
 * @param changed whether what was decided last does not stand any more
 * @param appeal theirs, or null
 * @param until until when they may appeal; null where they cannot
 * @param held whether the comment waits for a moderator, out of sight
 */
public record ReceiptView(
        String secret,
        String address,
        @Nullable Integer number,
        @Nullable String title,
        ReportKind kind,
        String rule,
        String explanation,
        String quote,
        Instant at,
        boolean reachable,
        @Nullable DecisionView decision,
        boolean changed,
        @Nullable AppealView appeal,
        @Nullable Instant until,
        boolean held) {}
