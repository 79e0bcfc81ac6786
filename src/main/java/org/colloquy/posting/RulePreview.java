package org.colloquy.posting;

import java.util.List;
import java.util.Map;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a rule would have done, before it is made.
 *
 * @param change with what was typed, to be sent again
 * @param then the rule as it would stand
 * @param tried whether the rule can judge the past at all
 * @param posted how many comments that were posted here were judged
 * @param imported how many that came with documents were judged, by their texts
 * @param now how many the rule meets as it stands
 * @param effects how many it would have met, by effect
 * @param first of those
 * @param notes what cannot be told from the past
 */
public record RulePreview(
        RuleDeskView.Change change,
        FormView.RuleView then,
        boolean tried,
        int posted,
        int imported,
        int now,
        Map<String, Integer> effects,
        List<Row> first,
        List<String> notes) {

    /**
     * @param title of the article, or null for the Open Thread
     */
    public record Row(CommentView comment, @Nullable String title) {}
}
