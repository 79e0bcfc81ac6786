package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The commenting rules as moderators change them and commenters meet them. */
abstract class RulebookTests extends RepliesTests {

    static final String HARBOUR_SLUG = HARBOUR.substring("/articles/".length());

    /** A discussion of its own: what is suggested in the harbour depends on all that is said there. */
    static final String RULED = "/articles/ruled";

    @BeforeEach
    void openADiscussion() {
        Discussed.write(sql, "ruled", 3, number -> 0, number -> null);
    }

    /** What a test has chosen holds for no other. */
    @AfterEach
    void takeBackWhatWasChosen() {
        sql.update("delete from commenting_rule");
        Discussed.remove(sql, "ruled");
    }

    @Test
    void keepsALogOfWhatWasChangedFromWhatToWhat() {
        change(
                HARBOUR_SLUG,
                "LENGTH",
                "effect",
                "REFUSE",
                "limit-least",
                "20",
                "sentence",
                "Whole thoughts, please.",
                "reason",
                "Too many one-liners.");
        String log = page("/moderation-log");
        assertThat(log)
                .contains("changed a commenting rule", "Too short or too long: off → refused")
                .contains("Least characters: 2 → 20")
                .contains("sentence: A comment has 2 to 4,000 characters. → Whole thoughts, please.")
                .contains("Too many one-liners.");
        assertThat(page("/rules")).contains("Whole thoughts, please.");
        assertThat(page(HARBOUR + "/comments/new")).contains("Whole thoughts, please.");
        assertThat(page("/open-thread/comments/new")).doesNotContain("Whole thoughts, please.");
    }

    @Test
    void refusesNamesTheRuleQuotesItsSentenceAndKeepsTheText() {
        change(HARBOUR_SLUG, "LENGTH", "effect", "REFUSE", "limit-least", "20", "sentence", "Whole thoughts, please.");
        change(HARBOUR_SLUG, "REFUSED_WORDS", "effect", "REFUSE", "words", "lamp oil\n\nwhale oil");
        MvcTestResult refused = post(HARBOUR, "name", "", "text", "Whale  Oil <now>");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused))
                .contains(
                        "The rule says: “Whole thoughts, please.”",
                        "Yours has 16 characters: write between 20 and 4,000")
                .contains("The rule says: “Some words have no place here.”", "Say it without “whale oil”.")
                .contains("The rule says: “Anonymous comments are not allowed here.”")
                .contains("Whale  Oil &lt;now&gt;</textarea>");
        assertThat(post("/open-thread", "name", "Whaler", "text", "Whale oil.")).hasStatus(303);
        assertThat(page("/rules") + page("/moderation-log")).doesNotContain("whale oil");
    }

    @Test
    void letsADiscussionsChoiceGoBeforeItsNoticeThenTheSitesThenTheBuiltInOne() {
        change("", "ANONYMOUS", "effect", "FLAG");
        assertThat(post(HARBOUR, "text", "The notice forbids it.")).hasStatus(422);
        assertThat(post("/open-thread", "text", "The site does not.")).hasStatus(303);
        change("open-thread", "ANONYMOUS", "effect", "REFUSE");
        assertThat(post("/open-thread", "text", "This place does.")).hasStatus(422);
        change(HARBOUR_SLUG, "ANONYMOUS", "effect", "OFF");
        assertThat(post(HARBOUR, "text", "This place does not.")).hasStatus(303);
        change("open-thread", "ANONYMOUS", "effect", "OTHERWISE");
        assertThat(post("/open-thread", "text", "As on the site again.")).hasStatus(303);
        change("", "ANONYMOUS", "effect", "OTHERWISE");
        assertThat(post("/open-thread", "text", "As built in again.")).hasStatus(422);
        change(HARBOUR_SLUG, "ANONYMOUS", "effect", "OTHERWISE");
        assertThat(post(HARBOUR, "text", "As the notice says again.")).hasStatus(422);
        assertThat(page("/moderation-log")).contains("On the whole site, Anonymous comments: off → flagged.");
    }

    @Test
    void holdsTheFirstCommentOfAHandleUntilOneCanBeRead() {
        change("", "FIRST", "effect", "HOLD");
        MvcTestResult first = post(RULED, "name", "First Timer", "text", "My very first words.");
        Cookie[] mine = first.getResponse().getCookies();
        assertThat(body(site.get().uri(address(first)).cookie(mine).exchange()))
                .contains("My very first words.", "waiting for a moderator");
        assertThat(page(RULED)).doesNotContain("My very first words.");
        assertThat(post(mine, RULED, "text", "My second words.")).hasStatus(303);
        assertThat(page(RULED)).doesNotContain("My second words.");
        act("approve", "", id(RULED, number(first)));
        post(mine, RULED, "text", "My third words.");
        assertThat(page(RULED))
                .contains("My very first words.", "My third words.")
                .doesNotContain("My second words.");
    }

    @Test
    void takesTheSameTextOnceFromAHandleOrAnAddress() {
        change("ruled", "AGAIN", "effect", "REFUSE");
        MvcTestResult first = post(RULED, "name", "Echo", "text", "Is anybody listening?");
        Cookie[] mine = first.getResponse().getCookies();
        assertThat(body(post(mine, RULED, "text", "is anybody LISTENING??")))
                .contains("This very text has been posted here already", "is anybody LISTENING??</textarea>");
        assertThat(post(RULED, "name", "Echo Two", "text", "Is anybody listening?"))
                .hasStatus(422);
        assertThat(post("/open-thread", "name", "Echo Two", "text", "Is anybody listening?"))
                .hasStatus(303);
    }

    @Test
    void countsLinksOfNewcomersUntilTheyHaveBeenRead() {
        change("", "LINKS", "effect", "REFUSE", "limit-comments", "1", "limit-links", "0");
        assertThat(body(post(RULED, "name", "Linker", "text", "See https://example.org/")))
                .contains("Links: 1. Take out all of them", "newcomers post no links");
        Cookie[] mine = post(RULED, "name", "Linker", "text", "Then without.")
                .getResponse()
                .getCookies();
        assertThat(post(mine, RULED, "text", "See https://example.org/")).hasStatus(303);
    }

    @Test
    void holdsRepliesInAHeatedThreadOnly() {
        change("ruled", "HEATED", "effect", "HOLD", "limit-replies", "2", "limit-minutes", "10");
        int root = number(post(RULED, "name", "Heated One", "text", "A thread begins."));
        int last = root;
        for (int i = 1; i <= 3; i++) {
            last = number(post(RULED, "name", "Heated " + i, "text", "Reply " + i, "parent", String.valueOf(last)));
        }
        assertThat(page(RULED + "/comments/" + last)).contains("Reply 3");
        int held = number(post(RULED, "name", "Heated Late", "text", "One too many.", "parent", String.valueOf(last)));
        assertThat(site.get().uri(RULED + "/comments/" + held).exchange()).hasStatus(404);
        int elsewhere = number(post(RULED, "name", "Heated Else", "text", "A cool thread."));
        assertThat(post(RULED, "name", "Heated Cool", "text", "Cool.", "parent", String.valueOf(elsewhere)))
                .hasStatus(303);
        assertThat(page(RULED)).contains("Cool.");
    }

    @Test
    void closesADiscussionDaysAfterItsLastCommentOrItsImport() {
        String place = Discussed.write(sql, "closing", 3, number -> 0, number -> null);
        try {
            change("closing", "CLOSED", "effect", "REFUSE", "limit-days", "30");
            assertThat(post(place, "name", "Closer 1", "text", "Just imported."))
                    .hasStatus(303);
            sql.update("update article set imported_at = timestamp '2020-01-01 00:00:00' where slug = 'closing'");
            assertThat(post(place, "name", "Closer 2", "text", "Just posted.")).hasStatus(303);
            sql.update("update comment set posted_at = timestamp '2020-01-01 00:00:00' where speaker like 'Closer%'");
            assertThat(body(post(place, "name", "Closer 3", "text", "Too late.")))
                    .contains("A discussion closes 30 days after its last comment.", "Too late.</textarea>");
            assertThat(post(place, "name", "Closer 3", "text", "Off then.", "elsewhere", "true"))
                    .hasStatus(303);
        } finally {
            Discussed.remove(sql, "closing");
        }
    }

    @Test
    void catchesProgramsInAFieldThatPeopleDoNotMeet() {
        String form = page(RULED + "/comments/new");
        assertThat(form).containsPattern("<p class=\"trap\" aria-hidden=\"true\">.*name=\"website\" tabindex=\"-1\"");
        MvcTestResult caught = post(RULED, "name", "Robot", "text", "Buy lamps.", "website", "https://lamps.example");
        assertThat(caught).hasStatus(422);
        assertThat(body(caught))
                .contains("The rule says: “Comments are written by people.”", "Buy lamps.</textarea>")
                .doesNotContain("https://lamps.example");
        assertThat(post(RULED, "name", "Robot", "text", "Buy lamps.", "website", ""))
                .hasStatus(303);
    }

    @Test
    void holdsWhatComesTooFastAndNeverARestoredForm() {
        change("", "TOO_FAST", "effect", "HOLD");
        String opened = opened(page(RULED + "/comments/new"));
        MvcTestResult fast = post(RULED, "name", "Hasty", "text", "Quick words.", "opened", opened);
        assertThat(site.get().uri(address(fast)).exchange()).hasStatus(404);
        for (String unknown : List.of("", "1.x", "0." + opened.substring(opened.indexOf('.') + 1), "xx")) {
            MvcTestResult posted =
                    post(RULED, "name", "Restored " + unknown.length(), "text", "Said slowly.", "opened", unknown);
            assertThat(site.get().uri(address(posted)).exchange()).as(unknown).hasStatus(200);
        }
        // The form that comes back after a refusal keeps its time.
        assertThat(opened(body(post(RULED, "name", "Hasty Again", "text", "", "opened", opened))))
                .isEqualTo(opened);
    }

    private static String opened(String form) {
        Matcher opened = Pattern.compile("name=\"opened\" value=\"([^\"]*)\"").matcher(form);
        assertThat(opened.find()).isTrue();
        return opened.group(1);
    }

    @Test
    void listsOnTheDeskWhatWaitsAndWhatIsFlagged() {
        change("", "HELD_WORDS", "effect", "HOLD", "words", "kraken");
        int held = number(post(RULED, "name", "Diver", "text", "I saw the kraken."));
        change("", "HELD_WORDS", "effect", "FLAG", "words", "kraken");
        int flagged = number(post(RULED, "name", "Mate of Diver", "text", "I saw that kraken, too."));
        assertThat(desk("/moderation?tab=waiting"))
                .contains("I saw the kraken.")
                .doesNotContain("that kraken");
        assertThat(desk("/moderation?tab=flagged"))
                .contains("I saw that kraken")
                .doesNotContain("the kraken");
        assertThat(page(RULED)).contains("that kraken").doesNotContain("the kraken");

        assertThat(act("approve", "", id(RULED, held), id(RULED, flagged))).hasStatus(302);
        assertThat(desk("/moderation?tab=waiting") + desk("/moderation?tab=flagged"))
                .doesNotContain("kraken");
        assertThat(page(RULED)).contains("the kraken", "that kraken");
    }

    // -- replay

    @ParameterizedTest
    @ValueSource(
            strings = {"ANONYMOUS", "LENGTH", "AGAIN", "LINKS", "FIRST", "EMPTY_TALK", "HELD_WORDS", "HEATED", "CLOSED"
            })
    void replaysThePastAsItWasJudgedLive(String rule) {
        String place = Discussed.write(sql, "replayed", 3, number -> 0, number -> "Imported " + number);
        try {
            sql.update(
                    "update comment set document_number = number where discussion_id = (select d.id from discussion d"
                            + " join article a on d.article_id = a.id where a.slug = 'replayed')");
            sql.update("update article set imported_at = timestamp '2020-01-01 00:00:00' where slug = 'replayed'");
            String[] chosen = {
                "effect",
                "FLAG",
                "limit-least",
                "12",
                "limit-comments",
                "2",
                "limit-links",
                "0",
                "limit-replies",
                "2",
                "words",
                "lamp oil"
            };
            change("replayed", rule, chosen);
            talk(place, rule);
            List<Integer> flagged = sql.queryForList(
                    "select c.number from comment c join discussion d on c.discussion_id = d.id"
                            + " join article a on d.article_id = a.id where a.slug = 'replayed' and c.flagged order by c.id",
                    Integer.class);
            assertThat(flagged).isNotEmpty().hasSizeLessThan(14);

            change("replayed", rule, "effect", "OTHERWISE");
            String preview = body(send("replayed", rule + "/preview", chosen));
            assertThat(preview).contains("14 comments that were posted here", "As it stands now, it meets none.");
            assertThat(preview).contains(flagged.size() + " would have been flagged.");
            String list = preview.substring(preview.indexOf("<ol class=\"rows bare\""));
            assertThat(Pattern.compile("/comments/(\\d+)\"")
                            .matcher(list)
                            .results()
                            .map(found -> Integer.valueOf(found.group(1))))
                    .isEqualTo(flagged);
        } finally {
            Discussed.remove(sql, "replayed");
        }
    }

    /** Three people and some without a name, who do everything that a rule might mind. */
    private void talk(String place, String rule) {
        Cookie[] ann = say(place, new Cookie[0], "name", "Ann " + rule, "text", "See https://example.org/ first.");
        Cookie[] bob = say(place, new Cookie[0], "name", "Bob " + rule, "text", "Hello, I am new here.");
        say(place, ann, "text", "A reply to somebody.", "parent", "5");
        say(place, ann, "text", "See https://example.org/ again.", "parent", "6");
        say(place, bob, "text", "hello, I AM new here", "parent", "7");
        say(place, bob, "text", "+1", "parent", "8");
        say(place, ann, "text", "Where to buy Lamp-Oil?", "parent", "2");
        say(place, new Cookie[0], "name", "Cid " + rule, "text", "Hello, I am new here.", "parent", "9");
        say(place, ann, "text", "> See https://example.org/ for https://example.org/\n\nI have seen them.");
        say(place, bob, "text", "lol", "parent", "12");
        if (rule.equals("ANONYMOUS")) {
            say(place, new Cookie[0], "text", "Somebody says this.");
            say(place, new Cookie[0], "name", "guest", "text", "Somebody else says that.");
        } else {
            say(place, new Cookie[0], "name", "Dee " + rule, "text", "Somebody says this.");
            say(place, new Cookie[0], "name", "Eve " + rule, "text", "Somebody else says that.");
        }
        say(place, ann, "text", "See https://example.org/ again.", "parent", "11");
        say(place, bob, "text", "The end is here.");
    }

    /** Each from an address of its own, as addresses are not kept to be replayed. */
    private Cookie[] say(String place, Cookie[] cookies, String... fields) {
        var request = site.post().uri(place + "/comments").with(csrf()).with(sent -> {
            sent.setRemoteAddr("192.0.2." + addresses++ % 250);
            return sent;
        });
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        MvcTestResult said = cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
        assertThat(said).as(String.join(" ", fields)).hasStatus(303);
        return cookies.length == 0 ? said.getResponse().getCookies() : cookies;
    }

    private int addresses = 1;

    @Test
    void saysWhatAChangeWouldHaveDoneBeforeItIsMade() {
        post(HARBOUR, "name", "Gull Counter", "text", "I counted seventeen zeppelins.");
        String preview = body(send(HARBOUR_SLUG, "HELD_WORDS/preview", "effect", "HOLD", "words", "zeppelins"));
        assertThat(preview)
                .contains("1 would have been held.", "I counted seventeen zeppelins.", "off → held", "The only one");
        assertThat(preview).contains("imported comments", "value=\"zeppelins\"", "name=\"effect\" value=\"HOLD\"");
        assertThat(post(HARBOUR, "name", "Gull Counter II", "text", "No zeppelins now."))
                .hasStatus(303);
        assertThat(page(HARBOUR)).contains("No zeppelins now.");
        assertThat(body(send("", "HONEYPOT/preview", "effect", "OFF"))).contains("can’t be tried on the past");
        assertThat(send("", "AGAIN/preview", "effect", "FLAG", "limit-hours", "x"))
                .hasStatus(422);
    }

    /** A site's choice does nothing where something nearer was said. */
    @Test
    void replaysASitesChoiceOnlyWhereItWouldHold() {
        post(HARBOUR, "name", "Within Reach", "text", "A post that is there.");
        int everywhere = judged(body(send("", "FIRST/preview", "effect", "HOLD")));
        change(HARBOUR_SLUG, "FIRST", "effect", "OFF");
        assertThat(judged(body(send("", "FIRST/preview", "effect", "HOLD")))).isLessThan(everywhere);
        assertThat(judged(body(send("", "ANONYMOUS/preview", "effect", "HOLD"))))
                .as("the notice forbids it in the harbour")
                .isLessThan(everywhere);
    }

    private static int judged(String preview) {
        Matcher judged = Pattern.compile("([\\d,]+|One|No) comments? that w").matcher(preview);
        assertThat(judged.find()).as(preview).isTrue();
        String number = judged.group(1).replace(",", "");
        return number.equals("No") ? 0 : number.equals("One") ? 1 : Integer.parseInt(number);
    }

    @Test
    void refusesAChangeThatCannotBeAndKeepsWhatWasTyped() {
        for (String[] wrong : List.of(
                new String[] {"AGAIN", "effect", "NONSENSE"},
                new String[] {"FIRST", "effect", "REFUSE"},
                new String[] {"AGAIN", "effect", "FLAG", "limit-hours", "0"},
                new String[] {"AGAIN", "effect", "FLAG", "limit-hours", "many"},
                new String[] {"AGAIN", "effect", "FLAG", "sentence", "x".repeat(301)},
                new String[] {"AGAIN", "effect", "FLAG", "sentence", "nul \u0000"},
                new String[] {"AGAIN", "effect", "FLAG", "reason", "x".repeat(501)},
                new String[] {"HELD_WORDS", "effect", "HOLD", "words", " \n…\n"},
                new String[] {"HELD_WORDS", "effect", "HOLD", "words", "x".repeat(101)})) {
            MvcTestResult refused = send("", wrong[0], Arrays.copyOfRange(wrong, 1, wrong.length));
            assertThat(refused).as(String.join(" ", wrong)).hasStatus(422);
            assertThat(body(refused)).contains("There is a problem", "Problem:");
        }
        assertThat(body(send("", "AGAIN", "effect", "FLAG", "limit-hours", "many", "sentence", "Only <once>.")))
                .contains("value=\"many\"", "value=\"Only &lt;once&gt;.\"", "Give a whole number from 1 to 168.");
        assertThat(send("", "NO_SUCH_RULE", "effect", "OFF")).hasStatus(404);
        assertThat(send("no-such-place", "AGAIN", "effect", "OFF")).hasStatus(404);
        assertThat(sql.queryForObject("select count(*) from commenting_rule", Integer.class))
                .isZero();
    }

    @Test
    void saysWhereARulesStandingComesFrom() {
        change("", "AGAIN", "effect", "FLAG");
        change(HARBOUR_SLUG, "EMPTY_TALK", "effect", "HOLD");
        assertThat(desk("/moderation/rules?place=" + HARBOUR_SLUG))
                .contains("said by the notice", "chosen for this discussion", "chosen for the whole site", "built in");
        assertThat(desk("/moderation/rules/AGAIN?place=" + HARBOUR_SLUG))
                .contains("Now: flagged; chosen for the whole site.");
    }

    @Test
    void logsNothingWhereNothingIsChanged() {
        change("", "AGAIN", "effect", "FLAG");
        int before = changes();
        change("", "AGAIN", "effect", "FLAG");
        change("", "FIRST", "effect", "OTHERWISE");
        assertThat(changes()).isEqualTo(before);
    }

    int changes() {
        Integer changes =
                sql.queryForObject("select count(*) from moderation_log where action = 'CHANGE_RULE'", Integer.class);
        return changes == null ? 0 : changes;
    }

    void change(String place, String rule, String... fields) {
        assertThat(send(place, rule, fields)).as(rule).hasStatus(302);
    }

    MvcTestResult send(String place, String rule, String... fields) {
        var request = site.post()
                .uri("/moderation/rules/" + rule)
                .session(desk)
                .with(csrf())
                .param("place", place);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
