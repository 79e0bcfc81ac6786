package org.colloquy.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A suggestion that a moderator said no to: what a comment does not answer, or what it is not about. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class RefusedSuggestion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Comment comment;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment parent;

    private @Nullable Integer term;

    /** For JPA. */
    RefusedSuggestion() {}

    RefusedSuggestion(Comment comment, @Nullable Comment parent, @Nullable Integer term) {
        this.comment = comment;
        this.parent = parent;
        this.term = term;
    }
}
