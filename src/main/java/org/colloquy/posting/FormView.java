package org.colloquy.posting;

import java.util.List;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the form.
 *
 * @param address of the discussion that the form posts to
 * @param title of its article, or null for the Open Thread
 * @param parent the comment that is answered, or null
 * @param term the ceasefire term that the comment is about, or null
 * @param termText its words, or null
 * @param handle the name that this browser posts under, or null
 * @param expired whether the form is shown again because its token had expired
 * @param stamp when the form was first opened, signed; empty where that is not known
 * @param rules the commenting rules in force here
 * @param objections why the last try was refused, or would be; empty at first
 * @param preview the comment as it would be shown, or null
 */
public record FormView(
        String address,
        @Nullable String title,
        @Nullable CommentView parent,
        @Nullable Integer term,
        @Nullable String termText,
        @Nullable String handle,
        boolean expired,
        String stamp,
        List<RuleView> rules,
        List<Objection> objections,
        Room room,
        @Nullable CommentView preview) {

    /**
     * How much may be written.
     *
     * @param bytes at most, in UTF-8
     * @param least characters, or null where any number will do
     * @param most characters, or null where only bytes count
     */
    public record Room(
            int bytes, @Nullable Integer least, @Nullable Integer most) {}

    /**
     * A rule as commenters read it.
     *
     * @param key what the rulebook calls it
     * @param name its name in a word or two
     * @param sentence as the notice has it, or the house's own words
     */
    public record RuleView(String key, String name, String sentence, Effect effect) {}

    /**
     * One reason why a post was refused.
     *
     * @param field {@code name}, {@code text} or {@code form}
     * @param name of the rule, in a word or two; null where no commenting rule spoke
     * @param rule the sentence of the rule, quoted; null where no commenting rule spoke
     * @param advice what to do
     */
    public record Objection(
            String field, @Nullable String name, @Nullable String rule, String advice) {

        /** Where no commenting rule has a name for it. */
        public Objection(String field, @Nullable String rule, String advice) {
            this(field, null, rule, advice);
        }
    }
}
