package org.colloquy.article;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All articles. */
public interface Articles extends Repository<Article, Long> {

    @Query("select t from CeasefireTerm t where t.article.slug = :slug and t.number = :number")
    Optional<CeasefireTerm> term(String slug, int number);

    /** Whether there is such an article, and moderators have withdrawn it. */
    @Query("select count(a) > 0 from Article a where a.slug = :slug and a.withdrawnAt is not null")
    boolean isWithdrawn(String slug);

    /** What its paragraphs say, in the order in which its page numbers them. */
    @Query("select p.text from Passage p where p.article.slug = :slug and p.kind = 'PARAGRAPH' order by p.position")
    List<String> paragraphs(String slug);
}
