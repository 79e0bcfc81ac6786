package org.colloquy.posting;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.Part;
import org.colloquy.discussion.CommentView.Shape;
import org.colloquy.discussion.CommentView.Span;

/** How a form begins that quotes: each line marked with {@code >}, then a blank line for the answer. */
final class QuotedText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** About five lines: what is quoted ends with the sentence that is being said there. */
    private static final int LONG = 300;

    private QuotedText() {}

    /**
     * @param selected words of the comment; where the comment does not have them, all that it says itself is quoted, so
     *     that nobody is led to quote what was never said
     */
    static String of(CommentView comment, String selected) {
        List<String> said = Stream.concat(paragraphs(comment, Shape.values()), comment.renderedLines().stream())
                .map(QuotedText::onOneLine)
                .toList();
        List<String> lines = selected.lines()
                .map(QuotedText::onOneLine)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean verified = !lines.isEmpty()
                && lines.stream().allMatch(line -> said.stream().anyMatch(paragraph -> hasWords(paragraph, line)));
        Stream<String> quoted = verified ? lines.stream() : paragraphs(comment, Shape.PARAGRAPH, Shape.LIST);
        return quoted.map(QuotedText::marked).collect(Collectors.joining());
    }

    /** A paragraph of the article: as many of its first sentences as make a quotation that one still reads. */
    static String of(String paragraph) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(paragraph);
        int end = sentences.following(Math.min(LONG, paragraph.length() - 1));
        if (end > 2 * LONG) {
            // A sentence without an end: at a word's, then.
            int space = paragraph.lastIndexOf(' ', 2 * LONG);
            end = space > LONG ? space : paragraph.offsetByCodePoints(0, paragraph.codePointCount(0, 2 * LONG));
        }
        return marked(paragraph.substring(0, end).strip());
    }

    /** No word may be cut in two: that can make another one of it. */
    private static boolean hasWords(String paragraph, String words) {
        for (int at = paragraph.indexOf(words); at >= 0; at = paragraph.indexOf(words, at + 1)) {
            int end = at + words.length();
            if (!(at > 0 && isInWord(paragraph, at)) && !(end < paragraph.length() && isInWord(paragraph, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInWord(String text, int at) {
        return Character.isLetterOrDigit(text.codePointBefore(at)) && Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static String onOneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String marked(String paragraph) {
        return paragraph.lines().map(line -> "> " + line).collect(Collectors.joining("\n")) + "\n\n";
    }

    private static Stream<String> paragraphs(CommentView comment, Shape... shapes) {
        return comment.parts().stream()
                .filter(part -> List.of(shapes).contains(part.shape()))
                .flatMap(QuotedText::paragraphs);
    }

    private static Stream<String> paragraphs(Part part) {
        return part.shape() == Shape.LIST
                ? part.items().stream()
                        .map(item -> item.stream().map(Span::text).collect(Collectors.joining()))
                : Stream.of(part.text());
    }
}
