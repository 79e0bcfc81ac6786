package org.colloquy.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a replay of 100,000 posts takes, rule by rule. No test: {@code mvn test -Dtest=ReplayBenchmark}, with
 * {@code -Dspring.datasource.url=…} and its like on PostgreSQL.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {"colloquy.data=target/test-data/${random.uuid}", "colloquy.documents=src/test/resources/fixtures"
        })
class ReplayBenchmark {

    private static final int POSTS = 100_000;
    private static final int MEMBERS = 500;
    private static final int WORDS = 60;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Replay replay;

    @Autowired
    RuleSettings settings;

    @Test
    void replaysAHundredThousandPosts() {
        fill();
        for (int round = 1; round <= 2; round++) {
            for (ChangeableRule rule : settings.all()) {
                Effect effect = rule.outline().effects().get(1);
                Setting chosen = new Setting(
                        effect, null, new HashMap<>(rule.usual(null).limits()), words(rule), Setting.Origin.SITE);
                long before = System.nanoTime();
                Replay.Result result = replay.of(new RuleChange(rule, null, chosen));
                System.out.printf(
                        "round %d: %-14s %,6d ms, %,d judged, met %s%n",
                        round,
                        rule.outline().key(),
                        (System.nanoTime() - before) / 1_000_000,
                        result.posted() + result.imported(),
                        result.after());
            }
        }
        assertThat(sql.queryForObject("select count(*) from comment", Integer.class))
                .isGreaterThan(POSTS);
    }

    private static WordList words(ChangeableRule rule) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            words.add("слово" + i + " word" + i);
        }
        words.add("w7 w8");
        return rule.outline().listsWords() ? WordList.of(words) : WordList.NONE;
    }

    /** In four discussions; half of it in Cyrillic letters, two of three are replies. */
    private void fill() {
        for (int place = 0; place < 4; place++) {
            sql.update(
                    "insert into article (slug, file_name, checksum, title, imported_at) values (?, ?, '', ?, now())",
                    "big-" + place,
                    "big-" + place,
                    "Big");
            sql.update(
                    "insert into discussion (article_id, next_number, version, withdrawn)"
                            + " select id, ?, 0, 0 from article where slug = ?",
                    POSTS,
                    "big-" + place);
        }
        for (int member = 0; member < MEMBERS; member++) {
            sql.update(
                    "insert into member (handle, handle_key, role, created_at) values (?, ?, 'COMMENTER', now())",
                    "Big " + member,
                    "big " + member);
        }
        long firstMember = id("select min(id) from member where handle like 'Big %'");
        long firstPlace = id("select min(d.id) from discussion d join article a on d.article_id = a.id"
                + " where a.slug like 'big-%'");
        Random random = new Random(7);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int from = 0; from < POSTS; from += 10_000) {
            List<Object[]> rows = new ArrayList<>();
            for (int i = from; i < from + 10_000; i++) {
                int place = random.nextInt(4);
                int member = random.nextInt(MEMBERS);
                rows.add(new Object[] {
                    firstPlace + place,
                    numbers.merge(place, 1, Integer::sum),
                    "Big " + member,
                    firstMember + member,
                    text(random, i % 2 == 0 ? "w" : "слово"),
                    Timestamp.from(START.plusSeconds(20L * i))
                });
            }
            sql.batchUpdate(
                    "insert into comment (discussion_id, number, kind, state, speaker_kind, speaker, member_id, text,"
                            + " posted_at) values (?, ?, 'COMMENT', 'VISIBLE', 'NAMED', ?, ?, ?, ?)",
                    rows);
        }
        sql.update(
                "update comment set evidence = 'STATED', parent_id = (select p.id from comment p"
                        + " where p.discussion_id = comment.discussion_id and p.number = comment.number - 1)"
                        + " where discussion_id >= ? and mod(number, 3) <> 1",
                firstPlace);
    }

    private long id(String query) {
        Long id = sql.queryForObject(query, Long.class);
        return id == null ? 0 : id;
    }

    private static String text(Random random, String word) {
        StringBuilder text =
                new StringBuilder(random.nextInt(10) == 0 ? "https://example.org/ http://example.org/ " : "");
        for (int left = WORDS; left > 0; left--) {
            text.append(word)
                    .append((int) Math.abs(random.nextGaussian() * 5_000))
                    .append(left % 9 == 0 ? ".\n" : " ");
        }
        return text.toString();
    }
}
