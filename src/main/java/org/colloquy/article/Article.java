package org.colloquy.article;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was imported. Nothing is written through this class: documents bring it in and change it, at a start
 * or at the desk. Its identity is the name of its file; its slug is made once and never changes.
 */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class Article {

    @Id
    private Long id;

    private String slug;

    private String title;

    private @Nullable String byline;

    private @Nullable String bylineKey;

    private @Nullable LocalDate published;

    private @Nullable String source;

    private @Nullable LocalDate captured;

    private @Nullable String rights;

    private @Nullable String language;

    private Instant importedAt;

    private @Nullable Instant withdrawnAt;

    private int revision;

    @Formula("(select count(*) from ceasefire_term t where t.article_id = id)")
    private int termCount;

    @OneToMany(mappedBy = "article")
    @OrderBy("position")
    private List<Passage> passages;

    @OneToMany(mappedBy = "article")
    @OrderBy("number")
    private List<CeasefireTerm> terms;

    public String slug() {
        return slug;
    }

    public String address() {
        return "/articles/" + slug;
    }

    public String title() {
        return title;
    }

    public @Nullable String byline() {
        return byline;
    }

    public @Nullable LocalDate published() {
        return published;
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable LocalDate captured() {
        return captured;
    }

    public @Nullable String rights() {
        return rights;
    }

    public @Nullable String language() {
        return language;
    }

    /** When its document was last read. */
    public Instant importedAt() {
        return importedAt;
    }

    /** Rises with everything that is done to it. */
    public int revision() {
        return revision;
    }

    /** Whether moderators have withdrawn it: it is here, and nobody reads it. */
    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** How many ceasefire terms it has. */
    public int termCount() {
        return termCount;
    }

    /** Everything that the article is made of, in the document's order. */
    public List<Piece> pieces() {
        return Stream.concat(passages.stream(), terms.stream())
                .sorted(Comparator.comparingInt(Piece::position))
                .toList();
    }
}
