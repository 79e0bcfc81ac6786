package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The desk in a real browser, by its keys. */
@TestPropertySource(properties = "colloquy.tests=desk") // a site of its own: what is hidden here is in nobody's way
class DeskBrowserTests extends BrowserHands {

    private static final String SOURCE = SiteHands.SOURCE.substring("/articles/".length());

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
        assertThat(page.locator(".done")).containsText("28 acts are taken back.");
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
        Page poster = person();
        poster.navigate(at("/open-thread/comments/new"));
        poster.getByLabel("Your name").fill("To Be Warned");
        poster.getByLabel("Your comment").fill("Out with the lamps.");
        press(poster, "Post comment");
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
                axeFindsNothing(page, address + " " + theme);
                String name = address.replaceAll("\\W+", "-").substring(1) + "-" + theme;
                screenshotOfWhatIsSeen(page, name);
            }
            page.setViewportSize(320, 800);
            page.navigate(at("/moderation?tab=not-in-source&place=" + SOURCE));
            staysWithin(page, "320");
            screenshotOfWhatIsSeen(page, "desk-narrow-" + theme);
        }
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
