package org.colloquy.reply;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.colloquy.reply.CommentText.Items;
import org.colloquy.reply.CommentText.Paragraph;
import org.colloquy.reply.ReplyFinder.Said;
import org.jspecify.annotations.Nullable;

/** The article and its comments in one row of words, cut into paragraphs and list items. */
final class Texts {
    /** The article is holder 0, the comments follow from 1. */
    static final int ARTICLE = 0;

    /** More paragraphs than this are no signature. */
    private static final int LONGEST_ENDING = 8;

    final Words words = new Words();
    private final Article article;
    private final List<Said> said;
    private final List<Piece> pieces = new ArrayList<>();
    /** The first piece of each holder, and one more: where the last one ends. */
    private final int[] firstPieces;

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

    Texts(Article article, List<Said> said) {
        this.article = article;
        this.said = said;
        this.firstPieces = new int[said.size() + 2];
        for (int passage = 0; passage < article.passages().size(); passage++) {
            add(ARTICLE, passage, article.passages().get(passage).text());
        }
        for (int holder = 1; holder <= said.size(); holder++) {
            firstPieces[holder] = pieces.size();
            add(holder, holder, said.get(holder - 1).text());
        }
        firstPieces[said.size() + 1] = pieces.size();
    }

    private void add(int holder, int passage, String text) {
        int at = 0;
        for (CommentText.Block block : CommentText.blocks(text)) {
            if (block instanceof Paragraph paragraph) {
                at = add(holder, passage, text, paragraph.text(), at);
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
        return pieces.subList(firstPieces[holder], firstPieces[holder + 1]);
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
        return at >= firstPieces[piece.holder()] && at < firstPieces[piece.holder() + 1] ? pieces.get(at) : null;
    }

    /** Whether the same words follow to the end of both holders' texts, these pieces included. */
    boolean endEqually(Piece piece, Piece other) {
        int left = firstPieces[piece.holder() + 1] - piece.at();
        if (left != firstPieces[other.holder() + 1] - other.at() || left > LONGEST_ENDING) {
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

    String text(int holder) {
        return said.get(holder - 1).text();
    }

    int number(int holder) {
        return said.get(holder - 1).number();
    }

    Source source(Piece piece) {
        if (piece.holder() != ARTICLE) {
            return new Source(Source.Kind.COMMENT, number(piece.holder()));
        }
        Article.Passage passage = article.passages().get(piece.passage());
        return new Source(passage.kind(), passage.number());
    }
}
