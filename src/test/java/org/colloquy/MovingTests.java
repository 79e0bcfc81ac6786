package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.colloquy.discussion.Closing.ClosedMeanwhile;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Draft;
import org.colloquy.discussion.Speaker;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Undoing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** Moving comments to the Open Thread and back, and closing threads and discussions. */
abstract class MovingTests extends MembersTests {

    @Autowired
    List<Undoing> undoings;

    @Autowired
    ModerationLog moderationLog;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Discussions discussions;

    @Test
    void movesACommentAndLeavesAStubThatLeadsThere() throws Exception {
        MvcTestResult posted = post(HARBOUR, "name", "Wanders Off", "text", "The canary of the cook sings *here*.");
        Cookie[] mine = posted.getResponse().getCookies();
        int number = number(posted);
        long id = id(HARBOUR, number);
        MvcTestResult below =
                post(HARBOUR, "name", "Stays Below", "text", "What has that to do with it?", "parent", "" + number);
        String counts = counts(HARBOUR);

        assertThat(body(site.get()
                        .uri("/moderation/move?comment=" + id)
                        .session(desk)
                        .exchange()))
                .contains(
                        "Move comment " + number + " to the Open Thread",
                        "The canary of the cook",
                        "With its one reply");
        move(desk, id, false, "Off topic, that cook.");

        int there = numberOf(id);
        String now = "/open-thread/comments/" + there;
        assertThat(page(now)).contains("The canary of the cook", "moved here from an article", "Wanders Off");
        assertThat(page(address(posted)))
                .contains("Moved to the Open Thread by Desk One on", "Off topic, that cook.")
                .contains("href=\"" + now + "#comment-" + there + "\"")
                .contains("What has that to do with it?");
        everywhereUnder(HARBOUR, number, number(below))
                .forEach(address -> assertThat(text(address)).as(address).doesNotContain("canary of the cook"));
        assertThat(text(address(posted) + ".json"))
                .contains("\"kind\":\"MOVED\"", "\"address\":\"" + now + "\"", "Off topic, that cook.");
        assertThat(text(now + ".json")).contains("The canary of the cook", "\"moved\":{", address(posted));
        assertThat(new String(document("/open-thread"), StandardCharsets.UTF_8)).contains("The canary of the cook");
        assertThat(new String(document(HARBOUR), StandardCharsets.UTF_8)).contains("What has that to do with it?");
        assertThat(counts(HARBOUR)).isNotEqualTo(counts).contains("in the Open Thread");
        assertThat(page("/")).contains("in the Open Thread");
        assertThat(page("/people/Wanders Off")).contains(now);
        assertThat(page("/moderation-log")).contains("moved to the Open Thread what was", "Off topic, that cook.");
        assertThat(body(site.get().uri("/account/comments").cookie(mine).exchange()))
                .contains(now);
        assertThat(body(site.get().uri("/account/replies").cookie(mine).exchange()))
                .as("who answered it still answers them")
                .contains("Stays Below");

        // The author finds it from its old address, and changes and withdraws it where it is.
        assertThat(site.get().uri(address(posted) + "/withdraw").cookie(mine).exchange())
                .redirectedUrl()
                .isEqualTo(now + "/withdraw");
        assertThat(send(address(posted) + "/withdraw", mine)).redirectedUrl().startsWith(now);
        assertThat(page(now)).contains("Withdrawn by its author").doesNotContain("canary");
        assertThat(page(address(posted))).contains("Moved to the Open Thread");
    }

    @Test
    void movesABranchInOrderAndPutsItBackAsItWas() {
        int top = number(post(HARBOUR, "name", "Branch Top", "text", "Who keeps the ducks of the harbour?"));
        int first = number(post(HARBOUR, "name", "Branch One", "text", "Nobody does.", "parent", "" + top));
        int second = number(post(HARBOUR, "name", "Branch Two", "text", "They keep us.", "parent", "" + first));
        int third = number(post(HARBOUR, "name", "Branch Three", "text", "Quack.", "parent", "" + top));
        long id = id(HARBOUR, top);
        String before = rows(HARBOUR);
        byte[] document = document(HARBOUR);

        move(desk, id, true, "Ducks.");
        int there = numberOf(id);
        assertThat(place(id)).isEqualTo("/open-thread");
        assertThat(page("/open-thread/comments/" + there))
                .contains("Nobody does.", "They keep us.", "Quack.")
                .contains("id=\"comment-" + (there + 1) + "\"", "id=\"comment-" + (there + 3) + "\"");
        assertThat(page(HARBOUR))
                .contains("id=\"comment-" + top + "\"", ", with 3 replies")
                .doesNotContain("id=\"comment-" + first + "\"", "id=\"comment-" + third + "\"");
        assertThat(page(HARBOUR + "/comments/" + second))
                .contains("Moved to the Open Thread", "/open-thread/comments/" + (there + 2) + "#");

        // What is answered there stays there.
        int answer =
                number(post("/open-thread", "name", "Came Later", "text", "I feed them.", "parent", "" + (there + 2)));
        back(desk, id, true, "On topic after all.");
        assertThat(rows(HARBOUR)).isEqualTo(before);
        assertThat(document(HARBOUR)).isEqualTo(document);
        assertThat(page(HARBOUR)).contains("Who keeps the ducks", "Quack.").doesNotContain(", with 3 replies");
        assertThat(page("/open-thread/comments/" + answer))
                .contains(
                        "I feed them.", "Moved back to its article by Desk One", HARBOUR + "/comments/" + second + "#");
        assertThat(page("/open-thread/comments/" + there)).contains("Moved back to its article");
        assertThat(page("/open-thread"))
                .contains("id=\"comment-" + (there + 2) + "\"")
                .doesNotContain("id=\"comment-" + there + "\"");

        // Once more: to the same numbers, and who answered there answers them again.
        move(desk, id, true, "Ducks again.");
        assertThat(numberOf(id)).isEqualTo(there);
        assertThat(page("/open-thread/comments/" + (there + 2))).contains("They keep us.", "I feed them.");
        back(desk, id, true, "");
        assertThat(rows(HARBOUR)).isEqualTo(before);
    }

    @Test
    void logsEachOfABranchAndUndoesThemTogetherAsTheyHadGone() {
        int top = number(post(HARBOUR, "name", "Logged Top", "text", "Who rings the bell of the quay?"));
        int below = number(post(HARBOUR, "name", "Logged One", "text", "The wind does.", "parent", "" + top));
        int last = number(post(HARBOUR, "name", "Logged Two", "text", "Only at night.", "parent", "" + below));
        long id = id(HARBOUR, top);
        String rows = rows(HARBOUR);

        move(desk, id, true, "Bells.");
        String away = stubs(HARBOUR);
        for (int number : List.of(top, below, last)) {
            assertThat(page("/moderation-log?place=" + HARBOUR.substring("/articles/".length()) + "&number=" + number))
                    .as("number " + number)
                    .contains("moved to the Open Thread what was", "comment " + number, "Bells.");
        }
        back(desk, id, true, "Bells are fine.");
        assertThat(rows(HARBOUR)).isEqualTo(rows);

        assertThat(undo(desk, first(Action.MOVE_BACK), true)).contains("3 acts are undone.");
        assertThat(stubs(HARBOUR)).as("with their reason and what went along").isEqualTo(away);
        assertThat(sql.queryForObject(
                        "select count(*) from comment where moved_reason = 'Bells.' and moved_at >"
                                + " (select at from moderation_log where id = ?)",
                        Integer.class,
                        first(Action.MOVE)))
                .as("and when it was moved first")
                .isZero();
        assertThat(page(HARBOUR + "/comments/" + below)).contains("Moved to the Open Thread by Desk One", "Bells.");
        assertThat(undo(desk, first(Action.MOVE), true)).contains("3 acts are undone.");
        assertThat(rows(HARBOUR)).isEqualTo(rows);
    }

    @Test
    void findsInTheLogWhatWasDoneToACommentWhereItHadAnotherNumber() {
        int number = number(post(HARBOUR, "name", "Twice Numbered", "text", "Which tide is it?"));
        long id = id(HARBOUR, number);
        move(desk, id, false, "Tides.");
        assertThat(send(desk, "/moderation/hide", "comment", "" + id, "reason", "Hidden over there."))
                .hasStatus(302);
        int there = numberOf(id);
        assertThat(page("/moderation-log?place=" + HARBOUR + "&number=" + number))
                .contains("Hidden over there.", "Tides.");
        assertThat(page("/moderation-log?place=open-thread&number=" + there))
                .contains("Hidden over there.", "Tides.")
                .contains("<option value=\"/open-thread\" selected");
        assertThat(page("/moderation-log?place=open-thread&number=" + (there + 1)))
                .doesNotContain("Hidden over there.", "Tides.");
        assertThat(page("/open-thread/comments/" + there))
                .contains("/moderation-log?place=/open-thread&amp;number=" + there + "\"");
    }

    private long first(Action action) {
        return Objects.requireNonNull(sql.queryForObject(
                "select max(id) from moderation_log where action = ? and together is null", Long.class, action.name()));
    }

    /** What stands in the place of those that were moved: by whom, why, and with what. */
    private String stubs(String place) {
        return sql.queryForList(
                        "select c.number, c.moved_by, c.moved_reason, w.number as along from comment c"
                                + " left join comment w on w.id = c.moved_with_id where c.kind = 'MOVED' and c.discussion_id = ("
                                + "select discussion_id from comment where id = ?) order by c.number",
                        id(place, 1))
                .toString();
    }

    @Test
    void movesABranchOfTheSourceAndGivesItBackByteForByte() throws Exception {
        byte[] source = Files.readAllBytes(SharedFiles.sourceDocument());
        byte[] before = document(SOURCE);
        assertThat(before).isEqualTo(source);
        String rows = rows(SOURCE);
        String quotations = quotations();
        long quoted = id(SOURCE, 12);
        String answers = page(SOURCE + "/comments/12");
        for (boolean branch : new boolean[] {false, true}) {
            move(desk, quoted, branch, "Tried out.");
            assertThat(document(SOURCE)).isNotEqualTo(before);
            String stub = page(SOURCE + "/comments/12");
            assertThat(stub).contains("Moved to the Open Thread");
            if (!branch) {
                assertThat(page(SOURCE + "/comments/27")).contains("source moved");
            }
            assertThat(page("/open-thread/comments/" + numberOf(quoted))).doesNotContainPattern("\\d in the source");
            back(desk, quoted, true, "");
            assertThat(document(SOURCE)).isEqualTo(before);
            assertThat(rows(SOURCE)).isEqualTo(rows);
            assertThat(quotations()).isEqualTo(quotations);
            assertThat(page(SOURCE + "/comments/12")).isEqualTo(answers);
        }
    }

    @Test
    void keepsWhereQuotedWordsStandWhoeverIsMoved() {
        int source = number(
                post(HARBOUR, "name", "Says It First", "text", "Lanterns on the mole burn until the morning comes."));
        int quoting = number(post(
                HARBOUR,
                "name",
                "Says It After",
                "text",
                "> Lanterns on the mole burn until the morning comes.\n\nSays #" + source + ", about term 1."));
        long first = id(HARBOUR, source);
        long second = id(HARBOUR, quoting);
        String before = page(HARBOUR + "/comments/" + quoting);
        String backlinks = page(HARBOUR + "/comments/" + source);
        String old = "href=\"" + HARBOUR + "/comments/" + source + "#comment-" + source + "\"";

        move(desk, second, false, "Elsewhere.");
        assertThat(page("/open-thread/comments/" + numberOf(second)))
                .contains(old, ">from " + source + "</a>", "href=\"" + HARBOUR + "/terms/1\"");
        assertThat(text("/open-thread/comments/" + numberOf(second) + ".json")).contains("\"in\":\"" + HARBOUR + "\"");

        move(desk, first, false, "Elsewhere too.");
        String now = "/open-thread/comments/" + numberOf(first) + "#comment-" + numberOf(first);
        assertThat(page("/open-thread/comments/" + numberOf(second))).contains("href=\"" + now + "\"", old);

        back(desk, second, false, "");
        assertThat(page(HARBOUR + "/comments/" + quoting)).contains(old, "source moved");
        back(desk, first, false, "");
        assertThat(page(HARBOUR + "/comments/" + quoting)).isEqualTo(before);
        assertThat(page(HARBOUR + "/comments/" + source)).isEqualTo(backlinks);
    }

    @Test
    void leavesNoStubOfWhatNobodyHasSeen() {
        choose("the-harbour-agreement-one-year-on", "HOLD");
        MvcTestResult posted;
        MockHttpSession author = new MockHttpSession();
        try {
            posted = site.post()
                    .uri(HARBOUR + "/comments")
                    .session(author)
                    .with(csrf())
                    .param("text", "Nobody has seen this wren.")
                    .exchange();
        } finally {
            choose("the-harbour-agreement-one-year-on", "REFUSE");
        }
        long id = id(HARBOUR, number(posted));
        move(desk, id, false, "A wren.");
        String now = "/open-thread/comments/" + numberOf(id);
        assertThat(site.get().uri(address(posted)).exchange()).hasStatus(404);
        assertThat(site.get().uri(now).exchange()).hasStatus(404);
        assertThat(page(HARBOUR)).doesNotContain("id=\"comment-" + number(posted) + "\"");
        assertThat(site.get().uri(address(posted)).session(author).exchange())
                .redirectedUrl()
                .startsWith(now);
        assertThat(page("/moderation-log")).contains("a comment that only its author and moderators could see");
        act("approve", "", id);
        assertThat(page(now)).contains("Nobody has seen this wren.").doesNotContain("moved here from an article");
        assertThat(site.get().uri(address(posted)).exchange()).redirectedUrl().startsWith(now);
    }

    @Test
    void leadsAnAnswerToWhereTheCommentWent() {
        int number = number(post(HARBOUR, "name", "Moves Meanwhile", "text", "Have you seen the tide table?"));
        long id = id(HARBOUR, number);
        move(desk, id, false, "Tides.");
        String now = "/open-thread/comments/" + numberOf(id);
        assertThat(site.get().uri(HARBOUR + "/comments/" + number + "/reply").exchange())
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(now + "/reply");
        for (String preview : new String[] {"", "/preview"}) {
            MvcTestResult late = site.post()
                    .uri(HARBOUR + "/comments" + preview)
                    .with(csrf())
                    .param("name", "Writes Meanwhile")
                    .param("text", "Yes <I> have.")
                    .param("parent", "" + number)
                    .exchange();
            assertThat(late).hasStatus(422);
            assertThat(body(late))
                    .contains("was moved to the Open Thread meanwhile", "Yes &lt;I&gt; have.</textarea>")
                    .contains("action=\"/open-thread/comments\"", "name=\"parent\" value=\"" + numberOf(id) + "\"");
        }
        assertThat(post("/open-thread", "name", "Writes Meanwhile", "text", "Yes I have.", "parent", "" + numberOf(id)))
                .hasStatus(303);
    }

    @Test
    void tellsWhoMovedItBefore() {
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession other = signIn("Desk Two", PASSWORD);
        int number = number(post(HARBOUR, "name", "Twice Moved", "text", "Both of them saw this."));
        long id = id(HARBOUR, number);
        move(other, id, false, "First come.");
        MvcTestResult late = send(desk, "/moderation/move", "comment", "" + id, "reason", "Second.");
        assertThat(late).hasStatus(409);
        assertThat(body(late)).contains("It stands in the Open Thread already.", "by Desk Two", "First come.");
        assertThat(body(late)).contains("What you had typed").containsPattern("<input[^>]* readonly[^>]*\"Second.\"");
        back(other, id, false, "");
        MvcTestResult lateBack = send(desk, "/moderation/move/back", "comment", "" + id, "reason", "It belongs here.");
        assertThat(lateBack).hasStatus(409);
        assertThat(body(lateBack)).contains("value=\"It belongs here.\"");
        assertThat(send(desk, "/moderation/move", "comment", "" + id, "reason", "x".repeat(501)))
                .hasStatus(422);
        long born = id("/open-thread", number(post("/open-thread", "name", "Born There", "text", "At home.")));
        assertThat(send(desk, "/moderation/move/back", "comment", "" + born)).hasStatus(409);
        assertThat(send(desk, "/moderation/move", "comment", "" + id(HARBOUR, 1)))
                .hasStatus(404);
        assertThat(send(desk, "/moderation/move", "comment", "999999999")).hasStatus(404);
        assertThat(site.get().uri("/moderation/move?comment=" + id).exchange()).hasStatus(302);
    }

    @Test
    void undoesMovesAndClosings() {
        int top = number(post(HARBOUR, "name", "Undone Top", "text", "Something about kites."));
        post(HARBOUR, "name", "Undone Reply", "text", "And strings.", "parent", "" + top);
        long id = id(HARBOUR, top);
        String rows = rows(HARBOUR);
        move(desk, id, true, "Kites.");
        assertThat(undo(desk, first(Action.MOVE), true)).contains("2 acts are undone.");
        assertThat(rows(HARBOUR)).isEqualTo(rows);
        assertThat(undo(Action.MOVE)).as("not twice").isFalse();
        move(desk, id, true, "Kites.");
        back(desk, id, true, "");
        assertThat(undo(desk, first(Action.MOVE_BACK), true)).contains("2 acts are undone.");
        assertThat(place(id)).isEqualTo("/open-thread");
        assertThat(page(HARBOUR)).contains("with one reply");
        back(desk, id, true, "");

        close("comment", "" + id, "Enough of kites.");
        assertThat(undo(Action.CLOSE)).isTrue();
        assertThat(undo(Action.CLOSE)).isFalse();
        assertThat(page(HARBOUR)).doesNotContain("Enough of kites.");
        close("comment", "" + id, "Enough of kites.");
        assertThat(send(desk, "/moderation/reopen", "comment", "" + id)).hasStatus(302);
        assertThat(undo(Action.REOPEN)).isTrue();
        assertThat(page(HARBOUR)).contains("Closed by Desk One on", "Enough of kites.");
        move(desk, id, true, "Kites.");
        assertThat(page(HARBOUR)).as("closed is the place").contains("Enough of kites.");
        assertThat(undo(Action.CLOSE)).isTrue();
        assertThat(page(HARBOUR)).doesNotContain("Enough of kites.");
        back(desk, id, true, "");
    }

    @Test
    void closesAThreadAndReopensIt() {
        int top = number(post(HARBOUR, "name", "Round Top", "text", "It is round."));
        MvcTestResult below = post(HARBOUR, "name", "Round Reply", "text", "It is not.", "parent", "" + top);
        String reply = address(below) + "/reply";
        long id = id(HARBOUR, top);
        assertThat(page(HARBOUR)).contains("href=\"" + reply + "\"");
        close("comment", "" + id(HARBOUR, number(below)), "Round in circles.");
        assertThat(page(HARBOUR))
                .contains("Closed by Desk One on", "Round in circles.")
                .doesNotContain("href=\"" + reply + "\"", "href=\"" + HARBOUR + "/comments/" + top + "/reply\"")
                .contains("href=\"" + HARBOUR + "/comments/new\"");
        assertThat(page(reply))
                .contains("This thread is closed.", "Round in circles.", "/open-thread/comments/new")
                .doesNotContain("<textarea");
        MvcTestResult late = post(HARBOUR, "name", "Too Late", "text", "It <is>.", "parent", "" + number(below));
        assertThat(late).hasStatus(422);
        assertThat(body(late))
                .contains("This thread is closed.", "Round in circles.", "It &lt;is&gt;.</textarea>")
                .containsPattern("name=\"elsewhere\"[^>]*checked");
        MvcTestResult elsewhere =
                post(HARBOUR, "name", "Too Late", "text", "It is.", "parent", "" + number(below), "elsewhere", "true");
        assertThat(elsewhere).hasStatus(303).redirectedUrl().startsWith("/open-thread/");

        // What is there may still be mended and taken back.
        Cookie[] theirs = below.getResponse().getCookies();
        assertThat(site.post()
                        .uri(address(below) + "/edit")
                        .cookie(theirs)
                        .with(csrf())
                        .param("revision", "0")
                        .param("text", "It is not, I think.")
                        .exchange())
                .hasStatus(303);
        assertThat(send(address(below) + "/withdraw", theirs)).hasStatus(302);

        MvcTestResult twice = send(desk, "/moderation/close", "comment", "" + id, "reason", "Again.");
        assertThat(twice).hasStatus(409);
        assertThat(body(twice)).contains("Somebody has closed it meanwhile", "Round in circles.");
        assertThat(send(desk, "/moderation/close", "comment", "" + id)).hasStatus(422);
        assertThat(send(desk, "/moderation/reopen", "comment", "" + id)).hasStatus(302);
        assertThat(send(desk, "/moderation/reopen", "comment", "" + id)).hasStatus(409);
        assertThat(page(HARBOUR)).doesNotContain("Round in circles.");
        assertThat(post(HARBOUR, "name", "In Time", "text", "Is it?", "parent", "" + top))
                .hasStatus(303);
        assertThat(page("/moderation-log")).contains("closed for replies", "opened for replies again");
    }

    @Test
    void staysAsItWasAnsweredWhereverItIsMoved() {
        MvcTestResult posted = post(HARBOUR, "name", "Says And Regrets", "text", "The gulls are right.");
        post(HARBOUR, "name", "Takes It Up", "text", "They are not.", "parent", "" + number(posted));
        long id = id(HARBOUR, number(posted));
        move(desk, id, false, "");
        MvcTestResult edit = site.post()
                .uri(place(id) + "/comments/" + numberOf(id) + "/edit")
                .cookie(posted.getResponse().getCookies())
                .with(csrf())
                .param("revision", "0")
                .param("text", "The gulls are wrong.")
                .exchange();
        assertThat(edit).hasStatus(409);
        assertThat(text("/open-thread/comments/" + numberOf(id))).contains("The gulls are right.");
    }

    @Test
    void takesNothingThatComesInTheMomentAfter() {
        int top = number(post(HARBOUR, "name", "Just Closed", "text", "Not a moment longer."));
        int below = number(post(HARBOUR, "name", "Just Before", "text", "Just in time.", "parent", "" + top));
        Discussion harbour =
                discussions.named(HARBOUR.substring("/articles/".length())).orElseThrow();
        close("comment", "" + id(HARBOUR, top), "Enough.");
        assertThatThrownBy(() -> discussions.post(harbour, draft(below))).isInstanceOf(ClosedMeanwhile.class);
        assertThat(send(desk, "/moderation/reopen", "comment", "" + id(HARBOUR, top)))
                .hasStatus(302);
        move(desk, id(HARBOUR, below), false, "");
        assertThatThrownBy(() -> discussions.post(harbour, draft(below))).isInstanceOf(NoSuchElementException.class);
    }

    private static Draft draft(int parent) {
        return new Draft(
                Speaker.named("A Moment Late"), null, "Too late.", parent, null, false, false, List.of(), null);
    }

    @Test
    void closesADiscussionAndTheOpenThread() {
        String place = specimen();
        String slug = place.substring("/articles/".length());
        try {
            close("place", slug, "The year is over.");
            assertThat(page(place)).contains("The year is over.").doesNotContain("/comments/new", "/reply\"");
            assertThat(page(place + "/terms/1")).contains("The year is over.").doesNotContain("/comments/new");
            assertThat(page(place + "/comments/new"))
                    .contains("This discussion is closed.")
                    .doesNotContain("<textarea");
            MvcTestResult late = post(place, "name", "A Year Late", "text", "One word more.");
            assertThat(late).hasStatus(422);
            assertThat(body(late))
                    .contains("This discussion is closed.")
                    .containsPattern("name=\"elsewhere\"[^>]*checked");
            close("place", "open-thread", "Spring cleaning.");
            MvcTestResult nowhere = post(place, "name", "A Year Late", "text", "One word more.");
            assertThat(body(nowhere))
                    .contains("take it with you")
                    .doesNotContainPattern("name=\"elsewhere\"[^>]*checked");
            assertThat(post(place, "name", "A Year Late", "text", "One word more.", "elsewhere", "true"))
                    .hasStatus(422);
            assertThat(page("/open-thread/comments/new")).contains("The Open Thread is closed.", "Spring cleaning.");
            assertThat(page("/open-thread")).contains("Spring cleaning.").doesNotContain("/comments/new\"");
            assertThat(page("/moderation-log")).contains("the whole discussion");
        } finally {
            send(desk, "/moderation/reopen", "place", "open-thread");
            send(desk, "/moderation/reopen", "place", slug);
        }
        assertThat(page(place)).contains("/comments/new").doesNotContain("The year is over.");
        assertThat(page("/open-thread/comments/new")).contains("<textarea");
    }

    @Test
    void saysThatADiscussionHasFallenAsleepBeforeAnybodyWrites() {
        String place = Discussed.write(sql, "fell-asleep", 1, number -> 0, number -> null);
        sql.update("update article set imported_at = '2020-01-01 00:00:00+00' where slug = 'fell-asleep'");
        // Not at the desk: its log would lead to what is gone when the test is over.
        sql.update("insert into commenting_rule (discussion_id, rule, effect, limits) select d.id, 'CLOSED', 'REFUSE',"
                + " 'days=30' from discussion d join article a on d.article_id = a.id where a.slug = 'fell-asleep'");
        assertThat(page(place + "/comments/new"))
                .contains("This discussion is closed.", "30 days after its last comment", "/open-thread/comments/new")
                .doesNotContain("<textarea");
        MvcTestResult late = post(place, "name", "Wakes It", "text", "Hello?");
        assertThat(late).hasStatus(422);
        assertThat(body(late)).contains("This discussion is closed.").containsPattern("name=\"elsewhere\"[^>]*checked");
        sql.update("delete from commenting_rule where discussion_id = (select d.id from discussion d join article a"
                + " on d.article_id = a.id where a.slug = 'fell-asleep')");
        Discussed.remove(sql, "fell-asleep");
    }

    @Test
    void movesCrosswiseWhileOthersPostAndLocksNobodyOut() throws Exception {
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession other = signIn("Desk Two", PASSWORD);
        List<Long> tops = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int top = number(post(HARBOUR, "name", "Crosswise Top " + thread, "text", "Thread " + thread + "."));
            post(HARBOUR, "name", "Crosswise Reply " + thread, "text", "And on, " + thread + ".", "parent", "" + top);
            tops.add(id(HARBOUR, top));
        }
        String before = rows(HARBOUR);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int round = 0; round < tops.size(); round++) {
                long mine = tops.get(round);
                long theirs = tops.get(tops.size() - 1 - round);
                int one = round;
                work.add(() -> send(desk, "/moderation/move", "comment", "" + mine, "branch", "true"));
                work.add(() -> send(other, "/moderation/move", "comment", "" + theirs, "branch", "true"));
                work.add(() -> send(desk, "/moderation/move/back", "comment", "" + theirs, "branch", "true"));
                work.add(() -> post(HARBOUR, "name", "Crosswise " + one, "text", "Between them, " + one + "."));
                work.add(() -> post("/open-thread", "name", "Crosswise " + one, "text", "There too, " + one + "."));
            }
            for (Future<Object> done : threads.invokeAll(work, 120, TimeUnit.SECONDS)) {
                int status = ((MvcTestResult) done.get()).getResponse().getStatus();
                assertThat(status).isIn(302, 303, 409, 422);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(sql.queryForObject(
                        "select count(*) from comment c join comment p on c.parent_id = p.id"
                                + " where c.discussion_id <> p.discussion_id",
                        Integer.class))
                .as("nobody answers across")
                .isZero();
        for (long top : tops) {
            if (place(top).equals("/open-thread")) {
                back(desk, top, true, "");
            }
        }
        assertThat(rows(HARBOUR)).as("all stand where they stood").startsWith(before.substring(0, before.length() - 1));
    }

    private boolean undo(Action action) {
        LogLine entry = Objects.requireNonNull(moderationLog
                .entry(Objects.requireNonNull(sql.queryForObject(
                        "select max(id) from moderation_log where action = ?", Long.class, action.name())))
                .orElse(null));
        String former = moderationLog.former(entry.id()).orElse(null);
        long member = Objects.requireNonNull(
                sql.queryForObject("select id from member where handle = 'Desk One'", Long.class));
        return Boolean.TRUE.equals(transactions.execute(status -> undoings.stream()
                .filter(one -> one.actions().contains(action))
                .findFirst()
                .orElseThrow()
                .undo(entry, former, member)));
    }

    private void move(MockHttpSession moderator, long comment, boolean branch, String reason) {
        assertThat(send(
                        moderator,
                        "/moderation/move",
                        "comment",
                        "" + comment,
                        "branch",
                        "" + branch,
                        "reason",
                        reason))
                .hasStatus(302)
                .redirectedUrl()
                .contains("/comments/");
    }

    private void back(MockHttpSession moderator, long comment, boolean branch, String reason) {
        assertThat(send(
                        moderator,
                        "/moderation/move/back",
                        "comment",
                        "" + comment,
                        "branch",
                        "" + branch,
                        "reason",
                        reason))
                .hasStatus(302);
    }

    private void close(String what, String which, String reason) {
        assertThat(send(desk, "/moderation/close", what, which, "reason", reason))
                .hasStatus(302);
    }

    private MvcTestResult send(String address, Cookie[] cookies) {
        return site.post().uri(address).cookie(cookies).with(csrf()).exchange();
    }

    private int numberOf(long id) {
        return Objects.requireNonNull(sql.queryForObject("select number from comment where id = ?", Integer.class, id));
    }

    private String place(long id) {
        return Objects.requireNonNull(sql.queryForObject(
                "select case when a.slug is null then '/open-thread' else concat('/articles/', a.slug) end from comment c"
                        + " join discussion d on c.discussion_id = d.id left join article a on d.article_id = a.id"
                        + " where c.id = ?",
                String.class,
                id));
    }

    private String text(String address) {
        return body(site.get().uri(address).exchange());
    }

    private String counts(String place) {
        String page = page(place);
        int at = page.indexOf("class=\"counts\"");
        return HtmlUtils.htmlUnescape(page.substring(at, page.indexOf("</p>", at)));
    }

    /** All that an article's discussion says of these, as everybody can ask for it. */
    private static List<String> everywhereUnder(String article, int... numbers) {
        List<String> addresses = new ArrayList<>(List.of(
                article,
                article + "?order=numbers",
                article + "?order=newest",
                article + "/document.txt",
                article + "/terms/1",
                article + "/comments/new"));
        for (int number : numbers) {
            for (String part :
                    new String[] {"", ".json", "/reply", "/reply?quote=", "/revisions", "/edit", "/withdraw"}) {
                addresses.add(article + "/comments/" + number + part);
            }
        }
        return addresses;
    }

    /** All that is known of where the comments of a discussion stand. */
    private String rows(String place) {
        return sql.queryForList(
                        "select c.id, c.number, c.document_number, c.kind, c.state, c.parent_id, c.evidence, c.grade, c.term,"
                                + " c.found_parent_id, c.found_evidence, c.verbatim, c.closed_at from comment c join discussion d"
                                + " on c.discussion_id = d.id join article a on d.article_id = a.id where a.slug = ?"
                                + " order by c.number",
                        place.substring("/articles/".length()))
                .toString();
    }

    private String quotations() {
        return sql.queryForList("select * from quotation order by id").toString();
    }
}
