package org.colloquy.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered with "it is posted" is there after the process was killed, with the database it comes with. */
class KillTests {

    private static final String TEA = "/articles/on-tea";
    private static final String SET_UP = "To become the moderator, open this address within 24 hours (it works once): ";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int KILLS = 2;
    private static final int POSTS = 3;

    @Test
    void losesNothingThatWasAcknowledged(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("documents"));
        Files.writeString(folder.resolve("documents/tea.txt"), "On Tea\n\nHot.\n\n\n  1. Milk first.\n");
        Map<String, String> posted = new LinkedHashMap<>();
        for (int round = 0; round < KILLS; round++) {
            try (Started colloquy = Started.in(folder, "--server.port=0")) {
                int port = colloquy.port(SET_UP);
                for (int i = 0; i < POSTS; i++) {
                    String text = "Cup " + i + " of round " + round + ".";
                    posted.put(post(port, "Reader " + round + "." + i, text), text);
                }
                colloquy.kill();
            }
        }
        assertThat(posted).hasSize(KILLS * POSTS);
        try (Started colloquy = Started.in(folder, "--server.port=0")) {
            int port = colloquy.port(SET_UP);
            assertThat(colloquy.output().strip().lines().reduce((first, last) -> last))
                    .hasValueSatisfying(last -> assertThat(last)
                            .startsWith(SET_UP + "http://localhost:" + port + "/account/set-up?token="));
            for (Map.Entry<String, String> comment : posted.entrySet()) {
                assertThat(get(HttpClient.newHttpClient(), port, comment.getKey()))
                        .contains(comment.getValue());
            }
            assertThat(get(HttpClient.newHttpClient(), port, TEA)).contains("Milk first.");
        }
    }

    /** As a browser does it: opens the form and sends it. Returns where the answer leads. */
    private static String post(int port, String name, String text) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = TOKEN.matcher(get(browser, port, TEA + "/comments/new"));
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(name) + "&text=" + encoded(text);
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(at(port, TEA + "/comments"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String get(HttpClient browser, int port, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(at(port, path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
