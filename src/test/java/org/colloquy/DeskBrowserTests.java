package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.colloquy.account.ModeratorFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** The desk in a real browser, by its keys. */
@Site
@TestPropertySource(properties = "colloquy.tests=desk") // a site of its own: what is hidden here is in nobody's way
@EnabledIf(value = "org.colloquy.Browser#isInstalled", disabledReason = Browser.NEEDED)
class DeskBrowserTests {

    private static final String PASSWORD = "a lamp, a loaf, a lantern";
    private static final String SOURCE = SiteHands.SOURCE.substring("/articles/".length());

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

    @AfterAll
    static void close() {
        browser.close();
    }

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
        page.navigate(at("/moderation?tab=not-in-source&place=the-harbour-agreement-one-year-on"));
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
    void axeFindsNothingOnTheDesk() {
        Page poster = browser.person(new NewContextOptions()).newPage();
        poster.navigate(at("/open-thread/comments/new"));
        poster.getByLabel("Your name").fill("To Be Warned");
        poster.getByLabel("Your comment").fill("Out with the lamps.");
        poster.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Post comment").setExact(true))
                .click();
        assertThat(poster.locator("main")).containsText("Out with the lamps.");
        Long member = sql.queryForObject("select id from member where handle = 'To Be Warned'", Long.class);
        Long comment = sql.queryForObject("select id from comment where member_id = ?", Long.class, member);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = moderator(new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            String theme = scheme.name().toLowerCase(Locale.ROOT);
            for (String address : List.of(
                    "/moderation?tab=newest",
                    "/moderation?tab=not-in-source&place=" + SOURCE + "&words=the",
                    "/moderation/log",
                    "/moderation/hide/all?tab=newest",
                    "/moderation/erase?comment=" + comment,
                    "/moderation/members/" + member + "?comment=" + comment)) {
                page.navigate(at(address));
                page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(address + " " + theme)
                        .isEmpty();
                String name = address.replaceAll("\\W+", "-").substring(1) + "-" + theme;
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots").resolve(name + ".png")));
            }
            page.setViewportSize(320, 800);
            page.navigate(at("/moderation?tab=not-in-source&place=" + SOURCE));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/desk-narrow-" + theme + ".png")));
        }
    }

    private Page moderator(NewContextOptions options) {
        moderators.appoint("Key Keeper", PASSWORD);
        Page page = browser.person(options).newPage();
        page.navigate(at("/account/sign-in"));
        page.getByLabel("Name").fill("Key Keeper");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        return page;
    }

    private int hidden() {
        return Objects.requireNonNull(
                sql.queryForObject("select count(*) from comment where state = 'HIDDEN'", Integer.class));
    }

    private byte[] document(Page page) {
        return page.request().get(at(SiteHands.SOURCE + "/document.txt")).body();
    }

    private String at(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
