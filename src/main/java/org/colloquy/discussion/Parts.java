package org.colloquy.discussion;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.discussion.CommentView.Part;
import org.colloquy.discussion.CommentView.Quoted;
import org.colloquy.discussion.CommentView.Shape;
import org.colloquy.discussion.CommentView.Span;
import org.colloquy.erased.Cut;
import org.colloquy.reply.CommentText;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a comment's text into what a page draws: paragraphs, quotations, lists and gaps. Lines that are quoted whole, or
 * begin with {@code >}, are quotations; words quoted inside a line are links.
 */
final class Parts {

    private final String text;
    private final List<Stretch> quotations;
    private final List<Part> parts = new ArrayList<>();

    /** Where in the text something is quoted. */
    record Stretch(int from, int to, @Nullable Quoted quoted) {
        /** A name is addressed, not quoted, even if it has a line of its own. */
        boolean repeats() {
            return quoted == null || quoted.words() > 0;
        }
    }

    private Parts(String text, List<Stretch> quotations) {
        this.text = text;
        this.quotations = quotations;
    }

    /** @param quotations in the order of the text; none overlaps another */
    static List<Part> of(String text, List<Stretch> quotations) {
        Parts parts = new Parts(text, quotations);
        int at = 0;
        for (CommentText.Block block : CommentText.blocks(text)) {
            if (block instanceof CommentText.Paragraph paragraph) {
                at = parts.paragraph(paragraph.text(), at);
            } else if (block instanceof CommentText.Items list) {
                at = parts.list(list.items(), at);
            } else {
                parts.parts.add(new Part(Shape.GAP, List.of(), List.of(), null));
            }
        }
        return List.copyOf(parts.parts);
    }

    private int list(List<String> items, int from) {
        int at = from;
        List<List<Span>> said = new ArrayList<>();
        for (String item : items) {
            int start = text.indexOf(item, at);
            at = start + item.length();
            said.add(spans(start, at));
        }
        parts.add(new Part(Shape.LIST, List.of(), said, null));
        return at;
    }

    /** A line of a paragraph: where its words begin, whether it is marked as quoted, and the quotation that has it whole. */
    private record Line(
            int start, int words, int end, @Nullable Stretch whole) {
        boolean marked() {
            return words > start;
        }

        boolean goesOn(Line before) {
            return marked() == before.marked() && Objects.equals(whole, before.whole);
        }
    }

    private int paragraph(String paragraph, int from) {
        int start = text.indexOf(paragraph, from);
        int end = start + paragraph.length();
        List<Line> run = new ArrayList<>();
        for (int at = start; at <= end; ) {
            int stop = text.indexOf('\n', at);
            stop = stop < 0 || stop > end ? end : stop;
            Line line = line(at, stop);
            if (!run.isEmpty() && !line.goesOn(run.get(run.size() - 1))) {
                add(run);
            }
            run.add(line);
            at = stop + 1;
        }
        add(run);
        return end;
    }

    private Line line(int start, int end) {
        int words = words(start, end);
        Stretch whole = whole(words, end);
        return new Line(start, words, end, whole != null || words == start ? whole : within(start, end));
    }

    /** What follows the marks, each with one space at most. */
    private int words(int start, int end) {
        int at = start;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        int words = start;
        while (at < end && text.charAt(at) == '>') {
            at += at + 1 < end && isBlank(text.charAt(at + 1)) ? 2 : 1;
            words = at;
        }
        return words;
    }

    private static boolean isBlank(char character) {
        return character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    /** The quotation that has all of a line; who ends it with a mark of his own has still quoted it. */
    private @Nullable Stretch whole(int start, int end) {
        for (int at = first(start); at < quotations.size() && start < end; at++) {
            Stretch quotation = quotations.get(at);
            if (quotation.from() > start) {
                break;
            }
            if (quotation.repeats() && quotation.to() >= end) {
                return quotation;
            }
        }
        return null;
    }

    private void add(List<Line> run) {
        Line first = run.get(0);
        Line last = run.get(run.size() - 1);
        if (first.whole() != null || first.marked()) {
            String said = run.stream()
                    .map(line -> text.substring(line.words(), line.end()))
                    .collect(Collectors.joining("\n"));
            Stretch held = first.whole();
            parts.add(new Part(
                    Shape.QUOTATION, List.of(new Span(said, null)), List.of(), held == null ? null : held.quoted()));
        } else {
            parts.add(new Part(Shape.PARAGRAPH, spans(first.start(), last.end()), List.of(), null));
        }
        run.clear();
    }

    private @Nullable Stretch within(int start, int end) {
        int at = first(start);
        return at < quotations.size() && quotations.get(at).from() < end ? quotations.get(at) : null;
    }

    /** The first quotation that ends after this offset: a text may have thousands of lines and of quotations. */
    private int first(int offset) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotations.get(middle).to() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private List<Span> spans(int start, int end) {
        List<Span> spans = new ArrayList<>();
        int at = start;
        for (int next = first(start);
                next < quotations.size() && quotations.get(next).from() < end;
                next++) {
            Stretch quotation = quotations.get(next);
            if (quotation.quoted() != null && quotation.from() >= at && quotation.to() <= end) {
                own(at, quotation.from(), spans);
                spans.add(new Span(text.substring(quotation.from(), quotation.to()), quotation.quoted()));
                at = quotation.to();
            }
        }
        own(at, end, spans);
        if (spans.isEmpty()) {
            spans.add(new Span("", null));
        }
        return spans;
    }

    /** The comment's own words, and the marks where something was removed from them. */
    private void own(int start, int end, List<Span> spans) {
        int at = start;
        for (int mark = text.indexOf(Cut.MARK, at); mark >= 0 && mark + Cut.MARK.length() <= end; ) {
            if (mark > at) {
                spans.add(new Span(text.substring(at, mark), null));
            }
            spans.add(new Span(Cut.MARK, null));
            at = mark + Cut.MARK.length();
            mark = text.indexOf(Cut.MARK, at);
        }
        if (at < end) {
            spans.add(new Span(text.substring(at, end), null));
        }
    }
}
