package org.colloquy.document;

import java.time.Instant;
import org.colloquy.discussion.ErasedRows;
import org.colloquy.erased.Erased;
import org.colloquy.erased.ErasedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** At a start, takes out of the database what was removed on request: it may have come back from a backup. */
final class ErasedAgain {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);

    private ErasedAgain() {}

    /** In the transaction that the connection is in; returns what is to be left out of documents. */
    static Erased in(JdbcTemplate sql, ErasedList list, Instant now) {
        Erased erased = list.settle(sql);
        if (!erased.isNothing()) {
            // Another node may be serving already.
            sql.queryForList("select id from discussion order by id for update");
            ErasedRows.Taken taken = new ErasedRows(sql, now).sweep(erased);
            ErasedDocuments.clean(sql, erased);
            if (taken.comments() + taken.texts() > 0) {
                LOG.warn(
                        "The database had comments again that were removed on request: {} erased, {} texts cut.",
                        taken.comments(),
                        taken.texts());
            }
        }
        return erased;
    }
}
