package org.colloquy.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.colloquy.reply.Held.Cover;
import org.colloquy.reply.Texts.Piece;

/** Which words of one comment are quotations: the rules in the order in which they are tried. */
final class Quotations {
    private static final int FEWEST_WORDS = Shingles.LENGTH;
    /**
     * Shorter, the same words are often said twice: a quotation only if it is marked as one or an answer follows. With
     * 8, a closing question that two people asked in the same words was taken for one.
     */
    private static final int WORDS_WITHOUT_ANSWER = 10;
    /** A paragraph is quoted whole if one run has so many of its hundred words: who quotes mends a word at times. */
    private static final int SHARE = 90;
    /**
     * Inside a paragraph, nothing else shows that words are not the answer's own. Runs of 6 and 7 words
     * were mostly phrases that two people had in common.
     */
    private static final int WORDS_INSIDE = 12;
    /**
     * Inside a paragraph, shorter words that two have said before are a phrase by then: a term of the trade, a title, a
     * saying. None of the 3 links measured that were made by such was known to be right, of the 25 by others 19.
     */
    private static final int WORDS_OF_NO_PHRASE = 24;
    /** Quotation marks show it, but shorter words between them are as often terms and names. */
    private static final int WORDS_IN_MARKS = 8;

    /** So many words that were said before are not the answer's own, though they need not be a quotation. */
    private static final int BORROWED = 6;

    private static final int MOST_INSIDE = 16;

    private static final String MARKS = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f";

    private final Texts texts;
    private final Runs runs;
    private final Stock stock;
    private final String text;
    private final int end;
    private final List<Held> found = new ArrayList<>();

    private Quotations(Texts texts, Runs runs, Stock stock, int holder) {
        this.texts = texts;
        this.runs = runs;
        this.stock = stock;
        this.text = texts.text();
        List<Piece> pieces = texts.pieces(holder);
        this.end = pieces.get(pieces.size() - 1).to();
        for (Piece piece : pieces) {
            if (Marks.at(text, piece.start()) || Attribution.is(text, piece.start(), piece.end())) {
                texts.borrow(piece.from(), piece.to());
            }
            paragraph(piece);
        }
    }

    /** In the order of the text; none overlaps another. */
    static List<Held> of(Texts texts, Runs runs, Stock stock, int holder) {
        return new Quotations(texts, runs, stock, holder).found;
    }

    private void paragraph(Piece piece) {
        List<Stretch> lines = lines(piece);
        int fewest = lines.stream()
                .filter(line -> line.length() >= FEWEST_WORDS)
                .mapToInt(Quotations::enough)
                .min()
                .orElse(BORROWED);
        List<Run> all = runs.of(piece, Math.min(fewest, BORROWED));
        if (all.isEmpty()) {
            return;
        }
        for (Run run : all) {
            if (run.length() >= BORROWED) {
                texts.borrow(run.from(), run.to());
            }
        }
        Stretch whole = Stretch.of(piece);
        if (quoted(whole, all)) {
            return;
        }
        boolean some = false;
        if (lines.size() > 1) {
            List<List<Run>> runsOfLines = runsOf(lines, all);
            for (int line = 0; line < lines.size(); line++) {
                some |= quoted(lines.get(line), runsOfLines.get(line));
            }
        }
        if (!some) {
            inside(piece, all);
        }
    }

    /** To each line its runs, so that a long paragraph of many lines takes no longer than others. */
    private static List<List<Run>> runsOf(List<Stretch> lines, List<Run> all) {
        List<List<Run>> runs = new ArrayList<>();
        int[] ends = lines.stream().mapToInt(Stretch::to).toArray();
        lines.forEach(line -> runs.add(new ArrayList<>()));
        for (Run run : all) {
            int found = Arrays.binarySearch(ends, run.from() + 1);
            int first = found >= 0 ? found : -found - 1;
            for (int line = first; line < ends.length && lines.get(line).from() < run.to(); line++) {
                runs.get(line).add(run);
            }
        }
        return runs;
    }

    private boolean quoted(Stretch stretch, List<Run> all) {
        boolean shown = stretch.to() < end || Marks.at(text, stretch.start());
        if (stretch.length() < FEWEST_WORDS
                || stretch.length() < WORDS_WITHOUT_ANSWER && !shown
                || stock.is(stretch, text)) {
            return false;
        }
        return add(stretch, all, cover -> cover.run().length() >= enough(stretch));
    }

    private static int enough(Stretch stretch) {
        return (stretch.length() * SHARE + 99) / 100;
    }

    private boolean add(Stretch stretch, List<Run> all, Predicate<Cover> enough) {
        SortedMap<Integer, Cover> covers = covers(stretch, all);
        covers.values().removeIf(cover -> !enough.test(cover) || isEnding(stretch, cover));
        if (covers.isEmpty() || covers.size() > 1 && isPhrase(stretch)) {
            return false;
        }
        texts.borrow(stretch.from(), stretch.to());
        return found.add(new Held(stretch, covers));
    }

    private boolean isEnding(Stretch stretch, Cover cover) {
        Piece source = cover.run().source();
        Held last = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean before = last != null && last.isHeldBy(source.holder());
        return stretch.whole() && !Marks.at(text, stretch.start()) && stock.isEnding(stretch.piece(), source, before);
    }

    /** The words of a stretch that each holder has, no word counted twice. */
    private SortedMap<Integer, Cover> covers(Stretch stretch, List<Run> all) {
        SortedMap<Integer, Cover> covers = Held.none();
        SortedMap<Integer, Integer> ends = new TreeMap<>();
        for (Run run : all) {
            Run part = run.within(stretch.from(), stretch.to());
            if (part.length() < FEWEST_WORDS) {
                continue;
            }
            Run fresh = part.within(ends.getOrDefault(part.holder(), 0), part.to());
            if (fresh.length() > 0) {
                ends.put(part.holder(), part.to());
                int own = texts.own(fresh.place(), fresh.place() + fresh.length());
                covers.merge(part.holder(), new Cover(fresh.length(), own, part), Cover::and);
            }
        }
        return covers;
    }

    private List<Stretch> lines(Piece piece) {
        List<Stretch> lines = new ArrayList<>();
        int word = piece.from();
        for (int start = piece.start(); start < piece.end(); ) {
            int stop = text.indexOf('\n', start);
            stop = stop < 0 ? piece.end() : Math.min(stop, piece.end());
            int first = word;
            while (word < piece.to() && texts.words.start(word) < stop) {
                word++;
            }
            if (word > first) {
                lines.add(new Stretch(piece, true, first, word, start, stop));
            }
            start = stop + 1;
        }
        return lines;
    }

    /** The longest runs first, as far as they do not overlap. */
    private void inside(Piece piece, List<Run> all) {
        List<Stretch> chosen = new ArrayList<>();
        List<Run> longest = all.stream()
                .filter(run -> run.length() >= WORDS_IN_MARKS)
                .sorted(Comparator.comparingInt(Run::length).reversed().thenComparing(Run::from))
                .toList();
        for (Run run : longest) {
            Stretch stretch = new Stretch(
                    piece, false, run.from(), run.to(), texts.words.start(run.from()), texts.words.end(run.to() - 1));
            if (chosen.size() < MOST_INSIDE
                    && chosen.stream().noneMatch(other -> other.from() < run.to() && run.from() < other.to())
                    && (run.length() >= WORDS_INSIDE || isInMarks(stretch))
                    && !stock.is(stretch, text)) {
                chosen.add(stretch);
            }
        }
        chosen.sort(Comparator.comparingInt(Stretch::from));
        chosen.forEach(stretch -> add(stretch, all, cover -> cover.run().length() == stretch.length()));
    }

    private boolean isPhrase(Stretch stretch) {
        return !stretch.whole() && stretch.length() < WORDS_OF_NO_PHRASE && !isInMarks(stretch);
    }

    private boolean isInMarks(Stretch stretch) {
        return hasMark(
                        stretch.start() - 1,
                        -1,
                        stretch.piece().start(),
                        stretch.piece().end())
                && hasMark(
                        stretch.end(),
                        1,
                        stretch.piece().start(),
                        stretch.piece().end());
    }

    /** Whether a quotation mark stands next to a word, with nothing but punctuation between. */
    private boolean hasMark(int from, int step, int start, int stop) {
        for (int at = from; at >= start && at < stop && Math.abs(at - from) < 6; at += step) {
            char character = text.charAt(at);
            if (MARKS.indexOf(character) >= 0) {
                return true;
            }
            if (Character.isLetterOrDigit(character)) {
                return false;
            }
        }
        return false;
    }
}
