package org.colloquy.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** What a comment said before its author changed it. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Comment comment;

    /** From 0, as the author wrote it first. */
    private int number;

    private String text;

    private Instant writtenAt;

    /** Whether everybody could read it. */
    private boolean seen;

    /** For JPA. */
    Revision() {}

    Revision(Comment comment, int number, String text, Instant writtenAt, boolean seen) {
        this.comment = comment;
        this.number = number;
        this.text = text;
        this.writtenAt = writtenAt;
        this.seen = seen;
    }
}
