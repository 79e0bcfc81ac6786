package org.colloquy.discussion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes back to a comment or a passage: the answers under it, and the other comments that quote it, by number.
 * Lists hold the first {@value #MOST}, on the comment's own page the first {@value #MOST_ALONE} that quote it;
 * everything has passed {@link Visibility}.
 *
 * @param answered how many answers there are
 * @param quoted how many other comments quote it
 */
public record Backlinks(List<Mention> answers, int answered, List<Mention> quoting, int quoted) {

    /** Whoever wants more opens the comment's page. */
    static final int MOST = 10;

    static final int MOST_ALONE = 500;

    /** So many of each list tell what they say; whoever wants to know of more opens them. */
    static final int PREVIEWS = 3;

    public static final Backlinks NONE = new Backlinks(List.of(), 0, List.of(), 0);

    public Backlinks {
        answers = List.copyOf(answers);
        quoting = List.copyOf(quoting);
    }

    /**
     * A comment as others refer to it.
     *
     * @param speaker the name it is from, or null
     * @param beginning the first of its own words; empty where the viewer reads none, and after the first few
     */
    public record Mention(int number, @Nullable String speaker, String beginning) {}

    public boolean isEmpty() {
        return answered == 0 && quoted == 0;
    }

    /** How many of them are not listed. */
    public int more() {
        return answered - answers.size() + quoted - quoting.size();
    }
}
