package org.colloquy.article;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All articles. */
public interface Articles extends Repository<Article, Long> {

    @Query("select t from CeasefireTerm t where t.article.slug = :slug and t.number = :number")
    Optional<CeasefireTerm> term(String slug, int number);
}
