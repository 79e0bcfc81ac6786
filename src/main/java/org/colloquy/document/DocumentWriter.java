package org.colloquy.document;

import static org.colloquy.document.DocumentParser.BLANK_LINES_BEFORE_COMMENTS;
import static org.colloquy.document.DocumentParser.BODY_INDENT;
import static org.colloquy.document.DocumentParser.BYTE_ORDER_MARK;
import static org.colloquy.document.DocumentParser.MOST_LEAP;

import java.util.Arrays;
import java.util.List;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;

/**
 * Writes a document so that reading gives it back.
 *
 * <p>What has a verbatim slice is written as that slice: a document that was read and not changed is the same text
 * again. What has none is formatted, and what is formatted reads back with the same number, speaker and text, whatever
 * the text holds. Line breaks are the document's own.
 *
 * <p>Between numbers more than {@value DocumentParser#MOST_LEAP} apart bare numbers are put, which read back as entries
 * with empty text: without them what follows would be read as text of the comment before.
 *
 * <p>Expected, and not repaired: the first passage is the title; numbers rise from 1 on; a slice states its entry's
 * number. The format has no place for some things, and there the writer keeps the words and gives up the shape:
 * blank lines at a text's end; blank lines and indentation inside a passage, line breaks in a title, term or speaker;
 * the speaker of an entry without text; a speaker longer than 40 characters, who becomes a line of the text; an
 * {@code ABOUT} that does not begin with {@code NAME is a}.
 */
final class DocumentWriter {
    private static final String INDENT = " ".repeat(BODY_INDENT);

    private final Document document;
    private final String lineBreak;
    private final StringBuilder out = new StringBuilder();

    private DocumentWriter(Document document) {
        this.document = document;
        this.lineBreak = document.lineBreak();
    }

    static String write(Document document) {
        DocumentWriter writer = new DocumentWriter(document);
        writer.passages();
        writer.entries();
        return writer.out.toString();
    }

    private void passages() {
        Passage before = null;
        boolean about = false;
        for (Passage passage : document.passages()) {
            if (before != null) {
                boolean list = before.kind() == Kind.TERM && passage.kind() == Kind.TERM;
                boolean asRead = before.verbatim() != null && passage.verbatim() != null;
                ensureBlankLines(list || asRead ? 0 : 1);
            }
            if (passage.verbatim() != null) {
                out.append(passage.verbatim());
            } else {
                format(passage, passage.kind() == Kind.ABOUT && !about);
            }
            about |= passage.kind() == Kind.ABOUT;
            before = passage;
        }
    }

    private void format(Passage passage, boolean beginsAbout) {
        List<String> lines = Arrays.stream(passage.text().split("\n"))
                .filter(line -> !Line.isBlank(line))
                .map(line -> Line.at(line, 0).unindented())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        switch (passage.kind()) {
            case TITLE -> {
                String title = String.join(" ", lines);
                out.append(title.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "");
                line(title);
            }
            case TERM -> line("  \u2022 " + String.join(" ", lines));
            case PARAGRAPH, ABOUT -> {
                // Indented, a paragraph that begins like the note about the author is not taken for it.
                out.append(!beginsAbout && AboutLine.name(String.join("\n", lines)) != null ? INDENT : "");
                lines.forEach(this::line);
            }
        }
    }

    private void entries() {
        int last = 0;
        boolean asRead = false;
        for (Entry entry : document.entries()) {
            for (; entry.number() - last > MOST_LEAP; asRead = false) {
                ensureBlankLines(last == 0 ? BLANK_LINES_BEFORE_COMMENTS : 1);
                last += MOST_LEAP;
                line("  " + last + ".");
            }
            boolean read = entry.verbatim() != null;
            ensureBlankLines(last == 0 ? BLANK_LINES_BEFORE_COMMENTS : asRead && read ? 0 : 1);
            if (entry.verbatim() != null) {
                out.append(entry.verbatim());
            } else {
                format(entry);
            }
            last = entry.number();
            asRead = read;
        }
    }

    private void format(Entry entry) {
        List<String> lines = saidLines(entry.text());
        String number = "  " + entry.number() + ".";
        if (lines.isEmpty()) {
            line(number);
            return;
        }
        String first = lines.get(0);
        if (entry.speaker() != null) {
            line(number + " " + SpeakerLine.of(entry.speaker()));
        } else if (Line.isBlank(first) || SpeakerLine.name(first) != null) {
            // After a bare number nothing is taken for a speaker, and blank lines are a gap.
            line(number);
        } else {
            line(number + " " + first);
            lines.subList(1, lines.size()).forEach(this::bodyLine);
            return;
        }
        line("");
        lines.forEach(this::bodyLine);
    }

    private static List<String> saidLines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int end = lines.size();
        while (end > 0 && Line.isBlank(lines.get(end - 1))) {
            end--;
        }
        return lines.subList(0, end);
    }

    private void bodyLine(String text) {
        line(text.isEmpty() ? "" : INDENT + text);
    }

    private void line(String text) {
        out.append(text);
        endLine();
    }

    /** A {@code \r} that is text must not become half of the line break. */
    private void endLine() {
        boolean carriageReturn = out.length() > 0 && out.charAt(out.length() - 1) == '\r';
        out.append(carriageReturn ? "\r\n" : lineBreak);
    }

    private void ensureBlankLines(int wanted) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            endLine();
        }
        for (int have = blankLinesAtEnd(wanted); have < wanted; have++) {
            endLine();
        }
    }

    private int blankLinesAtEnd(int most) {
        int blank = 0;
        int end = out.length();
        while (blank < most && end > 0) {
            int start = out.lastIndexOf("\n", end - 2) + 1;
            if (!Line.at(out.substring(start, end), 0).isBlank()) {
                break;
            }
            blank++;
            end = start;
        }
        return blank;
    }
}
