package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What becomes of an appeal when its answer is undone, or stands no more. */
abstract class AppealTests extends DecisionTests {

    private static final String AGAIN = "It was answered, but that was undone";

    private static final String NO_MORE = "That doesn’t stand any more";

    @Test
    void opensAnAuthorsAppealAgainWhoseAnswerIsUndone() {
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession second = signIn("Desk Two", PASSWORD);
        MvcTestResult posted = post(HARBOUR, "name", "Granted And Not", "text", "Open and shut.");
        Cookie[] mine = posted.getResponse().getCookies();
        int number = number(posted);
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "OTHER", "explanation", "Shut it."));
        decide(desk, id, "HIDDEN", "OTHER", "reason", "Shut.");
        String page = "/report/appeal?place=" + SLUG + "&comment=" + number;
        assertThat(disagree(page, mine, "It was open.")).hasStatus(302);
        MvcTestResult granted = decide(second, id, "LEFT", "", "appeal", "true", "reason", "Open it is.");
        assertThat(own(page, mine)).contains("Open it is.").doesNotContain(NO_MORE, AGAIN);
        assertThat(page(receipt)).contains(NO_MORE);
        assertThat(open(desk, "/moderation/reports?tab=appeals")).doesNotContain("/moderation/reports/" + id + "\"");

        assertThat(undo(second, granted)).isEqualTo("HIDDEN");
        assertThat(own(page, mine)).contains("It was open.", AGAIN, "Shut.").doesNotContain("Open it is.", NO_MORE);
        assertThat(page(receipt)).doesNotContain(NO_MORE);
        assertThat(open(second, "/moderation/reports?tab=appeals")).contains("/moderation/reports/" + id + "\"");
        assertThat(open(desk, "/moderation/reports/" + id))
                .contains("It was open.", AGAIN, "another moderator answers it")
                .doesNotContain("id=\"appeal-reason\"");
        assertThat(open(second, "/moderation/reports/" + id)).contains("id=\"appeal-reason\"");
        assertThat(disagree(page, mine, "Twice.")).as("there is one already").hasStatus(422);

        assertThat(decide(second, id, "HIDDEN", "", "appeal", "true", "reason", "Shut after all."))
                .hasStatus(302);
        assertThat(own(page, mine)).contains("Shut after all.").doesNotContain(AGAIN, NO_MORE);
        act("restore", "", id);
        assertThat(own(page, mine)).as("restored without a word").contains("Shut after all.", NO_MORE);
        assertThat(open(desk, "/moderation/reports/" + id)).contains("What was decided last doesn’t stand any more");
    }

    @Test
    void opensAReportersAppealAgainWhoseAnswerIsUndone() {
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession second = signIn("Desk Two", PASSWORD);
        int number = number(post(HARBOUR, "name", "Hidden And Not", "text", "Shut and open."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "OTHER", "explanation", "Shut this."));
        decide(desk, id, "LEFT", "OTHER", "reason", "Fine.");
        assertThat(appeal(receipt, "Not fine.")).hasStatus(302);
        MvcTestResult granted = decide(second, id, "HIDDEN", "", "appeal", "true", "reason", "Not fine indeed.");
        assertThat(page(receipt)).contains("Not fine indeed.").doesNotContain(AGAIN);
        assertThat(undo(second, granted)).isEqualTo("VISIBLE");
        assertThat(page(receipt)).contains(AGAIN, "Fine.").doesNotContain("Not fine indeed.", NO_MORE);
        assertThat(open(second, "/moderation/reports/" + id))
                .contains(AGAIN, "id=\"appeal-reason\"")
                .doesNotContain("What was decided last doesn’t");
        assertThat(decide(second, id, "LEFT", "", "appeal", "true", "reason", "Fine after all."))
                .hasStatus(302);
        assertThat(page(receipt)).contains("Fine after all.").doesNotContain(AGAIN);
    }

    @Test
    void letsEverybodyReadWhyAnArticleStays() {
        for (String kind : List.of("HATRED", "COPYRIGHT", "FALSEHOOD", "OTHER")) {
            decideArticle(desk, "LEFT", kind, "reason", "Whatever else was open.");
        }
        int before = cases();
        receipt(ofArticle("HATRED", "explanation", "Of boats."));
        assertThat(cases()).as("beside the link from the desk").isEqualTo(before + 1);
        assertThat(open(desk, "/moderation/reports" + HARBOUR)).doesNotContain("name=\"confidential\"");
        MvcTestResult kept =
                decideArticle(desk, "LEFT", "HATRED", "reason", "Boats <feel> nothing.", "confidential", "true");
        assertThat(kept).hasStatus(422);
        assertThat(body(kept))
                .contains("Everybody reads why", "value=\"Boats &lt;feel&gt; nothing.\"")
                .doesNotContain("readonly", "name=\"confidential\"");
        assertThat(decideArticle(desk, "LEFT", "HATRED", "reason", "Boats <feel> nothing."))
                .hasStatus(302);
        assertThat(cases()).isEqualTo(before);
        assertThat(page("/moderation-log")).contains("Boats &lt;feel&gt; nothing.");
        assertThat(body(decideArticle(desk, "UPHELD", "HATRED", "reason", "They <do>.")))
                .contains("Somebody else has decided this meanwhile")
                .containsPattern("readonly[^>]*>They &lt;do&gt;.</textarea>");
    }

    /** How many the desk says beside the link to the reports. */
    private int cases() {
        Matcher count = Pattern.compile("/moderation/reports\"[^>]*>[^<]*</a> <span class=\"count\">(\\d+)<")
                .matcher(open(desk, "/moderation"));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private String own(String page, Cookie[] author) {
        return body(site.get().uri(page).cookie(author).exchange());
    }
}
