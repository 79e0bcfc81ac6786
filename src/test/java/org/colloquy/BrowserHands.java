package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Locale;
import org.colloquy.account.ModeratorFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people do in a real browser. Screenshots are left in {@code target/screenshots} to be looked at. */
@Site
@EnabledIf(value = "org.colloquy.Browser#isInstalled", disabledReason = Browser.NEEDED)
abstract class BrowserHands {

    static final String PASSWORD = "a lamp, a loaf, a lantern";

    private static Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    ModeratorFixture moderators;

    @Autowired
    JdbcTemplate sql;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterEach
    void everybodyLeaves() {
        browser.everybodyLeaves();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** A new person with an empty cookie jar. */
    static Page person(NewContextOptions options) {
        return browser.person(options).newPage();
    }

    static Page person() {
        return person(new NewContextOptions());
    }

    /** At a desk, with JavaScript or without: everything must work so. */
    static Page person(boolean script) {
        return person(new NewContextOptions().setJavaScriptEnabled(script).setViewportSize(1280, 900));
    }

    /** Signs in as a moderator, and comes to the desk. */
    void signIn(Page page, String name) {
        page.navigate(at("/account/sign-in"));
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in").setExact(true)).click();
        assertThat(page.locator("h1")).containsText("Moderation desk");
    }

    static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    static void follow(Page page, String link) {
        link(page, link).click();
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name)).first();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static void axeFindsNothing(Page page, String which) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(which).isEmpty();
    }

    /** Nothing must be wider than the window. */
    static void staysWithin(Page page, String which) {
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(which)
                .isTrue();
    }

    /** The whole page, for people to look at. */
    static void screenshot(Page page, String name) {
        screenshot(page, name, true);
    }

    static void screenshotOfWhatIsSeen(Page page, String name) {
        screenshot(page, name, false);
    }

    /** A browser that can't draw a picture, as a busy machine's sometimes can't, has not found a fault of ours. */
    private static void screenshot(Page page, String name, boolean whole) {
        Path file = Path.of("target/screenshots", name.toLowerCase(Locale.ROOT) + ".png");
        try {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(file));
        } catch (PlaywrightException missing) {
            System.out.println("No screenshot " + file + ": " + missing.getMessage());
        }
    }

    String at(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
