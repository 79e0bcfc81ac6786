package org.colloquy.posting;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Draft;
import org.colloquy.discussion.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say, as the rules judge it.
 *
 * @param place where it would go
 * @param speaker named, or nameless
 * @param member the member whose handle that is, or null
 * @param text as {@link #tidy} leaves it
 * @param edited the comment whose text it would replace, or null where it is new
 * @param parent the number of the comment that is answered, or null
 */
record Post(
        Discussion place,
        Speaker speaker,
        @Nullable Long member,
        String text,
        @Nullable Edited edited,
        @Nullable Integer parent,
        Sender sender,
        Moment moment) {

    /**
     * A comment that is about to be changed.
     *
     * @param texts all that it has said so far
     */
    record Edited(Set<String> texts) {}

    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    /** The same with no more of its text than that: who sends a million characters is refused for that, and at once. */
    Post cut(int most) {
        return text.length() <= most
                ? this
                : new Post(place, speaker, member, text.substring(0, most), edited, parent, sender, moment);
    }

    /** As the discussion takes it. */
    Draft draft(Verdict verdict, @Nullable Long author, @Nullable Integer term, @Nullable String key) {
        return new Draft(speaker, author, text, parent, term, verdict.holds(), verdict.flags(), verdict.rules(), key);
    }

    /**
     * A text with one kind of line break, no white space at the end of lines, and no blank lines at its ends or two in
     * a row: in the document format those would be a gap.
     */
    static String tidy(String typed) {
        String lines = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        return BLANK_LINES
                .matcher(lines)
                .replaceAll("\n\n")
                .replaceFirst("^\\n+", "")
                .stripTrailing();
    }
}
