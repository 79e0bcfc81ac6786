package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** The way from the queue to an act and back, what the queue counts, and the log in which acts are undone. */
abstract class DeskQueueTests extends DeskTests {

    private static final String PLACE = "/articles/desked";
    private static final String LOOKED = "tab=nameless&place=desked&words=number";
    private static final String WAY = "/moderation?" + LOOKED + "&at=2";

    @Test
    void opensWhereThereIsSomethingToDo() {
        assertThat(queue(desk, "place=desked&words=number 2"))
                .containsPattern("tab=nameless[^>]*aria-current")
                .contains("class=\"rows\"");
        assertThat(queue(desk, "place=the-harbour-agreement-one-year-on&words=keeper with two masters"))
                .containsPattern("tab=not-in-source[^>]*aria-current")
                .contains("class=\"rows\"");
    }

    @Test
    void leadsEveryActOfTheQueueBackToItsPlaceInItWithItsUndo() {
        for (String[] act : new String[][] {
            {"Hide…", "/moderation/hide", "One comment is hidden."},
            {"Approve…", "/moderation/approve", "One comment is approved."},
            {"Move to the Open Thread…", "/moderation/move", "One comment was moved"},
            {"Close its thread…", "/moderation/close", "is closed."},
            {"Attach, detach…", "/moderation/place", "begins a thread now."}
        }) {
            String queue = queue(desk, LOOKED);
            String row = queue.split("<label class=\"tick\">")[2];
            String link = HtmlUtils.htmlUnescape(
                    found("href=\"([^\"]*)\"[^>]*>" + Pattern.quote(act[0].replace("…", "")), row));
            MvcTestResult asking = open(link);
            assertThat(asking).as(act[0]).hasStatusOk();
            assertThat(body(asking)).contains("href=\"" + HtmlUtils.htmlEscape(WAY) + "\"");
            MvcTestResult done = submit(act[1], body(asking), "reason", "It is time.", "act", "BEGIN");
            assertThat(done).as(act[0]).hasStatus(302).redirectedUrl().isEqualTo(WAY);
            String next = body(open(WAY));
            assertThat(next).contains(act[2]);
            assertThat(next).containsPattern("<summary autofocus");
            MvcTestResult undone = submit("/moderation/undo", next);
            assertThat(undone).redirectedUrl().isEqualTo("/moderation?" + LOOKED);
            assertThat(body(open("/moderation?" + LOOKED))).contains("It is undone.");
        }
    }

    @Test
    void leadsWhatWasDoneAboutAPersonBackToTheQueueAndNamesThem() {
        MvcTestResult posted = post("/open-thread", "name", "Loud Lamp", "text", "Louder than the others.");
        Long member = sql.queryForObject("select id from member where handle = 'Loud Lamp'", Long.class);
        String queue = queue(desk, "tab=newest&by=Loud Lamp");
        String link = HtmlUtils.htmlUnescape(found("href=\"(/moderation/members/" + member + "[^\"]*)\"", queue));
        MvcTestResult nothing = submit("/moderation/members/" + member, body(open(link)), "reason", "Not so loud.");
        assertThat(nothing).as("nothing is chosen: Enter does nothing").hasStatus(422);
        assertThat(body(nothing)).contains("Choose what to do.", "value=\"Not so loud.\"");
        MvcTestResult done = submit("/moderation/members/" + member, body(nothing), "act", "WARN", "reason", "Loud.");
        assertThat(done).redirectedUrl().isEqualTo("/moderation?tab=newest&by=Loud%20Lamp&at=1");
        assertThat(body(open("/moderation?tab=newest&by=Loud Lamp&at=1")))
                .contains("Loud Lamp is warned", "id=\"undo\"");
        assertThat(page(address(posted))).contains("Louder than the others.");
    }

    @Test
    void leadsFromTheCommentsPageBackToItWithTheUndo() {
        String page = PLACE + "/comments/7";
        long id = id(PLACE, 7);
        MvcTestResult done = submit("/moderation/hide", body(open("/moderation/hide?comment=" + id)), "reason", "So.");
        assertThat(done).redirectedUrl().isEqualTo(page);
        String next = body(open(page));
        assertThat(next).contains("One comment is hidden.", "href=\"/moderation\"");
        assertThat(submit("/moderation/undo", next)).redirectedUrl().isEqualTo(page);
        assertThat(body(open(page))).contains("It is undone.");
        assertThat(page(page)).doesNotContain("undo", "href=\"/moderation\"");

        MvcTestResult moved = submit("/moderation/move", body(open("/moderation/move?comment=" + id)));
        assertThat(moved).redirectedUrl().startsWith("/open-thread/comments/");
        String there = Objects.requireNonNull(moved.getResponse().getRedirectedUrl());
        assertThat(submit("/moderation/undo", body(open(there)))).hasStatus(302);
        assertThat(page(page)).contains("This is number 7.");
    }

    @Test
    void leadsBackToNoOtherSite() {
        for (String back : List.of(
                "//elsewhere.example/",
                "https://elsewhere.example/moderation",
                "/moderation\\elsewhere",
                "/account/sign-out",
                "/moderation?tab={tab}",
                "/moderation?tab=%zz",
                "/moderation\r\nX: y")) {
            assertThat(site.post()
                            .uri("/moderation/undo")
                            .session(desk)
                            .with(csrf())
                            .param("entry", "999999")
                            .param("back", back)
                            .exchange())
                    .as(back)
                    .hasStatus(302)
                    .redirectedUrl()
                    .isEqualTo("/moderation");
        }
    }

    @Test
    void pressesNothingButALookWithEnterInAField() {
        for (String tab : List.of("nameless", "waiting", "flagged")) {
            sql.update("update comment set waiting = true, flagged = true where id = ?", id(PLACE, 1));
            sql.update(
                    "update comment set state = ? where id = ?",
                    tab.equals("waiting") ? "HELD" : "VISIBLE",
                    id(PLACE, 1));
            String form = queue(desk, "tab=" + tab + "&place=desked").split("<form class=\"queue\"")[1];
            assertThat(form).as(tab).matches("(?s)[^>]*action=\"/moderation/(hide|approve)/preview\".*");
            assertThat(found("(<button[^>]*>)", form)).as(tab).doesNotContain("formaction");
        }
    }

    @Test
    void countsInEachTabWhatItShowsUnderTheSameFilters() {
        sql.update("update comment set flagged = true where id in (?, ?)", id(PLACE, 2), id(PLACE, 3));
        String some = queue(desk, "tab=newest&place=desked&words=number 2");
        assertThat(some)
                .containsPattern("Newest <span class=\"count\">11<")
                .containsPattern("Flagged <span class=\"count\">1<");
        assertThat(queue(desk, "tab=newest&place=desked&by=speaker 3"))
                .containsPattern("Newest <span class=\"count\">3<")
                .containsPattern("Flagged <span class=\"count\">1<")
                .containsPattern("Posted without a name <span class=\"count\">0<");
        act("hide", "So.", id(PLACE, 3));
        assertThat(queue(desk, "tab=newest&place=desked&which=hidden"))
                .containsPattern("Newest <span class=\"count\">1<")
                .containsPattern("Flagged <span class=\"count\">1<");
    }

    @Test
    void leadsFromWhatWasReportedToWhatReadersSay() throws Exception {
        int number = number(post(HARBOUR, "name", "Ferry Foe", "text", "All ferrymen are thieves."));
        report(3, number, "HATRED", "explanation", "It calls all ferrymen thieves.");
        String reported = queue(desk, "tab=reported&place=" + HARBOUR.substring("/articles/".length()));
        String link =
                found("href=\"(/moderation/reports/" + id(HARBOUR, number) + ")\">\\s*What readers say", reported);
        assertThat(body(open(link))).contains("It calls all ferrymen thieves.");
    }

    @Test
    void refusesMoreCommentsThanOneActDoes() {
        String many = LongStream.rangeClosed(1, 1001).mapToObj(String::valueOf).collect(Collectors.joining(","));
        for (String address : List.of("/moderation/hide/preview", "/moderation/hide")) {
            MvcTestResult refused = site.post()
                    .uri(address)
                    .session(desk)
                    .with(csrf())
                    .param("comment", many)
                    .param("reason", "All of them.")
                    .exchange();
            assertThat(refused).hasStatus(422);
            assertThat(body(refused)).contains("No more than 1,000 comments at once", "value=\"All of them.\"");
        }
    }

    @Test
    void countsAndUndoesWhatWasDoneAtOnceWhateverStandsOnThePage() {
        Long[] ids = LongStream.rangeClosed(1, 30)
                .mapToObj(number -> id(PLACE, (int) number))
                .toArray(Long[]::new);
        for (int times = 0; times < 3; times++) {
            act("hide", "Times " + times, ids);
            act("restore", "Times " + times, ids);
        }
        String first = log("place=" + PLACE);
        assertThat(results("and 29 more at once", first)).isEqualTo(4);
        String older = HtmlUtils.htmlUnescape(found("rel=\"next\" href=\"([^\"]*)\"", first));
        String second = body(open(older));
        assertThat(results("and 29 more at once", second)).isEqualTo(2);
        assertThat(second).contains("Times 0").doesNotContain("Times 1");
        assertThat(page("/moderation-log?place=" + PLACE)).contains("and 29 more at once");

        String one = log("place=" + PLACE + "&number=14&action=restore");
        assertThat(one).contains("Undo all 30").doesNotContain("more at once");
        undo(desk, latestOn(id(PLACE, 14)), false);
        assertThat(log("place=" + PLACE + "&number=15&action=restore")).contains("Undo all 29");
    }

    @Test
    void findsEntriesByTheRuleThatWasGoneBy() {
        assertThat(site.post()
                        .uri("/moderation/hide")
                        .session(desk)
                        .with(csrf())
                        .param("comment", String.valueOf(id(PLACE, 16)))
                        .param("rule", "ANONYMOUS")
                        .exchange())
                .hasStatus(302);
        act("hide", "Without any rule.", id(PLACE, 17));
        for (String log : List.of("/moderation-log?place=", "/moderation/log?place=")) {
            assertThat(body(open(log + PLACE + "&rule=ANONYMOUS")))
                    .contains("comment 16", "<option value=\"ANONYMOUS\" selected")
                    .doesNotContain("comment 17");
            assertThat(body(open(log + PLACE + "&rule=LINKS"))).contains("Nothing in the log matches");
            assertThat(body(open(log + PLACE + "&rule=no rule"))).contains("comment 16", "comment 17");
        }
    }

    @Test
    void asksWhoUndoesARoleForTheirPasswordAndOffersItToNobodyElse() {
        moderators.appointModerator("Undone Chief", PASSWORD);
        moderators.appointModerator("Plain Chair", PASSWORD);
        Long chief = sql.queryForObject("select id from member where handle = 'Undone Chief'", Long.class);
        assertThat(site.post()
                        .uri("/moderation/people/" + chief + "/promote")
                        .session(desk)
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        long entry = Objects.requireNonNull(
                sql.queryForObject("select max(id) from moderation_log where action = 'PROMOTE'", Long.class));
        String button = "name=\"entry\" value=\"" + entry + "\"";
        MockHttpSession plain = signIn("Plain Chair", PASSWORD);
        assertThat(body(site.get().uri("/moderation/log").session(plain).exchange()))
                .contains("gave the rights of an administrator to")
                .doesNotContain(button);
        assertThat(log("action=promote")).contains(button).doesNotContain("comment 0");

        moderators.age(desk);
        MvcTestResult asking = undoing(entry, "");
        assertThat(asking).hasStatus(422);
        assertThat(body(asking))
                .contains("type your password once more", "Undone Chief", "type=\"password\"")
                .as("nothing of what was asked for is lost")
                .contains("name=\"reason\" value=\"By mistake.\"", "name=\"all\" value=\"true\"");
        assertThat(role(chief)).isEqualTo("ADMINISTRATOR");
        assertThat(body(undoing(entry, "a wrong one"))).contains("Problem:");
        assertThat(role(chief)).isEqualTo("ADMINISTRATOR");
        assertThat(undoing(entry, PASSWORD)).hasStatus(302).redirectedUrl().isEqualTo("/moderation/log");
        assertThat(role(chief)).isEqualTo("MODERATOR");
    }

    @Test
    void asksForThePasswordBeforeAPasskeyIsRemoved() {
        moderators.age(desk);
        for (String typed : new String[] {null, "a wrong one"}) {
            MvcTestResult asking = removing(typed);
            assertThat(asking).hasStatus(422);
            assertThat(body(asking)).contains("First say that it is you", "type=\"password\"");
        }
        assertThat(removing(PASSWORD)).hasStatus(302);
    }

    private MvcTestResult removing(@Nullable String password) {
        var request = site.post()
                .uri("/moderation/you/passkeys/remove")
                .session(desk)
                .with(csrf())
                .param("passkey", "c29tZQ");
        return (password == null ? request : request.param("current", password)).exchange();
    }

    @Test
    void offersNobodyToUndoWhatWasDoneAboutThemselves() {
        moderators.appointModerator("Once Warned", PASSWORD);
        sql.update("update member set role = 'COMMENTER' where handle = 'Once Warned'");
        Long member = sql.queryForObject("select id from member where handle = 'Once Warned'", Long.class);
        submit(
                "/moderation/members/" + member,
                body(open("/moderation/members/" + member)),
                "act",
                "WARN",
                "reason",
                "So.");
        long entry = Objects.requireNonNull(
                sql.queryForObject("select max(id) from moderation_log where action = 'WARN'", Long.class));
        String button = "name=\"entry\" value=\"" + entry + "\"";
        assertThat(log("action=warn")).contains(button);
        sql.update("update member set role = 'MODERATOR' where id = ?", member);
        MockHttpSession warned = moderators.signIn("Once Warned");
        assertThat(body(site.get()
                        .uri("/moderation/log?action=warn")
                        .session(warned)
                        .exchange()))
                .contains("warned")
                .doesNotContain(button);
        assertThat(undo(warned, entry, false)).contains("Nothing was undone.", "can’t be undone by you");
    }

    private String role(@Nullable Long member) {
        return Objects.requireNonNull(sql.queryForObject("select role from member where id = ?", String.class, member));
    }

    private MvcTestResult undoing(long entry, String password) {
        var request = site.post()
                .uri("/moderation/undo")
                .session(desk)
                .with(csrf())
                .param("entry", String.valueOf(entry))
                .param("back", "/moderation/log")
                .param("reason", "By mistake.")
                .param("all", "true");
        return (password.isEmpty() ? request : request.param("current", password)).exchange();
    }

    private String log(String query) {
        return body(open("/moderation/log?" + query));
    }

    private static long results(String words, String page) {
        return Pattern.compile(words).matcher(page).results().count();
    }

    private MvcTestResult open(String address) {
        return site.get()
                .uri(java.net.URI.create(address.replace(" ", "%20")))
                .session(desk)
                .exchange();
    }

    /** What the page's form to that address holds, with what else is typed. */
    private MvcTestResult submit(String address, String page, String... typed) {
        String form = found(
                "(?s)<form[^>]* action=\"" + Pattern.quote(address) + "\"[^>]*>(.*?)</form>",
                page.replaceAll("(?s)<form[^>]*>(?:(?!</form>).)*name=\"number\"[^>]* value=\"\\d.*?</form>", ""));
        var request = site.post().uri(address).session(desk).with(csrf());
        for (var field : Pattern.compile(
                        "<input[^>]*type=\"hidden\"[^>]*name=\"(?!_csrf)([a-z]+)\"[^>]*value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .toList()) {
            request = request.param(field.group(1), HtmlUtils.htmlUnescape(field.group(2)));
        }
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request.exchange();
    }
}
