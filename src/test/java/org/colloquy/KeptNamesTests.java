package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.account.PasswordChecks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Names that outlive a browser: recovery codes, passwords, lists of browsers, and tries that come to an end. */
abstract class KeptNamesTests extends AppealTests {

    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{5}-){4}[0-9A-Z]{5}");

    private static final Cookie[] NONE = {};

    private int addresses;

    @Autowired
    PasswordChecks checks;

    @Test
    void showsTheRecoveryCodeOnceToTheBrowserThatClaimedTheName() {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult posted = site.post()
                .uri("/open-thread/comments")
                .session(session)
                .with(csrf())
                .param("name", "Code Taker")
                .param("text", "First.")
                .exchange();
        MvcTestResult next = site.get()
                .uri(address(posted))
                .session(session)
                .cookie(posted.getResponse().getCookies())
                .exchange();
        assertThat(next).headers().hasValue("Cache-Control", "no-store");
        String code = code(body(next));
        assertThat(body(site.get().uri(address(posted)).session(session).exchange()))
                .doesNotContain(code)
                .doesNotContain("recovery code");
        assertThat(page(address(posted))).doesNotContain("recovery code");
        assertThat(sql.queryForObject(
                        "select count(*) from member where recovery_hash like ?", Integer.class, "%" + code + "%"))
                .isZero();

        Cookie[] elsewhere = recover("code  TAKER", code.replace("-", " "));
        assertThat(account(elsewhere)).contains("In this browser you post as Code Taker.");
        assertThat(page(address(post(elsewhere, "/open-thread", "name", "", "text", "Second."))))
                .contains("Code Taker");
        assertThat(send("/account/recover", NONE, "username", "Code Taker", "code", "AAAAA-" + code))
                .hasStatus(422);
        assertThat(send("/account/recover", NONE, "username", "No Such Taker", "code", code))
                .hasStatus(422);
    }

    @Test
    void replacesARecoveryCodeByANewOne() {
        Cookie[] mine = claim("New Coder");
        String first = newCode(mine, "");
        String second = newCode(mine, "");
        assertThat(send("/account/recover", NONE, "username", "New Coder", "code", first))
                .hasStatus(422);
        recover("New Coder", second);
    }

    @Test
    void keepsANameWithAPasswordThatWorksFromElsewhere() {
        Cookie[] mine = claim("Kept For Good");
        assertThat(send("/account/password", mine, "password", "short", "repeat", "short"))
                .hasStatus(422);
        assertThat(send("/account/password", mine, "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        assertThat(account(mine)).contains("You can sign in with your password", "Sign out");
        assertThat(password("kept for good")).startsWith("{argon2}");

        MockHttpSession session = new MockHttpSession();
        MvcTestResult signedIn = signIn(session, "Kept  for Good", PASSWORD);
        assertThat(signedIn).hasStatus(302).hasRedirectedUrl("/account?signedIn=true");
        Cookie[] elsewhere = signedIn.getResponse().getCookies();
        assertThat(account(elsewhere)).contains("In this browser you post as Kept For Good.");
        assertThat(body(site.get().uri("/account").session(session).exchange()))
                .as("nothing is left in the session that could not be revoked")
                .doesNotContain("Kept For Good");
        assertThat(site.get()
                        .uri("/moderation")
                        .session(session)
                        .cookie(elsewhere)
                        .exchange())
                .hasStatus(302);

        assertThat(send(
                        "/account/password",
                        mine,
                        "current",
                        "wrong",
                        "password",
                        "x" + PASSWORD,
                        "repeat",
                        "x" + PASSWORD))
                .hasStatus(422);
        assertThat(send(
                        "/account/password",
                        mine,
                        "current",
                        PASSWORD,
                        "password",
                        "x" + PASSWORD,
                        "repeat",
                        "x" + PASSWORD))
                .hasStatus(302);
        assertThat(signIn(new MockHttpSession(), "Kept For Good", PASSWORD))
                .hasRedirectedUrl("/account/sign-in?failed=true");
    }

    @Test
    void listsBrowsersAndSignsThemOutOneByOneAndAllAtOnce() {
        Cookie[] first = claim("Many Browsers");
        Cookie[] second = recover("Many Browsers", newCode(first, ""));
        Cookie[] third = recover("Many Browsers", newCode(first, ""));
        String list = body(site.get().uri("/account/browsers").cookie(first).exchange());
        assertThat(list).contains("Firefox on Linux", "A browser", "this one", "last used on");
        Matcher ids =
                Pattern.compile("name=\"browser\" value=\"([0-9a-f]{16})\"").matcher(list);
        assertThat(ids.results()).hasSize(3);
        Cookie[] stranger = claim("Stranger Here");
        String own = id(second);
        send("/account/browsers", stranger, "browser", own);
        assertThat(account(second)).as("not by others").contains("Many Browsers");
        send("/account/browsers", first, "browser", own);
        assertThat(account(second)).doesNotContain("Many Browsers");
        assertThat(account(third)).contains("Many Browsers");
        assertThat(send("/account/sign-out-everywhere", third)).hasStatus(302);
        assertThat(account(first) + account(third)).doesNotContain("Many Browsers");
        assertThat(account(stranger)).contains("Stranger Here");
    }

    @Test
    void endsAModeratorsSessionsWhenTheySignOutEverywhere() {
        moderators.appoint("Desk Everywhere", PASSWORD);
        MockHttpSession one = signIn("Desk Everywhere", PASSWORD);
        MockHttpSession other = signIn("Desk Everywhere", PASSWORD);
        assertThat(site.get().uri("/moderation").session(other).exchange()).hasStatusOk();
        site.post()
                .uri("/account/sign-out-everywhere")
                .session(one)
                .with(csrf())
                .exchange();
        assertThat(site.get().uri("/moderation").session(other).exchange()).hasStatus(302);
        signIn("Desk Everywhere", PASSWORD);
    }

    @Test
    void encodesAPasswordOfEarlierDaysAnewWhenItIsTyped() {
        moderators.appoint("Desk Of Old", PASSWORD);
        sql.update(
                "update member set password = ? where handle = 'Desk Of Old'",
                "{bcrypt}" + new BCryptPasswordEncoder().encode(PASSWORD));
        signIn("Desk Of Old", PASSWORD);
        assertThat(password("desk of old")).startsWith("{argon2}");
        signIn("Desk Of Old", PASSWORD);
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        moderators.appoint("Desk Timed", PASSWORD);
        claim("No Password Yet");
        for (String name : List.of("Desk Timed", "Nobody Timed", "No Password Yet", "")) {
            int before = checks.count();
            assertThat(signIn(new MockHttpSession(), name, "wrong")).hasRedirectedUrl("/account/sign-in?failed=true");
            assertThat(checks.count() - before).as(name).isEqualTo(1);
        }
    }

    @Test
    void sessionIdChangesAtSignIn() {
        moderators.appoint("Desk Fixed", PASSWORD);
        MockHttpSession moderator = new MockHttpSession();
        Cookie[] mine = claim("Session Keeper");
        assertThat(send("/account/password", mine, "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        MockHttpSession commenter = new MockHttpSession();
        for (var signing :
                Map.of("Desk Fixed", moderator, "Session Keeper", commenter).entrySet()) {
            String before = signing.getValue().getId();
            signIn(signing.getValue(), signing.getKey(), PASSWORD);
            assertThat(signing.getValue().getId()).as(signing.getKey()).isNotEqualTo(before);
        }
        MockHttpSession recovered = new MockHttpSession();
        String before = recovered.getId();
        assertThat(site.post()
                        .uri("/account/recover")
                        .session(recovered)
                        .with(csrf())
                        .with(this::fromElsewhere)
                        .param("username", "Session Keeper")
                        .param("code", newCode(mine, PASSWORD)))
                .hasStatus(302);
        assertThat(recovered.getId()).isNotEqualTo(before);
    }

    @Test
    void usesARecoveryCodeUpAndShowsTheNextOne() {
        Cookie[] mine = claim("Code Spender");
        String first = newCode(mine, "");
        MockHttpSession session = new MockHttpSession();
        MvcTestResult recovered = site.post()
                .uri("/account/recover")
                .session(session)
                .with(csrf())
                .with(this::fromElsewhere)
                .param("username", "Code Spender")
                .param("code", first)
                .exchange();
        Cookie[] elsewhere = recovered.getResponse().getCookies();
        String page = body(site.get()
                .uri("/account?signedIn=true")
                .session(session)
                .cookie(elsewhere)
                .exchange());
        assertThat(page).contains("used up");
        assertThat(send("/account/recover", NONE, "username", "Code Spender", "code", first))
                .hasStatus(422);
        recover("Code Spender", code(page));
    }

    @Test
    void showsTheRecoveryCodeToNobodyElseInTheSameSession() {
        MockHttpSession fixed = new MockHttpSession();
        MvcTestResult posted = site.post()
                .uri("/open-thread/comments")
                .session(fixed)
                .with(csrf())
                .param("name", "Watched Claimer")
                .param("text", "First.")
                .exchange();
        Cookie[] watcher = claim("Session Watcher");
        assertThat(body(site.get()
                        .uri(address(posted))
                        .session(fixed)
                        .cookie(watcher)
                        .exchange()))
                .doesNotContainPattern(CODE);
    }

    @Test
    void asksForThePasswordBeforeItMakesANewRecoveryCode() {
        Cookie[] mine = claim("Code Guard");
        assertThat(send("/account/password", mine, "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        assertThat(body(site.get().uri("/account/recovery-code").cookie(mine).exchange()))
                .contains("The password you have now");
        MvcTestResult refused = send("/account/recovery-code", mine, "current", "wrong");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).doesNotContainPattern(CODE);
        recover("Code Guard", newCode(mine, PASSWORD));
    }

    @Test
    void countsTriesFromOneIpv6NetworkTogether() {
        MvcTestResult last = null;
        for (int i = 0; i < 61; i++) {
            String address = "2001:db8:aaaa:bbbb::" + Integer.toHexString(i + 1);
            last = site.post()
                    .uri("/account/recover")
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr(address);
                        return request;
                    })
                    .param("username", "network " + i)
                    .param("code", "x")
                    .exchange();
        }
        assertThat(Objects.requireNonNull(last)).hasStatus(429);
    }

    @Test
    void asksToWaitWhoTriesPasswordsOrCodesForTooLong() {
        moderators.appoint("Desk Tried", PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(guess("198.51.100.1", "Desk Tried", "wrong")).hasStatus(302);
        }
        MvcTestResult refused = guess("198.51.100.1", "Desk  TRIED", PASSWORD);
        assertThat(refused).hasStatus(429).hasForwardedUrl("/account/too-many");
        assertThat(Integer.parseInt(Objects.requireNonNull(refused.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 900);
        assertThat(signIn(new MockHttpSession(), "Desk Other", "wrong")).hasStatus(302);
        assertThat(send("/account/recover", NONE, "username", "Desk Tried", "code", "x"))
                .as("codes are counted apart")
                .hasStatus(422);
        assertThat(guess("198.51.100.2", "Desk Tried", PASSWORD))
                .as("nobody locks the owner out from elsewhere")
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/moderation");
        assertThat(send("/account/too-many", NONE)).as("only from within").hasStatus(404);
    }

    @Test
    void countsTriesOfThePasswordOneHasForNobodyElse() {
        Cookie[] mine = claim("Own Tries");
        moderators.appoint("Desk Shielded", PASSWORD);
        for (int i = 0; i < 10; i++) {
            guess("198.51.100.3", "Desk Shielded", "wrong");
        }
        assertThat(send(
                        "/account/password",
                        mine,
                        "username",
                        "Desk Shielded",
                        "password",
                        PASSWORD,
                        "repeat",
                        PASSWORD))
                .hasStatus(302);
        assertThat(guess("198.51.100.3", "Desk Shielded", PASSWORD)).hasStatus(429);
        for (int i = 0; i < 10; i++) {
            send(
                    "/account/password",
                    mine,
                    "username",
                    "x" + i,
                    "current",
                    "no",
                    "password",
                    PASSWORD,
                    "repeat",
                    PASSWORD);
        }
        MvcTestResult refused =
                send("/account/password", mine, "current", PASSWORD, "password", PASSWORD, "repeat", PASSWORD);
        assertThat(refused).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(body(refused)).contains("Too many tries");
    }

    @Test
    void letsWhoIsHereChangeTheirPasswordWhateverStrangersTry() {
        Cookie[] mine = claim("Besieged Person");
        for (int i = 0; i < 11; i++) {
            guess("198.51.100.4", "Besieged Person", "wrong");
        }
        assertThat(guess("198.51.100.4", "Besieged Person", "wrong")).hasStatus(429);
        assertThat(send("/account/password", mine, "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        newCode(mine, PASSWORD);
        assertThat(guess("198.51.100.4", "Besieged Person", PASSWORD))
                .as("nor does that let strangers try again")
                .hasStatus(429);
    }

    @Test
    void leadsWhoHasNoNameToWhereOneIsTakenUp() {
        assertThat(account(NONE)).contains("Sign in with a password", "Take up a name with its recovery code");
        for (String address : new String[] {"/account/password", "/account/browsers"}) {
            assertThat(site.get().uri(address).exchange()).hasRedirectedUrl("/account/sign-in");
        }
        assertThat(send("/account/recovery-code", NONE)).hasRedirectedUrl("/account/sign-in");
    }

    Cookie[] claim(String name) {
        MvcTestResult posted = site.post()
                .uri("/open-thread/comments")
                .with(csrf())
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .param("name", name)
                .param("text", "This is " + name + ".")
                .exchange();
        assertThat(posted).as(name).hasStatus(303);
        return posted.getResponse().getCookies();
    }

    MvcTestResult send(String address, Cookie[] cookies, String... fields) {
        var request = site.post().uri(address).with(csrf()).with(this::fromElsewhere);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
    }

    String newCode(Cookie[] mine, String password) {
        return code(body(send("/account/recovery-code", mine, "current", password)));
    }

    Cookie[] recover(String name, String code) {
        MvcTestResult recovered = send("/account/recover", NONE, "username", name, "code", code);
        assertThat(recovered).hasStatus(302).hasRedirectedUrl("/account?signedIn=true");
        return recovered.getResponse().getCookies();
    }

    private MvcTestResult signIn(MockHttpSession session, String name, String password) {
        return site.post()
                .uri("/account/sign-in")
                .session(session)
                .with(csrf())
                .with(this::fromElsewhere)
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    /** As a stranger who has one address. */
    MvcTestResult guess(String address, String name, String password) {
        return site.post()
                .uri("/account/sign-in")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("username", name)
                .param("password", password)
                .exchange();
    }

    /** Every request from a network of its own: one is not let try for long. */
    MockHttpServletRequest fromElsewhere(MockHttpServletRequest request) {
        addresses++;
        request.setRemoteAddr("2001:db8:" + Integer.toHexString(System.identityHashCode(this) & 0xffff) + ":"
                + Integer.toHexString(addresses) + "::1");
        return request;
    }

    String account(Cookie[] cookies) {
        var request = site.get().uri("/account");
        return body(
                cookies.length == 0
                        ? request.exchange()
                        : request.cookie(cookies).exchange());
    }

    private String password(String key) {
        return Objects.requireNonNull(
                sql.queryForObject("select password from member where handle_key = ?", String.class, key));
    }

    private static String id(Cookie[] cookies) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(cookies[0].getValue().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(String page) {
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
