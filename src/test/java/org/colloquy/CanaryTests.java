package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * One rule of visibility: a word of a comment that is away stands at no address that there is. Addresses are asked of the
 * application, so that whoever adds one is asked here too.
 */
abstract class CanaryTests extends ArticleDeskTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:([^{}]|\\{[^{}]*})*)?}");

    @Autowired
    List<RequestMappingInfoHandlerMapping> everything;

    @Test
    void findsNoWordOfACommentThatIsAwayAtAnyAddress() {
        Map<String, Integer> canaries = new LinkedHashMap<>();
        for (String canary : List.of("qvhidden", "qvheld", "qvmoved", "qverased", "qvbefore")) {
            MvcTestResult posted = post(
                    HARBOUR, "name", "Canary " + canary.substring(2), "text", "The bird " + canary + " sings at dawn.");
            canaries.put(canary, number(posted));
            if (canary.equals("qvbefore")) {
                MvcTestResult edited = site.post()
                        .uri(address(posted) + "/edit")
                        .cookie(posted.getResponse().getCookies())
                        .with(csrf())
                        .param("text", "The bird qvafter sings at dusk.")
                        .param("revision", "0")
                        .exchange();
                assertThat(edited).hasStatus(303);
            }
        }
        canaries.put("qvafter", canaries.getOrDefault("qvbefore", 0));
        Set<String> addresses = addresses(canaries);
        Map<String, String> tags = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String address : addresses) {
            MvcTestResult before = ask(address, null);
            String tag = before.getResponse().getHeader(HttpHeaders.ETAG);
            if (tag != null) {
                tags.put(address, tag);
            }
            canaries.keySet().stream().filter(body(before)::contains).forEach(seen::add);
        }
        assertThat(seen).as("all of them sing at first").containsAll(canaries.keySet());

        act("hide", "Sings too early.", id(HARBOUR, canaries.getOrDefault("qvhidden", 0)));
        act("hide", "Sings too late.", id(HARBOUR, canaries.getOrDefault("qvbefore", 0)));
        at("/moderation/reports/" + id(HARBOUR, canaries.getOrDefault("qvheld", 0)) + "/hold");
        at("/moderation/move", "comment", id(HARBOUR, canaries.getOrDefault("qvmoved", 0)), "reason", "Off topic.");
        at(
                "/moderation/erase",
                "comment",
                id(HARBOUR, canaries.getOrDefault("qverased", 0)),
                "reason",
                "A lawful request.",
                "name",
                "true",
                "current",
                PASSWORD);

        for (String address : addresses) {
            for (String tag : Arrays.asList(null, tags.getOrDefault(address, "\"none\""))) {
                MvcTestResult after = ask(address, tag);
                if (after.getResponse().getStatus() == 304) {
                    throw new AssertionError(address + " answers 304, though something in it has gone");
                }
                boolean openThread = address.matches("/(open-thread|people|report).*");
                for (String canary : canaries.keySet()) {
                    if (!(canary.equals("qvmoved") && openThread)) {
                        assertThat(body(after)).as(address).doesNotContain(canary);
                    }
                }
            }
        }
        assertThat(page("/open-thread")).as("it is not lost").contains("qvmoved");
        assertThat(page(HARBOUR)).contains("removed on request", "in the Open Thread");
        assertThat(body(site.get()
                        .uri(HARBOUR + "/comments/" + canaries.getOrDefault("qvhidden", 0))
                        .session(desk)
                        .exchange()))
                .as("a moderator still reads it")
                .contains("qvhidden");
    }

    @Test
    void findsNoneOfThemEvenForWhoAnsweredThemReportedThemAndPreviewsAReplyToThem() {
        Map<String, Integer> canaries = new LinkedHashMap<>();
        Cookie[] holder = post(HARBOUR, "name", "Canary Listener", "text", "I hear them all.")
                .getResponse()
                .getCookies();
        List<String> receipts = new ArrayList<>();
        List<String> previews = new ArrayList<>();
        List<String> edits = new ArrayList<>();
        for (String canary : List.of("qwhidden", "qwheld", "qwerased", "qwbefore")) {
            MvcTestResult posted = post(
                    HARBOUR,
                    "name",
                    "Singer " + canary.substring(2),
                    "text",
                    "A bird called " + canary + " sang at noon.");
            String number = "" + number(posted);
            canaries.put(canary, number(posted));
            MvcTestResult reply =
                    post(holder, HARBOUR, "text", "I heard it too, " + canary.length() + ".", "parent", number);
            assertThat(reply).hasStatus(303);
            edits.add(address(reply) + "/edit");
            MvcTestResult sent = site.post()
                    .uri("/report")
                    .with(csrf())
                    .cookie(holder)
                    .param("place", HARBOUR.substring("/articles/".length()))
                    .param("comment", number)
                    .param("kind", "OTHER")
                    .param("explanation", "It sings.")
                    .param("faith", "true")
                    .exchange();
            assertThat(sent).hasStatus(303);
            receipts.add(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()));
            previews.add(number);
        }
        String counts = counts(HARBOUR);
        act("hide", "Sings too early.", id(HARBOUR, canaries.getOrDefault("qwhidden", 0)));
        act("hide", "Sings too late.", id(HARBOUR, canaries.getOrDefault("qwbefore", 0)));
        at("/moderation/reports/" + id(HARBOUR, canaries.getOrDefault("qwheld", 0)) + "/hold");
        at(
                "/moderation/erase",
                "comment",
                id(HARBOUR, canaries.getOrDefault("qwerased", 0)),
                "reason",
                "A lawful request.",
                "name",
                "true",
                "current",
                PASSWORD);

        Set<String> addresses = addresses(canaries);
        addresses.addAll(receipts);
        addresses.addAll(List.of("/account/data.json", "/account/replies", "/account/comments"));
        for (String address : addresses) {
            String page =
                    body(site.get().uri(URI.create(address)).cookie(holder).exchange());
            canaries.keySet().forEach(canary -> assertThat(page).as(address).doesNotContain(canary));
        }
        for (String number : previews) {
            for (String page : List.of(HARBOUR + "/comments/preview", HARBOUR + "/comments")) {
                String answer = body(site.post()
                        .uri(page)
                        .with(csrf())
                        .cookie(holder)
                        .param("parent", number)
                        .param("text", "> A bird called\n\nWhich one, #" + number + "?")
                        .exchange());
                canaries.keySet().forEach(canary -> assertThat(answer).as(page).doesNotContain(canary));
            }
        }
        for (String edit : edits) {
            MvcTestResult refused = site.post()
                    .uri(edit)
                    .with(csrf())
                    .cookie(holder)
                    .param("text", "")
                    .exchange();
            assertThat(refused).as(edit).hasStatus(422);
            canaries.keySet()
                    .forEach(canary -> assertThat(body(refused)).as(edit).doesNotContain(canary));
        }
        String after = counts(HARBOUR);
        assertThat(number(after, "comment")).isEqualTo(number(counts, "comment"));
        assertThat(number(after, "hidden"))
                .as("and one that waits to be looked at again")
                .isEqualTo(number(counts, "hidden") + 3);
        assertThat(number(after, "removed")).isEqualTo(number(counts, "removed") + 1);
    }

    private String counts(String place) {
        String page = page(place);
        int at = page.indexOf("class=\"counts\"");
        return page.substring(at, page.indexOf("</p>", at));
    }

    private static int number(String counts, String what) {
        Matcher number = Pattern.compile("(\\d+)[^\\d]{0,3}" + what).matcher(counts.replace("one ", "1 "));
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Every address that a reader can open, with these comments where it names any. */
    private Set<String> addresses(Map<String, Integer> canaries) {
        Set<String> patterns = everything.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .collect(Collectors.toSet());
        assertThat(patterns).hasSizeGreaterThan(50);
        Set<String> addresses = new LinkedHashSet<>();
        for (String pattern : patterns) {
            canaries.forEach((canary, number) -> {
                String address = VARIABLE.matcher(pattern).replaceAll(variable -> switch (variable.group(1)) {
                    case "slug" -> HARBOUR.substring("/articles/".length());
                    case "number" -> String.valueOf(number);
                    case "handle" -> "Canary%20" + canary.substring(2);
                    default -> "1";
                });
                Stream.of(
                                "",
                                "?order=newest",
                                "?order=numbers&since=0",
                                "?quote=sings%20at",
                                "?place=" + HARBOUR.substring("/articles/".length()) + "&comment=" + number)
                        .forEach(query -> addresses.add(address.replace("*", "none") + query));
            });
        }
        return addresses;
    }

    private MvcTestResult ask(String address, @Nullable String tag) {
        var request = site.get().uri(URI.create(address));
        return tag == null
                ? request.exchange()
                : request.header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
    }

    private void at(String address, Object... fields) {
        var request = site.post().uri(address).session(desk).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(String.valueOf(fields[i]), String.valueOf(fields[i + 1]));
        }
        assertThat(request.exchange()).as(address).hasStatus3xxRedirection();
    }
}
