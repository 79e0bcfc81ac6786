package org.colloquy.article;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All articles. */
public interface Articles extends Repository<Article, Long> {

    @Query("select t from CeasefireTerm t where t.article.slug = :slug and t.number = :number")
    Optional<CeasefireTerm> term(String slug, int number);

    /** Whether an article's author is called so; {@code key} as made by {@code NameKey}. */
    @Query("select count(a) > 0 from Article a where a.bylineKey = :key")
    boolean hasAuthor(String key);
}
