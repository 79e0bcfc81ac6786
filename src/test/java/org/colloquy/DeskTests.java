package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The queue, its acts, several moderators at once, and taking back. */
abstract class DeskTests extends AccessTests {

    private static final String PLACE = "/articles/desked";

    private MockHttpSession other = new MockHttpSession();

    @BeforeEach
    void openADeskWithTwoChairs() {
        Discussed.write(
                sql,
                "desked",
                30,
                number -> number % 10 == 5 ? number - 1 : 0,
                number -> number % 3 == 0 ? "Speaker " + number % 4 : null);
        sql.update("update comment set speaker_key = lower(speaker) where speaker like 'Speaker _'");
        moderators.appoint("Desk Two", PASSWORD);
        other = signIn("Desk Two", PASSWORD);
    }

    @AfterEach
    void closeIt() {
        Discussed.remove(sql, "desked");
    }

    @Test
    void tellsTheSecondWhereTheFirstHasPlacedIt() {
        long id = id(PLACE, 9);
        String seen = id + ":0:" + latest(id);
        assertThat(body(site.get()
                        .uri("/moderation/place?comment=" + id)
                        .session(desk)
                        .exchange()))
                .contains("name=\"comment\" value=\"" + seen + "\"");
        assertThat(place(other, seen, "ATTACH", "2")).hasStatus(302);

        for (String[] late : new String[][] {{"ATTACH", "3"}, {"BEGIN", ""}, {"PUT_BACK", ""}, {"REFUSE", "2"}}) {
            MvcTestResult refused = place(desk, seen, late[0], late[1]);
            assertThat(refused).as(late[0]).hasStatus(409);
            assertThat(body(refused))
                    .as(late[0])
                    .contains("has acted on this comment", "Desk Two", "placed", "value=\"As I read it.\"")
                    .contains(id + ":0:" + latest(id));
        }
        assertThat(page(PLACE + "/comments/9")).contains("in reply to 2");
        assertThat(place(desk, id + ":0:" + latest(id), "ATTACH", "3")).hasStatus(302);
        assertThat(page(PLACE + "/comments/9")).contains("in reply to 3");
    }

    private long latest(long comment) {
        return Objects.requireNonNull(sql.queryForObject(
                "select coalesce(max(id), 0) from moderation_log where comment_id = ?", Long.class, comment));
    }

    @Test
    void tellsTheSecondModeratorWhatTheFirstDidAndOverwritesNothing() {
        long id = id(PLACE, 1);
        String seen = sight(queue(desk, "tab=nameless&place=desked"), id);
        assertThat(send(other, "hide", seen, "First come.")).hasStatus(302);

        MvcTestResult second = send(desk, "hide", seen, "Second come.");
        assertThat(second).hasStatus(409);
        assertThat(body(second))
                .contains("Another moderator has acted on some of these", "Nothing to hide")
                .contains("Meanwhile:", "Desk Two", "First come.")
                .containsPattern("<input[^>]* readonly[^>]*\"Second come.\"")
                .doesNotContain("Press again", "<form method=\"post\" action=\"/moderation/hide\"");
        assertThat(body(send(desk, "hide", seen, "")))
                .as("nothing to mend the reason for")
                .contains("Another moderator has acted on some of these");
        assertThat(body(send(other, "hide", seen, "First come.")))
                .as("twice by the same one")
                .contains("You have done this already", "First come.")
                .doesNotContain("Another moderator");
        MvcTestResult approved = send(desk, "approve", seen, "");
        assertThat(approved).hasStatus(409);
        assertThat(page(PLACE + "/comments/1"))
                .contains("Hidden by Desk Two", "First come.")
                .doesNotContain("Second");

        MvcTestResult restored = send(desk, "restore", seen, "");
        assertThat(restored).hasStatus(409);
        assertThat(body(restored)).contains("Press again", "Meanwhile:", "Desk Two", "First come.");
        assertThat(body(send(other, "restore", seen, "My own.")))
                .contains("You have acted on some of these yourself", "Press again", "value=\"My own.\"");
        assertThat(send(desk, "restore", sight(body(restored), id), ""))
                .as("now they know")
                .hasStatus(302);
        assertThat(page(PLACE + "/comments/1")).doesNotContain("Hidden by");
    }

    @Test
    void saysThatAnApprovalSentTwiceIsDoneAlready() {
        long id = id(HARBOUR, number(post(HARBOUR, "name", "Approved Once", "text", "Nothing is wrong with it.")));
        String seen = id + ":0:0";
        assertThat(send(desk, "approve", seen, "")).hasStatus(302);
        MvcTestResult again = send(desk, "approve", seen, "");
        assertThat(again).hasStatus(409);
        assertThat(body(again))
                .contains("You have done this already", "Meanwhile:", "approved")
                .doesNotContain("Another moderator", "action=\"/moderation/approve\"");
    }

    @Test
    void takesBackWhatWasDoneAtOnceInOneGo() {
        String before = page(PLACE);
        byte[] document = document(PLACE);
        MvcTestResult all = site.get()
                .uri("/moderation/hide/all?tab=nameless&place=desked")
                .session(desk)
                .exchange();
        assertThat(body(all)).contains("Hide 20 comments", "2 of them are answered, none quoted.");
        assertThat(send(desk, "hide", sights(body(all)), "All of them.")).hasStatus(302);
        assertThat(page(PLACE)).contains("20 hidden").contains("Hidden by Desk One");
        assertThat(queue(desk, "tab=nameless&place=desked")).contains("Nothing matches");
        assertThat(page("/moderation-log?place=" + PLACE)).contains("and 19 more at once");

        String log = body(
                site.get().uri("/moderation/log?place=" + PLACE).session(desk).exchange());
        assertThat(log).contains("Undo all 20");
        long entry = Long.parseLong(found("name=\"entry\" value=\"(\\d+)\"><button", log));
        assertThat(undo(desk, entry, false)).contains("It is undone.");
        assertThat(page(PLACE)).contains("19 hidden");
        assertThat(undo(desk, entry, true)).isEqualTo("19 acts are undone.");
        assertThat(page(PLACE)).isEqualTo(before);
        assertThat(document(PLACE)).isEqualTo(document);
        assertThat(undo(desk, entry, true)).contains("Nothing was undone.");
        assertThat(page("/moderation-log?place=" + PLACE)).contains("undid: hid");
    }

    @Test
    void offersNothingAtOnceFromATabThatThereIsNot() {
        for (String act : new String[] {"hide", "restore", "approve"}) {
            for (String tab : new String[] {"?tab=foo", "", "?tab=", "?place=desked"}) {
                assertThat(site.get()
                                .uri("/moderation/" + act + "/all" + tab)
                                .session(desk)
                                .exchange())
                        .as(act + tab)
                        .hasStatus(404);
            }
        }
        assertThat(site.get().uri("/moderation?tab=foo").session(desk).exchange())
                .hasStatusOk();
    }

    @Test
    void takesBackOnlyTheLatest() {
        long id = id(PLACE, 2);
        act("hide", "One.", id);
        long hidden = latestOn(id);
        act("restore", "", id);
        long restored = latestOn(id);
        assertThat(undo(desk, hidden, false)).contains("Nothing was undone.", "Desk One restored");
        assertThat(undo(other, restored, false)).contains("It is undone.");
        assertThat(page(PLACE + "/comments/2")).contains("Hidden by Desk One", "One.");
        assertThat(undo(desk, hidden, false)).contains("It is undone.");
        assertThat(page(PLACE + "/comments/2")).contains("This is number 2.").doesNotContain("Hidden by");
    }

    @Test
    void takesAnApprovalBack() {
        long id = id(PLACE, 4);
        assertThat(queue(desk, "tab=nameless&place=desked")).contains("value=\"" + id + ":");
        act("approve", "", id);
        assertThat(queue(desk, "tab=nameless&place=desked")).doesNotContain("value=\"" + id + ":");
        assertThat(queue(desk, "tab=nameless&place=desked&which=all")).contains("value=\"" + id + ":");
        undo(desk, latestOn(id), false);
        assertThat(queue(desk, "tab=nameless&place=desked")).contains("value=\"" + id + ":");
    }

    @Test
    void showsNoTextThatWaitsByTakingAnApprovalBack() {
        MvcTestResult posted = post("/open-thread", "name", "Edits Afterwards", "text", "A harmless airship.");
        long id = id("/open-thread", number(posted));
        act("approve", "", id);
        hold("HOLD");
        try {
            assertThat(site.post()
                            .uri(address(posted) + "/edit")
                            .cookie(posted.getResponse().getCookies())
                            .with(csrf())
                            .param("revision", "0")
                            .param("text", "Buy this dirigible.")
                            .exchange())
                    .hasStatus(303);
        } finally {
            hold("OTHERWISE");
        }
        undo(desk, latestOn(id), false);
        assertThat(page(address(posted))).doesNotContain("Buy this dirigible.");
        act("approve", "", id);
        assertThat(page(address(posted))).contains("Buy this dirigible.");
    }

    @Test
    void hidesNothingByARuleThatThereIsNot() {
        assertThat(site.post()
                        .uri("/moderation/hide")
                        .session(desk)
                        .with(csrf())
                        .param("comment", String.valueOf(id(PLACE, 11)))
                        .param("rule", "NO_SUCH_RULE")
                        .exchange())
                .hasStatus(422);
        assertThat(page(PLACE + "/comments/11")).contains("This is number 11.");
    }

    @Test
    void signsWithTheDeskNameWhateverIsDone() {
        sql.update("update member set desk_name = 'North Lantern' where handle = 'Desk One'");
        try {
            for (String[] what : new String[][] {{"/moderation/move", "12"}, {"/moderation/close", "13"}}) {
                assertThat(site.post()
                                .uri(what[0])
                                .session(desk)
                                .with(csrf())
                                .param("comment", String.valueOf(id(PLACE, Integer.parseInt(what[1]))))
                                .param("reason", "Enough.")
                                .exchange())
                        .hasStatus(302);
                assertThat(page(PLACE + "/comments/" + what[1]))
                        .contains("North Lantern")
                        .doesNotContain("Desk One");
            }
        } finally {
            sql.update("update member set desk_name = null where handle = 'Desk One'");
        }
    }

    @Test
    void takesAPlacingAndARefusalBack() {
        long id = id(PLACE, 8);
        assertThat(place(id, "ATTACH", "7")).hasStatus(302);
        long attached = latestOn(id);
        assertThat(place(id, "ABOUT", "")).hasStatus(302);
        assertThat(page(PLACE + "/comments/8")).contains("in reply to 7");
        assertThat(undo(desk, attached, false)).contains("It is undone.");
        assertThat(page(PLACE + "/comments/8")).doesNotContain("in reply to 7");

        assertThat(place(id, "REFUSE", "6")).hasStatus(302);
        assertThat(undo(desk, latestOn(id), false)).contains("It is undone.");
        assertThat(sql.queryForObject(
                        "select count(*) from refused_suggestion where comment_id = ?", Integer.class, id))
                .isZero();
    }

    @Test
    void keepsAReasonAmongModeratorsWhereItIsAskedTo() {
        long id = id(PLACE, 10);
        assertThat(site.post()
                        .uri("/moderation/hide")
                        .session(desk)
                        .with(csrf())
                        .param("comment", String.valueOf(id))
                        .param("rule", "ANONYMOUS")
                        .param("reason", "The third this week from the same café.")
                        .param("confidential", "true")
                        .exchange())
                .hasStatus(302);
        assertThat(page(PLACE)).contains("Hidden by Desk One").doesNotContain("café");
        assertThat(page("/moderation-log?place=" + PLACE))
                .contains("by the rule “Anonymous comments”", "reason kept among moderators")
                .doesNotContain("café");
        assertThat(body(site.get()
                        .uri("/moderation/log?place=" + PLACE)
                        .session(desk)
                        .exchange()))
                .contains("The third this week from the same café.");
    }

    @Test
    void asksForARuleWhereNobodyElseCouldReadWhy() {
        long id = id(PLACE, 10);
        MvcTestResult unsaid = site.post()
                .uri("/moderation/hide")
                .session(desk)
                .with(csrf())
                .param("comment", String.valueOf(id))
                .param("reason", "The fourth from the same café.")
                .param("confidential", "true")
                .exchange();
        assertThat(unsaid).hasStatus(422);
        assertThat(body(unsaid))
                .contains("Choose the rule as well", "href=\"#rule\"", "value=\"The fourth from the same café.\"")
                .containsPattern("name=\"confidential\" value=\"true\"[^>]* checked");
        assertThat(page(PLACE + "/comments/10")).doesNotContain("Hidden by");
    }

    @Test
    void letsNobodyShowAgainWhatTheyWroteThemselves() {
        MvcTestResult posted = site.post()
                .uri(PLACE + "/comments")
                .session(desk)
                .with(csrf())
                .param("text", "I moderate, and I am right.")
                .exchange();
        long own = id(PLACE, number(posted));
        assertThat(act(other, "hide", "You are not.", own)).hasStatus(302);
        MvcTestResult refused = act(desk, "restore", "I am.", own);
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("You wrote this comment: another moderator decides", "value=\"I am.\"");
        assertThat(page(address(posted))).contains("Hidden by Desk Two");

        long others = id(PLACE, 10);
        act(other, "hide", "Nameless.", others);
        MvcTestResult both = act(desk, "restore", "", own, others);
        assertThat(both).hasStatus(302);
        assertThat(String.valueOf(both.getMvcResult().getFlashMap().get("done")))
                .contains("One that you wrote is left as it was");
        assertThat(page(address(posted))).contains("Hidden by Desk Two");
        assertThat(page(PLACE + "/comments/10")).doesNotContain("Hidden by");

        assertThat(act(other, "restore", "", own)).hasStatus(302);
        assertThat(act(desk, "approve", "", own))
                .as("nor finds nothing wrong with it")
                .hasStatus(422);
        assertThat(act(desk, "hide", "Better not.", own))
                .as("hiding it is fine")
                .hasStatus(302);
    }

    @Test
    void narrowsTheQueueByItsAddressAndCountsWhatStandsInIt() {
        assertThat(queue(desk, "tab=newest&place=desked")).containsPattern("Newest <span class=\"count\">30<");
        assertThat(queue(desk, "tab=newest"))
                .as("a rule where an article's notice has it")
                .contains("\"OFF_TOPIC\"");
        String one = queue(desk, "tab=newest&place=desked&by=speaker 1");
        assertThat(Pattern.compile("class=\"tick\"").matcher(one).results()).hasSize(2);
        assertThat(one).contains("Speaker 1: 2 comments, none hidden, none waiting");
        assertThat(Pattern.compile("class=\"tick\"")
                        .matcher(queue(desk, "tab=newest&place=desked&words=NUMBER 2"))
                        .results())
                .hasSize(11);
        assertThat(queue(desk, "tab=newest&place=desked&words=100%_")).contains("Nothing matches");
        assertThat(queue(desk, "tab=none&page=99999999&which=x&by=\u0000&words=\u0000"))
                .contains("Moderation desk");
        assertThat(queue(desk, "tab=newest&place=desked&words=b={c}%20"))
                .contains("value=\"b={c}%20\"", "words=b%3D%7Bc%7D%2520");
    }

    @Test
    void writesAThousandEntriesForAThousandActsOfTwoModeratorsAtOnce() throws Exception {
        List<Long> ids = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> id(PLACE, number))
                .toList();
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> chairs = new ArrayList<>();
            for (int chair = 0; chair < 2; chair++) {
                int first = chair * 10;
                MockHttpSession moderator = chair == 0 ? desk : other;
                chairs.add(() -> {
                    int done = 0;
                    for (int i = 0; i < 500; i++) {
                        Long id = ids.get(first + i % 10);
                        String act = i / 10 % 2 == 0 ? "hide" : "restore";
                        done += act(moderator, act, "Act " + i, id)
                                                .getResponse()
                                                .getStatus()
                                        == 302
                                ? 1
                                : 0;
                    }
                    return done;
                });
            }
            for (Future<Integer> chair : pool.invokeAll(chairs)) {
                assertThat(chair.get()).isEqualTo(500);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(sql.queryForObject(
                        "select count(*) from moderation_log where place = ? and comment_id in (select id from comment)",
                        Integer.class,
                        PLACE))
                .isEqualTo(1000);
        assertThat(page(PLACE)).contains("30 comments").doesNotContain("Hidden by");
    }

    @Test
    void writesOneEntryForEachActThatTwoModeratorsDoToTheSameCommentAtOnce() throws Exception {
        long id = id(PLACE, 25);
        int before = entries(id);
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 40; round++) {
                String act = round % 2 == 0 ? "hide" : "restore";
                String why = "Round " + round;
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : pool.invokeAll(List.<Callable<Integer>>of(
                        () -> act(desk, act, why, id).getResponse().getStatus(),
                        () -> act(other, act, why, id).getResponse().getStatus()))) {
                    answers.add(answer.get());
                }
                assertThat(answers).as(why).allMatch(status -> status == 302 || status == 409);
                assertThat(entries(id)).as(why).isEqualTo(before + round + 1);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(sql.queryForObject("select state from comment where id = ?", String.class, id))
                .isEqualTo("VISIBLE");
    }

    private int entries(long comment) {
        return Objects.requireNonNull(
                sql.queryForObject("select count(*) from moderation_log where comment_id = ?", Integer.class, comment));
    }

    String queue(MockHttpSession moderator, String query) {
        var request = site.get().uri("/moderation").session(moderator);
        for (String field : query.split("&")) {
            request = request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        MvcTestResult result = request.exchange();
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private static String sight(String page, long comment) {
        return found("\"((?:[\\d:]+,)*" + comment + ":\\d+:\\d+)\"", page);
    }

    private static String sights(String preview) {
        return found("name=\"comment\" value=\"([\\d:,]+)\"", preview);
    }

    static String found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    long latestOn(long comment) {
        return Objects.requireNonNull(
                sql.queryForObject("select max(id) from moderation_log where comment_id = ?", Long.class, comment));
    }

    private MvcTestResult send(MockHttpSession moderator, String act, String comments, String reason) {
        return site.post()
                .uri("/moderation/" + act)
                .session(moderator)
                .with(csrf())
                .param("comment", comments)
                .param("reason", reason)
                .exchange();
    }

    private MvcTestResult place(long comment, String act, String number) {
        return place(desk, String.valueOf(comment), act, number);
    }

    private MvcTestResult place(MockHttpSession moderator, String comment, String act, String number) {
        return site.post()
                .uri("/moderation/place")
                .session(moderator)
                .with(csrf())
                .param("comment", comment)
                .param("reason", "As I read it.")
                .param("act", act)
                .param("number", number)
                .exchange();
    }

    /** What the page after it says. */
    String undo(MockHttpSession moderator, long entry, boolean all) {
        MvcTestResult done = site.post()
                .uri("/moderation/undo")
                .session(moderator)
                .with(csrf())
                .param("entry", String.valueOf(entry))
                .param("all", String.valueOf(all))
                .exchange();
        assertThat(done).hasStatus(302);
        return String.valueOf(done.getMvcResult().getFlashMap().get("done"));
    }
}
