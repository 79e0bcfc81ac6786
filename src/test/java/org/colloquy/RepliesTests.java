package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who answers and quotes whom, as readers see it and moderators mend it. */
abstract class RepliesTests extends OwnCommentsTests {

    private static final String FERRY = "The ferry was late on nine days out of ten, and nobody was fined.";

    // -- shown

    @Test
    void linksAQuotationToItsSourceAndTheSourceToWhatQuotesIt() {
        String page = page(HARBOUR);
        assertThat(between(page, "id=\"comment-3\"", "</article>"))
                .contains("<blockquote>", "href=\"#comment-2\"", "from 2", "Late by how much?");
        assertThat(between(page, "id=\"comment-2\"", "</article>"))
                .contains("answered in", "href=\"#comment-3\"", "Late by how much?");
    }

    @Test
    void leadsToTheCommentsOwnPageWhereTheSourceIsNotOnThePage() {
        String page = page(HARBOUR + "/comments/3");
        assertThat(page).contains("href=\"" + HARBOUR + "/comments/2#comment-2\"");
    }

    @Test
    void saysInOneSentenceWhyARecoveredReplyStandsWhereItDoes() {
        assertThat(page(HARBOUR))
                .contains("why here?")
                .contains("it repeats 14 words that stood in comment 2 and nowhere else before");
    }

    @Test
    void showsAtTheTermAndTheParagraphThatTheyAreQuoted() {
        int term = number(post(
                HARBOUR,
                "name",
                "Term Quoter",
                "text",
                "> The lighthouse keeper answers to both mayors.\n\nTo neither."));
        int paragraph = number(post(
                HARBOUR, "name", "Article Quoter", "text", "> Nobody has asked for the old rules back.\n\nI have."));
        String page = page(HARBOUR);
        assertThat(between(page, "id=\"term-3\"", "</li>"))
                .contains("quoted in", "href=\"#comment-" + term + "\"", "one comment");
        assertThat(between(page, "id=\"p-3\"", "</article>")).contains("quoted in", "href=\"#comment-" + paragraph);
        assertThat(between(page, "id=\"comment-" + term + "\"", "</article>"))
                .contains("recovered from a quotation of the article", "href=\"#term-3\"", "from term 3");
        assertThat(page(HARBOUR + "/terms/3")).contains("id=\"comment-" + term + "\"", "To neither.");
    }

    @Test
    void tellsInTheDataWhatIsQuotedAndAnswered() {
        assertThat(page(HARBOUR + "/comments/3.json"))
                .contains("\"quotations\":[{\"of\":\"COMMENT\",\"number\":2,\"words\":14}]", "\"answers\":[6");
    }

    // -- posted

    @Test
    void findsWhatAPostQuotesAndKeepsWhatItsAuthorStated() {
        int said = number(
                post(HARBOUR, "name", "Pilot", "text", "Fog is no excuse for a pilot who has sailed here for years."));
        int stated = number(post(
                HARBOUR,
                "name",
                "Deckhand",
                "parent",
                "4",
                "text",
                "> Fog is no excuse for a pilot who has sailed here for years.\n\nIt is for me."));
        String page = page(HARBOUR + "/comments/" + stated);
        assertThat(between(page, "id=\"comment-" + stated + "\"", "</article>"))
                .contains("<blockquote>", "from " + said)
                .doesNotContain("recovered");
        assertThat(page(HARBOUR + "/comments/" + stated + ".json")).contains("\"parent\":4", "\"STATED\"");
        assertThat(between(page(HARBOUR), "id=\"comment-" + said + "\"", "</article>"))
                .contains("quoted in", "href=\"#comment-" + stated + "\"");
    }

    @Test
    void putsAPostThatOnlyQuotesUnderWhatItQuotes() {
        int said = number(
                post(HARBOUR, "name", "Cook", "text", "Whoever peels the potatoes decides about the soup on board."));
        int quoting = number(post(
                HARBOUR,
                "name",
                "Galley Boy",
                "text",
                "Whoever peels the potatoes decides about the soup on board.\n\nThen I decide."));
        assertThat(page(HARBOUR + "/comments/" + quoting))
                .contains("in reply to " + said, "Its author didn’t say what this comment answers");
    }

    @Test
    void linksTheNameOfTheArticlesAuthorAndTellsTheArticle() {
        int asking = number(post(HARBOUR, "name", "Asking Reader", "text", "Mira, who wrote all of these rules?"));
        String page = page(HARBOUR);
        assertThat(between(page, "id=\"comment-" + asking + "\"", "</article>"))
                .contains("answers the article", "recovered from the author’s name", ">Mira</a>, who wrote");
        assertThat(between(page, "<h1>", "id=\"p-1\"")).contains("addressed in", "#comment-" + asking);
    }

    @Test
    void tellsATermFromTheCommentWithTheSameNumber() {
        int quoting = number(
                post(
                        HARBOUR,
                        "name",
                        "Both Quoter",
                        "text",
                        "> The ferry runs every day, in all weathers that the pilot trusts.\n\n> I counted them from my window.\n\nSo?"));
        assertThat(between(page(HARBOUR), "id=\"comment-" + quoting + "\"", "</article>"))
                .contains("from term 1", "from 2");
        assertThat(between(page(HARBOUR), "id=\"term-1\"", "</li>")).contains("#comment-" + quoting);
    }

    @Test
    void answersNobodyByQuotingWhatIsHiddenOrTheHouseRules() {
        int said = number(
                post(HARBOUR, "name", "Hidden One", "text", "Seven gulls were counted on the mast this morning."));
        hide("Too many gulls", id(HARBOUR, said));
        for (String words : List.of("Seven gulls were counted on the mast this morning.", "Be kind to the gulls.")) {
            String address = address(post(HARBOUR, "name", "Q" + words.length(), "text", "> " + words + "\n\nReally?"));
            assertThat(page(address))
                    .contains("Really?")
                    .doesNotContain("source hidden", "in reply to", "class=\"from\"");
        }
        act("restore", "They were seven", id(HARBOUR, said));
        String after = address(post(
                HARBOUR,
                "name",
                "Q after",
                "text",
                "> Seven gulls were counted on the mast this morning.\n\nSo many?"));
        assertThat(page(after)).contains("in reply to " + said);
    }

    @Test
    void showsWhoQuotesAParagraphToEverybodyWhoSeesTheQuotingOne() {
        choose("the-harbour-agreement-one-year-on", "HOLD");
        MvcTestResult held = post(
                HARBOUR, "text", "> Two towns that share one harbour stopped quarrelling a year ago.\n\nHeld words.");
        choose("the-harbour-agreement-one-year-on", "REFUSE");
        int number = number(held);
        assertThat(between(page(HARBOUR), "id=\"p-1\"", "id=\"p-2\"")).doesNotContain("#comment-" + number + "\"");
        assertThat(between(desk(HARBOUR), "id=\"p-1\"", "id=\"p-2\"")).contains("#comment-" + number + "\"");
        act("approve", "", id(HARBOUR, number));
        assertThat(between(page(HARBOUR), "id=\"p-1\"", "id=\"p-2\"")).contains("#comment-" + number + "\"");
    }

    @Test
    void fillsTheFormWithTheCommentOrWithTheWordsThatWereSelected() {
        assertThat(page(HARBOUR + "/comments/3/reply?quote=")).contains("&gt; Late by how much?\n\n</textarea>");
        assertThat(page(HARBOUR + "/comments/2/reply?quote=nobody  was fined"))
                .contains("&gt; nobody was fined\n\n</textarea>");
        assertThat(page(HARBOUR + "/comments/2/reply?quote=what nobody ever said"))
                .contains("&gt; " + FERRY + "\n\n&gt; I counted them from my window.\n\n</textarea>")
                .doesNotContain("what nobody ever said");
        assertThat(page(HARBOUR + "/comments/2/reply")).contains("></textarea>");
        assertThat(page(HARBOUR)).contains(HARBOUR + "/comments/2/reply?quote=");
    }

    @Test
    void hidesInNoPreviewWhatAModeratorHid() {
        int said =
                number(post(HARBOUR, "name", "Purser", "text", "Tickets are sold at the gate until the bell rings."));
        int answer = number(
                post(HARBOUR, "name", "Stoker", "text", "Secret words of the stoker.", "parent", String.valueOf(said)));
        assertThat(page(HARBOUR + "?order=numbers")).contains("Secret words of the stoker.");
        hide("Not here", id(HARBOUR, answer));
        assertThat(page(HARBOUR + "?order=numbers")).doesNotContain("Secret words of the stoker.");
        assertThat(between(page(HARBOUR), "id=\"comment-" + said + "\"", "</article>"))
                .contains("href=\"#comment-" + answer + "\"");
    }

    // -- mended

    @Test
    void attachesACommentDetachesItAndPutsItBack() {
        long comment = id(HARBOUR, 7);
        int before = entriesAbout(7);
        assertThat(place(comment, "ATTACH", "4")).hasStatus(302);
        assertThat(page(HARBOUR + "/comments/7"))
                .contains("in reply to 4", "placed by a moderator", "a moderator found that it answers comment 4");
        assertThat(page("/moderation-log")).contains("placed", "under");
        assertThat(place(comment, "ATTACH", "4")).hasStatus(302);

        assertThat(place(comment, "BEGIN", "")).hasStatus(302);
        assertThat(page(HARBOUR + "/comments/7")).contains("a moderator found that it answers no other comment");
        assertThat(page("/moderation-log")).contains("so that it begins a thread");

        assertThat(place(comment, "PUT_BACK", "")).hasStatus(302);
        assertThat(page(HARBOUR + "/comments/7")).doesNotContain("placed by a moderator");
        assertThat(page("/moderation-log")).contains("put back to where it stood");
        assertThat(entriesAbout(7) - before).isEqualTo(3);
    }

    private int entriesAbout(int number) {
        return Objects.requireNonNull(sql.queryForObject(
                "select count(*) from moderation_log where comment_number = ? and place = ?",
                Integer.class,
                number,
                HARBOUR));
    }

    @Test
    void putsARecoveredReplyBackToWhereItsQuotationLeads() {
        long comment = id(HARBOUR, 3);
        place(comment, "BEGIN", "");
        assertThat(page(HARBOUR + "/comments/3"))
                .contains("<blockquote>", "from 2")
                .doesNotContain("in reply to 2");
        place(comment, "PUT_BACK", "");
        assertThat(page(HARBOUR + "/comments/3")).contains("in reply to 2", "recovered from a quotation");
    }

    @Test
    void saysThatAnAuthorHadPostedItElsewhere() {
        int first = number(post(HARBOUR, "name", "Moved First", "text", "Here is one."));
        int moved = number(post(HARBOUR, "name", "Moved Second", "text", "Here is two.", "parent", "4"));
        place(id(HARBOUR, moved), "ATTACH", String.valueOf(first));
        assertThat(page(HARBOUR + "/comments/" + moved))
                .contains("Its author posted it in another place; a moderator found that it answers comment " + first);
    }

    @Test
    void keepsTheReasonOfAPlacingThatDidNotGo() {
        MvcTestResult refused = site.post()
                .uri("/moderation/place")
                .session(desk)
                .with(csrf())
                .param("comment", String.valueOf(id(HARBOUR, 7)))
                .param("act", "ATTACH")
                .param("number", "900")
                .param("reason", "He says so himself")
                .exchange();
        assertThat(body(refused)).contains("value=\"He says so himself\"", "value=\"900\"");
        assertThat(place(id(HARBOUR, 7), "REFUSE_TERM", "99")).hasStatus(422);
        assertThat(place(id(HARBOUR, 7), "REFUSE", "1")).hasStatus(422);
        assertThat(place(id(HARBOUR, 7), "REFUSE", "7")).hasStatus(422);
    }

    @Test
    void takesAPlaceholderForAParentLikeOthers() {
        place(id(HARBOUR, 7), "ATTACH", "5");
        assertThat(page(HARBOUR + "/comments/7")).contains("in reply to 5", "not in the source");
        place(id(HARBOUR, 7), "PUT_BACK", "");
    }

    @Test
    void letsNoCommentDescendFromItself() {
        int first = number(post(HARBOUR, "name", "Circle One", "text", "Round."));
        int second = number(post(HARBOUR, "name", "Circle Two", "text", "And round.", "parent", String.valueOf(first)));
        assertThat(body(place(id(HARBOUR, first), "ATTACH", String.valueOf(second))))
                .contains("itself answers this comment");
        assertThat(place(id(HARBOUR, first), "ATTACH", String.valueOf(first))).hasStatus(422);
        assertThat(body(place(id(HARBOUR, 7), "ATTACH", String.valueOf(second))))
                .contains("came later");
        for (String nothing : List.of("", "x", "9999", "1", "-1", "99999999999")) {
            MvcTestResult refused = place(id(HARBOUR, second), "ATTACH", nothing);
            assertThat(refused).as(nothing).hasStatus(422);
            assertThat(body(refused)).as(nothing).contains("There is a problem");
        }
        assertThat(page(HARBOUR + "/comments/" + second)).contains("in reply to " + first);
    }

    @Test
    void placesACommentAboutATerm() {
        long comment = id(HARBOUR, 4);
        assertThat(place(comment, "ABOUT", "2")).hasStatus(302);
        assertThat(page(HARBOUR + "/terms/2")).contains("id=\"comment-4\"");
        assertThat(page("/moderation-log")).contains("ceasefire term 2");
        assertThat(place(comment, "ABOUT", "9")).hasStatus(422);
        assertThat(place(comment, "ABOUT", "")).hasStatus(302);
        assertThat(page(HARBOUR + "/terms/2")).doesNotContain("id=\"comment-4\"");
        assertThat(page("/moderation-log")).contains("detached");
    }

    @Test
    void suggestsUntilAModeratorRefuses() {
        String list = desk("/moderation/unplaced?place=the-harbour-agreement-one-year-on");
        assertThat(list).contains("Comments without a place", "It answers this");
        long comment = id(HARBOUR, 7);
        String before = desk("/moderation/place?comment=" + comment);
        assertThat(before).contains("It may answer", "id=\"comment-6\"");
        assertThat(place(comment, "REFUSE", "6")).hasStatus(302);
        assertThat(between(desk("/moderation/place?comment=" + comment), "It may answer", "Any other place"))
                .doesNotContain("id=\"comment-6\"");
        assertThat(page("/moderation-log")).contains("refused the suggestion that");
        int mended =
                number(post(HARBOUR, "name", "Net Mender", "text", "Is anything still mended up north on that quay?"));
        String terms = desk("/moderation/place?comment=" + id(HARBOUR, mended));
        assertThat(terms).contains("It is about term 2", "mended");
        place(id(HARBOUR, mended), "REFUSE_TERM", "2");
        assertThat(desk("/moderation/place?comment=" + id(HARBOUR, mended))).doesNotContain("It is about term 2");
    }

    @Test
    void opensTheListOfAnyDiscussion() {
        assertThat(desk("/moderation/unplaced")).contains("Comments without a place");
        assertThat(desk("/moderation/unplaced?place=open-thread")).contains("Nothing stands here.");
        assertThat(site.get()
                        .uri("/moderation/unplaced?place=none")
                        .session(desk)
                        .exchange())
                .hasStatus(404);
        assertThat(site.get()
                        .uri("/moderation/place?comment=999999")
                        .session(desk)
                        .exchange())
                .hasStatus(404);
        assertThat(site.get()
                        .uri("/moderation/place?comment=" + id(HARBOUR, 1))
                        .session(desk)
                        .exchange())
                .hasStatus(404);
        assertThat(site.post()
                        .uri("/moderation/place")
                        .session(desk)
                        .with(csrf())
                        .param("comment", String.valueOf(id(HARBOUR, 7)))
                        .param("act", "NONSENSE")
                        .exchange())
                .hasStatus(400);
    }

    private MvcTestResult place(long comment, String act, String number) {
        return site.post()
                .uri("/moderation/place")
                .session(desk)
                .with(csrf())
                .param("comment", String.valueOf(comment))
                .param("act", act)
                .param("number", number)
                .exchange();
    }

    String desk(String address) {
        MvcTestResult result = site.get().uri(address).session(desk).exchange();
        assertThat(result).as(address).hasStatusOk();
        return body(result);
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isNotNegative();
        int end = page.indexOf(to, start);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
