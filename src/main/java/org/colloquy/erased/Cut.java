package org.colloquy.erased;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colloquy.erased.ComparedWords.Range;

/**
 * A text from which words were taken: where they stood there is a mark, with the punctuation that clung to them gone.
 *
 * @param text as it is now
 * @param places where something was taken from, in order
 */
public record Cut(String text, List<Place> places) {

    /** What stands in place of removed words, in texts, documents and the log alike. */
    public static final String MARK = "[removed on request]";

    /**
     * @param from in the text as it was
     * @param to the offset after the last character taken
     * @param mark where the mark begins now
     */
    public record Place(int from, int to, int mark) {
        int end() {
            return mark + MARK.length();
        }
    }

    public boolean isNothing() {
        return places.isEmpty();
    }

    /** @param ranges in any order */
    public static Cut of(ComparedWords words, List<Range> ranges) {
        String text = words.text();
        StringBuilder left = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int at = 0;
        for (Range range : joined(ranges)) {
            int from = before(text, words.from(range.from()), at);
            int to = after(text, words.to(range.to() - 1));
            left.append(text, at, from);
            places.add(new Place(from, to, left.length()));
            left.append(MARK);
            at = to;
        }
        return new Cut(left.append(text, at, text.length()).toString(), List.copyOf(places));
    }

    /** Those that touch are one. */
    public static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList()) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (range.to() <= range.from()) {
                continue;
            }
            if (last == null || last.to() < range.from()) {
                joined.add(range);
            } else {
                joined.set(joined.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
            }
        }
        return joined;
    }

    /** Back over opening signs, but not over the mark of a quoted line. */
    private static int before(String text, int from, int least) {
        int at = from;
        while (at > least && clings(text.charAt(at - 1)) && text.charAt(at - 1) != '>') {
            at--;
        }
        return at;
    }

    private static int after(String text, int to) {
        int at = to;
        while (at < text.length() && clings(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean clings(char character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isLetterOrDigit(character)
                && !Character.isSurrogate(character);
    }

    /** Where what began there begins now. */
    public int beginning(int offset) {
        int shift = 0;
        for (Place place : places) {
            if (offset < place.from()) {
                break;
            }
            if (offset < place.to()) {
                return place.mark();
            }
            shift = place.end() - place.to();
        }
        return offset + shift;
    }

    /** Where what ended there ends now. */
    public int end(int offset) {
        int shift = 0;
        for (Place place : places) {
            if (offset <= place.from()) {
                break;
            }
            if (offset <= place.to()) {
                return place.end();
            }
            shift = place.end() - place.to();
        }
        return offset + shift;
    }
}
