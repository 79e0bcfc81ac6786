package org.colloquy.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colloquy.discussion.CommentView;
import org.colloquy.log.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * A comment with all that was reported of it, for moderators.
 *
 * @param id of the comment
 * @param comment null where it is gone
 * @param answered what it answers, or null
 * @param address of the comment
 * @param title of the article, or null for the Open Thread
 * @param seen the last of the reports: what comes later is not decided with them
 * @param kinds what is not decided of it
 * @param reasons the rules there, to choose a reason from
 * @param log what was done to it, latest first
 * @param own whether the moderator wrote it, and somebody else could decide
 * @param decidedBefore whether the moderator decided what the appeals are against, and somebody else could answer them
 */
public record CaseView(
        long id,
        @Nullable CommentView comment,
        @Nullable CommentView answered,
        String address,
        int number,
        @Nullable String title,
        long seen,
        Set<ReportKind> kinds,
        List<Told> open,
        List<Told> decided,
        List<AppealView> appeals,
        List<AppealView> answers,
        List<String> reasons,
        List<LogLine> log,
        boolean own,
        boolean decidedBefore) {

    /**
     * One report.
     *
     * @param contact how to reach whoever sent it, or null
     * @param earlier whether the comment has been changed since
     * @param decision or null
     */
    public record Told(
            ReportKind kind,
            String rule,
            String explanation,
            String quote,
            @Nullable String contact,
            Instant at,
            boolean earlier,
            @Nullable DecisionView decision) {}

    /** Whether there is anything to hide or to leave. */
    public boolean isThere() {
        return comment != null;
    }

    /** Whether it is the site's own note, which cannot be hidden. */
    public boolean isNotice() {
        return comment != null && comment.kind() != CommentView.Kind.COMMENT;
    }
}
