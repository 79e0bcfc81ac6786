package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.account.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How what was reported is decided, and reports of what an article itself says. */
abstract class DecisionTests extends ReportTests {

    static final String SLUG = HARBOUR.substring("/articles/".length());

    /** Far longer than anybody waits for a lock that is free. */
    private static final int PATIENCE = 1_000;

    private static final AtomicInteger SENDERS = new AtomicInteger();

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void namesTheRuleAndKeepsWordsFromOthers() {
        int number = number(post(HARBOUR, "name", "Ruled Upon", "text", "A shrill gull, that neighbour."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "PERSONAL_DATA", "explanation", "That is me."));
        assertThat(open(desk, "/moderation/reports/" + id))
                .contains("<select id=\"report-rule\" name=\"rule\">", "value=\"ANONYMOUS\"")
                .doesNotContain("<datalist");
        assertThat(body(decide(desk, id, "HIDDEN", "PERSONAL_DATA", "rule", "NO_SUCH", "reason", "Why <so>.")))
                .contains("That rule isn’t in force here any more.", "Why &lt;so&gt;.");
        assertThat(decide(
                        desk,
                        id,
                        "HIDDEN",
                        "PERSONAL_DATA",
                        "rule",
                        "ANONYMOUS",
                        "reason",
                        "Mr Heron of 5 Quay Lane is meant.",
                        "confidential",
                        "true"))
                .hasStatus(302);
        String sentence = rule(id);
        assertThat(sentence).isNotEmpty();
        assertThat(page(receipt))
                .contains(
                        sentence, "Mr Heron of 5 Quay Lane is meant.", "Nobody else but moderators reads these words");
        assertThat(page(HARBOUR + "/comments/" + number)).contains("Hidden by Desk One", sentence);
        assertThat(open(desk, "/moderation/reports/" + id))
                .contains(sentence, "Mr Heron of 5 Quay Lane is meant.", "Only moderators and whoever reported it read")
                .doesNotContain("please keep them to yourself");
        assertThat(open(desk, "/moderation/log")).contains("Mr Heron of 5 Quay Lane is meant.");
        for (String everybody : List.of(HARBOUR, HARBOUR + "/comments/" + number, "/moderation-log")) {
            assertThat(page(everybody)).as(everybody).doesNotContain("Quay Lane");
        }
        assertThat(page("/moderation-log")).contains("(reason kept among moderators)");
    }

    @Test
    void tellsTheAuthorTheRuleOnlyWhereWordsAreKept() {
        MvcTestResult posted = post(HARBOUR, "name", "Kept From", "text", "He is the one with the boat.");
        long id = id(HARBOUR, number(posted));
        receipt(report(1, number(posted), "PERSONAL_DATA", "explanation", "My boat."));
        MvcTestResult unsaid =
                decide(desk, id, "HIDDEN", "PERSONAL_DATA", "reason", "It is Mr Tern’s boat.", "confidential", "1");
        assertThat(unsaid).as("everybody else would read no reason").hasStatus(422);
        assertThat(body(unsaid))
                .contains("Choose the rule as well", "href=\"#report-rule\"", "value=\"It is Mr Tern’s boat.\"")
                .containsPattern("name=\"confidential\" value=\"true\"[^>]* checked");
        assertThat(decide(
                        desk,
                        id,
                        "HIDDEN",
                        "PERSONAL_DATA",
                        "rule",
                        "ANONYMOUS",
                        "reason",
                        "It is Mr Tern’s boat.",
                        "confidential",
                        "1"))
                .hasStatus(302);
        String own = body(site.get()
                .uri("/report/appeal?place=" + SLUG + "&comment=" + number(posted))
                .cookie(posted.getResponse().getCookies())
                .exchange());
        assertThat(own).contains(rule(id)).doesNotContain("Mr Tern");
    }

    @Test
    void undoesAGrantedAppealAsOneAct() {
        moderators.appoint("Desk Two", PASSWORD);
        int number = number(post(HARBOUR, "name", "Twice Undone", "text", "There and back again."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "OTHER", "explanation", "Gone?"));
        MvcTestResult decided = decide(desk, id, "HIDDEN", "OTHER", "reason", "Gone.");
        assertThat(undo(desk, decided)).as("right where it was decided").isEqualTo("VISIBLE");
        hide("Gone again.", id);
        assertThat(appeal(receipt, "Please.")).hasStatus(302);
        Map<String, Object> before = standing(id);
        long last = entries(id);
        MvcTestResult granted =
                decide(signIn("Desk Two", PASSWORD), id, "LEFT", "", "appeal", "true", "reason", "Right you are.");
        assertThat(granted).hasStatus(302);
        assertThat(page(HARBOUR + "/comments/" + number)).contains("There and back again.");
        assertThat(entries(id)).as("one act").isEqualTo(last + 1);
        assertThat(undo(desk, granted)).isEqualTo("HIDDEN");
        assertThat(standing(id)).as("as it stood before").isEqualTo(before);
    }

    /** By what the page after the act offers; returns how the comment stands then. */
    String undo(MockHttpSession moderator, MvcTestResult decided) {
        Object entry = decided.getMvcResult().getFlashMap().get("undo");
        assertThat(entry).as("what to undo it by").isNotNull();
        sent("/moderation/undo", moderator, new String[0], "entry", String.valueOf(entry), "all", "true");
        return Objects.requireNonNull(sql.queryForObject(
                "select c.state from comment c join moderation_log l on l.comment_id = c.id where l.id = ?",
                String.class,
                entry));
    }

    private Map<String, Object> standing(long comment) {
        return sql.queryForMap(
                "select state, cleared, flagged, waiting, hidden_by, hidden_at, hidden_reason from comment where id = ?",
                comment);
    }

    private long entries(long comment) {
        return Objects.requireNonNull(
                sql.queryForObject("select count(*) from moderation_log where comment_id = ?", Long.class, comment));
    }

    @Test
    void saysThatAnotherAnswersAppealsAboutWhatOneWrote() {
        moderators.appoint("Desk Two", PASSWORD);
        MvcTestResult posted = site.post()
                .uri(HARBOUR + "/comments")
                .session(desk)
                .with(csrf())
                .param("text", "Appealed against by a reader.")
                .exchange();
        long id = id(HARBOUR, number(posted));
        String receipt = receipt(report(1, number(posted), "OTHER", "explanation", "Look."));
        decide(signIn("Desk Two", PASSWORD), id, "LEFT", "OTHER", "reason", "Fine.");
        assertThat(appeal(receipt, "Not fine.")).hasStatus(302);
        assertThat(open(desk, "/moderation/reports/" + id))
                .contains("Not fine.", "You wrote this comment: another moderator decides")
                .doesNotContain("name=\"outcome\"");
    }

    @Test
    void marksOnlyTheFormThatHasTheProblem() {
        moderators.appoint("Desk Two", PASSWORD);
        int number = number(post(HARBOUR, "name", "Twice Asked", "text", "Asked about twice."));
        long id = id(HARBOUR, number);
        String receipt = receipt(report(1, number, "OTHER", "explanation", "First."));
        decide(desk, id, "LEFT", "OTHER", "reason", "Fine.");
        appeal(receipt, "Not fine.");
        receipt(report(2, number, "OTHER", "explanation", "Second."));
        MockHttpSession second = signIn("Desk Two", PASSWORD);
        assertThat(open(second, "/moderation/reports/" + id))
                .contains("id=\"report-reason\"", "id=\"appeal-reason\"")
                .doesNotContain("aria-invalid");
        String refused = body(decide(second, id, "LEFT", "", "appeal", "true", "reason", "x".repeat(501)));
        assertThat(refused)
                .contains("href=\"#appeal-reason\"", "id=\"appeal-reason-error\"", "value=\"" + "x".repeat(501) + "\"")
                .doesNotContain("id=\"report-reason-error\"")
                .containsOnlyOnce("aria-invalid");
        String none = body(decide(second, id, "", "OTHER", "reason", "Typed before Enter."));
        assertThat(none)
                .as("the Enter key in a field decides nothing")
                .contains("Choose what you decide.", "href=\"#report-outcome\"", "value=\"Typed before Enter.\"");
        assertThat(none.split("<form "))
                .as("one button a form")
                .allSatisfy(form ->
                        assertThat(form.split("</form>")[0].split("<button")).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void takesAReportOfWhatAnArticleSays() {
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession second = signIn("Desk Two", PASSWORD);
        assertThat(page(HARBOUR)).contains("/report?address=" + HARBOUR + "\"");
        String form = body(
                site.get().uri("/report").param("address", HARBOUR + "#term-2").exchange());
        assertThat(form)
                .contains("Report this article", "name=\"place\" value=\"" + SLUG + "\"")
                .doesNotContain("It is off topic", "It breaks a rule for commenting");
        assertThat(body(ofArticle("FALSEHOOD", "quote", "the <keeper> lied")))
                .contains("Say why it is so", "the &lt;keeper&gt; lied</textarea>");
        for (String flag : List.of("OFF_TOPIC", "RULE")) {
            assertThat(body(ofArticle(flag, "rule", "Be kind to the gulls."))).contains("Choose what it is.");
        }
        String receipt = receipt(ofArticle("FALSEHOOD", "explanation", "I kept <no> light.", "contact", "k@x.org"));
        MvcTestResult shown = site.get().uri(receipt).exchange();
        assertThat(shown)
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "no-store")
                .hasValue("Referrer-Policy", "no-referrer");
        assertThat(body(shown))
                .contains("Your report of an article", "I kept &lt;no&gt; light.", "No moderator has decided yet.")
                .contains("Back to the article", "href=\"" + HARBOUR + "\"");

        String about = "/moderation/reports" + HARBOUR;
        assertThat(open(desk, "/moderation/reports?kind=FALSEHOOD")).contains("href=\"" + about + "\"");
        assertThat(open(desk, about)).contains("I kept &lt;no&gt; light.", "k@x.org", "Correct or withdraw it");
        assertThat(body(decideArticle(desk, "HIDDEN", "FALSEHOOD", "reason", "No.")))
                .contains("That can’t be done with this article.");
        MvcTestResult left = decideArticle(desk, "LEFT", "FALSEHOOD", "reason", "The keeper is not named.");
        assertThat(left).hasRedirectedUrl("/moderation/reports");
        assertThat(page(receipt)).contains("The article stays as it is.", "The keeper is not named.", "You can appeal");
        assertThat(page("/moderation-log")).contains("decided reports of the article", "The keeper is not named.");

        assertThat(appeal(receipt, "Everybody knows who it was.")).hasStatus(302);
        assertThat(open(desk, "/moderation/reports?tab=appeals")).contains("href=\"" + about + "\"");
        assertThat(decideArticle(desk, "UPHELD", "", "appeal", "true", "reason", "Yes."))
                .as("not who decided it")
                .hasStatus(409);
        assertThat(decideArticle(second, "UPHELD", "", "appeal", "true", "reason", "It will be corrected."))
                .hasRedirectedUrl("/moderation/articles");
        assertThat(page(receipt))
                .contains("The report is right", "It will be corrected.", "Desk Two")
                .doesNotContain("You can appeal");
        assertThat(page(HARBOUR))
                .as("nothing happens to an article by itself")
                .contains("Report what this article says");
    }

    @Test
    void asksToReadAnArticleAgainThatWasChanged() {
        receipt(ofArticle("COPYRIGHT", "explanation", "Mine, all of it."));
        sql.update("update article set revision = revision + 1 where slug = ?", SLUG);
        assertThat(body(decideArticle(desk, "LEFT", "COPYRIGHT", "revision", "0", "reason", "Ours.")))
                .contains("The article was changed after you had opened this page");
        assertThat(open(desk, "/moderation/reports" + HARBOUR)).contains("about what it said before it was changed");
        MvcTestResult stale = ofArticle("OTHER", "explanation", "Read long ago.", "revision", "0");
        assertThat(stale).hasStatus(422);
        assertThat(body(stale)).contains("The article was changed after you had opened this page", "Read long ago.");
    }

    @Test
    void closesReportsOfAnArticleThatHasGone() {
        String receipt = receipt(ofArticle("HATRED", "explanation", "Of gulls."));
        sql.update("update article set withdrawn_at = current_timestamp where slug = ?", SLUG);
        try {
            assertThat(ofArticle("HATRED", "explanation", "Of gulls.")).hasStatus(404);
            assertThat(open(desk, "/moderation/reports" + HARBOUR)).contains("it was withdrawn", "Close: it is gone");
            assertThat(page(receipt)).contains("No moderator has decided yet.");
            assertThat(decideArticle(desk, "GONE", "HATRED", "reason", "It has gone."))
                    .hasStatus(302);
            assertThat(page(receipt)).contains("The article was withdrawn before anybody could decide.");
        } finally {
            sql.update("update article set withdrawn_at = null where slug = ?", SLUG);
        }
    }

    @Test
    void findsNoArticleWhereThereIsNone() {
        for (String nowhere :
                List.of("/report?place=open-thread", "/report?place=nowhere", "/report?place=" + SLUG + "&comment=x")) {
            assertThat(site.get().uri(nowhere).exchange()).as(nowhere).hasStatus(404);
        }
        assertThat(site.get()
                        .uri("/moderation/reports/articles/nowhere")
                        .session(desk)
                        .exchange())
                .hasStatus(404);
        MvcTestResult nonsense = site.post()
                .uri("/report")
                .with(csrf())
                .param("place", SLUG)
                .param("comment", "x")
                .param("kind", "OTHER")
                .param("faith", "true")
                .param("explanation", "Typed in vain.")
                .exchange();
        assertThat(nonsense).hasStatus(404);
        assertThat(body(nonsense)).contains("Typed in vain.");
    }

    @Test
    void countsAReportOfAnArticleThatIsSentTwiceOnce() {
        String key = Secret.create();
        String first = receipt(ofArticle("OTHER", "explanation", "Once.", "key", key));
        assertThat(receipt(ofArticle("OTHER", "explanation", "Once.", "key", key)))
                .isEqualTo(first);
        assertThat(sql.queryForObject(
                        "select count(*) from report where explanation = 'Once.' and article = ?",
                        Integer.class,
                        HARBOUR))
                .isEqualTo(1);
    }

    /** Whoever erases holds the discussions first, and takes the words out of reports then: the other way round both would wait. */
    @Test
    void holdsTheDiscussionBeforeTheReports() throws Exception {
        int number = number(post(HARBOUR, "name", "In Order", "text", "First things first."));
        long id = id(HARBOUR, number);
        receipt(report(1, number, "OTHER", "explanation", "In order."));
        var pool = Executors.newSingleThreadExecutor();
        try {
            Future<MvcTestResult> deciding =
                    Objects.requireNonNull(new TransactionTemplate(transactions).execute(held -> {
                        sql.queryForList("select id from report where comment_id = ? for update", id);
                        var started = pool.submit(() -> decide(desk, id, "LEFT", "OTHER", "reason", "Fine."));
                        int tries = 0;
                        while (isFree(id) && !started.isDone() && tries++ < PATIENCE) {
                            pause();
                        }
                        assertThat(tries)
                                .as("it waits for the reports without the discussion")
                                .isLessThan(PATIENCE);
                        assertThat(started.isDone()).as("it waits").isFalse();
                        return started;
                    }));
            assertThat(deciding.get()).hasStatus(302);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void comparesAnArticleOnlyWhenNobodyElseChangesIt() throws Exception {
        receipt(ofArticle("HATRED", "explanation", "Of herons."));
        var pool = Executors.newSingleThreadExecutor();
        try {
            Future<MvcTestResult> deciding =
                    Objects.requireNonNull(new TransactionTemplate(transactions).execute(changed -> {
                        String read = revision();
                        sql.update("update article set revision = revision + 1 where slug = ?", SLUG);
                        var started = pool.submit(
                                () -> decideArticle(desk, "LEFT", "HATRED", "revision", read, "reason", "No."));
                        for (int tries = 0; !started.isDone() && tries < PATIENCE / 10; tries++) {
                            pause();
                        }
                        return started;
                    }));
            assertThat(body(deciding.get())).contains("The article was changed after you had opened this page");
        } finally {
            pool.shutdown();
        }
        assertThat(decideArticle(desk, "LEFT", "HATRED", "reason", "Read again."))
                .hasStatus(302);
    }

    private boolean isFree(long comment) {
        var other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        try {
            other.executeWithoutResult(tried -> sql.queryForList(
                    "select id from discussion where id = (select discussion_id from comment where id = ?)"
                            + " for update nowait",
                    comment));
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rule(long comment) {
        return Objects.requireNonNull(
                sql.queryForObject("select rule from report_decision where comment_id = ?", String.class, comment));
    }

    String open(MockHttpSession moderator, String address) {
        MvcTestResult opened = site.get().uri(address).session(moderator).exchange();
        assertThat(opened).as(address).hasStatusOk();
        return body(opened);
    }

    MvcTestResult ofArticle(String kind, String... fields) {
        return sent(
                "/report",
                new MockHttpSession(),
                fields,
                "place",
                SLUG,
                "comment",
                "",
                "kind",
                kind,
                "faith",
                "1",
                "revision",
                revision());
    }

    MvcTestResult decideArticle(MockHttpSession moderator, String outcome, String kind, String... fields) {
        return sent(
                "/moderation/reports" + HARBOUR,
                moderator,
                fields,
                "outcome",
                outcome,
                kind.isEmpty() ? "none" : "kind",
                kind,
                "seen",
                String.valueOf(last()),
                "revision",
                revision());
    }

    private MvcTestResult sent(String address, MockHttpSession session, String[] fields, String... defaults) {
        var request = site.post().uri(address).session(session).with(csrf()).with(from -> {
            from.setRemoteAddr("10.200.0." + SENDERS.incrementAndGet() % 250);
            return from;
        });
        for (int i = 0; i < defaults.length; i += 2) {
            if (!List.of(fields).contains(defaults[i])) {
                request = request.param(defaults[i], defaults[i + 1]);
            }
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String revision() {
        return String.valueOf(sql.queryForObject("select revision from article where slug = ?", Integer.class, SLUG));
    }
}
