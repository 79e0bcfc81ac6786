package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The site in a real browser. Screenshots are left in {@code target/screenshots} to be looked at. */
class BrowserTests extends BrowserHands {

    @Test
    void readsPostsIsRefusedAsNamelessPostsNamelessWhereThatIsFlaggedAndHidesItAsAModerator() {
        moderators.appoint("Lamp Keeper", PASSWORD);
        Page reader = person(false);

        reader.navigate(at(specimen()));
        assertThat(reader.locator("h1")).containsText("Nagorno-Karabakh");
        assertThat(reader.locator("[id^=term-]")).hasCount(9);
        assertThat(reader.locator("#comment-12")).isVisible();

        // Post with a name.
        follow(reader, "Write a comment");
        reader.getByLabel("Your name").fill("Careful Reader");
        reader.getByLabel("Your comment").fill("Which of the nine points took longest?\n\nA question in earnest.");
        press(reader, "Post comment");
        assertThat(reader.locator("main")).containsText("A question in earnest.");
        String mine = reader.url();
        assertThat(reader.locator("main")).containsText("Careful Reader");

        // The handle is kept in this browser, and can be forgotten.
        reader.navigate(at(specimen() + "/comments/new"));
        assertThat(reader.locator("main")).containsText("You post as Careful Reader in this browser.");
        reader.navigate(at("/account"));
        press(reader, "Forget this name in this browser");

        // Without a name the rule is quoted, and the text is kept.
        reader.navigate(mine);
        reader.locator("article.comment .actions a", new Page.LocatorOptions().setHasText("reply"))
                .last()
                .click();
        reader.getByLabel("Your comment").fill("The sixth, I should think.");
        press(reader, "Post comment");
        assertThat(reader.locator("main")).containsText("Anonymous comments are not allowed.");
        assertThat(reader.getByLabel("Your comment")).hasValue("The sixth, I should think.");
        screenshot(reader, "refused");

        // A moderator lets nameless comments pass with a flag.
        Page moderator = person(false);
        signIn(moderator);
        chooseForAnonymous(moderator, "FLAG");
        assertThat(moderator.locator("main")).containsText("The rule has changed.");

        // Now it passes.
        press(reader, "Post comment");
        assertThat(reader.locator("main")).containsText("The sixth, I should think.");
        assertThat(reader.locator("article.comment").last()).containsText("no name");

        // And the moderator hides it, with a reason.
        moderator.navigate(at("/moderation"));
        screenshot(moderator, "desk");
        moderator
                .locator("li", new Page.LocatorOptions().setHasText("The sixth, I should think."))
                .locator("input[type=checkbox]")
                .check();
        press(moderator, "Hide ticked");
        assertThat(moderator.locator("main")).containsText("Hide one comment");
        moderator.getByLabel("Reason").fill("Names are asked for here");
        screenshot(moderator, "preview");
        press(moderator, "Hide one comment");
        assertThat(moderator.locator("main")).containsText("One comment is hidden.");

        reader.reload();
        assertThat(reader.locator("main")).not().containsText("The sixth, I should think.");
        assertThat(reader.locator("main")).containsText("Hidden by Lamp Keeper");
        reader.navigate(at("/moderation-log"));
        assertThat(reader.locator("main")).containsText("Names are asked for here");
        screenshot(reader, "log");

        // Nothing stays changed for the other tests.
        chooseForAnonymous(moderator, "REFUSE");
    }

    @Test
    void leavesAndTakesTheTextsAlong() {
        Page leaver = person(false);
        leaver.navigate(at(SiteTests.HARBOUR + "/comments/new"));
        leaver.getByLabel("Your name").fill("Quiet Leaver");
        leaver.getByLabel("Your comment").fill("I shall not have said this.");
        press(leaver, "Post comment");
        String mine = leaver.url();
        follow(leaver, "Withdraw…");
        screenshot(leaver, "withdraw");
        press(leaver, "Withdraw this comment");
        assertThat(leaver.locator("main")).containsText("Withdrawn by its author");
        follow(leaver, "Put back…");
        press(leaver, "Put this comment back");
        assertThat(leaver.locator("main")).containsText("I shall not have said this.");

        leaver.navigate(at("/account"));
        screenshot(leaver, "you");
        follow(leaver, "Your data, to read and to take along");
        screenshot(leaver, "data");
        var download = leaver.waitForDownload(() -> press(leaver, "Download your data"));
        assertThat(download.suggestedFilename()).isEqualTo("my-data.json");

        leaver.navigate(at("/account"));
        follow(leaver, "Leave this site");
        assertThat(leaver.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setChecked(true)))
                .hasCount(0);
        press(leaver, "Leave for good");
        assertThat(leaver.getByRole(AriaRole.ALERT)).containsText("Choose what becomes of your comments.");
        screenshot(leaver, "leave");
        leaver.getByLabel("My comments go too").check();
        leaver.getByLabel("Type your name").fill("Quiet Leaver");
        press(leaver, "Leave for good");
        assertThat(leaver.getByRole(AriaRole.STATUS)).containsText("You have left.");
        leaver.navigate(mine);
        assertThat(leaver.locator("main")).containsText("Withdrawn by its author");
        assertThat(leaver.locator("main")).not().containsText("I shall not have said this.");
    }

    @Test
    void saysWhoItIsInADocumentAndIsBelieved() {
        String place = Discussed.write(
                sql, "walk-claims", 2, number -> number - 1, number -> number == 1 ? "Walk Salt" : null);
        sql.update(
                "update comment set document_number = number, speaker_key = lower(speaker) where discussion_id ="
                        + " (select d.id from discussion d join article a on a.id = d.article_id where a.slug = 'walk-claims')");
        try {
            Page claimer = person(false);
            claimer.navigate(at("/open-thread/comments/new"));
            claimer.getByLabel("Your name").fill("Walk Claimer");
            claimer.getByLabel("Your comment").fill("I have been here before.");
            press(claimer, "Post comment");
            claimer.navigate(at("/account/claims"));
            claimer.getByLabel("Article").selectOption("walk-claims");
            press(claimer, "Show its names");
            press(claimer, "This is me");
            assertThat(claimer.getByRole(AriaRole.ALERT)).containsText("Choose the name");
            screenshot(claimer, "claims");
            claimer.getByLabel("Your name there").selectOption("Walk Salt");
            claimer.getByLabel("How can a moderator tell?").fill("I can tell what the lamp cost.");
            press(claimer, "This is me");
            assertThat(claimer.getByRole(AriaRole.STATUS)).containsText("Moderators will look at it.");

            Page moderator = person(false);
            signIn(moderator);
            moderator.navigate(at("/moderation"));
            follow(moderator, "Who is who");
            screenshot(moderator, "claims-desk");
            Locator claim = moderator.locator(".claims > li", new Page.LocatorOptions().setHasText("Walk Claimer"));
            claim.getByLabel("Reason").fill("It is what the lamp cost.");
            claim.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Yes, confirm it"))
                    .click();
            assertThat(moderator.getByRole(AriaRole.STATUS)).containsText("It is confirmed");

            claimer.navigate(at(place + "/comments/1"));
            assertThat(claimer.locator("#comment-1 .by")).containsText("here Walk Claimer, confirmed by a moderator");
            screenshot(claimer, "confirmed");
            claimer.navigate(at("/account/claims"));
            press(claimer, "Use the name Walk Salt from now on");
            claimer.navigate(at("/account"));
            assertThat(claimer.locator("main")).containsText("In this browser you post as Walk Salt.");
        } finally {
            Discussed.remove(sql, "walk-claims");
        }
    }

    private void chooseForAnonymous(Page moderator, String effect) {
        moderator.navigate(at("/moderation/rules"));
        moderator.getByLabel("Rules of").selectOption(specimen().substring("/articles/".length()));
        press(moderator, "Show");
        follow(moderator, "Anonymous comments");
        moderator.getByRole(AriaRole.COMBOBOX).selectOption(effect);
        press(moderator, "See what it would have done");
        press(moderator, "Change the rule");
    }

    @Test
    void quotesACommentAndLetsAModeratorSayWhatAnotherAnswers() {
        Page reader = person(false);
        reader.navigate(at(SiteTests.HARBOUR));
        reader.locator("#comment-6 .actions .quote").click();
        assertThat(reader.getByLabel("Your comment"))
                .hasValue("> A quarter of an hour: enough to miss the train.\n\n> on Mondays\n\n> on market days\n\n");
        reader.getByLabel("Your name").fill("Train Driver");
        reader.getByLabel("Your comment").fill("> A quarter of an hour: enough to miss the train.\n\nI wait.");
        press(reader, "Post comment");
        Locator posted = reader.locator("article.comment", new Page.LocatorOptions().setHasText("I wait."));
        assertThat(posted.locator("blockquote")).containsText("enough to miss the train. from 6");
        posted.locator("blockquote a").click();
        assertThat(reader).hasURL(Pattern.compile("#comment-6$"));
        reader.navigate(at(SiteTests.HARBOUR));
        assertThat(reader.locator("#comment-6 .backlinks")).containsText("answered in");

        Page moderator = person(false);
        signIn(moderator);
        moderator.navigate(at("/moderation/unplaced?place=" + SiteTests.HARBOUR.substring("/articles/".length())));
        Locator row =
                moderator.locator(".open > li", new Page.LocatorOptions().setHasText("A keeper with two masters"));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("It answers this"))
                .first()
                .click();
        assertThat(moderator.locator("[role=status]")).containsText("Comment 7 stands under comment");
        reader.navigate(at(SiteTests.HARBOUR + "/comments/7"));
        reader.locator("#comment-7 .why summary").click();
        assertThat(reader.locator("#comment-7 .why p")).containsText("a moderator found that it answers comment");

        moderator.navigate(at("/moderation/place?comment=" + comment(SiteTests.HARBOUR, 7)));
        moderator.getByLabel("Number of the comment that it answers").fill("900");
        press(moderator, "Place it there");
        assertThat(moderator.locator("main")).containsText("There is nothing to answer under number 900 here.");
        press(moderator, "Put it back where it stood");
        reader.reload();
        assertThat(reader.locator("#comment-7 .why")).hasCount(0);
    }

    @Test
    void quotesTheSelectedWordsAndLeadsFromAQuotationToThem() {
        Page page = person(new NewContextOptions().setViewportSize(1280, 500));
        page.navigate(at(SiteTests.HARBOUR));
        page.locator("#comment-2 .said p").first().evaluate("""
                said => {
                  const words = document.createRange();
                  words.setStart(said.firstChild, 4);
                  words.setEnd(said.firstChild, 18);
                  document.getSelection().addRange(words);
                }""");
        page.locator("#comment-2 .actions .quote").click();
        assertThat(page.getByLabel("Your comment")).hasValue("> ferry was late\n\n");

        page.navigate(at(SiteTests.HARBOUR));
        page.locator("#comment-3 blockquote a.from").click();
        assertThat(page).hasURL(Pattern.compile("#comment-2$"));
        assertThat(page.locator("#comment-2")).isInViewport();
        assertThat(page.locator("#comment-3 blockquote a.from"))
                .hasAttribute(
                        "href",
                        Pattern.compile(
                                "#comment-2:~:text=The%20ferry%20was%20late,nobody%20was%20fined\\.$|#comment-2:~:text=The%20ferry%20was%20late,.*"));
    }

    @Test
    void keepsADraftInTheBrowserUntilItIsPosted() {
        Page page = person();
        page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply"));
        page.getByLabel("Your comment").fill("Begun in the morning.");
        page.reload();
        assertThat(page.getByLabel("Your comment")).hasValue("Begun in the morning.");
        assertThat(page.locator("main")).containsText("This is what you had written here before.");

        page.navigate(at(SiteTests.HARBOUR + "/comments/3/reply"));
        assertThat(page.getByLabel("Your comment")).hasValue("");
        page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply?quote="));
        assertThat(page.getByLabel("Your comment")).hasValue(Pattern.compile("^> Selling nets[\\s\\S]*morning\\.$"));
        press(page, "Discard it");
        assertThat(page.getByLabel("Your comment")).hasValue(Pattern.compile("^> Selling nets"));

        page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply"));
        page.getByLabel("Your comment").fill("> Selling nets on the other quay costs me an hour.\n\nRow faster.");
        page.getByLabel("Your comment").press("Control+Enter");
        assertThat(page.locator("main")).containsText("Anonymous comments are not allowed");
        page.getByLabel("Your name").fill("Draft Horse");
        press(page, "Post comment");
        assertThat(page.locator(".comment:target")).containsText("Row faster.");
        page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply"));
        assertThat(page.getByLabel("Your comment")).hasValue("");
    }

    @Test
    void keepsTheTextWhenTheFormHasExpired() {
        Page page = person(false);
        page.navigate(at(SiteTests.HARBOUR + "/comments/new"));
        page.getByLabel("Your name").fill("Slow Hand");
        page.getByLabel("Your comment").fill("Begun yesterday,\nended today.");
        page.context().clearCookies();
        press(page, "Post comment");
        assertThat(page.locator("main")).containsText("Please press the button again");
        assertThat(page.getByLabel("Your comment")).hasValue("Begun yesterday,\nended today.");
        assertThat(page.getByLabel("Your name")).hasValue("Slow Hand");
        press(page, "Post comment");
        assertThat(page.locator("main")).containsText("ended today.");
        assertThat(page.url()).containsPattern("/comments/\\d+#comment-\\d+$");
    }

    @Test
    void keepsTheTextWhenTheFormHasExpiredAndWhatItAnsweredIsGone() {
        Page page = person(false);
        page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply"));
        page.getByLabel("Your name").fill("Slower Hand");
        page.getByLabel("Your comment").fill("An answer to what has gone.");
        page.context().clearCookies();
        sql.update("update comment set state = 'HELD' where id = ?", comment(SiteTests.HARBOUR, 4));
        try {
            press(page, "Post comment");
            assertThat(page.getByLabel("Your comment")).hasValue("An answer to what has gone.");
        } finally {
            sql.update("update comment set state = 'VISIBLE' where id = ?", comment(SiteTests.HARBOUR, 4));
        }
    }

    @Test
    void bringsInAnArticleCorrectsItAndWithdrawsIt() {
        String text = "On Ropes\n\nThey hold.\n\n\n  1. Cora says\n\n    Mostly they hold.\n\n  2. Not always.\n";
        Page moderator = person(new NewContextOptions().setBypassCSP(true));
        signIn(moderator);
        moderator.navigate(at("/moderation/articles/upload"));
        choose(moderator, "ropes.txt", text);
        moderator.getByLabel("First published").fill("in autumn");
        press(moderator, "See what would come of it");
        assertThat(moderator.locator("main")).containsText("ropes.txt is here already");
        hasNothingThatAxeFindsIn(moderator);
        moderator.getByLabel("First published").fill("2020-11-14");
        press(moderator, "See what would come of it");
        assertThat(moderator.locator("h1")).containsText("What would come of “On Ropes”");
        hasNothingThatAxeFindsIn(moderator);
        press(moderator, "Import it");
        assertThat(moderator.locator("main")).containsText("“On Ropes” is here.");

        moderator.navigate(at("/moderation/articles/upload?article=on-ropes"));
        assertThat(moderator.getByLabel("First published")).hasValue("2020-11-14");
        choose(
                moderator,
                "changed.txt",
                text.replace("Mostly they hold", "Often they hold").replace("hold.\n\n\n", "do.\n\n\n"));
        press(moderator, "See what would come of it");
        assertThat(moderator.locator("main")).containsText("One comment says something else.");
        moderator.getByText("The whole report").click();
        hasNothingThatAxeFindsIn(moderator);
        screenshot(moderator, "document-checked");
        press(moderator, "Correct the article");
        screenshot(moderator, "articles");
        moderator.navigate(at("/moderation/articles/on-ropes/withdraw"));
        press(moderator, "Withdraw it");
        assertThat(moderator.locator("main")).containsText("“On Ropes” is withdrawn.");
        moderator.navigate(at("/articles/on-ropes"));
        assertThat(moderator.locator("h1")).containsText("This article was withdrawn");
        hasNothingThatAxeFindsIn(moderator);
    }

    private static void choose(Page page, String name, String text) {
        page.getByLabel("Document")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void hasNothingThatAxeFindsIn(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            axeFindsNothing(page, page.url() + " " + scheme);
        }
    }

    @Test
    void hasNothingThatAxeFinds() {
        moderators.appoint("Lamp Keeper", PASSWORD);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = person(new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            signIn(page);
            for (String address : everyPage()) {
                page.navigate(at(address));
                axeFindsNothing(page, address + " " + scheme);
            }
        }
    }

    @Test
    void neverScrollsSidewaysOnANarrowScreen() {
        Page page = person(new NewContextOptions().setViewportSize(320, 640));
        signIn(page);
        for (String address : everyPage()) {
            page.navigate(at(address));
            staysWithin(page, address);
        }
    }

    @Test
    void asksForNothingFromElsewhereAndBreaksNoPolicy() {
        Page page = person();
        List<String> hosts = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        List<Integer> failures = new ArrayList<>();
        page.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onResponse(response -> failures.add(response.status()));
        for (String address :
                List.of("/", specimen(), SiteTests.HARBOUR, "/open-thread", "/rules", "/moderation-log")) {
            Response response = page.navigate(at(address));
            assertThat(response.status()).isEqualTo(200);
        }
        assertThat(hosts).isNotEmpty().containsOnly("127.0.0.1");
        assertThat(complaints).isEmpty();
        assertThat(failures).allMatch(status -> status < 400);
    }

    @Test
    void staysAtTheSameCommentWhenTheOrderChanges() {
        String place = Discussed.write(
                sql,
                "browser-orders",
                400,
                number -> number % 50 == 1 ? 0 : number - 1,
                number -> "Reader " + number % 9);
        try {
            Page desk = person(new NewContextOptions().setViewportSize(1280, 800));
            desk.navigate(at(place + "?at=250"));
            double top = scrollTo(desk, 260, 25);
            desk.locator(".map .order a", withText("newest first")).click();
            desk.waitForURL("**/*order=newest&at=260#comment-260");
            // It settles in the frame after the page has loaded.
            desk.waitForCondition(() -> Math.abs(topOf(desk, 260) - top) <= 2.0);
            screenshotOfWhatIsSeen(desk, "orders-desk");

            // From the keyboard, and with what opens it elsewhere.
            scrollTo(desk, 300, -30);
            Locator byNumber = desk.locator(".map .order a", withText("by number"));
            byNumber.focus();
            assertThat(byNumber).hasAttribute("href", Pattern.compile(".*at=300#comment-300$"));
            scrollTo(desk, 290, 10);
            byNumber.dispatchEvent("contextmenu");
            assertThat(byNumber).hasAttribute("href", Pattern.compile(".*at=290#comment-290$"));

            // At the head nothing is being read yet.
            desk.navigate(at(place));
            desk.locator("#discussion").evaluate("discussion => discussion.scrollIntoView()");
            desk.locator(".head .order a", withText("newest first")).click();
            desk.waitForURL("**/*order=newest#discussion");

            Page phone = person(new NewContextOptions().setViewportSize(360, 640));
            phone.navigate(at(place + "?at=250"));
            assertThat(phone.locator(".map .order")).isHidden();
            phone.locator(".order.foot").scrollIntoViewIfNeeded();
            phone.locator(".order.foot a", withText("by number")).click();
            phone.waitForURL(Pattern.compile(".*order=numbers&at=\\d+#comment-\\d+$"));

            // Without script the page at least holds what this one began with.
            Page plain = person(false);
            plain.navigate(at(place + "?at=250"));
            plain.locator(".map .order a", withText("newest first")).click();
            assertThat(plain.url()).endsWith("?order=newest&at=151#comment-151");
            assertThat(plain.locator("#comment-151")).isInViewport();
        } finally {
            Discussed.remove(sql, "browser-orders");
        }
    }

    @Test
    void readsAnExchangeOfTwoWithoutDriftingToTheRight() {
        // A third person puts something in here and there.
        String place = Discussed.write(
                sql,
                "browser-exchange",
                46,
                number -> number <= 40 ? number - 1 : (number - 40) * 6,
                number -> number > 40 ? "Bystander" : number % 2 == 0 ? "Lamp Lighter" : "Lamp Maker");
        try {
            for (int width : List.of(1280, 360)) {
                Page page = person(new NewContextOptions().setViewportSize(width, 900));
                page.navigate(at(place));
                staysWithin(page, page.url());
                assertThat(leftOf(page, 40)).isEqualTo(leftOf(page, 3));
                assertThat(leftOf(page, 40) - leftOf(page, 1)).isLessThanOrEqualTo(16);
                assertThat(leftOf(page, 41)).isGreaterThan(leftOf(page, 6));
                screenshot(page, "exchange-" + width);
            }
        } finally {
            Discussed.remove(sql, "browser-exchange");
        }
    }

    private static double leftOf(Page page, int number) {
        return ((Number) page.evaluate(
                        "number => document.getElementById('comment-' + number).getBoundingClientRect().left", number))
                .doubleValue();
    }

    /** Scrolls until the comment stands so many pixels below the top; returns where it stands. */
    private static double scrollTo(Page page, int number, int below) {
        page.evaluate(
                "([number, below]) => scrollBy(0, document.getElementById('comment-' + number)"
                        + ".getBoundingClientRect().top - below)",
                List.of(number, below));
        return topOf(page, number);
    }

    private static double topOf(Page page, int number) {
        return ((Number) page.evaluate(
                        "number => document.getElementById('comment-' + number).getBoundingClientRect().top", number))
                .doubleValue();
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void showsItselfForTheReadme() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String theme = scheme.name().toLowerCase(Locale.ROOT);
            Page desk = person(new NewContextOptions().setColorScheme(scheme).setViewportSize(1440, 1000));
            desk.navigate(at(specimen()));
            screenshotOfWhatIsSeen(desk, "article-" + theme);
            screenshot(desk, "article-whole-" + theme);
            desk.locator("#discussion").evaluate("discussion => discussion.scrollIntoView()");
            screenshotOfWhatIsSeen(desk, "discussion-" + theme);
            Page phone = person(new NewContextOptions()
                    .setColorScheme(scheme)
                    .setDeviceScaleFactor(2)
                    .setViewportSize(390, 844));
            phone.navigate(at(specimen() + "#comment-11"));
            screenshotOfWhatIsSeen(phone, "phone-" + theme);
            phone.navigate(at(specimen() + "/comments/12/reply"));
            screenshot(phone, "form-phone-" + theme);
            assertThat(phone.locator("main")).containsText("Reply to comment 12");
        }
        Page print = person();
        print.navigate(at(specimen()));
        print.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        screenshot(print, "print");
        assertThat(print.locator("header.masthead nav")).isHidden();
    }

    @Test
    void reportsACommentWithoutScriptAndReadsWhatCameOfIt() {
        Page page = person(false);
        page.navigate(at(specimen() + "/comments/12"));
        page.locator("#comment-12 .actions a", withText("report")).click();
        assertThat(page.locator("h1")).hasText("Report comment 12");
        page.getByLabel("Why is that so?").fill("Somebody’s house is in it.");
        press(page, "Send this report");
        assertThat(page.locator(".problems")).containsText("Choose what it is.");
        assertThat(page.getByLabel("Why is that so?")).hasValue("Somebody’s house is in it.");
        page.getByLabel("Personal data that nobody should read here").check();
        page.getByLabel("I believe that what I say here").check();
        press(page, "Send this report");
        assertThat(page.locator("main")).containsText("Keep this address");
        String receipt = page.url();
        long id = comment(specimen(), 12);

        axeFindsNothingAt(receipt, at("/moderation/reports/" + id), at("/moderation/reports"));
        Page desk = person();
        signIn(desk);
        desk.navigate(at("/moderation/reports/" + id));
        desk.getByLabel("Reason").fill("It is the town hall.");
        desk.getByLabel("Leave it to be read").check();
        desk.getByRole(AriaRole.BUTTON, named("Decide").setExact(true)).click();
        assertThat(desk.locator("main")).containsText("the comment stays to be read");
        page.reload();
        assertThat(page.locator("main")).containsText("It is the town hall.");
        page.getByLabel("What has the moderator not seen?").fill("The other house.");
        press(page, "Appeal");
        assertThat(page.locator("main")).containsText("Your appeal is taken.");
        axeFindsNothingAt(receipt, at("/moderation/reports/" + id), at("/moderation/reports?tab=appeals"));
    }

    private void axeFindsNothingAt(String... addresses) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = person(new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            signIn(page);
            for (String address : addresses) {
                page.navigate(address);
                axeFindsNothing(page, address + " " + scheme);
            }
        }
    }

    private List<String> everyPage() {
        return List.of(
                "/",
                specimen(),
                specimen() + "?order=newest&since=20",
                specimen() + "/terms/6",
                specimen() + "/comments/12",
                specimen() + "/comments/14",
                specimen() + "/comments/12/reply",
                specimen() + "/comments/new?term=6",
                "/open-thread",
                "/open-thread/comments/new",
                "/rules",
                "/moderation-log",
                "/account",
                "/account/sign-in",
                "/account/password",
                "/account/recover",
                "/account/browsers",
                "/account/data",
                "/account/leave",
                "/account/claims",
                "/account/comments",
                "/account/replies",
                "/account/ignored",
                "/account/ignore?name=Reader%20A",
                specimen() + "/comments/12/revisions",
                "/moderation/claims",
                "/moderation/articles",
                "/moderation/articles/upload",
                "/moderation/articles/upload?article=" + specimen().substring("/articles/".length()),
                "/moderation" + specimen() + "/notice",
                "/moderation" + specimen() + "/colophon",
                "/moderation" + specimen() + "/withdraw",
                "/moderation/reports",
                "/report",
                "/report?address=nowhere",
                "/report?place=" + specimen().substring("/articles/".length()) + "&comment=12",
                "/account/set-up?token=none",
                "/moderation",
                "/moderation?tab=not-in-source",
                "/moderation/rules",
                "/moderation/hide?comment=" + comment(specimen(), 3),
                "/moderation/unplaced?place=" + specimen().substring("/articles/".length()),
                "/moderation/place?comment=" + comment(specimen(), 12),
                "/moderation/move?comment=" + comment(specimen(), 12),
                "/moderation/close?comment=" + comment(specimen(), 12),
                "/nothing");
    }

    private void signIn(Page page) {
        moderators.appoint("Lamp Keeper", PASSWORD);
        signIn(page, "Lamp Keeper");
    }

    private String specimen() {
        return "/articles/"
                + sql.queryForObject("select slug from article where file_name = 'karabakh-2020.txt'", String.class);
    }

    private long comment(String article, int number) {
        Long id = sql.queryForObject(
                "select c.id from comment c join discussion d on c.discussion_id = d.id join article a on"
                        + " d.article_id = a.id where a.slug = ? and c.number = ?",
                Long.class,
                article.substring("/articles/".length()),
                number);
        return Objects.requireNonNull(id);
    }
}
