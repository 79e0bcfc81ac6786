package org.colloquy.report;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.discussion.CommentView;
import org.colloquy.log.LogLine;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.report.DecisionView.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A comment or an article with all that was reported of it, for moderators.
 *
 * @param desk the address of its page
 * @param article whether it is the text of an article
 * @param there whether it is still here
 * @param comment null where it is gone, and for an article
 * @param answered what it answers, or null
 * @param address of the comment, or the article
 * @param number of the comment, or null for an article
 * @param slug of its discussion
 * @param title of the article, or null for the Open Thread, and where it has gone
 * @param seen the last of the open reports: what comes later is not decided with them
 * @param revision how often it has been changed
 * @param kinds what is not decided of it
 * @param rules that a moderator can go by there; none for an article
 * @param log what was done to it, latest first
 * @param own whether the moderator wrote it, and somebody else could decide
 * @param decidedBefore whether the moderator decided what the appeals are against, and somebody else could answer them
 * @param more how many reports wait beside these: they are not decided with them
 * @param changed whether what was decided last does not stand any more
 * @param earlier whether more was decided before what stands here
 */
public record CaseView(
        String desk,
        boolean article,
        boolean there,
        @Nullable CommentView comment,
        @Nullable CommentView answered,
        String address,
        @Nullable Integer number,
        String slug,
        @Nullable String title,
        long seen,
        int revision,
        Set<ReportKind> kinds,
        List<Told> open,
        List<Told> decided,
        List<AppealView> appeals,
        List<AppealView> answers,
        List<RuleView> rules,
        List<LogLine> log,
        boolean own,
        boolean decidedBefore,
        int more,
        boolean changed,
        boolean earlier) {

    /**
     * One report.
     *
     * @param contact how to reach whoever sent it, or null
     * @param earlier whether what is reported has been changed since
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

    /** Whether it is the site's own note, which cannot be hidden. */
    public boolean isNotice() {
        return comment != null && comment.kind() != CommentView.Kind.COMMENT;
    }

    /**
     * What was typed into one of the forms, and why nothing came of it.
     *
     * @param appeal whether it was the form that answers appeals
     * @param outcome that was chosen, or null
     * @param rule the key of the rule that was chosen, or empty
     * @param kinds which were ticked; all of them where nothing was sent
     * @param field where the problem is, or null where it is no single field
     * @param problem or null
     */
    public record Typed(
            boolean appeal,
            @Nullable Outcome outcome,
            String rule,
            String reason,
            boolean confidential,
            Set<ReportKind> kinds,
            @Nullable String field,
            @Nullable String problem) {

        static final Typed NOTHING = new Typed(false, null, "", "", false, EnumSet.allOf(ReportKind.class), null, null);

        /** Without any problem: what the other form shows. */
        public Typed in(boolean answering) {
            return answering == appeal ? this : NOTHING;
        }

        public boolean isWrong(String which) {
            return which.equals(field);
        }
    }
}
