package org.colloquy.discussion;

import java.util.List;

/**
 * What comes back to a comment or a passage: the answers under it, and the other comments that quote it. Lists hold the
 * first {@value #MOST}, by number; everything has passed {@link Visibility}.
 *
 * @param answered how many answers there are
 * @param quoted how many other comments quote it
 */
public record Backlinks(List<Mention> answers, int answered, List<Mention> quoting, int quoted) {

    /** Whoever wants more opens the comment's page. */
    static final int MOST = 10;

    public static final Backlinks NONE = new Backlinks(List.of(), 0, List.of(), 0);

    public Backlinks {
        answers = List.copyOf(answers);
        quoting = List.copyOf(quoting);
    }

    /**
     * A comment as others refer to it.
     *
     * @param beginning the first of its own words; empty where the viewer reads none
     */
    public record Mention(int number, Speaker speaker, String beginning) {}

    public boolean isEmpty() {
        return answered == 0 && quoted == 0;
    }

    /** How many of them are not listed. */
    public int more() {
        return answered - answers.size() + quoted - quoting.size();
    }
}
