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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What somebody who sends a request gets. */
    private enum Answer {
        /** Let through to what answers it. */
        YES,
        /** Let through, and told that there is no such thing. */
        GONE,
        SIGN_IN,
        FORBIDDEN,
        /** Not let through, as if there were nothing. */
        NOTHING,
        /** It failed; no line ever says so. */
        BROKEN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

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
        return table().filter(line -> !line.startsWith("filter "))
                .map(Line::read)
                .toList();
    }

    @BeforeEach
    void appoint() {
        moderators.appointModerator(MODERATOR, PASSWORD);
        post("/open-thread", "name", "Holder Of Old", "text", "The first one here.");
        post("/open-thread", "name", "Second Of Old", "text", "The second one here.");
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
                .filter(line -> !line.answers().subList(0, 2).contains("yes")
                        && line.answers().subList(2, 4).contains("yes"))
                .map(line -> DynamicTest.dynamicTest(
                        line.mapping(),
                        () -> assertThat(line.pattern())
                                .as("Only moderators may use it: it belongs under /moderation.")
                                .matches("/moderation(/.*)?")));
    }

    private List<String> answers(String mapping) {
        String method = mapping.substring(0, mapping.indexOf(' '));
        String address = VARIABLE.matcher(mapping.substring(method.length() + 1))
                .replaceAll(variable -> SAMPLES.getOrDefault(variable.group(1), "1"));
        List<String> answers = answers(method.equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(method), address);
        if (method.equals("GET")) {
            assertThat(answers(HttpMethod.HEAD, address)).as("HEAD %s", address).isEqualTo(answers);
        }
        return answers;
    }

    private List<String> answers(HttpMethod method, String address) {
        return Stream.of(
                        request(method, address, new MockHttpSession()),
                        request(method, address, new MockHttpSession(), holder()),
                        request(method, address, moderators.signIn(MODERATOR)),
                        request(method, address, moderators.signIn(ADMINISTRATOR)))
                .map(Answer::word)
                .toList();
    }

    private Answer request(HttpMethod method, String address, MockHttpSession session, Cookie... cookies) {
        var request = site.method(method)
                .uri(URI.create(address.replace("*", "none")))
                .session(session)
                .with(csrf());
        if (cookies.length > 0) {
            request = request.cookie(cookies);
        }
        MvcTestResult result = request.exchange();
        if (result.getUnresolvedException() != null) {
            return Answer.BROKEN;
        }
        boolean reached = result.getMvcResult().getHandler() != null;
        String location = result.getResponse().getRedirectedUrl();
        return switch (result.getResponse().getStatus()) {
            case 401 -> Answer.SIGN_IN;
            case 403 -> Answer.FORBIDDEN;
            case 404 -> reached ? Answer.GONE : Answer.NOTHING;
            default -> location != null && location.endsWith("/account/sign-in") ? Answer.SIGN_IN : Answer.YES;
        };
    }

    /** Somebody new each time: some of what is tried makes a browser forget its name. */
    private Cookie[] holder() {
        int holder = HOLDERS.incrementAndGet();
        MvcTestResult posted =
                post("/open-thread", "name", "Holder " + holder, "text", "This is holder " + holder + ".");
        assertThat(posted).hasStatus(303);
        return posted.getResponse().getCookies();
    }
}
