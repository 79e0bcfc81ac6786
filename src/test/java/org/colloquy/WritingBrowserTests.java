package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Writing, in a real browser. Screenshots are left in {@code target/screenshots} to be looked at. */
@TestPropertySource(properties = "colloquy.tests=writing") // a site of its own: what is posted here is in nobody's way
class WritingBrowserTests extends BrowserHands {

    private static final String EVERYTHING = """
            > > The deepest of all.
            >
            > What was said to *that*.

            An answer with **emphasis**, `code`, [a link](https://a.example/x), #2 and term 3.
            On a line of its own: https://a.example/%s

            1. One
               - of these
                 - of those
            2. Two

            ```
            for (int line = 1; line < %d; line++) { print("as long as a line of code that nobody has broken ever gets"); }
            ```
            """.formatted("path/".repeat(30), 1000);

    @Test
    void previewsAndPostsTheSameWithScriptAndWithout() {
        for (boolean script : List.of(true, false)) {
            Page page = person(new NewContextOptions().setJavaScriptEnabled(script));
            page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply?quote="));
            page.getByLabel("Your name").fill("Looking " + script);
            Locator text = page.getByLabel("Your comment");
            text.fill(text.inputValue() + "Row *faster*, as #2 says " + script + ":\n\n- [now](https://a.example/)");
            press(page, "Preview");
            assertThat(page).hasURL(Pattern.compile("/comments/preview#preview$"));
            Locator preview = page.locator("#preview .said");
            assertThat(preview).containsText("Row faster, as #2 says");
            assertThat(page.locator("#preview")).containsText("Looking " + script);
            assertThat(page.locator("#preview")).isInViewport();
            String foreseen = preview.innerHTML();
            if (script) {
                // The browser keeps it from here on as it did before.
                assertThat(page.getByLabel("Your comment")).hasValue(Pattern.compile("Row \\*faster\\*"));
                assertThat(page.locator(".draft")).isHidden();
            }
            press(page, "Post comment");
            assertThat(page).hasURL(Pattern.compile("/comments/(\\d+)#comment-\\1$"));
            assertThat(page.locator(".comment:target .said").innerHTML()).isEqualTo(foreseen);
            page.navigate(at(SiteTests.HARBOUR + "/comments/4/reply"));
            assertThat(page.getByLabel("Your comment")).hasValue("");
        }
    }

    @Test
    void countsAsTheServerCounts() {
        Page page = person();
        page.navigate(at("/open-thread/comments/new"));
        assertThat(page.locator("#text-room")).isHidden();
        Locator text = page.getByLabel("Your comment");
        text.fill("A beginning.");
        assertThat(page.locator("#text-room")).hasText("Characters left: 15,988");
        page.getByLabel("Your name").fill("Counting");
        // What ends a line and what is no end of it, in all the ways there are.
        String odd = "  \n\n\n\nA\u00a0\u2007 \t\nb\u000b\u3000\n\n \n\nc\ud83c\udf75\u0085 \u202f\u2003\n\u1680";
        for (String typed :
                List.of(odd, "é".repeat(7_997) + "  \n  ab", "x".repeat(16_000), "茶".repeat(5_333) + "a\n\n")) {
            text.fill(typed);
            boolean fits = !page.locator("#text-room").textContent().startsWith("Too long");
            Object tidied = page.evaluate("async typed => (await import('/counting.js')).tidy(typed)", typed);
            press(page, "Post comment");
            if (typed.equals(odd)) {
                // A control character is refused, but counted.
                assertThat(page.locator(".problems")).containsText("characters that can’t be kept");
                text.fill(typed.replaceAll("[\u000b\u0085]", ""));
                tidied = page.evaluate("async typed => (await import('/counting.js')).tidy(typed)", text.inputValue());
                press(page, "Post comment");
            }
            assertThat(page.locator(".problems")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("#comment-\\d+$"));
            assertThat(fits).isTrue();
            int number = Integer.parseInt(page.url().replaceAll(".*-", ""));
            assertThat(sql.queryForObject(
                            "select c.text from comment c join discussion d on d.id = c.discussion_id"
                                    + " where d.article_id is null and c.number = ?",
                            String.class,
                            number))
                    .isEqualTo(tidied);
            page.navigate(at("/open-thread/comments/new"));
        }
        for (String typed : List.of("x".repeat(16_001), "é".repeat(8_001) + "\n\n", "茶".repeat(5_334))) {
            text.fill(typed);
            assertThat(page.locator("#text-room"))
                    .containsText(Pattern.compile("^Too long. Characters to take out: (about )?1$"));
            press(page, "Post comment");
            assertThat(page.locator(".problems")).containsText("too long");
        }
    }

    @Test
    void keepsDraftsWhereTheirStoreHoldsNonsense() {
        Page page = person();
        page.navigate(at("/open-thread/comments/new"));
        page.evaluate("""
                () => {
                  for (const [place, value] of Object.entries({ x: "{", y: "5", z: "null", w: '{"text":1,"sent":true}' })) {
                    localStorage.setItem("colloquy-draft " + place, value);
                  }
                  localStorage.setItem("colloquy-draft /open-thread/comments  ", "not JSON");
                }""");
        page.reload();
        page.getByLabel("Your name").fill("Salt & Vinegar");
        // Said in code as it is typed, and outside of it as what it stands for.
        page.getByLabel("Your comment").fill("Fish &amp; chips &eacute;&#8230; or `&amp;`, &amp;amp; or &bogus;.");
        page.getByLabel("Your comment").press("Control+Enter");
        assertThat(page.locator(".comment:target .said")).containsText("Fish & chips é… or &amp;, &amp; or &bogus;.");
        assertThat(page.evaluate("Object.keys(localStorage).join()")).isEqualTo("colloquy-draft z");
        page.navigate(at("/open-thread/comments/new"));
        assertThat(page.getByLabel("Your comment")).hasValue("");
    }

    @Test
    void givesSecondThoughtsTheSameHelp() {
        Page page = person(new NewContextOptions().setBypassCSP(true).setViewportSize(320, 900));
        page.navigate(at(SiteTests.HARBOUR + "/comments/new"));
        page.getByLabel("Your name").fill("Second Helping");
        page.getByLabel("Your comment").fill("A first thought.");
        press(page, "Post comment");
        page.getByText("Change what you wrote…").click();
        assertThat(page.locator("#text-room")).hasText("Characters left: 15,984");
        page.locator(".markup summary").click();
        assertThat(page.locator(".markup")).containsText("a link to ceasefire term 4");
        assertThat(page.locator("#rules")).containsText("Anonymous comments are not allowed here.");
        staysWithin(page, page.url());
        axeFindsNothing(page, page.url());
        screenshot(page, "second-thoughts");
        page.getByLabel("Your comment").fill("x".repeat(16_001));
        press(page, "Save the change");
        assertThat(page.locator("#text-error")).containsText("too long");
        page.getByLabel("Your comment").fill("A second thought, *said*.");
        page.getByLabel("Your comment").press("Control+Enter");
        assertThat(page.locator(".comment:target .said em")).hasText("said");
    }

    @Test
    void sendsOnceHoweverOftenTheKeysArePressed() {
        Page page = person();
        List<String> sent = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        page.navigate(at("/open-thread/comments/new"));
        page.getByLabel("Your name").fill("Impatient");
        page.getByLabel("Your comment").fill("Now, now!");
        page.evaluate("""
                () => {
                  const press = () => document.getElementById("text").dispatchEvent(
                    new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
                  document.getElementById("post").addEventListener("submit", () =>
                    (window.name = Number(window.name) + 1));
                  press();
                  press();
                  press();
                }""");
        assertThat(page).hasURL(Pattern.compile("/comments/(\\d+)#comment-\\1$"));
        assertThat(page.evaluate("window.name")).isEqualTo("1");
        assertThat(sent).hasSize(1);
        page.goBack();
        page.getByLabel("Your comment").fill("Once more.");
        page.getByLabel("Your comment").press("Control+Enter");
        assertThat(page.locator(".comment:target .said, .problems").first()).isVisible();
        assertThat(sent).as("what the browser brings back can be sent").hasSize(2);
    }

    @Test
    void leadsFromAParagraphToItsFormByMouseAndByKeyboard() {
        for (boolean script : List.of(true, false)) {
            Page page =
                    person(new NewContextOptions().setJavaScriptEnabled(script).setViewportSize(1280, 900));
            page.navigate(at(SiteTests.HARBOUR));
            Locator link = page.getByRole(
                    AriaRole.LINK,
                    new Page.GetByRoleOptions()
                            .setName("comment on paragraph 1")
                            .setExact(true));
            assertThat(link).hasCSS("opacity", "0");
            page.locator("#p-1").hover();
            assertThat(link).hasCSS("opacity", "1");
            page.locator("h1").hover();
            link.focus();
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Tab");
            assertThat(link).isFocused();
            assertThat(link).hasCSS("opacity", "1");
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("Your comment"))
                    .hasValue("> Two towns that share one harbour stopped quarrelling a year ago.\n\n");
            page.getByLabel("Your name").fill("Paragraph " + script);
            page.getByLabel("Your comment").fill(page.getByLabel("Your comment").inputValue() + "Which two? " + script);
            press(page, "Post comment");
            assertThat(page.locator(".comment:target .said a.from")).hasText("from the article");
            String number = page.url().replaceAll(".*-", "");
            page.navigate(at(SiteTests.HARBOUR));
            assertThat(page.locator("#p-1 + .talk")).containsText(number);
        }
    }

    @Test
    void keepsTheLinksOfParagraphsOnThePage() {
        String slug =
                sql.queryForObject("select slug from article where file_name = 'karabakh-2020.txt'", String.class);
        for (int width : List.of(320, 640, 800, 1000, 1130)) {
            Page page = person(new NewContextOptions().setViewportSize(width, 900));
            page.navigate(at("/articles/" + slug));
            assertThat(page.locator(".on-paragraph").first()).hasText("comment");
            staysWithin(page, "at " + width);
        }
    }

    @Test
    void showsWhatIsWrittenWithoutBreakingThePage() {
        Page writer = person();
        writer.navigate(at(SiteTests.HARBOUR + "/comments/new?term=3"));
        writer.getByLabel("Your name").fill("All Of It");
        writer.getByLabel("Your comment").fill(EVERYTHING);
        writer.locator(".markup summary").click();
        press(writer, "Preview");
        assertThat(writer.locator("#preview pre")).isVisible();
        press(writer, "Post comment");
        assertThat(writer.locator(".comment:target pre")).isVisible();
        String address = writer.url();
        // What has been posted is no draft any more, whatever became of its markup.
        assertThat(writer.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
        for (Map.Entry<ColorScheme, Integer> seen :
                Map.of(ColorScheme.LIGHT, 1280, ColorScheme.DARK, 320).entrySet()) {
            Page page = person(new NewContextOptions()
                    .setColorScheme(seen.getKey())
                    .setBypassCSP(true)
                    .setViewportSize(seen.getValue(), 900));
            page.navigate(address);
            staysWithin(page, page.url());
            axeFindsNothing(page, page.url());
            screenshot(page, "written-" + seen.getKey());
            page.navigate(at(SiteTests.HARBOUR));
            staysWithin(page, page.url());
            page.navigate(at(SiteTests.HARBOUR + "/comments/new?paragraph=2"));
            page.locator(".markup summary").click();
            page.getByLabel("Your comment").fill(EVERYTHING.repeat(30));
            staysWithin(page, page.url());
            axeFindsNothing(page, page.url());
            screenshot(page, "writing-" + seen.getKey());
            page.getByLabel("Your comment").fill(EVERYTHING);
            press(page, "Preview");
            assertThat(page.locator("#preview pre")).isVisible();
            staysWithin(page, page.url());
            axeFindsNothing(page, page.url());
            screenshot(page, "preview-" + seen.getKey());
        }
    }
}
