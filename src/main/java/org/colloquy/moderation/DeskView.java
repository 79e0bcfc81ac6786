package org.colloquy.moderation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.discussion.Queue.Item;
import org.colloquy.discussion.Queue.Reason;
import org.colloquy.log.LogLine;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * The desk: one page of what moderators may want to look at.
 *
 * @param filter what is looked at
 * @param counts how many match in each tab, all pages: of what the filter asks for but the tab itself
 * @param matching how many match the filter, all pages
 * @param rows newest first
 * @param all whether the moderator asked for all rows of this page to be ticked; never at first
 * @param rules to choose from as a reason
 * @param likely the key of the rule that is gone by most likely, or empty
 * @param places for the look-up of any other comment
 */
public record DeskView(
        Filter filter,
        Map<Reason, Integer> counts,
        int matching,
        List<Row> rows,
        boolean all,
        @Nullable Filter previous,
        @Nullable Filter next,
        List<RuleView> rules,
        String likely,
        List<Place> places) {

    /** The row that one was at, or the last one where it has gone; 0 for none. */
    public int at() {
        return Math.min(filter.at(), rows.size());
    }

    /** Where all that match are previewed before they are hidden. */
    public String hideAll() {
        return filter.at(0).address("/moderation/hide/all");
    }

    /** Where all that match are previewed before they are restored. */
    public String restoreAll() {
        return filter.at(0).address("/moderation/restore/all");
    }

    /**
     * One comment.
     *
     * @param sight it as it is now, for the form that acts on it
     * @param acts what moderators did to it, latest first
     * @param since which of these were done after the moderator had looked
     */
    public record Row(Item item, String sight, List<LogLine> acts, List<LogLine> since) {

        /** Whether the last that was done after the moderator had looked is that very act. */
        boolean isDoneSince(Act act) {
            return !since.isEmpty() && since.get(0).action().name().equals(act.name());
        }
    }

    /**
     * @param slug of the article, or {@code open-thread}
     */
    public record Place(String slug, @Nullable String title) {}

    /**
     * The preview of an act, before it is done.
     *
     * @param act what is about to be done
     * @param filter what was looked at before
     * @param back where it leads back to: the queue, or the page of the comment that one came from
     * @param rows to whom; those that are already so are left out
     * @param gone to whom there is nothing left to do, after the moderator had looked
     * @param matching how many there were to choose from, where there are more than can be done at once; else 0
     * @param answered how many of them are answered
     * @param quoted how many of them are quoted
     * @param rules to choose from as a reason
     * @param rule the key of the chosen one, or empty
     * @param words as typed so far
     * @param problem why the last try did not go, or null
     * @param ofRule whether it is the rule that has to be mended
     */
    public record Preview(
            Act act,
            Filter filter,
            String back,
            List<Row> rows,
            List<Row> gone,
            int matching,
            int answered,
            int quoted,
            List<RuleView> rules,
            String rule,
            String words,
            boolean confidential,
            @Nullable String problem,
            boolean ofRule) {

        /** Whether all that there was to do is done. */
        boolean isTooLate() {
            return rows.isEmpty() && !gone.isEmpty();
        }

        /** Who was quicker, as the key of the sentence that says so. */
        String quicker(long moderator) {
            List<Row> all = Stream.concat(rows.stream(), gone.stream()).toList();
            List<LogLine> since =
                    all.stream().flatMap(row -> row.since().stream()).toList();
            if (since.isEmpty()) {
                // An author was.
                return "preview.problem.changed";
            }
            boolean own = since.stream()
                    .allMatch(line -> line.by() != null && line.by().id() == moderator);
            boolean done = all.stream().allMatch(row -> row.isDoneSince(act));
            return !own ? "preview.problem.since" : done ? "preview.problem.done" : "preview.problem.since.own";
        }

        /** The same with what is wrong. */
        Preview with(@Nullable String problem, boolean ofRule) {
            return new Preview(
                    act,
                    filter,
                    back,
                    rows,
                    gone,
                    matching,
                    answered,
                    quoted,
                    rules,
                    rule,
                    words,
                    confidential,
                    problem,
                    ofRule);
        }

        /** All of them, as the form sends them. */
        public String sights() {
            return String.join(",", rows.stream().map(Row::sight).toList());
        }
    }

    public enum Act {
        HIDE,
        RESTORE,
        APPROVE
    }
}
