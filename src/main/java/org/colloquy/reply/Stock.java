package org.colloquy.reply;

import java.util.regex.Pattern;
import org.colloquy.reply.Texts.Piece;

/** Words that two people may have in common without one quoting the other: the rules, in the order they are tried. */
final class Stock {
    /** More words than this, and two did not come to the same ones by running the same program. */
    private static final int LONGEST_MACHINE_MADE = 40;

    private static final int LONGEST_CAPTION = 20;

    /** More words than this are no signature's paragraph. */
    private static final int LONGEST_ENDING = 100;

    /** The title of a web page as links to it show it, parts with dots or bars between: two may link the same page. */
    private static final Pattern CAPTION =
            Pattern.compile("[^\\n]*?\\S [\u00b7|\u2022\u00bb] \\S[^\\n]*?\\S [\u00b7|\u2022\u00bb] \\S.*");

    private final Texts texts;
    private final int[] title;

    Stock(Texts texts, String title) {
        this.texts = texts;
        Words words = new Words();
        words.add(title, 0, title.length());
        this.title = words.toArray();
    }

    /** @param text the comment's */
    boolean is(Stretch stretch, String text) {
        return isTitle(stretch)
                || Attribution.is(text, stretch.start(), stretch.end())
                || stretch.length() <= LONGEST_MACHINE_MADE && MachineMade.is(text, stretch.start(), stretch.end())
                || stretch.length() <= LONGEST_CAPTION && isCaption(text, stretch.start(), stretch.end());
    }

    /** Whoever names the article names it so. */
    private boolean isTitle(Stretch stretch) {
        if (stretch.length() != title.length) {
            return false;
        }
        for (int at = 0; at < title.length; at++) {
            if (texts.words.at(stretch.from() + at) != title[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCaption(String text, int start, int end) {
        return CAPTION.matcher(text).region(start, end).matches();
    }

    /**
     * A comment that ends as an earlier one ends, after other words: a sign-off, a signature, thanks in advance. Who
     * quotes goes on to answer, or repeats what stands before the ending too.
     *
     * @param piece where the common ending begins
     * @param source where it begins in the earlier comment
     * @param quoted whether the same earlier comment has been quoted before that
     */
    boolean isEnding(Piece piece, Piece source, boolean quoted) {
        return !quoted
                && piece.length() <= LONGEST_ENDING
                && texts.neighbour(source, -1) != null
                && texts.endEqually(piece, source);
    }
}
