package org.colloquy.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * The desk: one tab of what moderators may want to look at.
 *
 * @param place the only discussion that is shown, as its slug; empty for all
 * @param counts how many stand in each tab, all pages
 * @param rows newest first
 * @param all whether the moderator asked for all rows of this page to be ticked; never at first
 * @param places for the look-up of any other comment
 */
public record DeskView(
        Tab tab,
        String place,
        Map<Tab, Integer> counts,
        List<Row> rows,
        boolean all,
        @Nullable Integer previous,
        @Nullable Integer next,
        List<Place> places) {

    public enum Tab {
        /** Waiting for a moderator. */
        WAITING,
        /** Visible, but a rule asks moderators to look. */
        FLAGGED,
        /** Posted here without a name. */
        NAMELESS,
        /** Imported without a name. */
        NOT_IN_SOURCE;

        /** What addresses call it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param title of the article, or null for the Open Thread
     */
    public record Row(CommentView comment, @Nullable String title) {}

    /**
     * @param slug of the article, or {@code open-thread}
     */
    public record Place(String slug, @Nullable String title) {}

    /**
     * The preview of an act, before it is done.
     *
     * @param act what is about to be done
     * @param rows to whom; those that are already so are left out
     * @param answered how many of them are answered
     * @param quoted how many of them are quoted
     * @param reason as typed so far
     * @param reasons to choose from, the sentences of the rules
     * @param problem why the last try did not go, or null
     */
    public record Preview(
            Act act,
            List<Row> rows,
            int answered,
            int quoted,
            String reason,
            List<String> reasons,
            @Nullable String problem) {}

    public enum Act {
        HIDE,
        RESTORE,
        APPROVE
    }
}
