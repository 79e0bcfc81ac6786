package org.colloquy.article;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A piece of an article's text that is not a term. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public non-sealed class Passage implements Piece {

    public enum Kind {
        TITLE,
        PARAGRAPH,
        ABOUT
    }

    @Id
    private Long id;

    @ManyToOne
    private Article article;

    private int position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String text;

    private String verbatim;

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

    public Kind kind() {
        return kind;
    }
}
