package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.colloquy.account.SetUpLinkCommand;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The site as its users meet it: readers, commenters, moderators. Every database runs all of it; each test keeps to
 * names and comments of its own.
 */
abstract class SiteTests extends HostileTests {

    // -- reading

    @Test
    void servesEveryFileAtTheAddressThatPagesName() {
        Matcher named = Pattern.compile("(?:href|src)=\"(/(?:site|favicon|reading)[^\"]*)\"")
                .matcher(page(HARBOUR));
        int found = 0;
        while (named.find()) {
            assertThat(site.get().uri(named.group(1))).as(named.group(1)).hasStatusOk();
            found++;
        }
        assertThat(found).isEqualTo(3);
    }

    @Test
    void showsTheArticleWithItsTermsAndItsDiscussion() {
        assertThat(page(HARBOUR))
                .contains("The Harbour Agreement, One Year On", "By Mira Holt")
                .contains("id=\"p-1\"", "id=\"p-2\"", "id=\"p-3\"", "id=\"term-1\"", "id=\"term-3\"")
                .contains("Old Salt", "Rope Maker", "name not in the source")
                .contains("id=\"comment-5\"", "not in the source");
    }

    @Test
    void putsARecoveredReplyUnderWhatItQuotes() {
        String page = page(HARBOUR);
        assertThat(page).contains("recovered from a quotation", "from 2");
        assertThat(page.indexOf("id=\"comment-6\"")).isLessThan(page.indexOf("id=\"comment-4\""));
        assertThat(page(HARBOUR + "/comments/6")).contains("id=\"comment-2\"", "id=\"comment-3\"", "id=\"comment-6\"");
    }

    @Test
    void showsTheNoticeAsHouseRulesOnItsOwnPage() {
        assertThat(page(HARBOUR + "/comments/1"))
                .contains("House rules", "Be kind to the gulls.")
                .doesNotContain("name not in the source", "/comments/1/reply");
    }

    @Test
    void leadsFromACommentToItsPlaceInTheDiscussion() {
        assertThat(page(HARBOUR + "/comments/6")).contains(HARBOUR + "?order=threads&amp;at=6#comment-6");
    }

    @Test
    void ordersByThreadsByNumberAndNewestFirst() {
        String byNumber = page(HARBOUR + "?order=numbers");
        assertThat(byNumber.indexOf("id=\"comment-4\"")).isLessThan(byNumber.indexOf("id=\"comment-6\""));
        String newest = page(HARBOUR + "?order=newest&at=7");
        assertThat(newest.indexOf("id=\"comment-7\"")).isLessThan(newest.indexOf("id=\"comment-2\""));
        assertThat(page(HARBOUR + "?order=nonsense&from=x&at=z&since=y")).isEqualTo(page(HARBOUR));
    }

    @Test
    void keepsTheReadersPlaceWhenTheOrderChanges() {
        String place = Discussed.write(sql, "long-orders", 400, number -> number % 100 - 1, number -> null);
        try {
            assertThat(page(place))
                    .contains("href=\"" + place + "?order=newest#discussion\"")
                    .doesNotContain("at=");
            String second = page(place + "?from=100&since=9");
            assertThat(second)
                    .contains("href=\"" + place + "?order=newest&amp;at=100&amp;since=9#comment-100\"")
                    .contains("<link rel=\"canonical\" href=\"" + place + "\">");
            for (String order : List.of("threads", "numbers", "newest")) {
                for (int number : List.of(1, 99, 100, 250, 400)) {
                    assertThat(ids(page(place + "?order=" + order + "&at=" + number)))
                            .as(order)
                            .contains(number);
                }
            }
            assertThat(page(place + "?at=401")).isEqualTo(page(place));
            assertThat(page(place + "?at=400&from=100")).isEqualTo(page(place + "?from=100"));
        } finally {
            Discussed.remove(sql, "long-orders");
        }
    }

    @Test
    void walksThroughALongThreadAndMeetsEveryCommentOnce() {
        // A chain, then many answers to one comment.
        String place = Discussed.write(
                sql, "long-walk", 700, number -> number <= 400 ? number - 1 : 200, number -> "Walker " + number % 7);
        try {
            List<Integer> met = new ArrayList<>();
            String next = place;
            int pages = 0;
            while (next != null) {
                String page = page(next);
                ids(page).forEach(met::add);
                pages++;
                Matcher link = Pattern.compile("<a rel=\"next\" href=\"([^\"]*)#discussion\">([^<]*)")
                        .matcher(page);
                next = link.find() ? link.group(1).replace("&amp;", "&") : null;
                assertThat(next == null || link.group(2).equals("Continue this thread"))
                        .isTrue();
            }
            assertThat(pages).isEqualTo(5);
            assertThat(met)
                    .hasSize(700)
                    .doesNotHaveDuplicates()
                    .startsWith(1, 2, 3)
                    .contains(400, 401, 700);
            assertThat(page(place + "/comments/400")).contains("391 comments further up");
        } finally {
            Discussed.remove(sql, "long-walk");
        }
    }

    @Test
    void pagesWhatIsSaidAboutATerm() {
        String place = Discussed.write(sql, "long-term", 200, number -> number - 1, number -> null);
        try {
            sql.update("insert into ceasefire_term (article_id, number, position, text, verbatim)"
                    + " select id, 1, 1, 'All of it.', '' from article where slug = 'long-term'");
            sql.update("update comment set term = 1 where number in (11, 20) and discussion_id = (select d.id"
                    + " from discussion d join article a on d.article_id = a.id where a.slug = 'long-term')");
            assertThat(page(place)).contains("190 comments about term 1");
            String page = page(place + "/terms/1");
            assertThat(ids(page))
                    .isEqualTo(IntStream.rangeClosed(11, 160).boxed().toList());
            assertThat(page).contains(place + "/terms/1?from=161#comments-title");
            assertThat(ids(page(place + "/terms/1?from=161")))
                    .isEqualTo(IntStream.rangeClosed(161, 200).boxed().toList());
        } finally {
            Discussed.remove(sql, "long-term");
        }
    }

    /** The numbers of the comments on a page, as they stand there. */
    private static List<Integer> ids(String page) {
        return Pattern.compile("<article[^>]* id=\"comment-(\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    @Test
    void marksWhatCameSince() {
        assertThat(page(HARBOUR + "?since=6")).contains(">new<");
        assertThat(page(HARBOUR)).doesNotContain(">new<");
    }

    @Test
    void showsATermWithWhatIsSaidAboutIt() {
        assertThat(page(HARBOUR + "/terms/2")).contains("Nets are mended on the north quay");
        int number = number(post(HARBOUR, "name", "Term Reader", "text", "On the nets.", "term", "2"));
        assertThat(page(HARBOUR + "/terms/2")).contains("id=\"comment-" + number + "\"", "On the nets.");
        assertThat(page(HARBOUR)).contains("about term 2");
        post(HARBOUR, "name", "Term Answer", "text", "On the nets, too.", "parent", String.valueOf(number));
        assertThat(page(HARBOUR + "/terms/2")).contains("On the nets, too.");
        assertThat(post(HARBOUR, "name", "No Such Term", "text", "About nothing.", "term", "9"))
                .hasStatus(422);
    }

    @Test
    void answersWhatDoesNotExistWith404() {
        for (String nothing : List.of(
                "/articles/none",
                "/nothing",
                HARBOUR + "/terms/4",
                HARBOUR + "/terms/0",
                HARBOUR + "/terms/x",
                HARBOUR + "/comments/99999",
                HARBOUR + "/comments/0",
                HARBOUR + "/comments/999999999999",
                HARBOUR + "/comments/99999/reply",
                HARBOUR + "/comments/new?term=9",
                HARBOUR + "/document.pdf",
                "/articles/none/document.txt",
                "/articles/none/comments/new",
                "/open-thread/comments/99999",
                "/open-thread/terms/1",
                "/actuator/env")) {
            MvcTestResult result = site.get().uri(nothing).accept("text/html").exchange();
            assertThat(result).as(nothing).hasStatus(404);
        }
    }

    @Test
    void keepsReadersWithoutASession() {
        for (String address :
                List.of("/", HARBOUR, HARBOUR + "/comments/2", "/rules", "/moderation-log", "/open-thread")) {
            MvcTestResult result = site.get().uri(address).exchange();
            assertThat(result.getRequest().getSession(false)).as(address).isNull();
            assertThat(result.getResponse().getCookies()).as(address).isEmpty();
        }
    }

    @Test
    void makesNoSessionForAnAddressThatIsNotThere() {
        for (String address : List.of("/nope", "/error", "/wp-login.php")) {
            MvcTestResult result = site.get().uri(address).exchange();
            assertThat(result).as(address).hasStatus(404);
            assertThat(result.getRequest().getSession(false)).as(address).isNull();
        }
    }

    @Test
    void showsTheDiscussionWhereTheFormWasPosted() {
        assertThat(site.get().uri(HARBOUR + "/comments").exchange())
                .hasStatus(302)
                .hasRedirectedUrl(HARBOUR + "#discussion");
    }

    @Test
    void sendsAStrictPolicyWithEveryPage() {
        for (String address : List.of("/", HARBOUR, HARBOUR + "/comments/new", "/articles/none", "/site.css")) {
            assertThat(site.get().uri(address).exchange())
                    .as(address)
                    .headers()
                    .hasHeaderSatisfying(
                            "Content-Security-Policy",
                            policy -> assertThat(String.join(" ", policy))
                                    .contains("default-src 'none'")
                                    .doesNotContain("unsafe"))
                    .containsHeaders("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy");
        }
    }

    @Test
    void keepsConfidentialPagesOutOfEveryCacheAndFormsInTheBrowsers() {
        assertThat(site.get().uri("/moderation").session(desk).exchange())
                .headers()
                .hasValue("Cache-Control", "no-store");
        assertThat(site.get().uri("/account").exchange()).headers().hasValue("Cache-Control", "no-store");
        assertThat(site.get().uri(HARBOUR + "/comments/new").exchange())
                .headers()
                .hasValue("Cache-Control", "private, no-cache");
    }

    @Test
    void showsTheRulesOfEveryDiscussion() {
        assertThat(page("/rules")).contains("Anonymous comments are not allowed here.", "Be kind to the gulls.");
    }

    @Test
    void givesACommentAsData() {
        assertThat(site.get().uri(HARBOUR + "/comments/6.json").exchange())
                .hasStatusOk()
                .bodyJson()
                .convertTo(Map.class)
                .satisfies(data -> assertThat(data.toString())
                        .contains("number=6", "parent=3", "evidence=QUOTED", "Old Salt")
                        .contains("ancestors=[{number=2"));
        assertThat(site.get().uri(HARBOUR + "/comments/99999.json").exchange()).hasStatus(404);
    }

    @Test
    void asksSearchEnginesNotToIndexWhatNobodyHasRightsTo() {
        assertThat(page(HARBOUR)).contains("<meta name=\"robots\" content=\"noindex\">");
        assertThat(page(specimen())).doesNotContain("noindex");
        assertThat(site.get().uri(HARBOUR + "/document.txt").exchange())
                .headers()
                .containsHeader("X-Robots-Tag");
    }

    // -- posting

    @Test
    void postsACommentWithANameAndAnswersWithItsAddress() {
        MvcTestResult posted = post(HARBOUR, "name", "Gull Friend", "text", "First line.\r\n\r\nSecond <b>line</b>.");
        assertThat(posted).hasStatus(303);
        String comment = page(address(posted));
        assertThat(comment).contains("Gull Friend", "First line.", "Second &lt;b&gt;line&lt;/b&gt;.");
        assertThat(page(HARBOUR + "?at=" + number(posted))).contains("Gull Friend");
    }

    @Test
    void putsAReplyUnderWhatItAnswers() {
        MvcTestResult posted = post(HARBOUR, "name", "Answerer", "text", "You do get used to it.", "parent", "4");
        assertThat(posted).hasStatus(303);
        assertThat(page(HARBOUR + "/comments/4")).contains("You do get used to it.");
    }

    @Test
    void refusesANamelessCommentQuotesTheRuleAndKeepsTheText() {
        for (String none : List.of("", "   ", "Anonymous", "ANON", "гость", "匿名", "…", "\u200b")) {
            MvcTestResult refused = post(HARBOUR, "name", none, "text", "Half a thought & more");
            assertThat(refused).as(none).hasStatus(422);
            assertThat(body(refused))
                    .contains("Anonymous comments are not allowed here.", "Half a thought &amp; more</textarea>");
        }
    }

    @Test
    void takesANameThatOnlySoundsAnonymous() {
        assertThat(post(HARBOUR, "name", "TheWhollyAnonymous", "text", "A name all the same."))
                .hasStatus(303);
    }

    @Test
    void refusesNamesThatBelongToSomebodyElse() {
        Cookie[] none = {};
        assertThat(post(HARBOUR, "name", "Claimed Once", "text", "Mine now.")).hasStatus(303);
        for (String taken : List.of(
                "Claimed Once",
                "claimed  once",
                "CLAIMED\u00a0ONCE",
                "Claimed\u200b Once",
                "Old Salt",
                "Mira Holt",
                "Moderator",
                "Desk One")) {
            MvcTestResult refused = post(none, HARBOUR, "name", taken, "text", "Not mine.");
            assertThat(refused).as(taken).hasStatus(422);
            assertThat(body(refused)).contains("somebody else’s name", "Not mine.</textarea>");
        }
    }

    @Test
    void keepsTheHandleInTheBrowserThatClaimedIt() {
        Cookie[] mine = post(HARBOUR, "name", "Kept Handle", "text", "One.")
                .getResponse()
                .getCookies();
        assertThat(mine).hasSize(1);
        assertThat(mine[0].isHttpOnly()).isTrue();
        assertThat(mine[0].getSecure()).isFalse();
        assertThat(mine[0].getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(mine[0].getMaxAge()).isGreaterThan(300 * 24 * 3600);
        assertThat(body(site.get().uri(HARBOUR + "/comments/new").cookie(mine).exchange()))
                .contains("You post as Kept Handle in this browser.");
        MvcTestResult second = post(mine, HARBOUR, "name", "", "text", "Two.");
        assertThat(page(address(second))).contains("Kept Handle");
        assertThat(sql.queryForObject("select count(*) from member where handle = 'Kept Handle'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void letsTabsThatAreRestoredAtOnceAllKeepTheHandle() throws Exception {
        Cookie[] mine =
                post(HARBOUR, "name", "Many Tabs", "text", "One.").getResponse().getCookies();
        Callable<String> tab = () ->
                body(site.get().uri(HARBOUR + "/comments/new").cookie(mine).exchange());
        var tabs = Executors.newFixedThreadPool(8);
        try {
            for (var shown :
                    tabs.invokeAll(IntStream.range(0, 32).mapToObj(i -> tab).toList())) {
                assertThat(shown.get()).contains("You post as Many Tabs");
            }
        } finally {
            tabs.shutdown();
        }
    }

    @Test
    void setsASecureCookieWhereTheSiteIsReachedByHttps() {
        MvcTestResult posted = site.post()
                .uri(HARBOUR + "/comments")
                .secure(true)
                .with(csrf())
                .param("name", "Behind Tls")
                .param("text", "Safe.")
                .exchange();
        assertThat(posted.getResponse().getCookies()[0].getSecure()).isTrue();
    }

    @Test
    void forgetsTheHandleOnThisBrowserOnly() {
        Cookie[] mine =
                post(HARBOUR, "name", "Forgetful", "text", "One.").getResponse().getCookies();
        site.post().uri("/account/sign-out").cookie(mine).with(csrf()).exchange();
        assertThat(body(site.get().uri("/account?forgotten=true").cookie(mine).exchange()))
                .contains("The name is forgotten.")
                .doesNotContain("Forgetful");
        assertThat(post(HARBOUR, "name", "Forgetful", "text", "Two.")).hasStatus(422);
    }

    @Test
    void showsTheFormAgainWithTheTextWhenItsTokenHasExpired() {
        MvcTestResult again = site.post()
                .uri(HARBOUR + "/comments")
                .param("name", "Slow Writer")
                .param("text", "It took me all day.")
                .param("parent", "4")
                .exchange();
        // The browser test sees what stands there.
        assertThat(again).hasForwardedUrl(HARBOUR + "/comments/expired");
        assertThat(page(HARBOUR)).doesNotContain("It took me all day.");
    }

    @Test
    void cannotBeMadeToPostThroughTheFormThatIsShownAgain() {
        assertThat(site.post()
                        .uri(HARBOUR + "/comments/expired")
                        .param("text", "x")
                        .exchange())
                .hasForwardedUrl("/account/expired");
        assertThat(site.post()
                        .uri(HARBOUR + "/comments/expired")
                        .with(csrf())
                        .param("text", "Sneaked in")
                        .exchange())
                .hasStatus(404);
        assertThat(page(HARBOUR)).doesNotContain("Sneaked in");
    }

    @Test
    void putsWhatIsOffTopicIntoTheOpenThread() {
        MvcTestResult posted =
                post(HARBOUR, "name", "Wanderer", "text", "About gardens.", "parent", "4", "elsewhere", "true");
        assertThat(posted).hasStatus(303);
        assertThat(address(posted)).startsWith("/open-thread/comments/");
        assertThat(page("/open-thread?at=" + number(posted))).contains("About gardens.");
        assertThat(page(HARBOUR)).doesNotContain("About gardens.");
    }

    @Test
    void refusesWhatCannotBeKeptAndSaysWhy() {
        assertRefused("nul \u0000 inside", "control characters");
        assertRefused("lone \ud800 surrogate", "control characters");
        assertRefused("bell \u0007", "control characters");
        assertRefused("  \r\n \t ", "nothing in it yet");
        assertRefused("x".repeat(17 * 1024), "too long");
        assertRefused("é".repeat(8 * 1024 + 1), "too long");
    }

    private void assertRefused(String text, String because) {
        MvcTestResult refused = post(HARBOUR, "name", "Breaker " + UUID.randomUUID(), "text", text);
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains(because);
    }

    @Test
    void keepsWhatLanguagesAndPeopleWrite() {
        for (String text :
                List.of("עברית ואז English", "日本語の文章。", "e\u0301 combining", "👩‍👩‍👧‍👦 family", "a\n    * b")) {
            MvcTestResult posted = post(
                    HARBOUR, "name", "Writer " + UUID.randomUUID().toString().substring(0, 8), "text", text);
            assertThat(posted).as(text).hasStatus(303);
            assertThat(sql.queryForList("select text from comment", String.class))
                    .contains(text);
        }
    }

    @Test
    void keepsTheTextWhenWhatItAnswersIsHiddenMeanwhile() {
        int parent = number(post(HARBOUR, "name", "Soon Hidden", "text", "A claim."));
        hide("A reason", id(HARBOUR, parent));
        MvcTestResult refused =
                post(HARBOUR, "name", "Late Answer", "text", "My long answer.", "parent", String.valueOf(parent));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("taken out of sight", "My long answer.</textarea>");
        assertThat(site.get().uri(HARBOUR + "/comments/" + parent + "/reply").exchange())
                .hasStatus(404);
    }

    @Test
    void postsOnceWhatIsSentTwiceAndGivesTheHandleAgain() {
        String[] fields = {
            "name",
            "Twice Pressed",
            "text",
            "Pressed twice.",
            "key",
            UUID.randomUUID().toString()
        };
        MvcTestResult first = post(HARBOUR, fields);
        MvcTestResult second = post(HARBOUR, fields);
        assertThat(second).hasStatus(303);
        assertThat(address(second)).isEqualTo(address(first));
        assertThat(second.getResponse().getCookie("colloquy-handle")).isNotNull();
        assertThat(sql.queryForObject("select count(*) from comment where text = 'Pressed twice.'", Integer.class))
                .isEqualTo(1);

        fields[3] = "Pressed once more.";
        assertThat(address(post(first.getResponse().getCookies(), HARBOUR, fields)))
                .isNotEqualTo(address(first));
    }

    @Test
    void givesNoHandleForARepeatedFormAfterAWhile() {
        String[] fields = {
            "name",
            "Long Ago",
            "text",
            "Posted long ago.",
            "key",
            UUID.randomUUID().toString()
        };
        String address = address(post(HARBOUR, fields));
        sql.update("update comment set posted_at = ? where text = 'Posted long ago.'", Timestamp.from(Instant.EPOCH));
        MvcTestResult again = post(HARBOUR, fields);
        assertThat(address(again)).isEqualTo(address);
        assertThat(again.getResponse().getCookie("colloquy-handle")).isNull();
    }

    @Test
    void postsOnceWhatIsSentManyTimesAtTheSameMoment() throws Exception {
        String[] fields = {
            "name",
            "Much Pressed",
            "text",
            "Pressed by many.",
            "key",
            UUID.randomUUID().toString()
        };
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> presses = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> address(post(HARBOUR, fields)))
                    .toList();
            List<String> addresses = new ArrayList<>();
            for (var press : pool.invokeAll(presses)) {
                addresses.add(press.get());
            }
            assertThat(addresses).containsOnly(addresses.get(0));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void letsOneOfTwoClaimAHandleAtTheSameMoment() throws Exception {
        Callable<MvcTestResult> claim = () -> post("/open-thread", "name", "Contested", "text", "Mine!");
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(List.of(claim, claim, claim, claim))) {
                answers.add(answer.get().getResponse().getStatus());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422);
        } finally {
            pool.shutdown();
        }
    }

    // -- the effects of the rule about nameless comments

    @Test
    void holdsANamelessCommentUntilAModeratorApprovesIt() {
        choose("karabakh-2020", "HOLD");
        String place = specimen();
        MockHttpSession author = new MockHttpSession();
        MvcTestResult posted = site.post()
                .uri(place + "/comments")
                .session(author)
                .with(csrf())
                .param("text", "Waiting patiently.")
                .exchange();
        String address = address(posted);
        assertThat(body(site.get().uri(address).session(author).exchange()))
                .contains("Waiting patiently.", "waiting for a moderator");
        assertThat(site.get().uri(address).exchange()).hasStatus(404);
        assertThat(page(place)).doesNotContain("Waiting patiently.");
        assertThat(page(place + "/document.txt")).doesNotContain("Waiting patiently.");
        assertThat(site.get().uri(address + "/reply").exchange()).hasStatus(404);

        assertThat(body(site.get().uri("/moderation").session(desk).exchange())).contains("Waiting patiently.");
        act("approve", "", id(place, number(posted)));
        assertThat(page(address)).contains("Waiting patiently.").doesNotContain("waiting for a moderator");
        assertThat(page("/moderation-log")).contains("approved");
        choose("karabakh-2020", "REFUSE");
    }

    @Test
    void flagsANamelessCommentWhereTheEffectIsFlag() {
        choose("the-harbour-agreement-one-year-on", "FLAG");
        MvcTestResult posted = post(HARBOUR, "name", "", "text", "Said by nobody.");
        assertThat(posted).hasStatus(303);
        assertThat(page(address(posted))).contains("Said by nobody.", "no name");
        assertThat(body(site.get().uri("/moderation?tab=nameless").session(desk).exchange()))
                .contains("Said by nobody.");
        choose("the-harbour-agreement-one-year-on", "REFUSE");
        assertThat(page("/moderation-log")).contains("changed a commenting rule");
    }

    // -- moderation

    @Test
    void hidesACommentAndKeepsItsReplies() {
        int parent = number(post(HARBOUR, "name", "Parent P", "text", "Words to hide."));
        int reply =
                number(post(HARBOUR, "name", "Reply R", "text", "Words that stay.", "parent", String.valueOf(parent)));
        MvcTestResult preview = site.get()
                .uri("/moderation/hide?comment=" + id(HARBOUR, parent))
                .session(desk)
                .exchange();
        assertThat(body(preview)).contains("Hide one comment", "It is answered");

        assertThat(hide("Unkind to the gulls", id(HARBOUR, parent))).hasStatus(302);

        assertThat(page(HARBOUR + "?at=" + parent))
                .doesNotContain("Words to hide.")
                .contains("Hidden by Desk One", "Unkind to the gulls", "Words that stay.");
        assertThat(page(HARBOUR + "/comments/" + reply))
                .contains("Hidden by Desk One")
                .doesNotContain("Words to hide.");
        assertThat(page(HARBOUR + "/document.txt")).doesNotContain("Words to hide.");
        assertThat(page("/moderation-log")).contains("Desk One", "Unkind to the gulls");

        act("restore", "A mistake", id(HARBOUR, parent));
        assertThat(page(HARBOUR + "?at=" + parent)).contains("Words to hide.").doesNotContain("Unkind to the gulls");
        assertThat(page("/moderation-log")).contains("A mistake");
    }

    @Test
    void asksForAReasonBeforeItHides() {
        int number = number(post(HARBOUR, "name", "No Reason", "text", "Still here."));
        assertThat(hide("  ", id(HARBOUR, number))).hasStatus(422);
        assertThat(page(HARBOUR + "?at=" + number)).contains("Still here.");
        hide("One", id(HARBOUR, number));
        assertThat(act("restore", "x".repeat(501), id(HARBOUR, number))).hasStatus(422);
        assertThat(act("restore", "", id(HARBOUR, number))).hasStatus(302);
        assertThat(hide("x".repeat(501), id(HARBOUR, number))).hasStatus(422);
    }

    @Test
    void hidesOnceWhenTwoModeratorsHideAtTheSameTime() throws Exception {
        long id = id(HARBOUR, number(post(HARBOUR, "name", "Twice Hidden", "text", "Only once.")));
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession other = signIn("Desk Two", PASSWORD);
        var pool = Executors.newFixedThreadPool(2);
        try {
            pool.invokeAll(List.of(
                    () -> act(desk, "hide", "Reason of one", id), () -> act(other, "hide", "Reason of two", id)));
        } finally {
            pool.shutdown();
        }
        assertThat(sql.queryForObject(
                        "select count(*) from moderation_log where reason in ('Reason of one', 'Reason of two')",
                        Integer.class))
                .isEqualTo(1);
    }

    @Test
    void preselectsNothingOnTheDesk() {
        String list = body(
                site.get().uri("/moderation?tab=not-in-source").session(desk).exchange());
        assertThat(list).contains("type=\"checkbox\"").doesNotContainPattern("<input[^>]*checked");
        assertThat(body(site.get()
                        .uri("/moderation?tab=not-in-source&all=true")
                        .session(desk)
                        .exchange()))
                .containsPattern("<input[^>]*checked");
    }

    @Test
    void listsOnTheDeskWhatIsAnonymousInOneDiscussionOnly() {
        String slug = specimen().substring("/articles/".length());
        String all = body(
                site.get().uri("/moderation?tab=not-in-source").session(desk).exchange());
        assertThat(all).contains("as the saying goes");
        assertThat(body(site.get()
                        .uri("/moderation?tab=not-in-source&place=" + slug)
                        .session(desk)
                        .exchange()))
                .contains("type=\"checkbox\"")
                .doesNotContain("as the saying goes");
        assertThat(site.get().uri("/moderation?place=none").session(desk).exchange())
                .hasStatus(404);
    }

    @Test
    void opensTheDeskToModeratorsOnly() {
        Cookie[] handle = post(HARBOUR, "name", "Curious", "text", "Let me in.")
                .getResponse()
                .getCookies();
        for (String address : List.of(
                "/moderation",
                "/moderation/rules",
                "/moderation/unplaced",
                "/moderation/place?comment=1",
                "/moderation/rules/ANONYMOUS",
                "/moderation/hide?comment=1",
                "/moderation/find?place=x&number=1",
                "/moderation/none")) {
            assertThat(site.get().uri(address).exchange()).as(address).hasStatus(302);
            assertThat(site.get().uri(address).cookie(handle).exchange())
                    .as(address)
                    .hasStatus(302);
        }
        for (String address : List.of(
                "/moderation/hide",
                "/moderation/restore",
                "/moderation/approve",
                "/moderation/rules/ANONYMOUS",
                "/moderation/place")) {
            assertThat(site.post()
                            .uri(address)
                            .cookie(handle)
                            .with(csrf())
                            .param("comment", "1")
                            .exchange())
                    .as(address)
                    .hasStatus(302)
                    .redirectedUrl()
                    .contains("sign-in");
            assertThat(site.post()
                            .uri(address)
                            .session(desk)
                            .param("comment", "1")
                            .exchange())
                    .as("without a token")
                    .hasForwardedUrl("/account/expired");
        }
    }

    @Test
    void asksForTheRightPassword() {
        MvcTestResult wrong = site.post()
                .uri("/account/sign-in")
                .with(csrf())
                .param("username", "Desk One")
                .param("password", "wrong")
                .exchange();
        assertThat(wrong).hasStatus(302).redirectedUrl().contains("failed");
        assertThat(page("/account/sign-in?failed=true")).contains("isn’t right");
    }

    @Test
    void appointsAModeratorThroughALinkThatWorksOnce() {
        String link = setUpLink();
        assertThat(link).startsWith("https://site.example/account/set-up?token=");
        String token = link.substring(link.indexOf('=') + 1);
        assertThat(page("/account/set-up?token=" + token)).contains("Set up your moderator account");
        assertThat(setUp(token, "New Keeper", "too short", "too short")).hasStatus(422);
        assertThat(setUp(token, "New Keeper", PASSWORD, PASSWORD + "!")).hasStatus(422);
        for (String other : List.of("Desk One", "Old Salt", "Anonymous", "x\u0000y", " ")) {
            assertThat(setUp(token, other, PASSWORD, PASSWORD)).as(other).hasStatus(422);
        }
        assertThat(setUp(token, "New Keeper", PASSWORD, PASSWORD)).hasStatus(302);
        signIn("New Keeper", PASSWORD);
        assertThat(page("/moderation-log")).contains("New Keeper");

        assertThat(site.get().uri("/account/set-up?token=" + token).exchange()).hasStatus(410);
        assertThat(setUp(token, "Another Keeper", PASSWORD, PASSWORD)).hasStatus(410);
        assertThat(site.get().uri("/account/set-up").exchange()).hasStatus(410);
    }

    private String setUpLink() {
        var printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SetUpLinkCommand.run(
                    "--colloquy.data=" + environment.getRequiredProperty("colloquy.data"),
                    "--colloquy.url=https://site.example/");
        } finally {
            System.setOut(out);
        }
        String line = printed.toString(StandardCharsets.UTF_8).strip();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private MvcTestResult setUp(String token, String name, String password, String repeat) {
        return site.post()
                .uri("/account/set-up")
                .with(csrf())
                .param("token", token)
                .param("name", name)
                .param("password", password)
                .param("repeat", repeat)
                .exchange();
    }

    @Test
    void changesTheSessionWhenSomebodySignsIn() {
        MockHttpSession before = new MockHttpSession();
        String old = before.getId();
        site.post()
                .uri("/account/sign-in")
                .session(before)
                .with(csrf())
                .param("username", "desk  ONE")
                .param("password", PASSWORD)
                .exchange();
        assertThat(before.getId()).isNotEqualTo(old);
    }

    @Test
    void linksEveryEntryOfTheLogToSomethingThatIsThere() {
        hide("For the log", id(HARBOUR, number(post(HARBOUR, "name", "Logged", "text", "To be logged."))));
        String log = page("/moderation-log");
        String entries = log.substring(log.indexOf("<ol class=\"log\""));
        Matcher links = Pattern.compile("href=\"(/[^\"#]*)").matcher(entries.substring(0, entries.indexOf("</ol>")));
        int found = 0;
        while (links.find()) {
            String[] parts = links.group(1).split("/");
            if (parts[1].equals("articles")
                    && sql.queryForList("select id from article where slug = ?", Long.class, parts[2])
                            .isEmpty()) {
                // Another test took its article out of the database; nobody else can.
                continue;
            }
            found++;
            // Of an article that was withdrawn its address says so.
            boolean withdrawn = !sql.queryForList(
                            "select id from article where withdrawn_at is not null and (? = concat('/articles/', slug)"
                                    + " or ? like concat('/articles/', slug, '/%'))",
                            Long.class, links.group(1), links.group(1))
                    .isEmpty();
            assertThat(site.get().uri(links.group(1)).exchange().getResponse().getStatus())
                    .as(links.group(1))
                    .isEqualTo(withdrawn ? 410 : 200);
        }
        assertThat(found).isGreaterThanOrEqualTo(2);
    }

    @Test
    void hidesNoNoticeSoThatItsRulesStayInForce() {
        assertThat(hide("Off with it", id(HARBOUR, 1))).hasStatus(302);
        assertThat(page(HARBOUR)).contains("Anonymous comments are not allowed here.");
        assertThat(post(HARBOUR, "name", "", "text", "Slip in.")).hasStatus(422);
    }

    @Test
    void keepsAHandleWhenAModeratorSignsOutInTheSameBrowser() {
        Cookie[] mine = post(HARBOUR, "name", "Also Commenter", "text", "One.")
                .getResponse()
                .getCookies();
        site.post()
                .uri("/account/sign-out")
                .session(desk)
                .cookie(mine)
                .with(csrf())
                .exchange();
        assertThat(body(site.get().uri("/account").cookie(mine).exchange())).contains("Also Commenter");
        assertThat(site.get().uri("/moderation").session(desk).exchange()).hasStatus(302);
    }

    @Test
    void takesABrokenHandleCookieForNone() {
        for (String broken : List.of("@@@", "JXp6", "", "x".repeat(5000), "a:b:c")) {
            Cookie cookie = new Cookie("colloquy-handle", broken);
            assertThat(site.get().uri(HARBOUR).cookie(cookie).exchange())
                    .as(broken)
                    .hasStatusOk();
            assertThat(site.post()
                            .uri("/account/sign-out")
                            .cookie(cookie)
                            .with(csrf())
                            .exchange())
                    .as(broken)
                    .hasStatus(302);
        }
    }

    @Test
    void raisesTheWithdrawnCounterOnceForEveryCommentThatIsHidden() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(id(HARBOUR, number(post(HARBOUR, "name", "Row " + i, "text", "Number " + i))));
        }
        hide("One of them before", ids.get(3));
        long before = withdrawn();
        hide("All of them", ids.toArray(Long[]::new));
        assertThat(withdrawn()).isEqualTo(before + 3);
    }

    private long withdrawn() {
        return Objects.requireNonNull(sql.queryForObject(
                "select d.withdrawn from discussion d join article a on d.article_id = a.id where a.slug = ?",
                Long.class,
                HARBOUR.substring("/articles/".length())));
    }

    @Test
    void declinesAHeldCommentWithoutATraceForReaders() {
        choose("the-harbour-agreement-one-year-on", "HOLD");
        int number = number(post(HARBOUR, "name", "", "text", "Better not."));
        choose("the-harbour-agreement-one-year-on", "REFUSE");
        String before = page(HARBOUR);
        assertThat(hide("Declined", id(HARBOUR, number))).hasStatus(302);
        assertThat(page(HARBOUR)).isEqualTo(before);
        assertThat(site.get().uri(HARBOUR + "/comments/" + number).exchange()).hasStatus(404);
        assertThat(page("/moderation-log")).contains("Declined");
        act("restore", "Back to waiting", id(HARBOUR, number));
        assertThat(site.get().uri(HARBOUR + "/comments/" + number).exchange()).hasStatus(404);
        assertThat(body(site.get().uri("/moderation").session(desk).exchange()))
                .contains("Better not.", "waiting for a moderator");
    }

    @Test
    void marksAQuotationWhoseSourceIsHidden() {
        hide("For the quotation", id(specimen(), 2));
        assertThat(page(specimen() + "/comments/4")).contains("source hidden");
        act("restore", "Back", id(specimen(), 2));
        assertThat(page(specimen() + "/comments/4")).doesNotContain("source hidden");
    }

    @Test
    void refusesReasonsThatCannotBeKept() {
        int number = number(post(HARBOUR, "name", "Reasoned", "text", "A text."));
        assertThat(hide("nul \u0000", id(HARBOUR, number))).hasStatus(422);
        assertThat(site.post()
                        .uri("/moderation/rules/ANONYMOUS")
                        .session(desk)
                        .with(csrf())
                        .param("place", "open-thread")
                        .param("effect", "REFUSE")
                        .param("reason", "nul \u0000")
                        .exchange())
                .hasStatus(422);
    }

    @Test
    void showsTheLastPageOfTheDeskForAnyPageBeyondIt() {
        assertThat(site.get().uri("/moderation?page=2147483647").session(desk).exchange())
                .hasStatusOk();
        assertThat(site.get().uri("/moderation?page=-5").session(desk).exchange())
                .hasStatusOk();
    }

    // -- the document

    @Test
    void writesThePostedCommentsInTheFormatOfTheDocument() {
        post(HARBOUR, "name", "Scribe", "text", "Bob says\n\n    12. not a number\n\nThe end.");
        assertThat(page(HARBOUR + "/document.txt"))
                .contains(". Scribe says\n\n    Bob says\n\n        12. not a number\n\n    The end.");
    }

    @Test
    void givesTheSourceDocumentBackByteForByteAlsoAfterHidingAndRestoringTheNameless() throws Exception {
        byte[] source = Files.readAllBytes(SharedFiles.sourceDocument());
        assertThat(document(SOURCE)).isEqualTo(source);

        List<Long> nameless = sql.queryForList(
                "select c.id from comment c join discussion d on c.discussion_id = d.id join article a on"
                        + " d.article_id = a.id where a.slug = ? and c.speaker_kind = 'NOT_IN_SOURCE'"
                        + " and c.kind = 'COMMENT'",
                Long.class,
                SOURCE.substring("/articles/".length()));
        assertThat(nameless).hasSize(28);
        hide("All of them", nameless.toArray(Long[]::new));
        assertThat(page(SOURCE)).contains("28 hidden");
        assertThat(document(SOURCE)).isNotEqualTo(source);
        act("restore", "Back", nameless.toArray(Long[]::new));
        assertThat(document(SOURCE)).isEqualTo(source);
    }
}
