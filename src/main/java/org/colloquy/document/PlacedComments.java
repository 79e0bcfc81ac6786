package org.colloquy.document;

import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.reply.Evidence;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where moderators have placed the comments of an article's document, by number: what leaves the document loses its
 * place, and is to have it again if the document comes back.
 */
final class PlacedComments {

    private static final String PLACED =
            "c.discussion_id = (select id from discussion where article_id = ?)" + " and c.document_number is not null";

    private PlacedComments() {}

    /** A line for each: its number, the one it answers or - where nobody placed it, 0 for none, and its term or 0. */
    static String of(JdbcTemplate sql, long article) {
        List<String> lines = sql.query(
                "select c.number, c.evidence, c.term, p.number as parent from comment c"
                        + " left join comment p on p.id = c.parent_id where " + PLACED
                        + " and (c.evidence = ? or c.term is not null) order by c.number",
                (row, at) -> row.getInt("number") + " "
                        + (Evidence.CONFIRMED.name().equals(row.getString("evidence")) ? row.getInt("parent") : "-")
                        + " " + row.getInt("term"),
                article,
                Evidence.CONFIRMED.name());
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /** Puts those back that stand nowhere now; returns whether there were any. */
    static boolean putBack(JdbcTemplate sql, long article, String places) {
        int changed = 0;
        for (String line : places.lines().toList()) {
            String[] place = line.split(" ");
            int number = Integer.parseInt(place[0]);
            if (!place[1].equals("-")) {
                changed += sql.update(
                        "update comment c set parent_id = (select p.id from comment p where p.number = ?"
                                + " and p.discussion_id = c.discussion_id), found_parent_id = c.parent_id,"
                                + " found_evidence = c.evidence, found_grade = c.grade, evidence = ?, grade = null"
                                + " where " + PLACED + " and c.number = ? and c.kind = 'COMMENT'"
                                + " and (c.evidence is null or c.evidence <> ?)",
                        Integer.parseInt(place[1]),
                        Evidence.CONFIRMED.name(),
                        article,
                        number,
                        Evidence.CONFIRMED.name());
            }
            if (!place[2].equals("0")) {
                changed += sql.update(
                        "update comment c set term = ? where " + PLACED + " and c.number = ? and c.kind = 'COMMENT'"
                                + " and c.term is null",
                        Integer.parseInt(place[2]),
                        article,
                        number);
            }
        }
        return changed > 0;
    }
}
