package org.colloquy.report;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which comments' authors did not agree that they were hidden: what was answered stays to be read, whatever became of it. */
@Component
@Transactional(readOnly = true)
public class AuthorAppeals {

    private final Appeals appeals;

    AuthorAppeals(Appeals appeals) {
        this.appeals = appeals;
    }

    /** Those of these comments, by their ids. */
    public Set<Long> among(Collection<Long> comments) {
        return comments.isEmpty() ? Set.of() : appeals.byAuthors(comments);
    }
}
