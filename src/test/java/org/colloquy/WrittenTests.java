package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is written here, from the form to the page: markup, preview, and what it is about. In an article of its own. */
abstract class WrittenTests extends KeptNamesTests {

    private static final String LAMPS =
            "The lamps along the pier were lit at four, long before anybody could have needed them.";

    private static final String NETS =
            "Whoever mends the nets on that pier has not been paid since the spring before last.";

    private String pier = "";

    @BeforeEach
    void writeAnArticle() {
        pier = Discussed.write(sql, "written", 3, number -> 0, number -> "Writer " + number);
        sql.update("insert into ceasefire_term (article_id, number, position, text, verbatim)"
                + " select id, 1, 2, 'The lamps burn until morning.', '' from article where slug = 'written'");
        paragraph(1, "A pier has two ends, and only one of them is on land.");
        paragraph(3, (LAMPS + " Nobody paid for the oil. ") + "The mayor said it had been there anyway. ".repeat(20));
        sql.update("update comment set text = ? where id = ?", NETS, id(pier, 2));
    }

    private void paragraph(int position, String text) {
        sql.update(
                "insert into passage (article_id, position, kind, text, verbatim)"
                        + " select id, cast(? as integer), 'PARAGRAPH', cast(? as text), '' from article where slug = 'written'",
                position,
                text);
    }

    @AfterEach
    void removeIt() {
        Discussed.remove(sql, "written");
    }

    @Test
    void showsWhatWasWrittenWithItsMarkupAndKeepsEveryLetterOfIt() {
        String typed = "See **this** [report](https://a.example/r?a=1&b=2), *please*:\n\n* one\n* `<b>` two\n\n# 3";
        int number = number(post(pier, "name", "Marker", "text", typed));
        assertThat(said(page(pier), number))
                .contains("See <strong>this</strong> <a href=\"https://a.example/r?a&#61;1&amp;b&#61;2\"")
                .contains("rel=\"nofollow ugc noopener\">report</a>, <em>please</em>:")
                .contains("<li>one</li>", "<li><code>&lt;b&gt;</code> two</li>", "<p dir=\"auto\"># 3</p>");
        assertThat(page(pier + "/comments/" + number + ".json")).contains("\"text\":\"See **this** [report](");
        assertThat(new String(document(pier), StandardCharsets.UTF_8))
                .contains("See **this** [report](https://a.example/r?a=1&b=2), *please*:");
    }

    @Test
    void linksTheCommentsAndTermsThatAreNamedAndThereAreAndNoOthers() {
        sql.update("update comment set state = 'HELD', posted_at = current_timestamp where id = ?", id(pier, 3));
        int number = number(post(pier, "name", "Namer", "text", "As #1 says, not #3 nor #99: term 1, not term 2."));
        assertThat(said(page(pier), number))
                .contains("As <a href=\"#comment-1\">#1</a> says, not #3 nor #99: ")
                .contains("<a href=\"" + pier + "/terms/1\">term 1</a>, not term 2.");
        assertThat(said(page(pier + "/comments/" + number), number))
                .contains("<a href=\"" + pier + "/comments/1#comment-1\">#1</a>");
        assertThat(said(
                        page("/open-thread/comments/"
                                + number(post("/open-thread", "name", "Namer 2", "text", "term 1"))),
                        0))
                .contains(">term 1</p>");
    }

    @Test
    void previewsExactlyWhatIsShownThen() {
        String typed = "> " + NETS + "\nThey were *not*, see #1 and term 1.\n\n```\n> code\n```\n\nhttps://a.example/";
        MvcTestResult previewed = preview(pier, "name", "Fore Seer", "text", typed, "parent", "2");
        assertThat(previewed).hasStatusOk();
        String foreseen = body(previewed);
        assertThat(foreseen)
                .contains("As it will be shown", "Fore Seer", "in reply to 2", "from 2", "isn’t posted yet")
                .contains("They were *not*, see #1 and term 1.")
                .doesNotContain("There is a problem", "Before it can be posted");
        int number = number(post(pier, "name", "Fore Seer", "text", typed, "parent", "2"));
        assertThat(said(page(pier + "/comments/" + number), number)).isEqualTo(said(foreseen, 0));
    }

    @Test
    void keepsNothingOfAPreviewAndClaimsNoName() {
        int comments = Objects.requireNonNull(sql.queryForObject("select count(*) from comment", Integer.class));
        MvcTestResult previewed = preview(pier, "name", "Not Yet Mine", "text", "Only looking.");
        assertThat(previewed).hasStatusOk();
        assertThat(sql.queryForObject("select count(*) from comment", Integer.class))
                .isEqualTo(comments);
        assertThat(sql.queryForObject("select count(*) from member where handle = 'Not Yet Mine'", Integer.class))
                .isZero();
        assertThat(post(pier, "name", "Not Yet Mine", "text", "Only looking.")).hasStatus(303);
    }

    @Test
    void saysInAPreviewWhatTheRulesWouldSay() {
        choose("written", "REFUSE");
        assertThat(preview(pier, "text", "Without *any* name."))
                .hasStatusOk()
                .bodyText()
                .contains("Before it can be posted", "Anonymous comments are not allowed.", "<em>any</em>")
                .contains("Without *any* name.</textarea>");
        choose("written", "HOLD");
        assertThat(body(preview(pier, "text", "Without any name.")))
                .contains("waiting for a moderator", "Once posted, it waits for a moderator.");
        assertThat(body(preview(pier, "name", "Wordless", "text", " \n ")))
                .contains("There is nothing in it yet")
                .doesNotContain("As it will be shown");
        assertThat(body(preview(pier, "name", "Endless", "text", "a".repeat(16_001))))
                .contains("The comment is too long: 16,001 bytes")
                .doesNotContain("As it will be shown");
        assertThat(preview(pier, "name", "Broken", "text", "a\u0001b\ud800")).hasStatusOk();
    }

    @Test
    void previewsAReplyToWhatHasGoneAsACommentOfItsOwn() {
        sql.update("update comment set state = 'HELD' where id = ?", id(pier, 3));
        assertThat(body(preview(pier, "name", "Too Late", "text", "Still here.", "parent", "3")))
                .contains("has been taken out of sight meanwhile", "Still here.")
                .doesNotContain("in reply to 3");
        assertThat(body(preview(pier, "name", "Off Topic", "text", "As #1 says.", "parent", "1", "elsewhere", "true")))
                .doesNotContain("in reply to 1");
    }

    @Test
    void showsTheFormAgainWhenThatOfAPreviewHasExpired() {
        assertThat(site.post()
                        .uri(pier + "/comments/preview")
                        .with(csrf().useInvalidToken())
                        .param("text", "Begun yesterday.")
                        .exchange())
                .hasForwardedUrl(pier + "/comments/expired");
        assertThat(site.post()
                        .uri("/open-thread/comments/preview")
                        .with(csrf().useInvalidToken())
                        .exchange())
                .hasForwardedUrl("/open-thread/comments/expired");
        assertThat(site.get().uri(pier + "/comments/preview").exchange())
                .hasStatus(302)
                .hasRedirectedUrl(pier + "/comments/new");
    }

    @Test
    void keepsMarkupAsItWasTypedWhenAPostIsRefused() {
        choose("written", "REFUSE");
        assertThat(post(pier, "text", "A *fine* [text](https://a.example/) > all"))
                .hasStatus(422)
                .bodyText()
                .contains("A *fine* [text](https://a.example/) &gt; all</textarea>");
    }

    @Test
    void saysLaterThatTheSourceOfAQuotationWasHidden() {
        int number = number(post(pier, "name", "Later", "text", "> " + NETS + "\n\nStill said."));
        assertThat(said(page(pier), number)).contains("from 2</a>").doesNotContain("source hidden");
        hide("Rude.", id(pier, 2));
        assertThat(said(page(pier), number)).contains("from 2</a>, source hidden", "Still said.", NETS);
        act("restore", "Not rude.", id(pier, 2));
        assertThat(said(page(pier), number)).doesNotContain("source hidden");
        hide("Rude.", id(pier, number));
        assertThat(page(pier)).doesNotContain("Still said.");
    }

    @Test
    void drawsWhatIsOlderAndWhatCameWithADocumentAsItStands() {
        sql.update("update comment set text = '*as* it\nstands' where id = ?", id(pier, 1));
        assertThat(said(page(pier), 1)).contains("*as* it\nstands");
    }

    @Test
    void leadsFromAParagraphToAFormThatQuotesItAndBack() {
        String page = page(pier);
        assertThat(page)
                .contains("href=\"" + pier + "/comments/new?paragraph=2\"", "aria-label=\"comment on paragraph 2\"")
                .contains("href=\"" + pier + "/comments/new?term=1\"");
        String form = page(pier + "/comments/new?paragraph=2");
        String begun = between(form, "aria-describedby=\"text-hint text-room\">", "</textarea>");
        assertThat(begun)
                .startsWith("&gt; " + LAMPS + " Nobody paid")
                .endsWith("anyway.\n\n")
                .hasSizeLessThan(600);
        int number = number(post(pier, "name", "On Paragraph", "text", begun.replace("&gt;", ">") + "Who says so?"));
        String now = page(pier);
        assertThat(said(now, number)).contains("href=\"#p-2\"", "from the article");
        assertThat(between(now, "id=\"p-2\"", "<section")).contains("quoted in", "href=\"#comment-" + number + "\"");
        assertThat(site.get().uri(pier + "/comments/new?paragraph=3").exchange())
                .hasStatus(404);
        assertThat(site.get().uri("/open-thread/comments/new?paragraph=1").exchange())
                .hasStatus(404);
    }

    @Test
    void quotesWhatIsSelectedOfARenderedCommentAndOfTheWholeWhatWasTyped() {
        int number =
                number(post(pier, "name", "Quotable", "text", "Well, **nobody** `asked` for it.\n\nTwice *over*."));
        String reply = pier + "/comments/" + number + "/reply?quote=";
        assertThat(page(reply + "nobody asked for")).contains("&gt; nobody asked for\n\n</textarea>");
        assertThat(page(reply)).contains("&gt; Well, **nobody** `asked` for it.\n\n&gt; Twice *over*.\n\n</textarea>");
        assertThat(page(reply + "never said")).contains("&gt; Well, **nobody**");
    }

    @Test
    void takesWhatIsMeantToHurtAsText() {
        for (String evil : List.of(">", "![[]()", "[", "*a ", "`", "<", "- ", "> a\nb\n", "http://((", "#1 ")) {
            String typed = evil.repeat(15_900 / evil.length()) + " word";
            assertThat(preview(pier, "name", "Evil", "text", typed)).as(evil).hasStatusOk();
            MvcTestResult posted = post(pier, "name", "Evil " + evil.codePointAt(0) + evil.length(), "text", typed);
            assertThat(posted).as(evil).hasStatus(303);
            assertThat(page(address(posted))).as(evil).contains("class=\"said written\"");
        }
    }

    @Test
    void countsTheRoomThatTheRulesLeave() {
        assertThat(page(pier + "/comments/new"))
                .contains("data-bytes=\"16000\"")
                .doesNotContain("data-most");
        assertThat(site.post()
                        .uri("/moderation/rules/LENGTH")
                        .session(desk)
                        .with(csrf())
                        .param("place", "written")
                        .param("effect", "REFUSE")
                        .param("limit-least", "5")
                        .param("limit-most", "90")
                        .exchange())
                .hasStatus(302);
        assertThat(page(pier + "/comments/new"))
                .contains("data-least=\"5\"", "data-most=\"90\"", "From 5 to 90 characters.");
        MvcTestResult posted = post(pier, "name", "Second Counter", "text", "Long enough.");
        assertThat(body(site.get()
                        .uri(address(posted) + "/edit")
                        .cookie(posted.getResponse().getCookies())
                        .exchange()))
                .as("second thoughts have as much room, and the same help")
                .contains("data-least=\"5\"", "data-most=\"90\"", "From 5 to 90 characters.", "class=\"markup\"");
    }

    private MvcTestResult preview(String place, String... fields) {
        var request = site.post().uri(place + "/comments/preview").with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** What is drawn of the comment with that number, or of the first that stands after its element begins. */
    private static String said(String page, int number) {
        int from = number == 0 && page.contains("id=\"preview\"") ? page.indexOf("id=\"preview\"") : 0;
        int comment = number == 0 ? from : page.indexOf("id=\"comment-" + number + "\"");
        int said = page.indexOf("<div class=\"said", comment);
        return page.substring(said, page.indexOf("</div>", said));
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        int text = start + from.length();
        return page.substring(text, page.indexOf(to, text));
    }
}
