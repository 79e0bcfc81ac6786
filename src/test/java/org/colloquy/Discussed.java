package org.colloquy;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Articles with long discussions, for tests that want one to themselves: put straight into the tables. */
final class Discussed {

    private Discussed() {}

    /**
     * @param slug the last part of its address; what such a test left there goes
     * @param comments how many, numbered from 1
     * @param parents the number of the comment that a number answers, or 0
     * @param speakers who says it, or null
     * @return its address
     */
    static String write(
            JdbcTemplate sql,
            String slug,
            int comments,
            IntUnaryOperator parents,
            IntFunction<@Nullable String> speakers) {
        remove(sql, slug);
        sql.update(
                "insert into article (slug, file_name, checksum, title, imported_at)"
                        + " values (?, ?, '', ?, current_timestamp)",
                slug,
                slug + ".txt",
                "On " + slug);
        sql.update(
                "insert into discussion (article_id, next_number, version, withdrawn)"
                        + " select id, ?, 0, 0 from article where slug = ?",
                comments + 1,
                slug);
        List<Object[]> rows = IntStream.rangeClosed(1, comments)
                .mapToObj(number -> {
                    String speaker = speakers.apply(number);
                    return new Object[] {number, speaker == null ? "NAMELESS" : "NAMED", speaker, said(number), slug};
                })
                .toList();
        sql.batchUpdate(
                "insert into comment (discussion_id, number, kind, state, speaker_kind, speaker, text)"
                        + " select d.id, cast(? as integer), 'COMMENT', 'VISIBLE', cast(? as varchar), cast(? as varchar),"
                        + " cast(? as text) from discussion d join article a on d.article_id = a.id where a.slug = ?",
                rows);
        List<Object[]> answers = IntStream.rangeClosed(1, comments)
                .filter(number -> parents.applyAsInt(number) > 0)
                .mapToObj(number -> new Object[] {parents.applyAsInt(number), number, slug})
                .toList();
        sql.batchUpdate(
                "update comment set evidence = 'STATED', parent_id = (select p.id from comment p"
                        + " where p.discussion_id = comment.discussion_id and p.number = ?)"
                        + " where number = ? and discussion_id = (select d.id from discussion d"
                        + " join article a on d.article_id = a.id where a.slug = ?)",
                answers);
        return "/articles/" + slug;
    }

    private static String said(int number) {
        return "This is number " + number + "."
                + " It says something about lamps, and then about the people who light them.".repeat(number % 4);
    }

    static void remove(JdbcTemplate sql, String slug) {
        sql.update(
                "update comment set parent_id = null where discussion_id in (select d.id from discussion d"
                        + " join article a on d.article_id = a.id where a.slug = ?)",
                slug);
        sql.update("delete from article where slug = ?", slug);
    }
}
