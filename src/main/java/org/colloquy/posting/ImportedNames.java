package org.colloquy.posting;

import java.util.Optional;
import java.util.Set;
import org.colloquy.account.TakenNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who speaks in a document or wrote an article: they cannot claim their name here, and nobody else may. */
@Component
class ImportedNames implements TakenNames {

    private final JdbcClient sql;

    ImportedNames(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> alike(Set<String> shapes) {
        return shapes.isEmpty()
                ? Optional.empty()
                : sql.sql("select name from imported_shape where shape in (:shapes) order by name limit 1")
                        .param("shapes", shapes)
                        .query(String.class)
                        .optional();
    }
}
