package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.colloquy.account.Secret;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Queue;
import org.colloquy.discussion.Queue.Reason;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What readers tell moderators about comments, and what comes of it. */
abstract class ReportTests extends NamesTests {

    @Autowired
    Discussions discussions;

    @Autowired
    ModerationLog moderationLog;

    @Autowired
    Queue queue;

    private static Queue.Asked asked(Reason reason, List<Discussion> places) {
        return new Queue.Asked(reason, Queue.Which.OPEN, places, "", "");
    }

    private int open(List<Discussion> places, Reason reason) {
        return queue.counts(asked(reason, places)).getOrDefault(reason, 0);
    }

    @Test
    void listsWhatReadersReportedUntilAModeratorHasLooked() {
        long id = id(HARBOUR, number(post(HARBOUR, "name", "Much Reported", "text", "Salt is sweet.")));
        List<Discussion> places =
                List.of(discussions.named("the-harbour-agreement-one-year-on").orElseThrow());
        Map<String, Object> before = state(HARBOUR);
        int reported = open(places, Reason.REPORTED);
        int offTopic = open(places, Reason.OFF_TOPIC);
        assertThat(discussions.report(id, false)).isPresent();
        assertThat(discussions.report(id, true)).isPresent();
        assertThat(open(places, Reason.REPORTED)).isEqualTo(reported + 1);
        assertThat(open(places, Reason.OFF_TOPIC)).isEqualTo(offTopic + 1);
        assertThat(queue.items(asked(Reason.REPORTED, places), 0, 10))
                .extracting(item -> item.comment().id())
                .startsWith(id);
        assertThat(queue.items(asked(Reason.OFF_TOPIC, places), 0, 10))
                .extracting(item -> item.comment().id())
                .startsWith(id);
        assertThat(state(HARBOUR)).as("no page of readers changes").isEqualTo(before);
        assertThat(act("approve", "", id)).hasStatus(302);
        assertThat(open(places, Reason.REPORTED)).isEqualTo(reported);
        assertThat(open(places, Reason.OFF_TOPIC)).isEqualTo(offTopic);
    }

    @Test
    void takesAReportWithoutAnAccountAndShowsWhatCameOfIt() {
        int number = number(post(HARBOUR, "name", "Gull Hater", "text", "I know where the gulls live."));
        assertThat(page(HARBOUR))
                .contains("/report?place=the-harbour-agreement-one-year-on&amp;comment=" + number, ">report <span");
        assertThat(page(reporting(number))).contains("I know where the gulls live.", "name=\"_csrf\"");

        MvcTestResult sent = report(1, number, "OTHER", "explanation", "It is <b>unlawful</b>.", "contact", "me@x.org");
        String receipt = receipt(sent);
        MvcTestResult shown = site.get().uri(receipt).exchange();
        assertThat(shown).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        assertThat(body(shown))
                .contains("Keep this address", "No moderator has decided yet.", "It is &lt;b&gt;unlawful&lt;/b&gt;.")
                .contains("content=\"noindex\"", "How to reach you is kept apart")
                .doesNotContain("me@x.org");
        assertThat(sql.queryForList("select receipt from report", String.class))
                .as("only its hash is kept")
                .doesNotContain(receipt.substring(receipt.lastIndexOf('/') + 1));
        assertThat(page(HARBOUR + "/comments/" + number + ".json")).doesNotContain("report", "unlawful");

        long id = id(HARBOUR, number);
        assertThat(body(site.get().uri("/moderation/reports").session(desk).exchange()))
                .contains("/moderation/reports/" + id);
        assertThat(body(site.get()
                        .uri("/moderation/reports/" + id)
                        .session(desk)
                        .exchange()))
                .contains("It is &lt;b&gt;unlawful&lt;/b&gt;.", "me@x.org", "I know where the gulls live.");
        assertThat(decide(desk, id, "HIDDEN", "OTHER", "reason", "Leave the gulls alone."))
                .hasStatus(302);
        assertThat(page(receipt))
                .contains(
                        "The comment is hidden.",
                        "Decided by Desk One",
                        "Leave the gulls alone.",
                        "You can appeal once");
        assertThat(page(HARBOUR + "/comments/" + number))
                .contains("Hidden by Desk One", "Leave the gulls alone.")
                .doesNotContain("I know where");
        assertThat(page("/moderation-log")).contains("Leave the gulls alone.");
        act("restore", "A joke.", id);
        assertThat(page(receipt)).contains("That doesn’t stand any more");
    }

    @Test
    void takesAFlagWithOnePress() {
        int number = number(post(HARBOUR, "name", "Off The Point", "text", "Buy more rope."));
        assertThat(page(receipt(report(1, number, "OFF_TOPIC"))))
                .contains("Off topic", "No moderator has decided yet.");
        assertThat(page(receipt(report(2, number, "RULE", "rule", "Be kind to the gulls."))))
                .contains("Against a rule for commenting", "Be kind to the gulls.");
        List<Discussion> places =
                List.of(discussions.named("the-harbour-agreement-one-year-on").orElseThrow());
        assertThat(queue.items(asked(Reason.OFF_TOPIC, places), 0, 10))
                .extracting(item -> item.comment().number())
                .contains(number);
        assertThat(queue.items(asked(Reason.REPORTED, places), 0, 10))
                .extracting(item -> item.comment().number())
                .contains(number);
        assertThat(page(HARBOUR + "/comments/" + number))
                .contains("Buy more rope.")
                .doesNotContain("Off topic");
        MvcTestResult unruly = report(3, number, "RULE", "rule", "No such rule.");
        assertThat(unruly).hasStatus(422);
        assertThat(body(unruly)).contains("Choose the rule that it breaks.");

        // One kind is decided, the other stays open.
        long id = id(HARBOUR, number);
        assertThat(decide(desk, id, "LEFT", "OFF_TOPIC", "reason", "It is about the harbour."))
                .hasStatus(302);
        assertThat(body(site.get()
                        .uri("/moderation/reports?kind=RULE")
                        .session(desk)
                        .exchange()))
                .contains("/moderation/reports/" + id);
        assertThat(body(site.get()
                        .uri("/moderation/reports?kind=OFF_TOPIC")
                        .session(desk)
                        .exchange()))
                .doesNotContain("/moderation/reports/" + id + "\"");
    }

    @Test
    void losesNothingThatWasTyped() {
        int number = number(post(HARBOUR, "name", "Kept Typing", "text", "Something."));
        MvcTestResult none =
                report(1, number, "", "explanation", "Some <words>", "quote", "thing", "contact", "m@x.org");
        assertThat(none).hasStatus(422);
        assertThat(body(none))
                .contains(
                        "Choose what it is.",
                        "Some &lt;words&gt;</textarea>",
                        ">thing</textarea>",
                        "value=\"m@x.org\"");
        assertThat(report(1, number, "THREAT")).hasStatus(422);
        assertThat(body(report(1, number, "THREAT"))).contains("Say why it is so");
        assertThat(body(report(1, number, "THREAT", "explanation", "Because.", "website", "x")))
                .contains("as programs do", "Because.</textarea>");
        assertThat(body(report(1, number, "THREAT", "explanation", "x".repeat(4_001))))
                .contains("4,001 characters, and at most 4,000");
        assertThat(body(report(1, number, "THREAT", "explanation", "Nothing\u0000ness")))
                .contains("characters that can’t be kept");
        MvcTestResult expired = site.post()
                .uri("/report")
                .param("place", "the-harbour-agreement-one-year-on")
                .param("comment", String.valueOf(number))
                .exchange();
        assertThat(expired).hasForwardedUrl("/report/expired");
        hide("Rude.", id(HARBOUR, number));
        MvcTestResult gone = report(1, number, "THREAT", "explanation", "Long thought of.");
        assertThat(gone).hasStatus(409);
        assertThat(body(gone)).contains("can’t be read here at the moment", "Long thought of.</textarea>");
        assertThat(sql.queryForObject(
                        "select count(*) from report where comment_id = ?", Integer.class, id(HARBOUR, number)))
                .isZero();
    }

    @Test
    void offersOnlyRulesThatACommentCanBreak() {
        int number = number(post(HARBOUR, "name", "Rule Reader", "text", "Which of them?"));
        String rules = page(reporting(number));
        rules = rules.substring(rules.indexOf("<select id=\"rule\""), rules.indexOf("</select>"));
        assertThat(rules)
                .contains("Be kind to the gulls.")
                .doesNotContain(">Commenting rules", ">The text<", ">Pace<", ">Programs<");
    }

    @Test
    void asksNothingAboutWhatNobodyCanRead() {
        int number = number(post(HARBOUR, "name", "Out Of Sight", "text", "Unreadable soon."));
        hide("Rude.", id(HARBOUR, number));
        MvcTestResult opened = site.get().uri(reporting(number)).exchange();
        assertThat(opened).hasStatus(409);
        assertThat(body(opened))
                .contains("can’t be read here at the moment", "Hidden by Desk One", "Back to the comment")
                .doesNotContain("Unreadable soon.", "name=\"explanation\"", "name=\"kind\"");

        int waiting = number(post(HARBOUR, "name", "Out For Now", "text", "Unreadable for now."));
        receipt(report(1, waiting, "OTHER", "explanation", "Look."));
        site.post()
                .uri("/moderation/reports/" + id(HARBOUR, waiting) + "/hold")
                .session(desk)
                .with(csrf())
                .exchange();
        assertThat(body(site.get().uri(reporting(waiting)).exchange()))
                .contains("A moderator looks at this comment")
                .doesNotContain("name=\"explanation\"");
        assertThat(page(HARBOUR + "/comments/" + waiting))
                .contains("A moderator looks at this comment")
                .doesNotContain("Only its author and moderators can read it");
    }

    @Test
    void countsPeopleAndNotHowOftenTheyReport() {
        int number = number(post(HARBOUR, "name", "Much Complained Of", "text", "Again and again."));
        String row = "href=\"/moderation/reports/" + id(HARBOUR, number) + "\"";
        for (int time = 0; time < 3; time++) {
            receipt(report(1, number, "COPYRIGHT", "explanation", "Mine, " + time));
        }
        assertThat(row("/moderation/reports?kind=COPYRIGHT", row)).contains("from one person");
        receipt(report(2, number, "COPYRIGHT", "explanation", "Mine too."));
        assertThat(row("/moderation/reports?kind=COPYRIGHT", row)).contains("from 2 people");
    }

    private String row(String list, String link) {
        String page = body(site.get().uri(list).session(desk).exchange());
        assertThat(page).contains(link);
        return page.substring(page.indexOf(link)).split("</li>")[0];
    }

    @Test
    void asksTheDatabaseNoOftenerTheMoreAppealsWait() {
        appealed(1);
        Runnable list = () ->
                site.get().uri("/moderation/reports?tab=appeals").session(desk).exchange();
        list.run();
        long few = statements(list);
        appealed(5);
        assertThat(statements(list)).isLessThanOrEqualTo(few + 3);
    }

    private static int authors;

    private void appealed(int count) {
        for (int i = 0; i < count; i++) {
            MvcTestResult posted = post(HARBOUR, "name", "Appealing " + authors++, "text", "Not so bad.");
            int number = number(posted);
            hide("Bad enough.", id(HARBOUR, number));
            String page = "/report/appeal?place=the-harbour-agreement-one-year-on&comment=" + number;
            assertThat(disagree(page, posted.getResponse().getCookies(), "Really not."))
                    .hasStatus(302);
        }
    }

    @Test
    void showsSoManyReportsAtOnceAndDecidesNoOthers() {
        int number = number(post(HARBOUR, "name", "Reported By All", "text", "Too many to read."));
        long id = id(HARBOUR, number);
        for (int i = 0; i < 103; i++) {
            sql.update(
                    "insert into report (comment_id, place, number, revision, kind, rule, explanation, quote, receipt,"
                            + " at) values (?, ?, ?, 0, 'HATRED', '', ?, '', ?, current_timestamp)",
                    id,
                    HARBOUR,
                    number,
                    "Report " + i,
                    "many-" + number + "-" + i);
        }
        String page =
                body(site.get().uri("/moderation/reports/" + id).session(desk).exchange());
        assertThat(page).contains("Report 99", "3 more reports wait").doesNotContain("Report 100");
        String seen =
                page.substring(page.indexOf("name=\"seen\" value=\"") + 19).split("\"")[0];
        assertThat(decide(desk, id, "LEFT", "HATRED", "seen", seen, "reason", "None of it."))
                .hasStatus(302);
        assertThat(sql.queryForObject(
                        "select count(*) from report where comment_id = ? and decision_id is null", Integer.class, id))
                .isEqualTo(3);
        assertThat(body(site.get()
                        .uri("/moderation/reports/" + id)
                        .session(desk)
                        .exchange()))
                .contains("Report 100", "More was decided before");
    }

    @Test
    void findsACommentByItsAddress() {
        int number = number(post(HARBOUR, "name", "By Address", "text", "Findable."));
        assertThat(page("/report")).contains("Address of the comment");
        for (String address : List.of(
                "https://example.org" + HARBOUR + "/comments/" + number + "#comment-" + number,
                HARBOUR + "?order=newest#comment-" + number)) {
            assertThat(body(site.get().uri("/report").param("address", address).exchange()))
                    .contains("Findable.");
        }
        MvcTestResult none =
                site.get().uri("/report").param("address", "the gulls").exchange();
        assertThat(none).hasStatus(422);
        assertThat(body(none)).contains("That is no address of a comment or an article.", "value=\"the gulls\"");
        for (String nowhere : List.of(reporting(9_999), "/report?place=nowhere&comment=1", reporting(5))) {
            MvcTestResult lost = site.get().uri(nowhere).exchange();
            assertThat(lost).as(nowhere).hasStatus(404);
            assertThat(body(lost)).contains("There is no such comment");
        }
        assertThat(site.get().uri("/report/receipt/nonsense").exchange()).hasStatus(404);
        assertThat(site.get().uri("/report/receipt/" + "x".repeat(43)).exchange())
                .hasStatus(404);
    }

    @Test
    void holdsWhatTwoPeopleCallAThreat() {
        MvcTestResult posted = post(HARBOUR, "name", "Threatens All", "text", "The gulls will pay.");
        int number = number(posted);
        String address = address(posted);
        MvcTestResult first = report(1, number, "THREAT", "explanation", "One.");
        receipt(first);
        receipt(report(1, number, "THREAT", "explanation", "The same network."));
        receipt(report(7, first.getResponse().getCookies(), number, "THREAT", "explanation", "The same browser."));
        receipt(report(8, posted.getResponse().getCookies(), number, "THREAT", "explanation", "Its author."));
        receipt(report(2, number, "HATRED", "explanation", "Something else."));
        receipt(report(2, number, "PERSONAL_DATA", "explanation", "Another one."));
        assertThat(page(address)).contains("The gulls will pay.");

        String receipt = receipt(report(3, number, "THREAT", "explanation", "Two."));
        assertThat(page(address)).contains("A moderator looks at this comment").doesNotContain("gulls will pay");
        assertThat(page(HARBOUR + "?at=" + number))
                .contains("id=\"comment-" + number)
                .doesNotContain("gulls will pay");
        assertThat(document(HARBOUR))
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .doesNotContain("gulls will pay");
        assertThat(page(receipt)).contains("Until then the comment is out of sight.");
        assertThat(page("/moderation-log"))
                .contains("Colloquy", "took out of sight", "Reports of a threat", "comment " + number + "<");
        assertThat(body(site.get()
                        .uri(address)
                        .cookie(posted.getResponse().getCookies())
                        .exchange()))
                .contains("The gulls will pay.", "waiting for a moderator", "Reports of a threat");

        long id = id(HARBOUR, number);
        assertThat(decide(desk, id, "LEFT", "THREAT", "reason", "Nobody is meant."))
                .hasStatus(302);
        assertThat(page(address)).contains("The gulls will pay.").doesNotContain(">edited<");
        assertThat(page(receipt)).contains("The comment stays to be read.", "Nobody is meant.");
        for (int from = 10; from < 14; from++) {
            receipt(report(from, number, "THREAT", "explanation", "All of us."));
        }
        assertThat(page(address)).as("a moderator has looked").contains("The gulls will pay.");
        assertThat(body(site.get()
                        .uri("/moderation/reports/" + id)
                        .session(desk)
                        .exchange()))
                .contains("All of us.");
        receipt(report(20, number, "PERSONAL_DATA", "explanation", "Somebody’s."));
        assertThat(page(address)).as("looked at since it was first said").contains("The gulls will pay.");
        assertThat(sql.queryForObject(
                        "select count(*) from report where comment_id = ? and decision_id is not null"
                                + " and (network is not null or browser is not null or holder is not null)",
                        Integer.class,
                        id))
                .as("who said it is of no use any more")
                .isZero();
    }

    @Test
    void holdsOnceEvenIfAllComeAtOnce() throws Exception {
        int number = number(post(HARBOUR, "name", "All At Once", "text", "Everybody looks here."));
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int from = 30 + i;
            people.add(() -> report(from, number, "PERSONAL_DATA", "explanation", "Now.")
                    .getResponse()
                    .getStatus());
        }
        var pool = Executors.newFixedThreadPool(6);
        try {
            for (var answer : pool.invokeAll(people)) {
                // Whoever comes after the second meets a comment that is out of sight.
                assertThat(answer.get()).isIn(303, 409);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(page(HARBOUR + "/comments/" + number)).contains("A moderator looks at this comment");
        assertThat(sql.queryForObject(
                        "select count(*) from moderation_log where action = 'HOLD' and comment_id = ?",
                        Integer.class,
                        id(HARBOUR, number)))
                .isEqualTo(1);
    }

    @Test
    void countsWhatIsSentTwiceOnce() {
        int number = number(post(HARBOUR, "name", "Pressed Twice", "text", "Press me."));
        String key = Secret.create();
        String first = receipt(report(1, number, "OTHER", "explanation", "Once.", "key", key));
        assertThat(receipt(report(1, number, "OTHER", "explanation", "Once.", "key", key)))
                .isEqualTo(first)
                .endsWith(key);
        assertThat(sql.queryForObject(
                        "select count(*) from report where comment_id = ?", Integer.class, id(HARBOUR, number)))
                .isEqualTo(1);
        assertThat(receipt(report(1, number, "OTHER", "explanation", "Twice.", "key", "weak")))
                .doesNotContain("weak");
    }

    @Test
    void letsAnotherModeratorAnswerAnAppeal() {
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession second = signIn("Desk Two", PASSWORD);
        int number = number(post(HARBOUR, "name", "Appealed Against", "text", "The mole is false."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "FALSEHOOD", "explanation", "I am the mole."));
        assertThat(appeal(receipt, "Too early.")).hasStatus(422);
        assertThat(decide(desk, id, "LEFT", "FALSEHOOD", "reason", "A mole is no person."))
                .hasStatus(302);
        MvcTestResult late = decide(second, id, "HIDDEN", "FALSEHOOD", "reason", "No.");
        assertThat(late).hasStatus(409);
        assertThat(body(late))
                .contains("Somebody else has decided this meanwhile", "A mole is no person.")
                .containsPattern("<textarea[^>]* readonly[^>]*>No.</textarea>");

        assertThat(body(appeal(receipt, " "))).contains("Say what the moderator has not seen.");
        assertThat(appeal(receipt, "I am <the> mole.")).hasStatus(302);
        assertThat(appeal(receipt, "Again.")).hasStatus(422);
        assertThat(page(receipt))
                .contains("I am &lt;the&gt; mole.", "another one")
                .doesNotContain("You can appeal once");
        assertThat(body(site.get()
                        .uri("/moderation/reports?tab=appeals")
                        .session(second)
                        .exchange()))
                .contains("/moderation/reports/" + id);
        MvcTestResult own = decide(desk, id, "HIDDEN", "", "appeal", "true", "reason", "Yes.");
        assertThat(own).hasStatus(409);
        assertThat(body(own)).contains("another moderator answers it").containsPattern("readonly[^>]*>Yes.</textarea>");
        assertThat(decide(second, id, "HIDDEN", "", "appeal", "true", "reason", "So it is."))
                .hasStatus(302);
        assertThat(page(receipt)).contains("A mole is no person.", "So it is.", "The comment is hidden.", "Desk Two");
        assertThat(page(HARBOUR + "/comments/" + number)).contains("Hidden by Desk Two");
    }

    @Test
    void letsAuthorsDisagreeWithWhatHidTheirComment() {
        moderators.appoint("Desk Two", PASSWORD);
        MvcTestResult posted = post(HARBOUR, "name", "Hidden Author", "text", "I was here.");
        Cookie[] mine = posted.getResponse().getCookies();
        int number = number(posted);
        long id = id(HARBOUR, number);
        String page = "/report/appeal?place=the-harbour-agreement-one-year-on&comment=" + number;
        assertThat(site.get().uri(page).cookie(mine).exchange())
                .as("not hidden")
                .hasStatus(404);
        hide("You were not.", id);
        assertThat(body(site.get().uri("/account/comments").cookie(mine).exchange()))
                .contains(page.replace("&", "&amp;"));
        assertThat(site.get().uri(page).exchange()).as("somebody else").hasStatus(404);
        assertThat(body(site.get().uri(page).cookie(mine).exchange()))
                .contains("You were not.", "Decided by Desk One", "You can appeal once")
                .doesNotContain("I was here.");
        assertThat(disagree(page, mine, " ")).hasStatus(422);
        assertThat(disagree(page, new Cookie[0], "So was I.")).hasStatus(404);
        assertThat(disagree(page, mine, "I <was>.")).hasStatus(302);
        assertThat(disagree(page, mine, "Really.")).hasStatus(422);
        assertThat(body(site.get()
                        .uri("/moderation/reports?tab=appeals")
                        .session(desk)
                        .exchange()))
                .contains("/moderation/reports/" + id);
        assertThat(body(site.get()
                        .uri("/moderation/reports/" + id)
                        .session(desk)
                        .exchange()))
                .contains("I &lt;was&gt;.", "Whoever wrote it", "another moderator answers it");
        assertThat(decide(desk, id, "HIDDEN", "", "appeal", "true", "reason", "No."))
                .hasStatus(409);
        assertThat(decide(signIn("Desk Two", PASSWORD), id, "LEFT", "", "appeal", "true", "reason", "True."))
                .hasStatus(302);
        assertThat(page(HARBOUR + "/comments/" + number)).contains("I was here.");
        assertThat(body(site.get().uri("/account/comments").cookie(mine).exchange()))
                .as("what was answered can still be found")
                .contains(page.replace("&", "&amp;"), "Your appeal, and what was answered");
        assertThat(body(site.get().uri(page).cookie(mine).exchange()))
                .contains("What was decided about your comment " + number, "True.")
                .doesNotContain("was hidden</h1>");
    }

    MvcTestResult disagree(String page, Cookie[] author, String words) {
        var request = site.post().uri(page).with(csrf()).param("words", words);
        return author.length == 0 ? request.exchange() : request.cookie(author).exchange();
    }

    @Test
    void letsNobodyDecideAboutWhatTheyWrote() {
        moderators.appoint("Desk Two", PASSWORD);
        MvcTestResult posted = site.post()
                .uri(HARBOUR + "/comments")
                .session(desk)
                .with(csrf())
                .param("text", "I moderate this.")
                .exchange();
        long id = id(HARBOUR, number(posted));
        receipt(report(1, number(posted), "OTHER", "explanation", "And so?"));
        MvcTestResult own = decide(desk, id, "LEFT", "OTHER", "reason", "Mine.");
        assertThat(own).hasStatus(409);
        assertThat(body(own)).contains("You wrote this comment");
        MockHttpSession other = signIn("Desk Two", PASSWORD);
        assertThat(decide(other, id, "HIDDEN", "OTHER", "reason", "Not fine.")).hasStatus(302);

        String entry =
                "" + sql.queryForObject("select max(id) from moderation_log where comment_id = ?", Long.class, id);
        for (MockHttpSession moderator : List.of(desk, other)) {
            site.post()
                    .uri("/moderation/undo")
                    .session(moderator)
                    .with(csrf())
                    .param("entry", entry)
                    .exchange();
            assertThat(sql.queryForObject("select state from comment where id = ?", String.class, id))
                    .isEqualTo(moderator == desk ? "HIDDEN" : "VISIBLE");
        }
    }

    @Test
    void saysOfWhatIsErasedThatItIsGone() {
        int number = number(post(HARBOUR, "name", "Soon Erased", "text", "Lives in the lane behind the church."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "PERSONAL_DATA", "explanation", "A home."));
        assertThat(site.post()
                        .uri("/moderation/erase")
                        .session(desk)
                        .with(csrf())
                        .param("comment", "" + id)
                        .param("reason", "A lawful request.")
                        .param("current", PASSWORD)
                        .exchange())
                .hasStatus(302);
        assertThat(decide(desk, id, "LEFT", "PERSONAL_DATA", "reason", "Fine.")).hasStatus(409);
        assertThat(decide(desk, id, "GONE", "PERSONAL_DATA", "reason", "Removed."))
                .hasStatus(302);
        assertThat(page(receipt)).contains("Removed.").doesNotContain("stays to be read");
    }

    @Test
    void decidesOnlyWhatWasRead() {
        int number = number(post(HARBOUR, "name", "Read In Part", "text", "Read all of it."));
        long id = id(HARBOUR, number);
        receipt(report(1, number, "OTHER", "explanation", "First."));
        long seen = last();
        receipt(report(2, number, "OTHER", "explanation", "Second."));
        assertThat(decide(desk, id, "LEFT", "OTHER", "seen", String.valueOf(seen), "reason", "Fine."))
                .hasStatus(302);
        assertThat(body(site.get()
                        .uri("/moderation/reports/" + id)
                        .session(desk)
                        .exchange()))
                .contains("name=\"seen\"", "Second.");
        sql.update("update comment set revision = 1 where id = ?", id);
        MvcTestResult changed = decide(desk, id, "LEFT", "OTHER", "reason", "Fine.");
        assertThat(changed).hasStatus(409);
        assertThat(body(changed)).contains("The comment was changed after you had opened this page.");
        assertThat(body(decide(desk, id, "LEFT", "OTHER", "reason", " "))).contains("Give a reason");
        assertThat(body(decide(desk, id, "LEFT", "", "reason", "Fine."))).contains("Tick at least one");
        assertThat(site.get().uri("/moderation/reports").exchange()).hasStatus(302);
        assertThat(site.get().uri("/moderation/reports/" + id).exchange()).hasStatus(302);
    }

    @Test
    void holdsUntilAModeratorHasDecidedAndTakesThatBack() {
        MvcTestResult posted = post(HARBOUR, "name", "Held By Hand", "text", "In hand.");
        long id = id(HARBOUR, number(posted));
        receipt(report(1, number(posted), "HATRED", "explanation", "Of hands."));
        assertThat(site.post()
                        .uri("/moderation/reports/" + id + "/hold")
                        .session(desk)
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        assertThat(page(address(posted)))
                .contains("A moderator looks at this comment")
                .doesNotContain("In hand.");
        LogLine entry = moderationLog.on(List.of(id)).get(0);
        assertThat(entry.action()).isEqualTo(LogLine.Action.HOLD);
        assertThat(site.post()
                        .uri("/moderation/undo")
                        .session(desk)
                        .with(csrf())
                        .param("entry", String.valueOf(entry.id()))
                        .exchange())
                .hasStatus(302);
        assertThat(page(address(posted))).contains("In hand.");
    }

    @Test
    void erasesHowToReachSomebodyWhenNobodyCanAppealAnyMore() {
        int number = number(post(HARBOUR, "name", "Reached Long Ago", "text", "Reached long ago."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "COPYRIGHT", "explanation", "Mine.", "contact", "ago@x.org"));
        assertThat(decide(desk, id, "LEFT", "COPYRIGHT", "reason", "Nobody’s.")).hasStatus(302);
        report(1, number, "OTHER", "explanation", "Tidies.");
        assertThat(page(receipt)).contains("How to reach you is kept apart");
        sql.update(
                "update report_decision set at = ? where comment_id = ?",
                Timestamp.from(Instant.now().minus(Duration.ofDays(214))),
                id);
        report(1, number, "OTHER", "explanation", "Tidies again.");
        assertThat(page(receipt))
                .doesNotContain("How to reach you is kept apart", "You can appeal once")
                .contains("Nobody’s.");
        assertThat(appeal(receipt, "Too late.")).hasStatus(422);
    }

    static String reporting(int number) {
        return "/report?place=the-harbour-agreement-one-year-on&comment=" + number;
    }

    MvcTestResult report(int from, int number, String kind, String... fields) {
        return report(from, new Cookie[0], number, kind, fields);
    }

    /** @param from tells one person's network from another's */
    MvcTestResult report(int from, Cookie[] cookies, int number, String kind, String... fields) {
        var request = site.post()
                .uri("/report")
                .with(csrf())
                .with(sent -> {
                    // Each test has people of its own.
                    sent.setRemoteAddr("10." + number / 250 + "." + number % 250 + "." + from);
                    return sent;
                })
                .param("place", "the-harbour-agreement-one-year-on")
                .param("comment", String.valueOf(number))
                .param("kind", kind)
                .param("faith", "true");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
    }

    static String receipt(MvcTestResult sent) {
        assertThat(sent).as(body(sent)).hasStatus(303);
        String receipt = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        assertThat(receipt).matches("/report/receipt/[A-Za-z0-9_-]{43}");
        return receipt;
    }

    MvcTestResult appeal(String receipt, String words) {
        return site.post().uri(receipt).with(csrf()).param("words", words).exchange();
    }

    MvcTestResult decide(MockHttpSession moderator, long comment, String outcome, String kind, String... fields) {
        var request = site.post()
                .uri("/moderation/reports/" + comment)
                .session(moderator)
                .with(csrf())
                .param("outcome", outcome);
        if (!kind.isEmpty()) {
            request = request.param("kind", kind);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        if (!List.of(fields).contains("seen")) {
            request = request.param("seen", String.valueOf(last()));
        }
        return request.exchange();
    }

    long last() {
        return Objects.requireNonNull(sql.queryForObject("select coalesce(max(id), 0) from report", Long.class));
    }

    private Map<String, Object> state(String place) {
        return sql.queryForMap(
                "select d.version, d.withdrawn from discussion d join article a on a.id = d.article_id where a.slug = ?",
                place.substring("/articles/".length()));
    }
}
