package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a post takes while 50 come in every second, in all layers: HTTP, form token, rules, finder, a write that
 * survives a killed process, the redirect. Then how long it takes to refuse hostile texts, one after the other. No test:
 * {@code mvn test -Dtest=PostingBenchmark}. Posts leave at fixed times, whether or not earlier ones have been answered,
 * and are timed from then.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "colloquy.data=target/test-data/${random.uuid}",
            "colloquy.documents=src/test/resources/fixtures",
            "server.address=127.0.0.1",
            "colloquy.pace.per-handle=0",
            "colloquy.pace.per-address=0"
        })
class PostingBenchmark {

    private static final int A_SECOND = 50;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 20;
    private static final int PEOPLE = 20;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate sql;

    private record Person(HttpClient browser, String token) {}

    @Test
    void takesFiftyPostsASecond() throws Exception {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person("Bench Person " + "abcdefghjkmnopqrstuvwxyz".charAt(i)));
        }
        long[] took = run(people, (WARM_UP_SECONDS + SECONDS) * A_SECOND);
        long[] measured = Arrays.copyOfRange(took, WARM_UP_SECONDS * A_SECOND, took.length);
        Arrays.sort(measured);
        System.out.printf(
                "%d posts at %d/s after %d s: median %.1f ms, 95th percentile %.1f ms, 99th %.1f ms, slowest %.1f ms%n",
                measured.length,
                A_SECOND,
                WARM_UP_SECONDS,
                millis(measured, 0.5),
                millis(measured, 0.95),
                millis(measured, 0.99),
                millis(measured, 1));
        assertThat(sql.queryForObject("select count(*) from comment where text like 'Post %'", Integer.class))
                .isEqualTo(took.length);
        hostile(people.get(0));
    }

    private long[] run(List<Person> people, int posts) throws InterruptedException {
        long[] took = new long[posts];
        var clock = Executors.newScheduledThreadPool(32);
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < posts; i++) {
            int post = i;
            long due = start + TimeUnit.SECONDS.toNanos(1) * i / A_SECOND;
            var unused = clock.schedule(
                    () -> {
                        int status =
                                post(people.get(post % PEOPLE), "Post " + post + " of the harbour and its cranes.");
                        took[post] = status == 303 ? System.nanoTime() - due : Long.MAX_VALUE;
                    },
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        clock.shutdown();
        assertThat(clock.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        return took;
    }

    private void hostile(Person person) {
        Map<String, String> texts = new TreeMap<>(Map.ofEntries(
                Map.entry("16 kB of >", ">".repeat(16_000)),
                Map.entry("16 kB of > and a word", ">".repeat(15_990) + " word"),
                Map.entry("16 kB of ![[]()", "![[]()".repeat(2_660)),
                Map.entry("the same and a word", "![[]()".repeat(2_650) + " word"),
                Map.entry("16 kB of [ and a word", "[".repeat(15_990) + "word"),
                Map.entry("16 kB of * a", "* a ".repeat(4_000)),
                Map.entry("16 kB of <a", "<a ".repeat(5_300)),
                Map.entry("16 kB of #1", "#1 ".repeat(5_300)),
                Map.entry("runs of `", runs("`", " ")),
                Map.entry("lists in lists", runs("- ", "a\n")),
                Map.entry("zalgo", "Za" + "\u0335\u0310".repeat(3_000) + "lgo"),
                Map.entry("letters turned around", "\u202e".repeat(5_000) + "word"),
                Map.entry("NUL", "Nothing\u0000ness"),
                Map.entry("1 MB", "word ".repeat(200_000)),
                Map.entry("half a MB of >", ">".repeat(500_000) + "word")));
        for (int round = 1; round <= 2; round++) {
            for (var text : texts.entrySet()) {
                long before = System.nanoTime();
                int status = post(person, text.getValue());
                System.out.printf(
                        "round %d: %-24s %d, %.1f ms%n",
                        round, text.getKey(), status, (System.nanoTime() - before) / 1e6);
            }
        }
    }

    /** Longer and longer runs, to 16 kB. */
    private static String runs(String step, String end) {
        StringBuilder runs = new StringBuilder();
        for (int run = 1; runs.length() + run * step.length() + end.length() < 16_000; run++) {
            runs.append(step.repeat(run)).append(end);
        }
        return runs.toString();
    }

    private Person person(String name) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Person nobody = new Person(browser, token(browser));
        assertThat(send(nobody, "name=" + encoded(name) + "&text=Somebody+new")).isEqualTo(303);
        return new Person(browser, token(browser));
    }

    private String token(HttpClient browser) throws Exception {
        String form = browser.send(
                        HttpRequest.newBuilder(at("/open-thread/comments/new")).build(), BodyHandlers.ofString())
                .body();
        Matcher token = TOKEN.matcher(form);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private int post(Person person, String text) {
        return send(person, "key=" + UUID.randomUUID() + "&text=" + encoded(text));
    }

    private int send(Person person, String form) {
        String body = form + "&_csrf=" + encoded(person.token());
        try {
            return person.browser()
                    .send(
                            HttpRequest.newBuilder(at("/open-thread/comments"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Accept", "text/html")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
