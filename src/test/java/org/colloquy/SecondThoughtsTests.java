package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Changing what one has posted: for a while, until somebody answers, with everything it said before in the open. */
abstract class SecondThoughtsTests extends RulebookTests {

    private static final String LOOKED_AT = "A moderator looks at this comment before it is shown again.";

    @Test
    void changesACommentAndShowsWhatItSaidBefore() {
        MvcTestResult posted = post("/open-thread", "name", "Second Thinker", "text", "The bridge is closed.");
        Cookie[] mine = posted.getResponse().getCookies();
        String address = address(posted);
        assertThat(body(site.get().uri(address).cookie(mine).exchange())).contains("Change what you wrote…");
        assertThat(page(address)).doesNotContain("Change what you wrote…", ">edited<");
        assertThat(page(address + "/revisions")).contains("It has never been changed.");
        assertThat(body(site.get().uri(address + "/edit").cookie(mine).exchange()))
                .contains("The bridge is closed.</textarea>", "name=\"revision\" value=\"0\"");

        assertThat(edit(mine, address, 0, "The bridge is open again."))
                .hasStatus(303)
                .redirectedUrl()
                .startsWith(address);

        assertThat(page(address))
                .contains("The bridge is open again.", ">edited<")
                .doesNotContain("closed");
        assertThat(page(address + "/revisions"))
                .containsPattern(
                        "The bridge is </?[^>]*>?<del>closed</del><ins>open again</ins>".replace("</?[^>]*>?", ""))
                .contains("The bridge is closed.", "As it was posted");
        assertThat(new String(document("/open-thread"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("The bridge is open again.")
                .doesNotContain("The bridge is closed.");
    }

    @Test
    void letsNobodyElseChangeIt() {
        String address = address(post("/open-thread", "name", "Owner Of It", "text", "Mine alone."));
        Cookie[] other = post("/open-thread", "name", "Not The Owner", "text", "Something.")
                .getResponse()
                .getCookies();
        assertThat(edit(other, address, 0, "Taken over.")).hasStatus(404);
        assertThat(edit(new Cookie[0], address, 0, "Taken over.")).hasStatus(404);
        assertThat(site.get().uri(address + "/edit").cookie(other).exchange()).hasStatus(404);
        assertThat(site.post()
                        .uri(address + "/edit")
                        .session(desk)
                        .with(csrf())
                        .param("revision", "0")
                        .param("text", "Taken over.")
                        .exchange())
                .hasStatus(404);
        assertThat(site.post()
                        .uri(HARBOUR + "/comments/2/edit")
                        .cookie(other)
                        .with(csrf())
                        .param("text", "Taken over.")
                        .exchange())
                .hasStatus(404);
        assertThat(page(address)).contains("Mine alone.");
    }

    @Test
    void keepsWhatIsAnsweredAsItIsAndTheTextThatWasTyped() {
        MvcTestResult posted = post("/open-thread", "name", "Answered Soon", "text", "Is it so?");
        Cookie[] mine = posted.getResponse().getCookies();
        post("/open-thread", "name", "Quick Answer", "text", "It is.", "parent", String.valueOf(number(posted)));
        MvcTestResult late = edit(mine, address(posted), 0, "I never asked <that>.");
        assertThat(late).hasStatus(409);
        assertThat(body(late)).contains("Somebody has answered or quoted it", "I never asked &lt;that&gt;.</textarea>");
        assertThat(page(address(posted))).contains("Is it so?").doesNotContain(">edited<");
        assertThat(body(site.get().uri(address(posted)).cookie(mine).exchange()))
                .doesNotContain("Change what you wrote…");
    }

    @Test
    void keepsWhatWasPostedLongAgo() {
        MvcTestResult posted = post("/open-thread", "name", "Before Yesterday", "text", "It was long ago.");
        long id = id("/open-thread", number(posted));
        sql.update(
                "update comment set posted_at = ? where id = ?",
                java.sql.Timestamp.from(Instant.now().minus(16, ChronoUnit.MINUTES)),
                id);
        MvcTestResult late = edit(posted.getResponse().getCookies(), address(posted), 0, "Not so long.");
        assertThat(late).hasStatus(409);
        assertThat(body(late)).contains("It was posted too long ago", "Not so long.</textarea>");
    }

    @Test
    void tellsWhoSavedFirstInAnotherWindow() {
        MvcTestResult posted = post("/open-thread", "name", "Two Windows", "text", "First text.");
        Cookie[] mine = posted.getResponse().getCookies();
        assertThat(edit(mine, address(posted), 0, "Second text.")).hasStatus(303);
        assertThat(edit(mine, address(posted), 0, "Second text."))
                .as("pressed twice")
                .hasStatus(303);
        MvcTestResult other = edit(mine, address(posted), 0, "Third text.");
        assertThat(other).hasStatus(409);
        assertThat(body(other))
                .contains("It was changed in the meantime", "Second text.", "Third text.</textarea>")
                .contains("name=\"revision\" value=\"1\"", "Save the change");
        assertThat(edit(mine, address(posted), 1, "Third text.")).hasStatus(303);
        assertThat(sql.queryForObject(
                        "select count(*) from revision r join comment c on r.comment_id = c.id where c.text ="
                                + " 'Third text.'",
                        Integer.class))
                .isEqualTo(2);
    }

    @Test
    void judgesAnEditAsIfItWerePosted() {
        MvcTestResult posted = post("/open-thread", "name", "Judged Anew", "text", "Fine as it is.");
        Cookie[] mine = posted.getResponse().getCookies();
        MvcTestResult empty = edit(mine, address(posted), 0, "  \u200b ");
        assertThat(empty).hasStatus(422);
        assertThat(body(empty)).contains("There is nothing in it yet");

        change("HELD_WORDS", "HOLD", "words", "zeppelin");
        try {
            assertThat(edit(mine, address(posted), 0, "Now with a zeppelin.")).hasStatus(303);
        } finally {
            change("HELD_WORDS", "OTHERWISE", "words", "");
        }
        assertThat(page(address(posted)))
                .contains(LOOKED_AT)
                .doesNotContain("zeppelin", "Fine as it is.", "Words that");
        assertThat(page("/open-thread?at=" + number(posted)))
                .contains(LOOKED_AT)
                .doesNotContain("Now with a zeppelin.");
        assertThat(page(address(posted) + ".json")).contains("\"HELD\"").doesNotContain("zeppelin", "Fine as it is.");
        assertThat(site.get().uri(address(posted) + "/revisions").exchange()).hasStatus(404);
        assertThat(body(site.get().uri(address(posted)).cookie(mine).exchange()))
                .contains("waiting for a moderator", "Words that make a comment wait");
        assertThat(body(site.get().uri("/moderation?tab=waiting").session(desk).exchange()))
                .contains("Now with a zeppelin.", "Words that make a comment wait");

        assertThat(edit(mine, address(posted), 1, "The balloon is gone.")).hasStatus(303);
        assertThat(page(address(posted))).as("what waits goes on waiting").contains(LOOKED_AT);
        act("approve", "", id("/open-thread", number(posted)));
        assertThat(page(address(posted))).contains("The balloon is gone.", ">edited<");
        assertThat(page(address(posted) + "/revisions"))
                .as("nobody but its author and moderators has ever read that")
                .contains("Fine as it is.")
                .doesNotContain("zeppelin");
        assertThat(body(site.get()
                        .uri(address(posted) + "/revisions")
                        .session(desk)
                        .exchange()))
                .contains("zeppelin", "Only its author and moderators could read this.");
    }

    @Test
    void letsWhoeverMendsACommaSayTheSameAgain() {
        change("AGAIN", "REFUSE", "limit-hours", "24");
        try {
            MvcTestResult posted = post("/open-thread", "name", "Comma Mender", "text", "Well I think so");
            Cookie[] mine = posted.getResponse().getCookies();
            assertThat(edit(mine, address(posted), 0, "Well, I think so.")).hasStatus(303);
            MvcTestResult other = post(mine, "/open-thread", "text", "And something else.");
            assertThat(edit(mine, address(other), 0, "Well I think so!")).hasStatus(422);
        } finally {
            change("AGAIN", "OTHERWISE", "limit-hours", "24");
        }
    }

    @Test
    void findsAnewWhatAnEditQuotes() {
        int source = number(post(
                "/open-thread", "name", "Quoted Here", "text", "The lighthouse keeper counts every passing ship."));
        MvcTestResult posted = post("/open-thread", "name", "Quoting Later", "text", "I don’t believe that at all.");
        Cookie[] mine = posted.getResponse().getCookies();
        String quoting = "> The lighthouse keeper counts every passing ship.\n\nHow would he do so at night?";
        assertThat(edit(mine, address(posted), 0, quoting)).hasStatus(303);
        assertThat(page(address(posted))).contains("#comment-" + source + "\">from " + source + "</a>");
        assertThat(page("/open-thread/comments/" + source)).contains("answered in");

        assertThat(edit(mine, address(posted), 1, "> The lighthouse keeper counts every passing ship.\n\nNo?"))
                .hasStatus(303);
        assertThat(edit(mine, address(posted), 2, "I take it back.")).hasStatus(303);
        assertThat(page("/open-thread/comments/" + source)).doesNotContain("quoted in", "answered in");
    }

    @Test
    void approvesNoTextThatTheModeratorHasNotRead() {
        change("HELD_WORDS", "HOLD", "words", "zeppelin");
        MvcTestResult posted;
        try {
            posted = post("/open-thread", "name", "Switches Texts", "text", "A harmless zeppelin.");
        } finally {
            change("HELD_WORDS", "OTHERWISE", "words", "");
        }
        long id = id("/open-thread", number(posted));
        assertThat(body(site.get()
                        .uri("/moderation/approve?comment=" + id)
                        .session(desk)
                        .exchange()))
                .contains("A harmless zeppelin.", "name=\"comment\" value=\"" + id + ":0:0\"");
        assertThat(edit(posted.getResponse().getCookies(), address(posted), 0, "Buy my lamps."))
                .hasStatus(303);
        MvcTestResult refused = approve(id + ":0:0");
        assertThat(refused).hasStatus(409);
        assertThat(body(refused))
                .contains("A text was changed after you had opened this page.", "Buy my lamps.")
                .contains("value=\"" + id + ":1:0\"");
        assertThat(site.get().uri(address(posted)).exchange()).hasStatus(404);
        assertThat(approve(id + ":1:0")).hasStatus(302);
        assertThat(page(address(posted))).contains("Buy my lamps.");
    }

    @Test
    void leavesATombstoneWhereEverybodyHadReadSomething() {
        for (boolean hidden : new boolean[] {true, false}) {
            MvcTestResult posted = post("/open-thread", "name", "Leaves A Mark " + hidden, "text", "Read by all.");
            Cookie[] mine = posted.getResponse().getCookies();
            long id = id("/open-thread", number(posted));
            change("HELD_WORDS", "HOLD", "words", "zeppelin");
            try {
                assertThat(edit(mine, address(posted), 0, "Now a zeppelin.")).hasStatus(303);
            } finally {
                change("HELD_WORDS", "OTHERWISE", "words", "");
            }
            if (hidden) {
                act("hide", "Rude.", id);
            } else {
                assertThat(send(address(posted) + "/withdraw", mine)).hasStatus(302);
            }
            assertThat(page(address(posted)))
                    .contains(hidden ? "Rude." : "Withdrawn by its author")
                    .doesNotContain("zeppelin", "Read by all.");
            if (hidden) {
                act("restore", "By mistake.", id);
                assertThat(page(address(posted)))
                        .as("what it says now still waits")
                        .contains(LOOKED_AT);
                act("approve", "", id);
                assertThat(page(address(posted))).contains("Now a zeppelin.", ">edited<");
            }
        }
    }

    @Test
    void countsWhatIsChangedAsNotYetSaid() {
        change("FIRST", "HOLD", "reason", "");
        try {
            MvcTestResult posted = post("/open-thread", "name", "First Of All", "text", "Something bland.");
            Cookie[] mine = posted.getResponse().getCookies();
            act("approve", "", id("/open-thread", number(posted)));
            assertThat(page(address(posted))).contains("Something bland.");
            assertThat(edit(mine, address(posted), 0, "Something quite else.")).hasStatus(303);
            assertThat(page(address(posted))).contains(LOOKED_AT);
            act("approve", "", id("/open-thread", number(posted)));
        } finally {
            change("FIRST", "OTHERWISE", "reason", "");
        }
    }

    @Test
    void letsGoBackToWhatWasSaidBeforeAndMendALetterAtOnce() {
        change("AGAIN", "REFUSE", "limit-hours", "24");
        change("TOO_FAST", "HOLD", "limit-seconds", "60");
        try {
            MvcTestResult posted = post("/open-thread", "name", "Goes Back", "text", "To be.");
            Cookie[] mine = posted.getResponse().getCookies();
            assertThat(edit(mine, address(posted), 0, "Not to be.")).hasStatus(303);
            assertThat(edit(mine, address(posted), 1, "To be.")).hasStatus(303);
            assertThat(page(address(posted))).contains("To be.");
            assertThat(post("/open-thread", "name", "Says The Same", "text", "Not to be."))
                    .as("what an edit says is remembered")
                    .hasStatus(422);
        } finally {
            change("AGAIN", "OTHERWISE", "limit-hours", "24");
            change("TOO_FAST", "OTHERWISE", "limit-seconds", "60");
        }
    }

    @Test
    void hidesEarlierTextsWithTheComment() {
        MvcTestResult posted = post("/open-thread", "name", "Hidden With All", "text", "The first canary sings.");
        Cookie[] mine = posted.getResponse().getCookies();
        assertThat(edit(mine, address(posted), 0, "The second canary sings.")).hasStatus(303);
        hide("Rude.", id("/open-thread", number(posted)));
        assertThat(site.get().uri(address(posted) + "/revisions").exchange()).hasStatus(404);
        assertThat(page(address(posted))).doesNotContain("canary");
        MvcTestResult gone = edit(mine, address(posted), 1, "The third one.");
        assertThat(gone).hasStatus(409);
        assertThat(body(gone)).contains("taken out of sight", "The third one.</textarea>");
    }

    @Test
    void letsWhoPostsWithoutANameChangeItInTheSameSession() {
        choose("open-thread", "FLAG");
        try {
            MockHttpSession session = new MockHttpSession();
            MvcTestResult posted = site.post()
                    .uri("/open-thread/comments")
                    .session(session)
                    .with(csrf())
                    .param("text", "Nobody said this.")
                    .exchange();
            assertThat(site.post()
                            .uri(address(posted) + "/edit")
                            .session(session)
                            .with(csrf())
                            .param("revision", "0")
                            .param("text", "Nobody said that.")
                            .exchange())
                    .hasStatus(303);
            assertThat(page(address(posted))).contains("Nobody said that.");
            assertThat(edit(new Cookie[0], address(posted), 1, "Somebody else."))
                    .hasStatus(404);
        } finally {
            choose("open-thread", "REFUSE");
        }
    }

    @Test
    void keepsTheTextWhenTheFormHasExpired() {
        MvcTestResult posted = post("/open-thread", "name", "Expired Editor", "text", "In time.");
        Cookie[] mine = posted.getResponse().getCookies();
        assertThat(site.post()
                        .uri(address(posted) + "/edit")
                        .cookie(mine)
                        .param("revision", "0")
                        .param("text", "Too late for this token.")
                        .exchange())
                .hasForwardedUrl(address(posted) + "/edit/expired");
        var forwarded = site.post()
                .uri(address(posted) + "/edit/expired")
                .with(csrf())
                .with(sent -> {
                    sent.setDispatcherType(DispatcherType.FORWARD);
                    return sent;
                });
        MvcTestResult again = forwarded
                .cookie(mine)
                .param("revision", "0")
                .param("text", "Too late <for> this token.")
                .exchange();
        assertThat(again).hasStatus(403);
        assertThat(body(again))
                .contains("Please press the button again", "Too late &lt;for&gt; this token.</textarea>");
        assertThat(page(address(posted))).contains("In time.");
    }

    private MvcTestResult edit(Cookie[] cookies, String address, int revision, String text) {
        var request = site.post()
                .uri(address + "/edit")
                .with(csrf())
                .param("revision", String.valueOf(revision))
                .param("text", text);
        return cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
    }

    private MvcTestResult approve(String seen) {
        return site.post()
                .uri("/moderation/approve")
                .session(desk)
                .with(csrf())
                .param("comment", seen)
                .exchange();
    }

    private void change(String rule, String effect, String field, String value) {
        assertThat(site.post()
                        .uri("/moderation/rules/" + rule)
                        .session(desk)
                        .with(csrf())
                        .param("place", "open-thread")
                        .param("effect", effect)
                        .param(field, value)
                        .exchange())
                .hasStatus(302);
    }
}
