package org.colloquy.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** One numbered term of an article's ceasefire, with its own address and its own discussion. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public non-sealed class CeasefireTerm implements Piece {

    @Id
    private Long id;

    @ManyToOne
    private Article article;

    private int number;

    private int position;

    private String text;

    private String verbatim;

    /** From 1, in the document's order. */
    public int number() {
        return number;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String verbatim() {
        return verbatim;
    }
}
