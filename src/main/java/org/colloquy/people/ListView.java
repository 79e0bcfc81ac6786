package org.colloquy.people;

import java.util.List;
import org.colloquy.discussion.People.Listed;
import org.jspecify.annotations.Nullable;

/**
 * One page of comments from several discussions.
 *
 * @param newer the page before, or null
 * @param older the page after, or null
 */
public record ListView(
        List<Listed> rows,
        @Nullable Integer newer,
        @Nullable Integer older) {

    /** As many as are read in one go. */
    static final int PAGE = 50;

    /** What stands further on, nobody pages to. */
    private static final int LAST = 10_000;

    interface Source {
        List<Listed> page(int page, int size);
    }

    /**
     * @param asked the page as typed in an address; what is no page is the first
     */
    static ListView of(String asked, Source source) {
        int page = asked.matches("\\d{1,5}") ? Math.min(Integer.parseInt(asked), LAST) : 0;
        List<Listed> rows = source.page(page, PAGE);
        boolean more = !source.page((page + 1) * PAGE, 1).isEmpty();
        return new ListView(rows, page > 0 ? page - 1 : null, more ? page + 1 : null);
    }
}
