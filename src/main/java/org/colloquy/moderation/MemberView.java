package org.colloquy.moderation;

import java.util.List;
import org.colloquy.account.Suspensions.Suspension;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Queue.History;
import org.colloquy.log.LogLine;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, as moderators need to know them.
 *
 * @param id the member's
 * @param handle as it is now, or null
 * @param comment that one came from, or null
 * @param suspension that has not run out, or null
 * @param acts what moderators did about them, latest first
 * @param entry the id of the latest of these, 0 for none
 * @param rules to choose from as a reason
 * @param typed what was typed, where it did not go
 */
public record MemberView(
        long id,
        @Nullable String handle,
        @Nullable CommentView comment,
        History history,
        @Nullable Suspension suspension,
        List<LogLine> acts,
        long entry,
        List<RuleView> rules,
        Typed typed) {

    /**
     * @param act what was chosen to be done, or empty
     * @param problem what is wrong, or null
     * @param ofRule whether it is the rule that has to be mended
     */
    public record Typed(
            String act,
            String rule,
            String words,
            boolean confidential,
            String time,
            @Nullable String problem,
            boolean ofRule) {
        /** Where something is wrong, or empty. */
        public String field() {
            return problem == null ? "" : act.isEmpty() ? "act" : ofRule ? "rule" : "reason";
        }

        static final Typed NOTHING = new Typed("", "", "", false, "week", null, false);
    }
}
