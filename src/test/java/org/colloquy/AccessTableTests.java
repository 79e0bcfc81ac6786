package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may do what: every address that there is, found in the application, and how it answers whom, against the table in
 * {@code access.txt}. Whoever adds an address says there who may use it.
 */
@TestPropertySource(properties = "colloquy.tests=access-table") // a site of its own: everything is tried here
class AccessTableTests extends SiteHands {

    private static final Path TABLE = Path.of("src/test/resources/access.txt");

    /** Values for what an address names; only what is there can be refused for who asks. */
    private static final Map<String, String> SAMPLES = Map.of(
            "slug", HARBOUR.substring("/articles/".length()),
            "number", "2",
            "key", "LENGTH",
            "change", "dismiss",
            "act", "hide",
            "handle", "Holder%20Of%20Old");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:([^{}]|\\{[^{}]*})*)?}");

    private static final String ADMINISTRATOR = "Desk One";
    private static final String MODERATOR = "Desk Plain";

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    List<SimpleUrlHandlerMapping> files;

    @Autowired
    FilterChainProxy security;

    private static final AtomicInteger HOLDERS = new AtomicInteger();

    /** Answers to which nobody is let in. */
    private static final Set<String> SHUT = Set.of("gone", "sign-in", "forbidden", "nothing");

    private record Line(String kind, String method, String pattern, List<String> answers) {

        String mapping() {
            return method + " " + pattern;
        }

        static Line read(String line) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            assertThat(words).as(line).hasSize(7);
            return new Line(words.get(0), words.get(1), words.get(2), words.subList(3, 7));
        }
    }

    private static Stream<String> table() {
        try {
            return Files.readAllLines(TABLE, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Line> lines() {
        return table().filter(line -> !line.startsWith("filter ") && !line.startsWith("sends "))
                .map(Line::read)
                .toList();
    }

    /** What is sent with a request, so that it reaches what could refuse it: by the mapping. */
    private static Map<String, String> sent() {
        return table().filter(line -> line.startsWith("sends "))
                .map(line -> line.split("\\s+", 4))
                .collect(Collectors.toMap(words -> words[1] + " " + words[2], words -> words[3]));
    }

    /** What a table's lines name, and is there while they are tried. */
    private final Map<String, String> there = new HashMap<>(SAMPLES);

    @BeforeEach
    void appoint() {
        moderators.appointModerator(MODERATOR, PASSWORD);
        post("/open-thread", "name", "Holder Of Old", "text", "The first one here.");
        post("/open-thread", "name", "Second Of Old", "text", "The second one here.");
        int reported = number(post(HARBOUR, "name", "Holder " + HOLDERS.incrementAndGet(), "text", "To be reported."));
        String comment = String.valueOf(id(HARBOUR, reported));
        there.put("comment", comment);
        there.put("member", id("Holder Of Old"));
        there.put("id", id(ADMINISTRATOR));
        there.put("secret", report("comment", String.valueOf(reported)));
        report();
        long moved =
                id(HARBOUR, number(post(HARBOUR, "name", "Holder " + HOLDERS.incrementAndGet(), "text", "Moved.")));
        there.put("moved", String.valueOf(moved));
        assertThat(site.post()
                        .uri("/moderation/move")
                        .session(desk)
                        .with(csrf())
                        .param("comment", String.valueOf(moved))
                        .param("reason", "Off topic.")
                        .exchange())
                .hasStatus(302);
        there.put("entry", String.valueOf(sql.queryForObject("select max(id) from moderation_log", Long.class)));
    }

    private String id(String handle) {
        return String.valueOf(sql.queryForObject("select id from member where handle = ?", Long.class, handle));
    }

    /** Ends the address of the receipt. */
    private String report(String... fields) {
        var request = site.post()
                .uri("/report")
                .with(csrf())
                .param("place", HARBOUR.substring("/articles/".length()))
                .param("revision", "99")
                .param("kind", "OTHER")
                .param("faith", "true")
                .param("explanation", "To be seen.");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        MvcTestResult reported = request.exchange();
        assertThat(reported).hasStatus(303);
        String receipt = Objects.requireNonNull(reported.getResponse().getRedirectedUrl());
        return receipt.substring(receipt.lastIndexOf('/') + 1);
    }

    @Test
    void theTableHasEveryAddress() {
        Set<String> there = new TreeSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> there.addAll(mapped(info))));
        files.forEach(mapping -> mapping.getUrlMap().keySet().forEach(pattern -> there.add("GET " + pattern)));
        Set<String> written = lines().stream()
                .filter(line -> line.kind().equals("mapping"))
                .map(Line::mapping)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String missing = there.stream()
                .filter(mapping -> !written.contains(mapping))
                .map(mapping -> "mapping " + mapping + " " + String.join(" ", answers(mapping)))
                .collect(Collectors.joining("\n"));
        assertThat(missing)
                .as(
                        "Addresses that are not in %s. Add a line for each, with who may use it; what they get now is:",
                        TABLE)
                .isEmpty();
        assertThat(written)
                .as("Lines of %s for addresses that are not there any more. Take them out.", TABLE)
                .allMatch(there::contains);
        assertThat(lines().stream().map(Line::mapping).toList()).doesNotHaveDuplicates();
    }

    private static List<String> mapped(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .toList();
    }

    /** Filters answer requests before any controller: whoever adds one says so, and writes lines for what it answers. */
    @Test
    void theTableHasEveryFilter() {
        Set<String> there = security.getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .map(Filter::getClass)
                .map(type -> type.getName().replaceAll(".*\\.", "").replaceAll("\\$", "."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(table().filter(line -> line.startsWith("filter ")).map(line -> line.substring("filter ".length())))
                .as("the filters of %s", TABLE)
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
        return lines().stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.mapping(),
                        () -> assertThat(answers(line.mapping()))
                                .as("stranger, holder of a handle, moderator, administrator: %s", line.mapping())
                                .containsExactlyElementsOf(line.answers())));
    }

    /** An address that only moderators may use, and that no rule of the desk guards, is one mistake away from everybody. */
    @TestFactory
    Stream<DynamicTest> whatOnlyModeratorsMayDoLiesUnderModeration() {
        return lines().stream()
                .filter(line -> SHUT.containsAll(line.answers().subList(0, 2))
                        && !SHUT.containsAll(line.answers().subList(2, 4)))
                .map(line -> DynamicTest.dynamicTest(
                        line.mapping(),
                        () -> assertThat(line.pattern())
                                .as("Only moderators may use it: it belongs under /moderation.")
                                .matches("/moderation(/.*)?")));
    }

    /** Whoever sends nonsense may never have come to what would have refused them. */
    @Test
    void nothingIsTriedWithNonsense() {
        assertThat(lines())
                .allSatisfy(line -> assertThat(line.answers())
                        .as("%s: add a line that says what to send", line.mapping())
                        .doesNotContain("400"));
        assertThat(lines().stream().map(Line::mapping)).containsAll(sent().keySet());
    }

    /** Somebody who holds a handle. */
    private record Holder(Cookie[] cookies, String number, String id) {}

    private List<String> answers(String mapping) {
        String method = mapping.substring(0, mapping.indexOf(' '));
        String pattern = mapping.substring(method.length() + 1);
        boolean own = pattern.matches(".*/(edit|withdraw|revisions)(/expired)?|/report/appeal.*");
        Holder holder = holder(pattern.startsWith("/articles") ? HARBOUR : "/open-thread");
        Map<String, String> named = new HashMap<>(there);
        named.put("own", holder.number());
        if (own) {
            named.put("number", holder.number());
        }
        if (pattern.startsWith("/report/appeal")) {
            act(moderators.signIn(ADMINISTRATOR), "hide", "To be appealed against.", Long.valueOf(holder.id()));
        }
        String address = filled(pattern, named);
        String with = filled(sent().getOrDefault(mapping, ""), named);
        HttpMethod how = method.equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(method);
        List<String> answers = answers(how, address, with, holder);
        if (method.equals("GET")) {
            assertThat(answers(HttpMethod.HEAD, address, with, holder))
                    .as("HEAD %s", address)
                    .isEqualTo(answers);
        }
        return answers;
    }

    private static String filled(String pattern, Map<String, String> named) {
        return VARIABLE.matcher(pattern).replaceAll(variable -> named.getOrDefault(variable.group(1), "1"));
    }

    private List<String> answers(HttpMethod method, String address, String with, Holder holder) {
        return List.of(
                request(method, address, with, new MockHttpSession()),
                request(method, address, with, new MockHttpSession(), holder.cookies()),
                request(method, address, with, moderators.signIn(MODERATOR)),
                request(method, address, with, moderators.signIn(ADMINISTRATOR)));
    }

    private String request(HttpMethod method, String address, String with, MockHttpSession session, Cookie... cookies) {
        var request = site.method(method)
                .uri(URI.create(address.replace("*", "none")))
                .session(session)
                .with(csrf());
        if (cookies.length > 0) {
            request = request.cookie(cookies);
        }
        for (String field : with.isEmpty() ? new String[0] : with.split("&")) {
            request = request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        MvcTestResult result = request.exchange();
        if (result.getUnresolvedException() != null) {
            return "broken";
        }
        boolean reached = result.getMvcResult().getHandler() != null;
        String location = result.getResponse().getRedirectedUrl();
        int status = result.getResponse().getStatus();
        return switch (status) {
            case 401 -> "sign-in";
            case 403 -> "forbidden";
            case 404 -> reached ? "gone" : "nothing";
            default ->
                location != null && location.endsWith("/account/sign-in")
                        ? "sign-in"
                        : status < 400 ? "yes" : status < 500 ? String.valueOf(status) : "broken";
        };
    }

    /** Somebody new each time: some of what is tried makes a browser forget its name. */
    private Holder holder(String place) {
        int holder = HOLDERS.incrementAndGet();
        MvcTestResult posted = post(place, "name", "Holder " + holder, "text", "This is holder " + holder + ".");
        assertThat(posted).hasStatus(303);
        int number = number(posted);
        return new Holder(posted.getResponse().getCookies(), String.valueOf(number), String.valueOf(id(place, number)));
    }
}
