package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A site where pace counts, as the other tests post too much for that. */
@TestPropertySource(properties = {"colloquy.pace.per-handle=3", "colloquy.pace.per-address=10"})
class PaceTests extends SiteHands {

    @Test
    void asksWhoIsTooQuickToWaitAndKeepsTheText() {
        Cookie[] mine = from("192.0.2.1", "name", "Quick Writer", "text", "The first.")
                .getResponse()
                .getCookies();
        MvcTestResult last = from(mine, "192.0.2.1", "text", "The second.");
        for (int i = 3; i <= 5; i++) {
            last = from(mine, "192.0.2.1", "text", "Number " + i + " <of> many");
        }
        assertThat(last)
                .hasStatus(429)
                .headers()
                .hasHeaderSatisfying(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds.get(0))).isBetween(1, 600));
        assertThat(body(last))
                .contains(
                        "There is a problem",
                        "The rule says: “Nobody posts more than 3 comments in a row, and then not faster than that many in 10 minutes.”")
                .contains("Number 5 &lt;of&gt; many</textarea>");
        assertThat(page("/rules"))
                .contains(
                        "Nobody posts more than 3 comments in a row, and then not faster than that many in 10 minutes.");
    }

    @Test
    void takesAsManyFromOneAddressAsItMayWhenAllComeAtOnce() throws Exception {
        List<Callable<MvcTestResult>> posts = IntStream.range(0, 30)
                .mapToObj(i -> (Callable<MvcTestResult>)
                        () -> from("192.0.2.2", "name", "Of Many " + i, "text", "All at once, " + i))
                .toList();
        var pool = Executors.newFixedThreadPool(8);
        List<Integer> answers = new ArrayList<>();
        try {
            for (var posted : pool.invokeAll(posts)) {
                answers.add(posted.get().getResponse().getStatus());
            }
        } finally {
            pool.shutdown();
        }
        assertThat(answers).containsOnly(303, 429);
        assertThat(answers.stream().filter(answer -> answer == 303)).hasSize(10);
        assertThat(from("192.0.2.3", "name", "Of None", "text", "From elsewhere."))
                .hasStatus(303);
    }

    /** Anybody can write such a header: only a proxy that the operator named is believed. */
    @Test
    void believesNoAddressThatTheSenderWrites() {
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            MvcTestResult posted = site.post()
                    .uri("/open-thread/comments")
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr("192.0.2.4");
                        return request;
                    })
                    .header("X-Forwarded-For", "198.51.100." + i)
                    .header("Forwarded", "for=198.51.100." + i)
                    .param("name", "Forwarded " + i)
                    .param("text", "Forwarded, " + i)
                    .exchange();
            refused += posted.getResponse().getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void countsNoPreview() {
        for (int i = 0; i < 12; i++) {
            assertThat(site.post()
                            .uri("/open-thread/comments/preview")
                            .with(csrf())
                            .with(sent -> {
                                sent.setRemoteAddr("192.0.2.5");
                                return sent;
                            })
                            .param("name", "Looks Often")
                            .param("text", "How does it look? " + i)
                            .exchange())
                    .hasStatusOk();
        }
        assertThat(from("192.0.2.5", "name", "Looks Often", "text", "It looks well."))
                .hasStatus(303);
    }

    private MvcTestResult from(String address, String... fields) {
        return from(new Cookie[0], address, fields);
    }

    private MvcTestResult from(Cookie[] cookies, String address, String... fields) {
        var request = site.post().uri("/open-thread/comments").with(csrf()).with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
    }
}
