package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Reports of articles, decisions and what people read of them, in a real browser, with JavaScript or without. */
@TestPropertySource(properties = "colloquy.tests=report-browser") // a site of its own: somebody is suspended here
class ReportBrowserTests extends BrowserHands {

    @Test
    void reportsAnArticleAndReadsWhatCameOfIt() {
        moderators.appoint("Lamp Reader", PASSWORD);
        Page reader = person(false);
        reader.navigate(at(specimen()));
        follow(reader, "Report what this article says");
        assertThat(reader.locator("h1")).hasText("Report this article");
        looksRight(reader, "report-article");
        reader.getByLabel("Why is that so?").fill("I never signed anything.");
        press(reader, "Send this report");
        assertThat(reader.locator(".problems")).containsText("Choose what it is.");
        assertThat(reader.getByLabel("Why is that so?")).hasValue("I never signed anything.");
        reader.getByLabel("Something false about a living person").check();
        reader.getByLabel("I believe that what I say here").check();
        press(reader, "Send this report");
        assertThat(reader.locator("h1")).hasText("Your report of an article");
        looksRight(reader, "receipt-article");

        Page desk = person(false);
        signIn(desk, "Lamp Reader");
        desk.navigate(at("/moderation/reports"));
        follow(desk, "The article “");
        assertThat(desk.locator("h1")).hasText("Reports of an article");
        looksRight(desk, "case-article");
        desk.getByLabel("Reason, in your own words").fill("Nobody is named.");
        desk.getByLabel("Reason, in your own words").press("Enter");
        assertThat(desk.locator(".problems")).containsText("Choose what you decide.");
        assertThat(desk.getByLabel("Reason, in your own words")).hasValue("Nobody is named.");
        looksRight(desk, "case-article-refused");
        desk.getByLabel("The report is right").check();
        press(desk, "Decide");
        assertThat(desk.locator("h1")).hasText("Articles");
        assertThat(desk.getByRole(AriaRole.STATUS)).containsText("nothing was done to it yet");

        reader.reload();
        assertThat(reader.locator("main")).containsText("Nobody is named.");
        reader.getByLabel("What has the moderator not seen?").fill("Page two.");
        press(reader, "Appeal");
        assertThat(reader.locator("main")).containsText("Your appeal is taken.");
        looksRight(reader, "receipt-article-appealed");
    }

    @Test
    void readsWhyAndAppealsWhereAModeratorHasActed() {
        moderators.appoint("Lamp Keeper", PASSWORD);
        Page author = person(false);
        author.navigate(at("/open-thread/comments/new"));
        author.getByLabel("Your name").fill("Warned And Out");
        author.getByLabel("Your comment").fill("You all know nothing.");
        press(author, "Post comment");
        assertThat(author.locator("main")).containsText("You all know nothing.");

        Page desk = person(false);
        signIn(desk, "Lamp Keeper");
        String comment = String.valueOf(
                sql.queryForObject("select id from comment where speaker = 'Warned And Out'", Long.class));
        String member =
                String.valueOf(sql.queryForObject("select id from member where handle = 'Warned And Out'", Long.class));
        desk.navigate(at("/moderation/hide?comment=" + comment));
        desk.getByLabel("Reason, in your own words").fill("Nobody should be spoken to so.");
        press(desk, "Hide one comment");
        warn(desk, member);
        author.navigate(at("/account"));
        assertThat(author.locator("main")).containsText("Mind your tone.");
        looksRight(author, "account-warned");
        suspend(desk, member);
        author.reload();
        assertThat(author.locator("main")).containsText("Cool down first.");
        looksRight(author, "account-suspended");

        author.navigate(at("/account/comments"));
        follow(author, "Why it was hidden");
        assertThat(author.locator("main")).containsText("Nobody should be spoken to so.");
        looksRight(author, "appeal");
        press(author, "Appeal");
        assertThat(author.locator(".problems")).isVisible();
        looksRight(author, "appeal-refused");
        author.getByLabel("What has the moderator not seen?").fill("I was asked to.");
        press(author, "Appeal");
        assertThat(author.locator("main")).containsText("Your appeal is taken.");
        looksRight(author, "appeal-taken");

        desk.navigate(at("/moderation/reports/" + comment));
        assertThat(desk.locator("main")).containsText("I was asked to.");
        looksRight(desk, "case-appealed");
    }

    private void warn(Page desk, String member) {
        desk.navigate(at("/moderation/members/" + member));
        act(desk, "WARN", "Mind your tone.");
    }

    private void suspend(Page desk, String member) {
        desk.navigate(at("/moderation/members/" + member));
        act(desk, "SUSPEND", "Cool down first.");
    }

    private static void act(Page desk, String act, String reason) {
        desk.locator("#reason").fill(reason);
        desk.locator("input[value=" + act + "]").check();
        press(desk, "Do it");
        assertThat(desk.locator(".done")).isVisible();
    }

    /** In both themes, on a telephone and on a desk. */
    private static void looksRight(Page page, String name) {
        String address = page.url();
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {320, 1280}) {
                page.setViewportSize(width, 900);
                staysWithin(page, address + " " + width);
                screenshot(page, name + "-" + scheme + "-" + width);
            }
            axeFindsNothingIn(page, name + " " + scheme);
        }
    }

    /** What is drawn, in a page of one that has JavaScript, as the tool is made of it. */
    private static void axeFindsNothingIn(Page page, String which) {
        Page tool = person(new NewContextOptions()
                .setBypassCSP(true)
                .setColorScheme(which.endsWith("DARK") ? ColorScheme.DARK : ColorScheme.LIGHT));
        tool.navigate(page.url());
        tool.setContent(page.content());
        axeFindsNothing(tool, which);
        tool.context().close();
    }

    private String specimen() {
        return "/articles/"
                + sql.queryForObject("select slug from article where file_name = 'karabakh-2020.txt'", String.class);
    }
}
