package org.colloquy.reply;

import java.util.List;
import java.util.SortedMap;
import org.colloquy.reply.Held.Cover;
import org.colloquy.reply.Texts.Piece;

/**
 * Which holder of the quoted words is answered. Only those are asked that hold the first quotation: people answer from
 * the top, and what they quote further down is often a third one's. Of these, who has words of his own among all that is
 * quoted goes before who only quoted them himself; then most words; then the earliest, who said it first. In nested
 * mail the answered comment holds its own words and all that it quotes, and so the most.
 */
final class ParentChoice {
    /** A shorter quotation decides only if there is no longer one: it may be a greeting or a phrase. */
    private static final int WORDS_TO_DECIDE = 6;
    /** Fewer words of his own are common to many. */
    private static final int OWN_WORDS = Shingles.LENGTH;

    private final Texts texts;
    private final List<Held> quotations;
    private final Held deciding;

    private ParentChoice(Texts texts, List<Held> quotations) {
        this.texts = texts;
        this.quotations = quotations;
        this.deciding = quotations.stream()
                .filter(held -> held.stretch().length() >= WORDS_TO_DECIDE)
                .findFirst()
                .orElse(quotations.get(0));
    }

    /** @param quotations at least one */
    static int holder(Texts texts, List<Held> quotations) {
        return new ParentChoice(texts, quotations).holder();
    }

    private int holder() {
        SortedMap<Integer, Cover> all = Held.none();
        for (Held held : quotations) {
            held.covers().forEach((holder, cover) -> {
                if (deciding.isHeldBy(holder)) {
                    Cover more = cover.andWords(continued(held, cover.run()));
                    all.merge(holder, more, Cover::and);
                }
            });
        }
        if (all.values().stream().anyMatch(ParentChoice::hasOwn)) {
            all.values().removeIf(cover -> !hasOwn(cover));
        }
        int best = all.firstKey();
        int most = 0;
        for (var holder : all.entrySet()) {
            if (holder.getValue().words() > most) {
                most = holder.getValue().words();
                best = holder.getKey();
            }
        }
        return best;
    }

    private static boolean hasOwn(Cover cover) {
        return cover.own() >= OWN_WORDS;
    }

    /** The words of paragraphs too short to be quotations by themselves that stand beside one in both texts. */
    private int continued(Held held, Run run) {
        if (!held.stretch().whole()) {
            return 0;
        }
        Piece piece = held.stretch().piece();
        return continued(piece, run.source(), 1) + continued(piece, run.source(), -1);
    }

    private int continued(Piece piece, Piece source, int step) {
        Piece here = texts.neighbour(piece, step);
        Piece there = texts.neighbour(source, step);
        return here != null && there != null && here.length() < Shingles.LENGTH && texts.equal(here, there)
                ? here.length()
                : 0;
    }
}
