package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Many at once, on a site of their own: nobody else's pages grow by them. */
@TestPropertySource(properties = "colloquy.documents=src/test/resources/fixtures")
abstract class CrowdTests extends SiteHands {

    private static final int POSTS = 1_000;

    @Test
    void givesAThousandParallelPostsNumbersWithoutAGapOrADouble() throws Exception {
        List<Callable<MvcTestResult>> posts = IntStream.range(0, POSTS)
                .mapToObj(i -> (Callable<MvcTestResult>)
                        () -> post(HARBOUR, "name", "Crowd " + i, "text", "All at once, " + i))
                .toList();
        var pool = Executors.newFixedThreadPool(32);
        List<Integer> numbers = new ArrayList<>();
        try {
            for (var posted : pool.invokeAll(posts)) {
                numbers.add(number(posted.get()));
            }
        } finally {
            pool.shutdown();
        }
        int first = numbers.stream().mapToInt(Integer::intValue).min().orElseThrow();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(first, first + POSTS).boxed().toList());
        assertThat(sql.queryForObject("select count(*) from member where handle like 'Crowd %'", Integer.class))
                .isEqualTo(POSTS);
        Integer shown = sql.queryForObject(
                "select count(*) from comment where kind = 'COMMENT' and discussion_id = (select discussion_id from"
                        + " comment where text = 'All at once, 0')",
                Integer.class);
        assertThat(page(HARBOUR)).contains(String.format("%,d comments", shown));
    }
}
