package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is sent by people who mean no good, or by programs that mean nothing. */
abstract class HostileTests extends ArticleDeskTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @TestFactory
    Stream<DynamicTest> refusesHostileTextsWithASentence() {
        record Hostile(String what, String text, String sentence) {}
        return Stream.of(
                        new Hostile("NUL", "Nothing\u0000ness", "characters that can’t be kept"),
                        new Hostile("control characters", "Ring \u0007 the bell", "characters that can’t be kept"),
                        new Hostile("half a character", "Half \ud800 of it", "characters that can’t be kept"),
                        new Hostile("the other half", "\udc00 other half", "characters that can’t be kept"),
                        new Hostile("letters turned around", "Pay \u202e001 rallod", "turn letters around"),
                        new Hostile("letters held in order", "Pay \u202d100", "turn letters around"),
                        new Hostile("piles of marks", "Za" + "\u0335\u0310".repeat(40) + "lgo", "a pile of marks"),
                        new Hostile("nothing but quotation marks", ">".repeat(16_000), "nothing in it yet"),
                        new Hostile("the same on lines", "> \n".repeat(5_000), "nothing in it yet"),
                        new Hostile("pictures of nothing", "![[]()".repeat(2_600), "nothing in it yet"),
                        new Hostile("brackets", "[".repeat(16_000), "nothing in it yet"),
                        new Hostile("invisible", "\u200b\u2060\u3164".repeat(500), "nothing in it yet"),
                        new Hostile("a text too long", "word ".repeat(3_300), "The comment is too long: 16,499 bytes"),
                        new Hostile("a million characters", "x".repeat(1_000_000), "too long: 1,000,000 bytes"))
                .map(hostile -> DynamicTest.dynamicTest(hostile.what, () -> {
                    MvcTestResult refused = post(HARBOUR, "name", "Means No Good", "text", hostile.text);
                    assertThat(refused).hasStatus(422);
                    assertThat(body(refused)).contains("There is a problem").contains(hostile.sentence);
                    assertThat(sql.queryForObject(
                                    "select count(*) from member where handle = 'Means No Good'", Integer.class))
                            .as("nothing half done")
                            .isZero();
                }));
    }

    @Test
    void takesWhatOnlyLooksHostile() {
        List<String> texts = List.of(
                "!",
                "(!)?",
                "שָׁלוֹם עֲלֵיכֶם",
                "ܫܠܳܡܳܐ ܥܠܟܽܘܢ",
                "नमस्ते, क्ष्म्य",
                "བསྒྲུབས",
                "Phởẩ́ trong NFD",
                "\u2067שלום\u2069 said \u200fhe",
                "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "if (a[i] > b[j]) { *p = _q; }");
        for (int i = 0; i < texts.size(); i++) {
            assertThat(post("/open-thread", "name", "Means Well " + (char) ('a' + i), "text", texts.get(i)))
                    .as(texts.get(i))
                    .hasStatus(303);
        }
    }

    @Test
    void tellsWhoeverSendsMoreThanAnybodyCanWriteSo() throws Exception {
        HttpResponse<String> answer = send("name=Means%20No%20Good&text=" + "x".repeat(3_000_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<main", "That was too long").doesNotContain("Exception", "org.apache");
        HttpResponse<String> many = send("a=1&".repeat(20_000) + "text=x");
        assertThat(many.statusCode()).isBetween(400, 499);
        assertThat(many.body()).doesNotContain("Exception", "org.apache");
        HttpResponse<String> broken = send("name=%ZZ&text=%");
        assertThat(broken.statusCode()).isBetween(400, 499);
        assertThat(broken.body()).doesNotContain("Exception", "org.apache");
    }

    private HttpResponse<String> send(String form) throws Exception {
        var address =
                URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + HARBOUR + "/comments");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "text/html")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** Every mapping that takes a form, found in the application: whoever adds one is asked here. */
    @TestFactory
    Stream<DynamicTest> takesNoFormWithoutItsToken() {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{slug[^}]*}", HARBOUR.substring("/articles/".length()))
                        .replaceAll("\\{number:[^/]*}", "2")
                        .replaceAll("\\{key:[^/]*}", "LENGTH")
                        .replaceAll("\\{[^}]*}", "1"))
                .sorted()
                .map(address -> DynamicTest.dynamicTest(address, () -> {
                    MvcTestResult forged = site.method(HttpMethod.POST)
                            .uri(address)
                            .session(desk)
                            .param("text", "Forged")
                            .exchange();
                    String forwarded = forged.getResponse().getForwardedUrl();
                    if (forwarded == null) {
                        assertThat(forged.getResponse().getStatus()).isBetween(400, 499);
                    } else {
                        assertThat(forwarded).endsWith("/expired");
                    }
                    assertThat(forged.getResponse().getRedirectedUrl()).isNull();
                }));
    }

    @Test
    void takesNoTokenOfAnotherSession() {
        MvcTestResult forged = site.post()
                .uri(HARBOUR + "/comments")
                .with(csrf().useInvalidToken())
                .param("name", "Forger")
                .param("text", "Forged")
                .exchange();
        assertThat(forged).hasForwardedUrl(HARBOUR + "/comments/expired");
        assertThat(page(HARBOUR)).doesNotContain("Forged");
    }
}
