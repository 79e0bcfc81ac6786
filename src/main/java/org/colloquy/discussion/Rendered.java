package org.colloquy.discussion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.discussion.CommentView.Quoted;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A stretch of clean HTML that {@link Writing} has made, and the link into the discussion that follows it. A stretch may
 * open elements that a later one closes; all together are whole.
 *
 * @param quoted where the words stand that the HTML ends with, or whom the name addresses that follows it; or null
 * @param reference what of the discussion is named there, or null
 */
public record Rendered(
        String html, @Nullable Quoted quoted, @Nullable Reference reference) {

    private static final String QUOTED = "QUOTED";

    /** The class of an element in whose place the page draws a link. */
    static final String MARK = "(?:COMMENT|TERM|" + QUOTED + ")-\\d{1,9}";

    private static final Pattern MARKED =
            Pattern.compile("<span class=\"(?<kind>[A-Z]+)-(?<number>\\d{1,9})\">(?<words>[^<]*)</span>");

    private static final Pattern QUOTATION = Pattern.compile("<(?<closes>/?)blockquote>");
    private static final Pattern BREAK = Pattern.compile("<br />|</?(?:p|pre|li|ul|ol|blockquote)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /**
     * A comment, a term or the article's author that is named.
     *
     * @param words as they were typed, such as {@code #12}
     * @param elsewhere the address of the discussion where that is, or null where it is the comment's own
     */
    public record Reference(
            Source source, String words, @Nullable String elsewhere) {

        public Reference(Source source, String words) {
            this(source, words, null);
        }

        /** Its own page, as seen from the discussion with that address. */
        public String in(String address) {
            String place = elsewhere == null ? address : elsewhere;
            return switch (source.kind()) {
                case COMMENT -> place + "/comments/" + source.number() + "#comment-" + source.number();
                case TERM -> place + "/terms/" + source.number();
                case PARAGRAPH -> place + "#p-" + source.number();
                case ARTICLE -> place;
            };
        }
    }

    static String quotedFrom(int offset) {
        return QUOTED + "-" + offset;
    }

    static String named(Source source) {
        return source.kind() + "-" + source.number();
    }

    /**
     * @param quotations of the text that the HTML was made of
     * @param elsewhere the address of the discussion where it was written, or null where it still stands there
     */
    static List<Rendered> of(String html, List<Parts.Stretch> quotations, @Nullable String elsewhere) {
        Map<Integer, Parts.Stretch> byOffset =
                quotations.stream().collect(Collectors.toMap(Parts.Stretch::from, Function.identity(), (a, b) -> a));
        List<Rendered> pieces = new ArrayList<>();
        Matcher mark = MARKED.matcher(html);
        int at = 0;
        while (mark.find()) {
            String before = html.substring(at, mark.start());
            int number = Integer.parseInt(mark.group("number"));
            if (mark.group("kind").equals(QUOTED)) {
                Parts.Stretch quotation = byOffset.get(number);
                pieces.add(quoted(before, quotation == null ? null : quotation.quoted(), mark.group("words")));
            } else {
                Source source = new Source(Source.Kind.valueOf(mark.group("kind")), number);
                String words = HtmlUtils.htmlUnescape(mark.group("words"));
                pieces.add(new Rendered(before, null, new Reference(source, words, elsewhere)));
            }
            at = mark.end();
        }
        pieces.add(new Rendered(html.substring(at), null, null));
        return List.copyOf(pieces);
    }

    /** @param addressed the name that is the link itself, as HTML; empty where words before it are quoted */
    private static Rendered quoted(String before, @Nullable Quoted quoted, String addressed) {
        return quoted == null || addressed.isEmpty()
                ? new Rendered(before + addressed, quoted, null)
                : new Rendered(
                        before,
                        quoted,
                        new Reference(quoted.source(), HtmlUtils.htmlUnescape(addressed), quoted.elsewhere()));
    }

    /** What the pieces say together, without markup: a line for each line of it. */
    static List<String> lines(List<Rendered> pieces) {
        return plain(html(pieces));
    }

    /** The same without quotations. */
    static List<String> ownLines(List<Rendered> pieces) {
        String html = html(pieces);
        StringBuilder own = new StringBuilder();
        int at = 0;
        int depth = 0;
        Matcher quotation = QUOTATION.matcher(html);
        while (quotation.find()) {
            if (depth == 0) {
                own.append(html, at, quotation.start());
            }
            depth += quotation.group("closes").isEmpty() ? 1 : -1;
            at = quotation.end();
        }
        return plain(own + html.substring(at));
    }

    private static String html(List<Rendered> pieces) {
        return pieces.stream()
                .map(piece -> piece.html()
                        + (piece.reference() == null
                                ? ""
                                : HtmlUtils.htmlEscape(piece.reference().words())))
                .collect(Collectors.joining());
    }

    private static List<String> plain(String html) {
        String lines = TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll("");
        return HtmlUtils.htmlUnescape(lines)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
