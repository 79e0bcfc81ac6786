package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.posting.OneAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/** The desk in a real browser, by its keys. */
@TestPropertySource(properties = "colloquy.tests=desk") // a site of its own: what is hidden here is in nobody's way
class DeskBrowserTests extends BrowserHands {

    private static final List<String> TABS =
            List.of("waiting", "reported", "flagged", "nameless", "not-in-source", "off-topic", "newest");

    private static final String HARBOUR = SiteHands.HARBOUR.substring("/articles/".length());
    private static final String SOURCE = SiteHands.SOURCE.substring("/articles/".length());

    @Autowired
    OneAddress oneAddress;

    @Test
    void hidesTheNamelessCommentsOfTheSourceByKeysAloneAndTakesItBack() throws Exception {
        byte[] source = Files.readAllBytes(SharedFiles.sourceDocument());
        Page page = moderator(new NewContextOptions());
        page.navigate(at("/moderation?tab=not-in-source&place=" + SOURCE));
        assertThat(page.locator("#queue .rows > li")).hasCount(28);

        page.keyboard().press("*");
        page.keyboard().press("h");
        assertThat(page.locator("#rule")).isFocused();
        assertThat(page.locator("#desk-says")).containsText("Choose the rule");
        page.keyboard().type("Anon");
        page.keyboard().press("Escape");
        page.keyboard().press("h");
        assertThat(page.locator(".done")).containsText("28 comments are hidden.");
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(page.locator("h1")).isFocused();
        assertThat(hidden()).isEqualTo(28);
        assertThat(document(page)).isNotEqualTo(source);

        page.keyboard().press("z");
        assertThat(page.locator(".done")).containsText("28 acts are undone.");
        assertThat(page.locator("#queue .rows > li")).hasCount(28);
        assertThat(hidden()).isZero();
        assertThat(document(page)).isEqualTo(source);
    }

    @Test
    void walksThroughTheQueueOneByOne() {
        Page page = moderator(new NewContextOptions());
        page.navigate(at("/moderation?tab=not-in-source&place=" + HARBOUR));
        int all = page.locator("#queue .rows > li").count();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("#queue .rows > li").first()).hasClass(java.util.regex.Pattern.compile("current"));
        page.keyboard().press("Enter");
        assertThat(page.locator("#queue .rows > li details").first()).hasAttribute("open", "");
        page.keyboard().press("a");
        assertThat(page.locator(".done")).containsText("One comment is approved.");
        assertThat(page.locator("#queue .rows > li")).hasCount(all - 1);
        assertThat(page.locator("#queue .rows > li").first()).hasClass(java.util.regex.Pattern.compile("current"));
        page.keyboard().press("z");
        assertThat(page.locator("#queue .rows > li")).hasCount(all);

        page.keyboard().press("?");
        assertThat(page.locator("#keys")).hasAttribute("open", "");
        page.getByLabel("Single keys act").uncheck();
        page.keyboard().press("a");
        page.reload();
        assertThat(page.locator("#queue .rows > li")).hasCount(all);
        page.keyboard().press("j");
        assertThat(page.locator("#queue .rows > li.current")).hasCount(0);
    }

    @Test
    void goesOnAtTheNextRowWhenSeveralTickedOnesHaveGone() {
        Page page = moderator(new NewContextOptions());
        page.navigate(at("/moderation?tab=not-in-source&place=" + SOURCE));
        Locator rows = page.locator("#queue .rows > li");
        int all = rows.count();
        for (String key : List.of("j", "x", "j", "x", "j", "x")) {
            page.keyboard().press(key);
        }
        String first = rows.first().locator(".number").first().innerText();
        String next = rows.nth(3).locator(".number").first().innerText();
        page.keyboard().press("a");
        assertThat(page.locator(".done")).containsText("3 comments are approved.");
        assertThat(rows).hasCount(all - 3);
        assertThat(page.locator("#queue .rows > li.current .number").first()).hasText(next);
        page.keyboard().press("z");
        assertThat(rows).hasCount(all);
        assertThat(page.locator("#queue .rows > li.current .number").first()).hasText(first);
    }

    @Test
    void asksForARuleWithoutMovingThePage() {
        Page page = moderator(new NewContextOptions());
        page.setViewportSize(1024, 768);
        page.navigate(at("/moderation?tab=not-in-source&place=" + SOURCE));
        for (int row = 0; row < 12; row++) {
            page.keyboard().press("j");
        }
        Object before = page.evaluate("scrollY");
        page.keyboard().press("h");
        assertThat(page.locator("#rule")).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(before);
        page.keyboard().press("Escape");
        page.keyboard().press("b");
        assertThat(page.locator("#desk-says")).not().hasClass(java.util.regex.Pattern.compile("unseen"));
        page.keyboard().press("k");
        assertThat(page.locator("#desk-says")).hasClass(java.util.regex.Pattern.compile("unseen"));
    }

    @Test
    void comesBackToTheRowFromWhichItWasMovedAndUndoesItByAKey() {
        Page page = moderator(new NewContextOptions());
        String queue = at("/moderation?tab=not-in-source&place=" + SOURCE + "&words=the");
        page.navigate(queue);
        int all = page.locator("#queue .rows > li").count();
        assertThat(all).isGreaterThan(2);
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("o");
        assertThat(page.locator("h1")).containsText("to the Open Thread");
        press(page, "Move to the Open Thread");
        assertThat(page.locator(".done")).containsText("moved to the Open Thread");
        assertThat(page).hasURL(queue + "&at=2");
        assertThat(page.locator("#queue .rows > li")).hasCount(all - 1);
        assertThat(page.locator("#queue .rows > li").nth(1).locator("summary")).isFocused();
        page.keyboard().press("z");
        assertThat(page.locator(".done")).containsText("It is undone.");
        assertThat(page.locator("#queue .rows > li")).hasCount(all);
        assertThat(page.locator("#queue .rows > li").nth(1).locator("summary")).isFocused();
    }

    @Test
    void saysWhatAKeyCannotDoAndTicksNothingForIt() {
        Page page = moderator(new NewContextOptions());
        page.navigate(at("/moderation?tab=not-in-source&place=" + HARBOUR));
        Locator says = page.locator("#desk-says");
        page.evaluate("document.getElementById('desk-says').dataset.same = 'yes'");
        for (String key : List.of("a", "o", "t", "b", "x")) {
            page.keyboard().press(key);
            assertThat(says).containsText("Nothing is ticked.");
        }
        page.keyboard().press("z");
        assertThat(says).containsText("nothing to undo");
        page.keyboard().press("j");
        page.keyboard().press("b");
        assertThat(says).containsText("nobody to warn or suspend");
        page.keyboard().press("h");
        assertThat(page.locator("#rule")).isFocused();
        assertThat(page.locator("#queue input:checked")).hasCount(0);
        page.keyboard().press("Escape");
        int all = page.locator("#queue .rows > li").count();
        for (String key : List.of("Control+a", "Alt+a", "Meta+a")) {
            page.keyboard().press(key);
        }
        page.locator("#reason").fill("");
        page.locator("#reason").press("a");
        assertThat(page.locator("#reason")).hasValue("a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Nothing to hide");
        page.goBack();
        assertThat(page.locator("#queue .rows > li")).hasCount(all);
        page.evaluate("document.getElementById('desk-says').dataset.same = 'yes'");
        page.keyboard().press("j");
        page.keyboard().press("a");
        assertThat(page.locator(".done")).containsText("One comment is approved.");
        assertThat(says).hasAttribute("data-same", "yes");
        assertThat(says).containsText("One comment is approved.");
        page.keyboard().press("z");
        assertThat(page.locator(".done")).containsText("It is undone.");
    }

    @Test
    void postsNothingTwiceWhenTheAnswerIsLostOrSomebodyWasQuicker() {
        Page page = moderator(new NewContextOptions());
        page.navigate(at("/moderation?tab=not-in-source&place=" + HARBOUR));
        Page other = page.context().newPage();
        other.navigate(page.url());
        var posts = new AtomicInteger();
        page.route("**/moderation/approve", route -> {
            posts.incrementAndGet();
            route.fetch();
            route.abort();
        });
        page.keyboard().press("j");
        page.keyboard().press("a");
        assertThat(page.locator("#desk-says")).containsText("Reload the page");
        assertThat(posts).hasValue(1);

        var again = new AtomicInteger();
        other.onRequest(request -> again.addAndGet(request.method().equals("POST") ? 1 : 0));
        other.keyboard().press("j");
        other.keyboard().press("a");
        assertThat(other.locator(".problems")).containsText("You have done this already");
        assertThat(other.locator("h1")).isFocused();
        assertThat(again).hasValue(1);

        page.unrouteAll();
        page.navigate(at("/moderation/log"));
        press(page, "Undo");
        assertThat(page.locator(".done")).containsText("It is undone.");
    }

    @Test
    void axeFindsNothingOnTheDesk() {
        Page poster = person();
        poster.navigate(at("/open-thread/comments/new"));
        poster.getByLabel("Your name").fill("To Be Warned");
        poster.getByLabel("Your comment").fill("Out with the lamps.");
        press(poster, "Post comment");
        assertThat(poster.locator("main")).containsText("Out with the lamps.");
        Long member = sql.queryForObject("select id from member where handle = 'To Be Warned'", Long.class);
        Long comment = sql.queryForObject("select id from comment where member_id = ?", Long.class, member);
        moderators.appointModerator("Second Chair", PASSWORD);
        Long second = sql.queryForObject("select id from member where handle = 'Second Chair'", Long.class);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = moderator(new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            String theme = scheme.name().toLowerCase(Locale.ROOT);
            for (String tab : TABS) {
                page.navigate(at("/moderation?tab=" + tab));
                for (int width : new int[] {320, 1024, 1440}) {
                    page.setViewportSize(width, 900);
                    staysWithin(page, tab + " " + width);
                    screenshotOfWhatIsSeen(page, "desk-" + tab + "-" + width + "-" + theme);
                }
                unfold(page);
                axeFindsNothing(page, tab + " " + theme);
            }
            for (String address : List.of(
                    "/moderation?tab=not-in-source&place=" + SOURCE + "&words=the",
                    "/moderation/log",
                    "/moderation/hide/all?tab=newest",
                    "/moderation/erase?comment=" + comment,
                    "/moderation/rules/LENGTH",
                    "/moderation/people/" + second + "/promote",
                    "/moderation/close?comment=" + comment,
                    "/moderation/place?comment=" + comment,
                    "/moderation/members/" + member + "?comment=" + comment)) {
                page.navigate(at(address));
                unfold(page);
                look(page, address.replaceAll("\\W+", "-").substring(1), theme);
            }
            page.navigate(at("/moderation/rules/LENGTH"));
            press(page, "See what it would have done");
            look(page, "rule-preview", theme);

            page.navigate(at("/moderation/members/" + member));
            press(page, "Do it");
            assertThat(page.locator(".problems")).containsText("Choose what to do.");
            look(page, "member-problem", theme);

            page.navigate(at("/moderation/hide?comment=" + comment));
            press(page, "Hide one comment");
            assertThat(page.locator(".problems")).containsText("Give a reason");
            look(page, "hide-problem", theme);
            page.getByLabel("Reason").fill("To look at the line.");
            press(page, "Hide one comment");
            look(page, "comment-done", theme);
            press(page, "Undo");

            page.navigate(at("/moderation?tab=newest"));
            page.keyboard().press("j");
            page.keyboard().press("a");
            assertThat(page.locator(".done")).containsText("One comment is approved.");
            look(page, "desk-done", theme);
            page.keyboard().press("b");
            look(page, "desk-says", theme);
            page.keyboard().press("z");

            page.navigate(at("/moderation/close?place=open-thread"));
            page.getByLabel("Reason").fill("To look at the page.");
            press(page, "Close the whole discussion");
            assertThat(page.locator(".done")).containsText("is closed");
            page.navigate(at("/moderation/reopen?place=open-thread"));
            look(page, "reopen", theme);
            press(page, "Reopen");

            for (int post = 0; post < 20; post++) {
                ReflectionTestUtils.invokeMethod(oneAddress, "posted", "192.0.2.1", "Reader " + post);
            }
            page.navigate(at("/moderation"));
            assertThat(page.locator(".problems")).containsText("one address");
            look(page, "one-address", theme);
            ReflectionTestUtils.invokeMethod(oneAddress, "posted", "192.0.2.2", "Reader 1");
        }
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
    }

    private static void look(Page page, String name, String theme) {
        axeFindsNothing(page, name + " " + theme);
        screenshotOfWhatIsSeen(page, name + "-" + theme);
    }

    private Page moderator(NewContextOptions options) {
        moderators.appoint("Key Keeper", PASSWORD);
        Page page = person(options);
        signIn(page, "Key Keeper");
        return page;
    }

    private int hidden() {
        return Objects.requireNonNull(
                sql.queryForObject("select count(*) from comment where state = 'HIDDEN'", Integer.class));
    }

    private byte[] document(Page page) {
        return page.request().get(at(SiteHands.SOURCE + "/document.txt")).body();
    }
}
