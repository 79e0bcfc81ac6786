package org.colloquy.reply;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.colloquy.reply.CommentText.Items;
import org.colloquy.reply.CommentText.Paragraph;
import org.colloquy.reply.ReplyFinder.Said;
import org.jspecify.annotations.Nullable;

/**
 * The article and its comments in one row of words, cut into paragraphs and list items. Of what was said only the words'
 * numbers and offsets are kept; the text itself only until the next is added.
 */
final class Texts {
    /** The article is holder 0, the comments follow from 1. */
    static final int ARTICLE = 0;

    /** More paragraphs than this are no signature. */
    private static final int LONGEST_ENDING = 8;

    final Words words = new Words();
    private final Article article;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Holder> holders = new ArrayList<>();
    private String text = "";

    private final BitSet beginnings = new BitSet();
    /** Words that are not their holder's own: they repeat somebody's, or say whose words follow. */
    private final BitSet borrowed = new BitSet();

    /**
     * A paragraph or list item.
     *
     * @param at the how-manieth of all pieces it is
     * @param holder whose it is
     * @param passage which of the article's passages it is part of; the holder again for a comment's
     * @param from its first word in the row
     * @param to the word after its last
     * @param start its offset in its text
     * @param end where it ends there
     */
    record Piece(int at, int holder, int passage, int from, int to, int start, int end) {
        int length() {
            return to - from;
        }
    }

    /** @param number the comment's */
    private record Holder(int number, int firstPiece, int firstWord) {}

    Texts(Article article) {
        this.article = article;
        holders.add(new Holder(0, 0, 0));
        for (int passage = 0; passage < article.passages().size(); passage++) {
            add(ARTICLE, passage, article.passages().get(passage).text());
        }
    }

    /** @return the comment's holder: one more than the last */
    int add(Said said) {
        int holder = holders.size();
        holders.add(new Holder(said.number(), pieces.size(), words.size()));
        text = said.text();
        add(holder, holder, text);
        return holder;
    }

    /** Takes the comment that was added last away again, as if it had never been said. */
    void forget() {
        Holder last = holders.remove(holders.size() - 1);
        beginnings.clear(last.firstWord(), words.size());
        borrowed.clear(last.firstWord(), words.size());
        pieces.subList(last.firstPiece(), pieces.size()).clear();
        words.shorten(last.firstWord());
        text = "";
    }

    private void add(int holder, int passage, String text) {
        int at = 0;
        for (CommentText.Block block : CommentText.blocks(text)) {
            if (block instanceof Paragraph paragraph) {
                for (String part : Marks.parts(paragraph.text())) {
                    at = add(holder, passage, text, part, at);
                }
            } else if (block instanceof Items items) {
                for (String item : items.items()) {
                    at = add(holder, passage, text, item, at);
                }
            }
        }
    }

    /** Blocks stand in a text in order, with nothing between them but blank lines and bullets. */
    private int add(int holder, int passage, String text, String piece, int at) {
        int start = text.indexOf(piece, at);
        int end = start + piece.length();
        int from = words.size();
        words.add(text, start, end);
        if (words.size() > from) {
            beginnings.set(from);
            pieces.add(new Piece(pieces.size(), holder, passage, from, words.size(), start, end));
        }
        return end;
    }

    List<Piece> pieces(int holder) {
        return pieces.subList(firstPiece(holder), firstPiece(holder + 1));
    }

    /** The piece after the last, for the holder after the last. */
    private int firstPiece(int holder) {
        return holder < holders.size() ? holders.get(holder).firstPiece() : pieces.size();
    }

    /** Whether a piece begins with this word. */
    boolean begins(int word) {
        return beginnings.get(word);
    }

    /** The piece with this word. */
    Piece pieceAt(int word) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (word < pieces.get(middle).from()) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return pieces.get(low);
    }

    /** The piece after this one (1) or before it (-1) of the same holder, or null. */
    @Nullable
    Piece neighbour(Piece piece, int step) {
        int at = piece.at() + step;
        return at >= firstPiece(piece.holder()) && at < firstPiece(piece.holder() + 1) ? pieces.get(at) : null;
    }

    /** Whether the same words follow to the end of both holders' texts, these pieces included. */
    boolean endEqually(Piece piece, Piece other) {
        int left = firstPiece(piece.holder() + 1) - piece.at();
        if (left != firstPiece(other.holder() + 1) - other.at() || left > LONGEST_ENDING) {
            return false;
        }
        for (int at = 0; at < left; at++) {
            if (!equal(pieces.get(piece.at() + at), pieces.get(other.at() + at))) {
                return false;
            }
        }
        return true;
    }

    boolean equal(Piece one, Piece other) {
        return one.length() == other.length() && equal(one.from(), other.from(), one.length());
    }

    private boolean equal(int from, int other, int length) {
        for (int at = 0; at < length; at++) {
            if (words.at(from + at) != words.at(other + at)) {
                return false;
            }
        }
        return true;
    }

    /** From now on these words count as borrowed. */
    void borrow(int from, int to) {
        borrowed.set(from, to);
    }

    /** How many words of a stretch are its holder's own. */
    int own(int from, int to) {
        return to - from - borrowed.get(from, to).cardinality();
    }

    /** What the comment says that was added last. */
    String text() {
        return text;
    }

    int number(int holder) {
        return holders.get(holder).number();
    }

    Source source(Piece piece) {
        if (piece.holder() != ARTICLE) {
            return new Source(Source.Kind.COMMENT, number(piece.holder()));
        }
        Article.Passage passage = article.passages().get(piece.passage());
        return new Source(passage.kind(), passage.number());
    }
}
