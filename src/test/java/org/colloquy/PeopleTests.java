package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.discussion.People;
import org.colloquy.discussion.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What people have said, what became of it, who has answered them, and whom they do not want to read. */
abstract class PeopleTests extends SecondThoughtsTests {

    private static final Cookie[] NOBODY = {};

    @Autowired
    People people;

    @Test
    void listsWhatSomebodyHasSaidForEverybody() {
        MvcTestResult first = post("/open-thread", "name", "Busy Person", "text", "The first of two.");
        Cookie[] mine = first.getResponse().getCookies();
        post(mine, HARBOUR, "text", "The second of two.");
        assertThat(page(address(first)))
                .contains("href=\"/people/Busy%20Person\"")
                .containsOnlyOnce(">Busy Person</bdi>");

        String person = page("/people/Busy Person");
        assertThat(person).contains("2 comments, the first of them on", "The first of two.", "The second of two.");
        assertThat(person).contains("name=\"robots\" content=\"noindex\"");
        assertThat(page("/people/busy person")).as("as the name is read").contains("2 comments");

        hide("Rude.", id("/open-thread", number(first)));
        assertThat(page("/people/Busy Person"))
                .contains("One comment", "The second of two.")
                .doesNotContain("The first of two.");
    }

    @Test
    void saysNoNameWhereItsAuthorTookItBack() {
        MvcTestResult posted = post("/open-thread", "name", "Wants It Gone", "text", "A slip of the tongue.");
        assertThat(send(address(posted) + "/withdraw", posted.getResponse().getCookies()))
                .hasStatus(302);
        assertThat(page(address(posted))).doesNotContain("Wants It Gone");
        assertThat(page(address(posted) + ".json")).doesNotContain("Wants It Gone");
        assertThat(page("/open-thread")).doesNotContain("Wants It Gone");
    }

    @Test
    void hasNoPageForWhoOnlySpeaksInADocument() {
        String article = page(HARBOUR);
        assertThat(article).contains(">Old Salt<").doesNotContain("href=\"/people/Old%20Salt\"");
        assertThat(site.get().uri("/people/Old Salt").exchange()).hasStatus(404);
        assertThat(site.get().uri("/people/Nobody At All").exchange()).hasStatus(404);
        assertThat(site.get().uri("/people?name=").exchange()).hasStatus(404);
    }

    @Test
    void hasAPageForNamesThatNoPathCanHold() {
        MvcTestResult posted = post("/open-thread", "name", "Either/Or; 100%", "text", "Said by two.");
        assertThat(page(address(posted))).contains("href=\"/people?name=Either%2FOr%3B%20100%25\"");
        assertThat(body(site.get()
                        .uri("/people")
                        .param("name", "Either/Or; 100%")
                        .exchange()))
                .contains("Said by two.");
    }

    @Test
    void tellsItsAuthorWhatBecameOfEachComment() {
        MvcTestResult first = post("/open-thread", "name", "Curious Author", "text", "Shown at once.");
        Cookie[] mine = first.getResponse().getCookies();
        hold("HOLD");
        MvcTestResult waits;
        MvcTestResult declined;
        MvcTestResult approved;
        try {
            waits = post(mine, "/open-thread", "text", "A dirigible waits.");
            declined = post(mine, "/open-thread", "text", "A dirigible declined.");
            approved = post(mine, "/open-thread", "text", "A dirigible approved.");
        } finally {
            hold("OTHERWISE");
        }
        act("hide", "Off topic.", id("/open-thread", number(declined)));
        act("approve", "", id("/open-thread", number(approved)));

        String yours = own(mine, "/account/comments");
        assertThat(row(yours, number(waits))).contains("waiting for a moderator", "Words that make a comment wait");
        assertThat(row(yours, number(declined))).contains("a moderator decided not to show it", "Off topic.");
        assertThat(row(yours, number(approved))).contains("A moderator looked at it and let it through.");
        assertThat(row(yours, number(first))).doesNotContain("moderator");
        assertThat(page("/people/Curious Author")).contains("2 comments").doesNotContain("waits", "declined");
        assertThat(page("/account/comments")).contains("You have posted nothing");
    }

    @Test
    void findsWhoHasAnsweredAndWhatIsNew() {
        MvcTestResult posted =
                post("/open-thread", "name", "Asks Around", "text", "Which of the ferries leaves before sunrise?");
        Cookie[] mine = posted.getResponse().getCookies();
        post(mine, "/open-thread", "text", "Nobody?", "parent", String.valueOf(number(posted)));
        assertThat(own(mine, "/account/replies")).contains("Nobody has answered or quoted you yet.");
        post("/open-thread", "name", "First Helper", "text", "The red one.", "parent", String.valueOf(number(posted)));
        MvcTestResult quoting = post(
                "/open-thread",
                "name",
                "Second Helper",
                "text",
                "> Which of the ferries leaves before sunrise?\n\nNone that I know.");

        String replies = own(mine, "/account/replies");
        assertThat(replies)
                .contains("2 of them are new.", "The red one.", "None that I know.")
                .doesNotContain("Nobody?");
        Matcher newest = Pattern.compile("name=\"upTo\" value=\"([^\"]+)\"").matcher(replies);
        assertThat(newest.find()).isTrue();
        assertThat(send("/account/replies", mine, "upTo", newest.group(1))).hasStatus(302);
        assertThat(own(mine, "/account/replies")).contains("None of them is new.", "The red one.");
        assertThat(send("/account/replies", mine, "upTo", "1999-01-01T00:00:00Z"))
                .hasStatus(302);
        assertThat(send("/account/replies", mine, "upTo", "no time")).hasStatus(302);
        assertThat(own(mine, "/account/replies")).as("time does not run back").contains("None of them is new.");

        hide("Rude.", id("/open-thread", number(quoting)));
        assertThat(own(mine, "/account/replies")).doesNotContain("None that I know.");
        assertThat(page("/account/replies")).contains("This browser keeps no name");
    }

    @Test
    void tellsOfAnAnswerThatWaitedOnceItCanBeRead() {
        MvcTestResult posted = post("/open-thread", "name", "Patient Asker", "text", "Who keeps the lighthouse now?");
        Cookie[] mine = posted.getResponse().getCookies();
        hold("HOLD");
        MvcTestResult answer;
        try {
            answer = post("/open-thread", "name", "Slow Helper", "text", "A dirigible.", "parent", "" + number(posted));
        } finally {
            hold("OTHERWISE");
        }
        assertThat(own(mine, "/account/replies")).doesNotContain("A dirigible.");
        assertThat(send(
                        "/account/replies",
                        mine,
                        "upTo",
                        java.time.Instant.now().toString()))
                .hasStatus(302);
        act("approve", "", id("/open-thread", number(answer)));
        assertThat(own(mine, "/account/replies")).contains("One of them is new.", "A dirigible.");
    }

    @Test
    void foldsWhomABrowserIgnoresForThatBrowserOnly() {
        MvcTestResult posted = post("/open-thread", "name", "Loud Person", "text", "Very loud words.");
        assertThat(page(address(posted))).contains("Ignore Loud Person…");
        String ask = body(site.get()
                .uri("/account/ignore?name=Loud Person&back=" + address(posted))
                .exchange());
        assertThat(ask).contains("Ignore Loud Person", "kept in a cookie");
        MvcTestResult done = send("/account/ignore", NOBODY, "name", "Loud Person", "back", address(posted));
        assertThat(done).hasStatus(302).hasRedirectedUrl(address(posted));
        assertThat(done)
                .headers()
                .hasHeaderSatisfying(
                        "Set-Cookie",
                        values -> assertThat(values)
                                .anyMatch(cookie -> cookie.startsWith("colloquy-ignored=")
                                        && cookie.contains("HttpOnly")
                                        && cookie.contains("SameSite=Lax")
                                        && !cookie.contains("Secure")));
        Cookie[] browser = done.getResponse().getCookies();

        assertThat(own(browser, address(posted)))
                .contains("<details class=\"ignored\"", "from somebody whom you ignore", "Very loud words.");
        assertThat(page(address(posted))).doesNotContain("class=\"ignored\"");
        assertThat(own(browser, "/account/ignored")).contains("Loud Person", "Stop ignoring");

        MvcTestResult again = send("/account/unignore", browser, "name", "loud person");
        assertThat(again).cookies().hasMaxAge("colloquy-ignored", java.time.Duration.ZERO);
    }

    @Test
    void ignoresSpeakersOfDocumentsTooAndKeepsItWithTheName() {
        Cookie[] mine = post("/open-thread", "name", "Keeps Apart", "text", "I read little.")
                .getResponse()
                .getCookies();
        assertThat(send("/account/ignore", mine, "name", "Old Salt", "back", "https://example.org/"))
                .hasRedirectedUrl("/account/ignored");
        assertThat(send("/account/ignore", mine, "name", "old salt")).hasStatus(302);
        assertThat(own(mine, HARBOUR)).contains("<details class=\"ignored\"");
        assertThat(own(mine, "/account/ignored")).containsOnlyOnce("<button class=\"quiet\">");
        assertThat(send("/account/unignore", mine, "name", "Old Salt")).hasStatus(302);
        assertThat(own(mine, HARBOUR)).doesNotContain("<details class=\"ignored\"");
    }

    @Test
    void refusesMoreNamesThanACookieHoldsAndCookiesThatAreNone() {
        Cookie[] browser = NOBODY;
        for (int i = 0; i < 15; i++) {
            MvcTestResult done = send("/account/ignore", browser, "name", "𝔑𝔞𝔪𝔢".repeat(9) + i);
            assertThat(done).hasStatus(302);
            browser = done.getResponse().getCookies();
        }
        assertThat(browser[0].getValue().length()).isLessThan(3_800);
        MvcTestResult full = send("/account/ignore", browser, "name", "One More");
        assertThat(full).hasStatus(422);
        assertThat(body(full)).contains("A browser without a name can keep no more of them.");
        for (String nonsense : new String[] {"%%%", "", "AAAA", "////", "_w", "x".repeat(3_000)}) {
            assertThat(own(new Cookie[] {new Cookie("colloquy-ignored", nonsense)}, HARBOUR))
                    .doesNotContain("class=\"ignored\"");
        }
        assertThat(send("/account/ignore", NOBODY, "name", " ")).hasStatus(404);
        assertThat(send("/account/ignore", NOBODY, "name", "x".repeat(41))).hasStatus(404);
    }

    @Test
    void takesTheSameFromTwoTabsAtOnce() throws Exception {
        Cookie[] mine = claim("Two Tabs");
        String now = Instant.now().toString();
        List<Callable<Integer>> tabs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "Ignored Twice " + i / 8;
            tabs.add(() -> status("/account/ignore", mine, "name", name));
            tabs.add(() -> status("/account/replies", mine, "upTo", now));
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var answer : pool.invokeAll(tabs)) {
                assertThat(answer.get()).isEqualTo(302);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(own(mine, "/account/ignored").split("<button class=\"quiet\">"))
                .as("one each")
                .hasSize(1 + 3);
    }

    private int status(String address, Cookie[] cookies, String... fields) {
        var request = site.post().uri(address).with(csrf()).cookie(cookies);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange().getResponse().getStatus();
    }

    @Test
    void believesNobodyThatTheyHaveReadWhatIsStillToCome() {
        Cookie[] mine = claim("Time Traveller");
        long member = member("Time Traveller");
        for (String early :
                new String[] {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"}) {
            assertThat(send("/account/replies", mine, "upTo", early)).hasStatus(302);
            assertThat(people.hasReadUpTo(member)).isEmpty();
        }
        for (String late : new String[] {"+1000000000-12-31T23:59:59Z", "2999-01-01T00:00:00Z"}) {
            assertThat(send("/account/replies", mine, "upTo", late)).hasStatus(302);
            assertThat(people.readUpTo(member)).isBetween(Instant.now().minusSeconds(60), Instant.now());
        }
    }

    /** As a server that stands there has it: the machine's zone and that of its connections. */
    @Test
    void remembersTheMomentWhereverTheServerStands() {
        claim("Far East");
        long member = member("Far East");
        Instant moment = Instant.parse("2026-03-29T01:30:00.123456Z");
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            transactions.executeWithoutResult(one -> {
                sql.execute("set time zone 'Asia/Kathmandu'");
                people.read(member, moment);
                assertThat(people.readUpTo(member)).isEqualTo(moment);
                people.read(member, moment.plusSeconds(60));
                assertThat(people.readUpTo(member)).isEqualTo(moment.plusSeconds(60));
                sql.execute("set time zone local");
            });
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(people.readUpTo(member)).isEqualTo(moment.plusSeconds(60));
    }

    @Test
    void listsWhatABrowserHasPostedWithItsNameAndWithout() {
        int first = number(post("/open-thread", "name", "Sometimes Named", "text", "With a name."));
        int second = number(post("/open-thread", "name", "Somebody Beside", "text", "In the same browser."));
        long member = member("Sometimes Named");
        long other = id("/open-thread", second);
        assertThat(numbers(new Viewer(member, false, Set.of(other)))).containsExactly(second, first);
        assertThat(numbers(new Viewer(member, false, Set.of()))).containsExactly(first);
        assertThat(numbers(new Viewer(null, false, Set.of(other)))).containsExactly(second);
        assertThat(numbers(Viewer.READER)).isEmpty();
        assertThat(people.own(new Viewer(member, false, Set.of(other)), 1, 1)).hasSize(1);
    }

    private List<Integer> numbers(Viewer viewer) {
        return people.own(viewer, 0, 10).stream()
                .map(listed -> listed.comment().number())
                .toList();
    }

    private long member(String handle) {
        return Objects.requireNonNull(sql.queryForObject("select id from member where handle = ?", Long.class, handle));
    }

    void hold(String effect) {
        assertThat(site.post()
                        .uri("/moderation/rules/HELD_WORDS")
                        .session(desk)
                        .with(csrf())
                        .param("place", "open-thread")
                        .param("effect", effect)
                        .param("words", "dirigible")
                        .exchange())
                .hasStatus(302);
    }

    private static String row(String page, int number) {
        Matcher row = Pattern.compile("<li>(?:(?!</li>).)*comments/" + number + "#(?:(?!</li>).)*</li>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as("a row for " + number).isTrue();
        return row.group();
    }

    String own(Cookie[] cookies, String address) {
        MvcTestResult result = site.get().uri(address).cookie(cookies).exchange();
        assertThat(result).as(address).hasStatusOk();
        return body(result);
    }
}
