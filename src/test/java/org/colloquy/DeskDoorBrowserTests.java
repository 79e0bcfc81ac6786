package org.colloquy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Coming to the desk, in a real browser. Screenshots are left in {@code target/screenshots} to be looked at. */
@TestPropertySource(properties = "colloquy.tests=desk-door") // a site of its own: who moderates here is in nobody's way
class DeskDoorBrowserTests extends BrowserHands {

    @Test
    void signsInWithAPasskeyUntilItIsRemoved() {
        moderators.appoint("Key Bearer", PASSWORD);
        Page page = person();
        authenticator(page);
        signIn(page, "Key Bearer");
        page.navigate(at("/moderation/you"));
        follow(page, "Add a passkey");
        assertThat(page.getByText("This needs JavaScript")).isHidden();
        page.getByLabel("What you call it").fill("Laptop");
        screenshot(page, "new-passkey");
        press(page, "Make a passkey");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The passkey is there");
        assertThat(page.locator("main")).containsText("Laptop");
        page.locator("#label-1").fill("Kitchen");
        press(page, "Rename Laptop");
        assertThat(page.locator("main")).containsText("Kitchen");
        screenshot(page, "your-desk");

        signOut(page);
        String before = session(page);
        press(page, "Sign in with a passkey");
        assertThat(page).hasURL(Pattern.compile("/moderation$"));
        assertThat(session(page)).as("another session").isNotEqualTo(before);
        // At the desk, as after a password.
        page.navigate(at("/moderation/rules"));
        assertThat(page.locator("h1")).not().containsText("Sign in");
        page.navigate(at("/moderation/you"));
        assertThat(page.locator("main")).containsText("signed in with a passkey");

        // One goes on to the page that one asked for.
        signOut(page);
        page.navigate(at("/moderation/access"));
        assertThat(page).hasURL(Pattern.compile("/account/sign-in"));
        press(page, "Sign in with a passkey");
        assertThat(page.locator("h1")).hasText("Log of access");
        assertThat(page.locator("main")).containsText("added a passkey: Laptop");
        assertThat(page.locator("main")).containsText("signed in: passkey");

        page.navigate(at("/moderation/you"));
        press(page, "Remove Kitchen");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("does not open the desk any more");
        signOut(page);
        press(page, "Sign in with a passkey");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("You aren’t signed in");
        screenshot(page, "passkey-refused");
        page.navigate(at("/moderation"));
        assertThat(page).hasURL(Pattern.compile("/account/sign-in"));
    }

    @Test
    void aPasskeyOpensNoDeskToWhomHasBeenDismissed() {
        moderators.appointModerator("Key Former", PASSWORD);
        Page page = person();
        authenticator(page);
        signIn(page, "Key Former");
        page.navigate(at("/moderation/you/passkeys/new"));
        press(page, "Make a passkey");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The passkey is there");
        sql.update("update member set role = 'COMMENTER' where handle = 'Key Former'");
        page.navigate(at("/moderation"));
        assertThat(page).hasURL(Pattern.compile("/account/sign-in"));
        press(page, "Sign in with a passkey");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("You aren’t signed in");
        sql.update("update member set role = 'MODERATOR' where handle = 'Key Former'");
        press(page, "Sign in with a passkey");
        assertThat(page).hasURL(Pattern.compile("/moderation(\\?continue)?$"));
    }

    @Test
    void showsNoPasskeysWhereThereCanBeNone() {
        moderators.appoint("Key Less", PASSWORD);
        Page page = person(false);
        page.navigate(at("/account/sign-in"));
        assertThat(page.getByText("Sign in with a passkey")).isHidden();
        // By its number the site has no name that a passkey could belong to.
        page.navigate("http://127.0.0.1:" + port + "/account/sign-in");
        assertThat(page.getByText("Sign in with a passkey")).hasCount(0);
        page.getByLabel("Name").fill("Key Less");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in").setExact(true)).click();
        page.navigate("http://127.0.0.1:" + port + "/moderation/you");
        assertThat(page.locator("main")).containsText("sets colloquy.url to the public address first");
        page.navigate("http://127.0.0.1:" + port + "/moderation/you/passkeys/new");
        assertThat(page.locator("main")).containsText("sets colloquy.url to the public address first");
        assertThat(page.getByText("Make a passkey")).hasCount(0);
    }

    @Test
    void invitesJoinsAndIsDismissedWithoutScript() {
        moderators.appoint("Chief Inviter", PASSWORD);
        Page chief = person(false);
        signIn(chief, "Chief Inviter");
        chief.navigate(at("/moderation/people"));
        press(chief, "Make a link");
        screenshot(chief, "invited");
        String link = chief.locator("pre code").textContent();
        assertThat(link).startsWith(at("/account/set-up?token="));

        Page reader = person(false);
        reader.navigate(at("/open-thread/comments/new"));
        reader.getByLabel("Your name").fill("Joins The Desk");
        reader.getByLabel("Your comment").fill("I should like to help.");
        press(reader, "Post comment");
        reader.navigate(link);
        screenshot(reader, "set-up-kept");
        reader.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        reader.getByLabel("The password again").fill(PASSWORD);
        press(reader, "Create the account");
        assertThat(reader.getByRole(AriaRole.STATUS)).containsText("Your account is there");
        signIn(reader, "Joins The Desk");

        chief.navigate(at("/moderation/people"));
        screenshot(chief, "moderators");
        follow(chief, "Dismiss… Joins The Desk");
        screenshot(chief, "dismiss");
        press(chief, "Dismiss Joins The Desk");
        assertThat(chief.getByRole(AriaRole.STATUS)).containsText("Joins The Desk does not moderate any more.");
        reader.navigate(at("/moderation"));
        assertThat(reader).hasURL(Pattern.compile("/account/sign-in"));
    }

    @Test
    void nothingThatAxeFinds() {
        moderators.appoint("Axe Bearer", PASSWORD);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 320}) {
                Page page =
                        person(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                authenticator(page);
                page.navigate(at("/account/sign-in"));
                check(page, "sign-in", scheme, width);
                signIn(page, "Axe Bearer");
                page.navigate(at("/moderation/you/passkeys/new"));
                check(page, "new-passkey", scheme, width);
                press(page, "Make a passkey");
                page.getByLabel("Desk name").fill("guest");
                press(page, "Sign with this name");
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose a name");
                check(page, "your-desk", scheme, width);
                page.navigate(at("/moderation/people"));
                press(page, "Make a link");
                check(page, "invited", scheme, width);
                String link = page.locator("pre code").textContent();
                page.navigate(link);
                check(page, "set-up-yours", scheme, width);
                page.navigate(at("/moderation/people"));
                check(page, "moderators", scheme, width);
                page.locator("main a", new Page.LocatorOptions().setHasText("Dismiss…"))
                        .first()
                        .click();
                check(page, "dismiss", scheme, width);
                page.navigate(at("/moderation/access"));
                check(page, "access", scheme, width);
                page.navigate(at("/moderation-log"));
                check(page, "log", scheme, width);
            }
        }
    }

    private static void check(Page page, String name, ColorScheme scheme, int width) {
        axeFindsNothing(page, name + " " + scheme + " " + width);
        staysWithin(page, name + " " + width);
        screenshot(page, "door-" + name + "-" + scheme + width);
    }

    /** A device that holds passkeys and knows its owner. */
    private static void authenticator(Page page) {
        CDPSession device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var all = new JsonObject();
        all.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", all);
    }

    private void signOut(Page page) {
        page.navigate(at("/account"));
        press(page, "Sign out");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You have signed out.");
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** By a name: passkeys belong to one. */
    @Override
    String at(String address) {
        return "http://localhost:" + port + address;
    }
}
