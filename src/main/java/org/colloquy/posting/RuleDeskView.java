package org.colloquy.posting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one discussion or of the whole site, as moderators find them.
 *
 * @param place the slug of the article, {@code open-thread}, or empty for the whole site
 * @param title of the article, or null
 * @param places to choose from
 */
public record RuleDeskView(String place, @Nullable String title, List<Place> places, List<Line> lines) {

    /**
     * @param slug of the article, or {@code open-thread}
     */
    public record Place(String slug, @Nullable String title) {}

    /**
     * @param origin who said so: {@code HERE}, {@code NOTICE}, {@code SITE} or {@code BUILT_IN}
     */
    public record Line(FormView.RuleView rule, String origin) {}

    /**
     * One rule and what may be chosen about it.
     *
     * @param place as above
     * @param now how it stands
     * @param otherwise how it would stand if nothing were chosen here
     * @param effects that it may have
     * @param words whether it has a list of words
     * @param form as typed so far
     * @param problems what is wrong with that, by field
     */
    public record Change(
            String place,
            @Nullable String title,
            Line now,
            Line otherwise,
            List<String> effects,
            List<Field> limits,
            boolean words,
            RuleChangeForm form,
            Map<String, String> problems) {}

    /**
     * A number.
     *
     * @param name of the field
     */
    public record Field(String name, String label, String value, int least, int most) {}
}
