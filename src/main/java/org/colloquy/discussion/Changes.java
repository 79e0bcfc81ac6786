package org.colloquy.discussion;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How one text became another, word by word: one for each page, which does no more than so much work. */
public final class Changes {

    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Some of a text, as it stands or stood there. */
    public record Piece(Kind kind, String text) {}

    /** A word and the white space after it; signs and ideographs by themselves. */
    private static final Pattern WORD =
            Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+|\\S)\\s*|\\s+");

    /**
     * Two comments of the greatest length in any ordinary language, or many short ones. What has more words than that was
     * made to be dear: it takes the square of their number.
     */
    private static final long MOST_WORK = 7_000 * 7_000;

    private long left = MOST_WORK;

    /**
     * How one text became another: all that is the same or new, in order, makes the second; all but what is new, the
     * first. What is too much work, together with what was compared before for the same page, is wholly changed.
     */
    public List<Piece> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        long work = (long) (old.size() + now.size()) * (old.size() + now.size());
        if (work > left) {
            return List.of(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
        }
        left -= work;
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        old, now, MyersDiffWithLinearSpace.factory().create(), null, true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(pieces, Kind.GONE, gone);
                add(pieces, Kind.NEW, come);
                add(pieces, Kind.SAME, delta.getTarget().getLines());
            } else {
                // Several in a row are one change: what went stands before what came.
                gone.addAll(delta.getSource().getLines());
                come.addAll(delta.getTarget().getLines());
            }
        }
        add(pieces, Kind.GONE, gone);
        add(pieces, Kind.NEW, come);
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
            if (kind != Kind.SAME) {
                words.clear();
            }
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
