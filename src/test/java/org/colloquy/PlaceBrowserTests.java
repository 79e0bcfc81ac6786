package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Writing in place, and all that one does with one's comments, with script and without. */
@TestPropertySource(properties = "colloquy.tests=place") // a site of its own: what is posted here is in nobody's way
class PlaceBrowserTests extends BrowserHands {

    @Test
    void answersInPlaceAndStaysWhereItWas() {
        Page other = person(false);
        other.navigate(at(SiteTests.HARBOUR + "/comments/7/reply"));
        other.getByLabel("Your name").fill("Makes A Branch");
        other.getByLabel("Your comment").fill("To be folded.");
        press(other, "Post comment");
        Page page = person(true);
        page.navigate(at(SiteTests.HARBOUR));
        page.evaluate("window.sameDocument = true");
        page.locator("#comment-7 + details.branch > summary").click();
        int folded = page.locator("details.branch:not([open])").count();
        String before = page.locator("#discussion .head").textContent();

        reply(page, "#comment-6");
        Locator place = page.locator(".in-place");
        assertThat(place).containsText("Reply to comment 6");
        assertThat(page.getByLabel("Your comment")).isFocused();
        assertThat(new AxeBuilder(page).include(".in-place").analyze().getViolations())
                .isEmpty();
        screenshot(page, "in-place");

        // Refused: the rule is named, the text is kept, and so is the place.
        page.getByLabel("Your comment").fill("In place, and *in time*.");
        press(page, "Post comment");
        assertThat(place).containsText("Anonymous comments are not allowed");
        assertThat(place.locator(".problems")).isFocused();
        assertThat(page.getByLabel("Your comment")).hasValue("In place, and *in time*.");

        // Looked at before.
        page.getByLabel("Your name").fill("Never Leaves");
        press(page, "Preview");
        assertThat(place.locator("#preview em")).hasText("in time");

        press(page, "Post comment");
        Locator mine = page.locator(".comment:target");
        assertThat(mine).containsText("In place, and in time.");
        assertThat(mine).isFocused();
        assertThat(place).hasCount(0);
        assertThat(page.locator("aside.done")).containsText("Your recovery code");
        assertThat(page.locator("details.branch:not([open])")).hasCount(folded);
        assertThat(page.locator("#discussion .head").textContent()).isNotEqualTo(before);
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        assertThat(page).hasURL(Pattern.compile(SiteTests.HARBOUR + "#comment-\\d+$"));

        // Its draft has done its work, and the next answer works like the first.
        reply(page, "#comment-6");
        assertThat(page.getByLabel("Your comment")).hasValue("");
        page.getByLabel("Your comment").fill("Once more.");
        page.getByLabel("Your comment").press("Control+Enter");
        assertThat(page.locator(".comment:target")).containsText("Once more.");
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        screenshot(page, "in-place-posted");
    }

    @Test
    void keepsADraftWhenTheFormInPlaceIsLeft() {
        Page page = person(true);
        page.navigate(at(SiteTests.HARBOUR));
        reply(page, "#comment-4");
        page.getByLabel("Your comment").fill("Half a thought");
        page.locator(".in-place .buttons a").click();
        assertThat(page.locator(".in-place")).hasCount(0);
        assertThat(page.locator("#comment-4 .actions a").first()).isFocused();
        reply(page, "#comment-6");
        assertThat(page.getByLabel("Your comment")).hasValue("");
        reply(page, "#comment-4");
        assertThat(page.getByLabel("Your comment")).hasValue("Half a thought");
        assertThat(page.locator(".in-place")).hasCount(1);
    }

    @Test
    void keepsTheTextWhenTheServerIsAwayOrTheTokenIsOld() {
        Page page = person(true);
        page.navigate(at(SiteTests.HARBOUR));
        reply(page, "#comment-4");
        page.getByLabel("Your name").fill("Waits For It");
        page.getByLabel("Your comment").fill("Sent into the storm.");
        page.context().setOffline(true);
        press(page, "Post comment");
        assertThat(page.locator(".in-place .failed")).containsText("It couldn’t be sent");
        assertThat(page.getByLabel("Your comment")).hasValue("Sent into the storm.");
        page.context().setOffline(false);
        page.context().clearCookies();
        press(page, "Post comment");
        assertThat(page.locator(".in-place")).containsText("Please press the button again");
        press(page, "Post comment");
        assertThat(page.locator(".comment:target")).containsText("Sent into the storm.");
    }

    @Test
    void leadsToTheOpenThreadWhatIsOffTopic() {
        for (boolean script : List.of(true, false)) {
            Page page = person(script);
            page.navigate(at(SiteTests.HARBOUR));
            follow(page, "Write a comment");
            page.getByLabel("Your name").fill("Strays " + script);
            page.getByLabel("Your comment").fill("About something else. " + script);
            page.getByLabel("This is off topic here").check();
            press(page, "Post comment");
            // The code is shown once: nobody is led away from it.
            assertThat(page.locator("aside.done")).containsText("Your recovery code");
            if (script) {
                page.locator(".in-place > p a").click();
            }
            assertThat(page).hasURL(Pattern.compile("/open-thread/comments/\\d+#comment-\\d+$"));
            assertThat(page.locator(".comment:target")).containsText("About something else. " + script);
        }
    }

    @Test
    void showsTheRecoveryCodeWhereTheBrowserGoes() {
        for (int width : new int[] {360, 1440}) {
            Page page =
                    person(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(width, 800));
            page.navigate(at(SiteTests.HARBOUR + "/comments/2/reply"));
            page.getByLabel("Your name").fill("Sees The Code " + width);
            page.getByLabel("Your comment").fill("Where is it?");
            press(page, "Post comment");
            assertThat(page.locator("aside.done code, aside.done output, aside.done strong")
                            .first())
                    .isInViewport();
            assertThat(page.locator(".comment:target")).isInViewport();
            screenshot(page, "recovery-code-" + width);
        }
    }

    @Test
    void fitsTheDeskOnANarrowScreenWithAllThatWaits() {
        moderators.appoint("Narrow Desk", PASSWORD);
        Page author = person(false);
        author.navigate(at("/open-thread/comments/new"));
        author.getByLabel("Your name").fill("An Author With Quite A Long Name Indeed");
        author.getByLabel("Your comment").fill("What waits for a moderator has many words to say for itself.");
        press(author, "Post comment");
        sql.update("update comment set state = 'HELD', waiting = true, rules = 'FIRST,HELD_WORDS,LINKS' where speaker"
                + " = 'An Author With Quite A Long Name Indeed'");
        Page desk = person(new NewContextOptions().setViewportSize(320, 640));
        signIn(desk, "Narrow Desk");
        assertThat(desk.locator(".rows")).containsText("Words that make a comment wait");
        screenshot(desk, "desk-320");
        staysWithin(desk, desk.url());
        // Nothing lies over anything else.
        assertThat(desk.evaluate("""
                () => {
                  const [held, act] = [".rows .mark.held", ".rows .act"].map(one =>
                    document.querySelector(one).getBoundingClientRect());
                  return held.right <= act.left || held.bottom <= act.top || act.bottom <= held.top;
                }""")).isEqualTo(true);
    }

    @Test
    void changesWithdrawsAndPutsBackWhatItPosted() {
        for (boolean script : List.of(true, false)) {
            Page page = person(script);
            page.navigate(at("/open-thread/comments/new"));
            page.getByLabel("Your name").fill("Thinks Twice " + script);
            page.getByLabel("Your comment").fill("The first word.");
            press(page, "Post comment");
            assertThat(page.locator(".comment:target")).containsText("The first word.");
            String mine = page.url();

            follow(page, "Change what you wrote…");
            assertThat(page.getByLabel("Your comment")).hasValue("The first word.");
            page.getByLabel("Your comment").fill("The last word.");
            press(page, "Save the change");
            assertThat(page.locator(".comment:target")).containsText("The last word.");
            follow(page, "edited");
            assertThat(page.locator("del")).hasText("first ");
            assertThat(page.locator("ins")).hasText("last ");
            screenshot(page, "revisions");

            page.navigate(mine);
            follow(page, "Withdraw");
            press(page, "Withdraw");
            assertThat(page.locator("main")).containsText("Withdrawn by its author");
            assertThat(page.locator("main")).not().containsText("The last word.");
            page.navigate(mine);
            follow(page, "Put");
            press(page, "Put");
            assertThat(page.locator("main")).containsText("The last word.");
            page.navigate(at("/account/comments"));
            assertThat(page.locator("main")).containsText("The last word.");
            screenshot(page, "yours");
        }
    }

    @Test
    void ignoresSomebodyAndReadsThemAllTheSame() {
        for (boolean script : List.of(true, false)) {
            Page page = person(script);
            page.navigate(at(SiteTests.HARBOUR + "/comments/2"));
            follow(page, "Ignore Old Salt…");
            press(page, "Ignore");
            Locator ignored = page.locator("#comment-2 details.ignored");
            assertThat(page.locator("main")).containsText("You ignore Old Salt from now on.");
            assertThat(page.locator("#comment-2 .said")).not().isVisible();
            screenshot(page, "ignored");
            ignored.locator("summary").click();
            assertThat(page.locator("#comment-2 .said")).isVisible();
            page.navigate(at("/account/ignored"));
            press(page, "Stop ignoring");
            page.navigate(at(SiteTests.HARBOUR + "/comments/2"));
            assertThat(page.locator("#comment-2 .said")).isVisible();
        }
    }

    @Test
    void tellsOfRepliesAndWhatIsNew() {
        for (boolean script : List.of(true, false)) {
            Page asking = person(script);
            asking.navigate(at("/open-thread/comments/new"));
            asking.getByLabel("Your name").fill("Asks In Public " + script);
            asking.getByLabel("Your comment").fill("Does anybody hear me?");
            press(asking, "Post comment");
            assertThat(asking.locator(".comment:target")).isVisible();
            Page answering = person(script);
            answering.navigate(asking.url());
            reply(answering, ".itself .comment");
            answering.getByLabel("Your name").fill("Hears Everything " + script);
            answering.getByLabel("Your comment").fill("Loud and clear.");
            press(answering, "Post comment");
            assertThat(answering.locator(".comment:target")).containsText("Loud and clear.");

            asking.navigate(at("/account/replies"));
            assertThat(asking.locator("main")).containsText("One of them is new.");
            screenshot(asking, "replies");
            press(asking, "I have read them");
            assertThat(asking.locator("main")).containsText("None of them is new.");
            follow(asking, "Comment");
            assertThat(asking.locator(".comment:target")).containsText("Loud and clear.");
            asking.locator(".comment:target a.person").click();
            assertThat(asking.locator("h1")).hasText("Hears Everything " + script);
            screenshot(asking, "person");
        }
    }

    @Test
    void movesABranchClosesAThreadAndShowsBothToEverybody() {
        moderators.appoint("Lamp Keeper", PASSWORD);
        Page desk = person(false);
        signIn(desk, "Lamp Keeper");
        String article = "/articles/"
                + sql.queryForObject("select slug from article where file_name = 'karabakh-2020.txt'", String.class);
        desk.navigate(at(article + "/comments/2"));
        follow(desk, "Move to the Open Thread…");
        screenshot(desk, "move");
        desk.getByLabel("With its").check();
        desk.getByLabel("Reason").fill("It belongs elsewhere");
        press(desk, "Move to the Open Thread");
        assertThat(desk.locator(".done")).containsText("moved to the Open Thread");
        desk.navigate(at(article + "/comments/12"));
        follow(desk, "Close or reopen…");
        screenshot(desk, "close");
        desk.getByLabel("Reason").first().fill("It goes round in circles");
        press(desk, "Close this thread");
        assertThat(desk.locator(".done")).containsText("is closed");

        Long moved = sql.queryForObject(
                "select c.id from comment c join comment s on s.twin_id = c.id where s.kind = 'MOVED' and s.number = 2",
                Long.class);
        String there = "/open-thread/comments/"
                + sql.queryForObject("select number from comment where id = ?", Integer.class, moved);
        List<String> pages = List.of(
                article,
                article + "/comments/2",
                article + "/comments/12",
                article + "/comments/12/reply",
                there,
                "/open-thread",
                "/moderation-log",
                "/moderation/move/back?comment=" + moved,
                "/moderation/move?comment=" + moved,
                "/moderation/close?comment=" + moved);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = person(new NewContextOptions()
                    .setColorScheme(scheme)
                    .setBypassCSP(true)
                    .setViewportSize(320, 640));
            page.context().addCookies(desk.context().cookies());
            for (String address : pages) {
                page.navigate(at(address));
                axeFindsNothing(page, address);
                staysWithin(page, address);
                if (scheme == ColorScheme.DARK) {
                    screenshot(page, "moved-" + pages.indexOf(address));
                }
            }
        }
        Page reader = person(false);
        reader.navigate(at(article + "/comments/2"));
        assertThat(reader.locator("#comment-2")).containsText("Moved to the Open Thread by Lamp Keeper");
        assertThat(reader.locator("#comment-2")).containsText("It belongs elsewhere");
        reader.navigate(at(article));
        screenshot(reader, "article-moved-and-closed");
        reader.locator("#comment-2 .stands-in a").nth(1).click();
        assertThat(reader).hasURL(Pattern.compile(there + "#comment-\\d+$"));
        screenshot(reader, "moved-there");
        reader.navigate(at(article + "/comments/12/reply"));
        assertThat(reader.locator("h1")).hasText("Nobody can write here any more");
        follow(reader, "Go on in the Open Thread");
        assertThat(reader.getByLabel("Your comment")).isVisible();

        desk.navigate(at("/moderation/move/back?comment=" + moved));
        press(desk, "Move back");
        desk.navigate(at("/moderation/reopen?place=" + article.substring("/articles/".length())));
        desk.navigate(at(article + "/comments/12"));
        follow(desk, "Close or reopen…");
        press(desk, "Reopen this thread");
        reader.navigate(at(article));
        assertThat(reader.locator("#comment-2 .said")).isVisible();
        assertThat(reader.locator("p.closed")).hasCount(0);
    }

    private static void reply(Page page, String comment) {
        page.locator(comment + " .actions a").first().click();
        assertThat(page.getByLabel("Your comment")).isVisible();
    }
}
