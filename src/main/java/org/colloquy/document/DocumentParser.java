package org.colloquy.document;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.Document.Passage;
import org.colloquy.document.Line.Numbered;
import org.jspecify.annotations.Nullable;

/**
 * Reads the document format. Whatever stands in a text, it becomes a document: what is no structure is text, nothing is
 * lost and nothing is thrown. One walk over the lines, so the time is linear in the text however it is cut into lines.
 *
 * <p>The slices of what was read are together the text that was read, to the character.
 */
final class DocumentParser {
    /** A number that leaps farther over the last one is text: a year or an address at a line's beginning. */
    static final int MOST_LEAP = 50;

    static final int BODY_INDENT = 4;
    /** So many blank lines part the article from its comments. */
    static final int BLANK_LINES_BEFORE_COMMENTS = 2;

    static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String content;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private @Nullable Kind kind;
    private int number;
    private int sliceStart;
    private int blankLines;
    private final StringBuilder text = new StringBuilder();
    /** Where the text's last line with anything on it ends: blank lines behind it are no text. */
    private int textEnd;

    private DocumentParser(String content) {
        this.content = content;
    }

    /**
     * @param content any text, a byte order mark at its beginning included
     * @return its title (empty if there is nothing but blank lines), further passages and entries
     */
    static Document parse(String content) {
        return new DocumentParser(content).document();
    }

    private Document document() {
        int at = content.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (at < content.length()) {
            Line line = Line.at(content, at);
            if (number == 0) {
                article(line);
            } else {
                comment(line);
            }
            at = line.end();
        }
        close(content.length());
        if (passages.isEmpty()) {
            passages.add(new Passage(Kind.TITLE, "", content));
        }
        markAbout();
        return new Document(List.copyOf(passages), List.copyOf(entries));
    }

    private void article(Line line) {
        if (line.isBlank()) {
            blankLines++;
            return;
        }
        Numbered numbered = blankLines >= BLANK_LINES_BEFORE_COMMENTS && kind != null ? nextComment(line) : null;
        if (numbered != null) {
            openEntry(line, numbered);
            return;
        }
        String term = line.term();
        if (kind == null) {
            kind = Kind.TITLE;
            append(line.stripped(), true);
        } else if (term != null) {
            openPassage(line, Kind.TERM);
            append(term, true);
        } else {
            if (kind != Kind.PARAGRAPH || blankLines > 0) {
                openPassage(line, Kind.PARAGRAPH);
            }
            append(line.unindented(), true);
        }
        blankLines = 0;
    }

    private void comment(Line line) {
        Numbered numbered = nextComment(line);
        if (numbered != null) {
            openEntry(line, numbered);
        } else {
            append(line.unindented(BODY_INDENT), !line.isBlank());
        }
    }

    private @Nullable Numbered nextComment(Line line) {
        Numbered numbered = line.numbered();
        boolean rises = numbered != null && numbered.number() > number && numbered.number() - number <= MOST_LEAP;
        return rises ? numbered : null;
    }

    private void openPassage(Line line, Kind next) {
        close(line.start());
        kind = next;
    }

    private void openEntry(Line line, Numbered numbered) {
        close(line.start());
        number = numbered.number();
        append(numbered.text(), !Line.isBlank(numbered.text()));
    }

    private void append(String line, boolean said) {
        text.append(line);
        if (said) {
            textEnd = text.length();
        }
        text.append('\n');
    }

    private void close(int sliceEnd) {
        String slice = content.substring(sliceStart, sliceEnd);
        String lines = text.substring(0, textEnd);
        if (number > 0) {
            entries.add(entry(lines, slice));
        } else if (kind != null) {
            passages.add(new Passage(kind, lines, slice));
        } else {
            return;
        }
        sliceStart = sliceEnd;
        text.setLength(0);
        textEnd = 0;
    }

    private Entry entry(String lines, String slice) {
        int firstEnd = lines.indexOf('\n');
        if (firstEnd < 0) {
            return new Entry(number, null, lines, slice);
        }
        String first = lines.substring(0, firstEnd);
        String body = lines.substring(firstEnd + 1);
        int blankEnd = body.indexOf('\n');
        boolean afterBlank = blankEnd >= 0 && Line.isBlank(body.substring(0, blankEnd));
        if (Line.isBlank(first)) {
            return new Entry(number, null, afterBlank ? body.substring(blankEnd + 1) : body, slice);
        }
        String speaker = afterBlank ? SpeakerLine.name(first) : null;
        return new Entry(number, speaker, speaker == null ? lines : body.substring(blankEnd + 1), slice);
    }

    private void markAbout() {
        int about = passages.size() - 1;
        while (about >= 0 && !beginsAbout(passages.get(about))) {
            about--;
        }
        for (int at = Math.max(about, 0); about >= 0 && at < passages.size(); at++) {
            Passage passage = passages.get(at);
            if (passage.kind() == Kind.PARAGRAPH) {
                passages.set(at, new Passage(Kind.ABOUT, passage.text(), passage.verbatim()));
            }
        }
    }

    /** Only at the margin: indented, the same words are an ordinary paragraph, which is how the writer escapes them. */
    private static boolean beginsAbout(Passage passage) {
        String slice = passage.verbatim();
        return passage.kind() == Kind.PARAGRAPH
                && slice != null
                && slice.startsWith(passage.text().substring(0, 1))
                && AboutLine.name(passage.text()) != null;
    }
}
