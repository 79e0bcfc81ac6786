package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who may come to the desk and how: invitations, roles, desk names, sessions, and what is written down of it all. */
abstract class AccessTests extends LogTests {

    private static final Pattern LINK = Pattern.compile("/account/set-up\\?token=[\\w-]{43}");

    @Test
    void invitesAModeratorByALinkThatWorksOnce() {
        MvcTestResult invited = send(desk, "/moderation/people/invitations", "role", "MODERATOR");
        assertThat(invited).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        String link = link(invited);
        assertThat(sql.queryForObject("select count(*) from invitation where hash = ?", Integer.class, token(link)))
                .as("only the hash is kept")
                .isZero();
        assertThat(open("/moderation/people", desk))
                .contains("Open invitations")
                .doesNotContain(token(link));
        assertThat(page(link)).contains("Set up your moderator account");
        assertThat(setUp(link, "name", "Asked In", "password", "short", "repeat", "short"))
                .hasStatus(422);
        assertThat(setUp(link, "name", "Asked In", "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        assertThat(site.get().uri(link).exchange()).hasStatus(410);
        assertThat(setUp(link, "name", "Asked Too", "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(410);
        MockHttpSession joined = signIn("Asked In", PASSWORD);
        assertThat(open("/moderation/people", joined)).contains("Asked In").doesNotContain("Invite somebody");
        assertThat(role("Asked In")).isEqualTo("MODERATOR");
        assertThat(page("/moderation-log")).contains("invited somebody to moderate", "became a moderator");
    }

    @Test
    void invitationsEndWhenTheyAreWithdrawnOrTooOldOrWhoMadeThemMayNotInviteAnyMore() {
        String withdrawn = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        String id = String.valueOf(sql.queryForObject("select max(id) from invitation", Long.class));
        assertThat(send(desk, "/moderation/people/invitations/" + id + "/withdraw"))
                .hasStatus(302);
        assertThat(site.get().uri(withdrawn).exchange()).hasStatus(410);

        String old = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        sql.update("update invitation set expires_at = current_timestamp where used_at is null");
        assertThat(site.get().uri(old).exchange()).hasStatus(410);

        moderators.appoint("Inviting Chief", PASSWORD);
        String orphan = link(
                send(signIn("Inviting Chief", PASSWORD), "/moderation/people/invitations", "role", "ADMINISTRATOR"));
        assertThat(page(orphan)).contains("Set up");
        send(desk, people("Inviting Chief", "demote"));
        assertThat(site.get().uri(orphan).exchange()).hasStatus(410);
    }

    @Test
    void whoIsInvitedKeepsTheNameOfTheBrowser() {
        Cookie[] mine = claim("Invited Reader");
        String link = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        MvcTestResult form = site.get().uri(link).cookie(mine).exchange();
        assertThat(body(form)).contains("You will moderate as Invited Reader").doesNotContain("name=\"name\"");
        assertThat(body(site.get().uri(link + "&another=true").cookie(mine).exchange()))
                .contains("name=\"name\"");
        assertThat(send(mine, "/account/set-up", "token", token(link), "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        signIn("Invited Reader", PASSWORD);
        assertThat(site.get().uri("/moderation").cookie(mine).exchange())
                .as("a cookie alone opens no desk")
                .hasStatus(302);

        Cookie[] guarded = claim("Guarded Reader");
        send("/account/password", guarded, "password", PASSWORD, "repeat", PASSWORD);
        String second = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        assertThat(send(
                        guarded,
                        "/account/set-up",
                        "token",
                        token(second),
                        "password",
                        "x" + PASSWORD,
                        "repeat",
                        "x" + PASSWORD))
                .as("the password that is there is asked for, not replaced")
                .hasStatus(422);
        assertThat(send(guarded, "/account/set-up", "token", token(second), "current", PASSWORD))
                .hasStatus(302);
        signIn("Guarded Reader", PASSWORD);
    }

    @Test
    void anInvitationIsNotUsedUpByWhoModeratesAlready() {
        String link = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        assertThat(open(link, desk)).contains("for somebody else");
        assertThat(page(link)).contains("Set up your moderator account");
    }

    @Test
    void changesRolesFromTheVeryNextRequestOn() {
        moderators.appointModerator("Role Changer", PASSWORD);
        MockHttpSession session = signIn("Role Changer", PASSWORD);
        assertThat(site.get().uri("/moderation/access").session(session).exchange())
                .hasStatus(403);
        assertThat(open(people("Role Changer", "promote"), desk)).contains("Make Role Changer an administrator");
        assertThat(send(desk, people("Role Changer", "promote"))).hasStatus(302);
        assertThat(site.get().uri("/moderation/access").session(session).exchange())
                .hasStatusOk();
        assertThat(send(desk, people("Role Changer", "demote"))).hasStatus(302);
        assertThat(site.get().uri("/moderation/access").session(session).exchange())
                .hasStatus(403);
        assertThat(site.get().uri("/moderation").session(session).exchange()).hasStatusOk();
        assertThat(send(session, people("Desk One", "dismiss"))).hasStatus(403);

        assertThat(role("Role Changer")).isEqualTo("MODERATOR");
        assertThat(send(desk, people("Role Changer", "dismiss"))).hasStatus(302);
        assertThat(site.get().uri("/moderation").session(session).exchange()).hasStatus(302);
        assertThat(password("Role Changer")).hasRedirectedUrl("/account?signedIn=true");
        assertThat(page("/moderation-log"))
                .containsPattern("gave the rights of an administrator to</span>\\s*<bdi[^>]*>Role Changer")
                .containsPattern("dismissed</span>\\s*<bdi[^>]*>Role Changer");
    }

    @Test
    void onlyAdministratorsTakeADismissalBack() {
        moderators.appointModerator("Dismissed In Error", PASSWORD);
        moderators.appointModerator("Kind Colleague", PASSWORD);
        MvcTestResult dismissed = send(desk, people("Dismissed In Error", "dismiss"));
        String entry = String.valueOf(
                sql.queryForObject("select max(id) from moderation_log where action = 'DISMISS'", Long.class));
        assertThat(String.valueOf(dismissed.getMvcResult().getFlashMap().get("undo")))
                .as("the next page offers to undo it")
                .isEqualTo(entry);
        assertThat(body(site.get()
                        .uri("/moderation/people")
                        .session(desk)
                        .flashAttr("done", "Done.")
                        .flashAttr("undo", entry)
                        .exchange()))
                .contains("action=\"/moderation/undo\"", "name=\"entry\" value=\"" + entry + "\"");
        send(signIn("Kind Colleague", PASSWORD), "/moderation/undo", "entry", entry, "reason", "An error.");
        assertThat(role("Dismissed In Error")).isEqualTo("COMMENTER");
        send(desk, "/moderation/undo", "entry", entry, "reason", "An error.");
        assertThat(role("Dismissed In Error")).isEqualTo("MODERATOR");
        signIn("Dismissed In Error", PASSWORD);
    }

    @Test
    void neverLeavesASiteWithoutAnAdministrator() {
        moderators.appoint("Lone Chief", PASSWORD);
        var others = sql.queryForList(
                "select id from member where role = 'ADMINISTRATOR' and handle <> 'Lone Chief'", Long.class);
        MockHttpSession chief = signIn("Lone Chief", PASSWORD);
        others.forEach(id -> sql.update("update member set role = 'MODERATOR' where id = ?", id));
        try {
            for (String change : new String[] {"demote", "dismiss"}) {
                MvcTestResult refused = send(chief, people("Lone Chief", change));
                assertThat(refused).hasStatus(422);
                assertThat(body(refused)).contains("the only administrator");
            }
            assertThat(role("Lone Chief")).isEqualTo("ADMINISTRATOR");
        } finally {
            others.forEach(id -> sql.update("update member set role = 'ADMINISTRATOR' where id = ?", id));
        }
    }

    @Test
    void asksForThePasswordWhereSigningInIsSomeTimeAgo() {
        moderators.appoint("Away Chief", PASSWORD);
        MockHttpSession session = signIn("Away Chief", PASSWORD);
        age(session);
        assertThat(send(session, "/moderation/people/invitations", "role", "MODERATOR"))
                .hasStatus(422);
        assertThat(send(session, people("Away Chief", "demote"), "current", "wrong"))
                .hasStatus(422);
        assertThat(send(session, "/moderation/people/invitations", "role", "MODERATOR", "current", PASSWORD))
                .hasStatusOk();
    }

    @Test
    void signsWithADeskNameThatNobodyElseCanUse() {
        moderators.appointModerator("Plain Handle", PASSWORD);
        MockHttpSession session = signIn("Plain Handle", PASSWORD);
        long comment =
                id(HARBOUR, number(post(HARBOUR, "name", "Desk Signed", "text", "To be hidden by a desk name.")));
        act(session, "hide", "Signed so.", comment);
        assertThat(page(HARBOUR)).contains("Hidden by Plain Handle");
        assertThat(send(session, "/moderation/you/name", "name", "North Lantern"))
                .hasStatus(302);
        assertThat(page(HARBOUR)).contains("Hidden by North Lantern").doesNotContain("Plain Handle");
        assertThat(page("/moderation-log")).contains("North Lantern").doesNotContain("Plain Handle");
        MvcTestResult alike = post("/open-thread", "name", "n0rth lantern", "text", "It is not me.");
        assertThat(alike).hasStatus(422);
        assertThat(body(alike)).contains("North Lantern").doesNotContain("Plain Handle");

        moderators.appointModerator("Other Handle", PASSWORD);
        MockHttpSession other = signIn("Other Handle", PASSWORD);
        for (String taken : new String[] {"North  LANTERN", "Plain Handle", "Desk Signed", "guest"}) {
            assertThat(send(other, "/moderation/you/name", "name", taken))
                    .as(taken)
                    .hasStatus(422);
        }
        for (String house :
                new String[] {"C0lloquy", "Administrator", "moderator", "Chief Moderator", "the Operator"}) {
            MvcTestResult refused = send(other, "/moderation/you/name", "name", house);
            assertThat(refused).as(house).hasStatus(422);
            assertThat(body(refused)).contains("“" + house + "” looks like somebody else’s name: that of whoever");
        }
        assertThat(send(session, "/moderation/you/name", "name", "plain handle"))
                .hasStatus(302);
        assertThat(send(session, "/moderation/you/name", "name", "")).hasStatus(302);
        assertThat(page(HARBOUR)).contains("Hidden by Plain Handle");
        assertThat(post("/open-thread", "name", "North Lantern", "text", "Given up, but not free."))
                .hasStatus(422);
        assertThat(post("/open-thread", "name", "PIain Handle", "text", "Nor is the handle."))
                .hasStatus(422);
    }

    @Test
    void tellsAdministratorsFromWhichDeskNameToWhich() {
        moderators.appointModerator("Renamed Often", PASSWORD);
        MockHttpSession session = signIn("Renamed Often", PASSWORD);
        Long member = sql.queryForObject("select id from member where handle = 'Renamed Often'", Long.class);
        for (String name : new String[] {"East Lantern", "East Lantern", "West Lantern", ""}) {
            assertThat(send(session, "/moderation/you/name", "name", name)).hasStatus(302);
        }
        String log = open("/moderation/access?kind=DESK_NAME_CHANGED&member=" + member, desk)
                .replaceAll("[\u2068\u2069]", "");
        assertThat(log)
                .contains(
                        "from “Renamed Often” to “East Lantern”",
                        "from “East Lantern” to “West Lantern”",
                        "from “West Lantern” to “Renamed Often”")
                .doesNotContain("from “East Lantern” to “East Lantern”");
        send(session, "/account/leave", "comments", "stay", "current", PASSWORD);
        assertThat(open("/moderation/access?kind=DESK_NAME_CHANGED&member=" + member, desk))
                .contains("changed the desk name")
                .doesNotContain("Lantern”", "Renamed Often");
    }

    @Test
    void losesNothingThatWasTypedWhenTheTokenOfAnyFormIsRefused() {
        assertThat(site.post()
                        .uri("/moderation/hide")
                        .session(desk)
                        .param("reason", "A long thought.")
                        .exchange())
                .hasForwardedUrl("/account/expired");
        var forwarded = site.post()
                .uri("/account/expired")
                .with(csrf())
                .requestAttr(RequestDispatcher.FORWARD_REQUEST_URI, "/moderation/members/7")
                .param("reason", "A <i>long</i> thought.")
                .param("entry", "17")
                .param("current", "my own secret words");
        String signedOut = body(forwarded.exchange());
        assertThat(signedOut)
                .contains(
                        "A &lt;i&gt;long&lt;/i&gt; thought.</textarea>",
                        "you are not signed in any more",
                        "/account/sign-in")
                .doesNotContain("secret words", ">17<");
        assertThat(body(forwarded.session(desk).exchange()))
                .contains("thought.</textarea>", "Open it anew")
                .doesNotContain("/account/sign-in");
    }

    @Test
    void tellsModeratorsWhatIsForAdministratorsAndAsksNobodyToSignInWhoHas() {
        moderators.appointModerator("Plain Moderator", PASSWORD);
        MockHttpSession session = signIn("Plain Moderator", PASSWORD);
        MvcTestResult denied =
                site.get().uri("/moderation/access").session(session).exchange();
        assertThat(denied).hasStatus(403);
        assertThat(denied.getRequest().getAttribute("atDesk")).isEqualTo(true);
        assertThat(site.get().uri("/moderation/access").exchange())
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/account/sign-in");
        for (String address : new String[] {"/moderation/people", "/account", "/account/password"}) {
            assertThat(open(address, session))
                    .as(address)
                    .doesNotContain("/account/sign-in")
                    .contains("/moderation\"");
        }
        assertThat(page("/account")).contains("/account/sign-in");
        assertThat(body(site.get().uri("/moderation-log").session(session).exchange()))
                .as("the same for everybody")
                .isEqualTo(page("/moderation-log"));
    }

    @Test
    void answersWhatIsNoRequestWithAPageOfItsOwn() throws IOException {
        for (String request : new String[] {
            "GET /% HTTP/1.1\r\n",
            "GET /a?x=<b> HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nX-Long: " + "a".repeat(20_000) + "\r\n"
        }) {
            String answer = raw(request + "Host: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("Go back, check what you sent and try again.", "/site.css", "Go to the library")
                    .doesNotContainIgnoringCase("tomcat", "<style", "exception");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                environment.getRequiredProperty("local.server.port", Integer.class))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysWhatIsWrongWithANameOfControlCharacters() {
        String link = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        assertThat(body(setUp(link, "name", "Bell\u0007Ringer", "password", PASSWORD, "repeat", PASSWORD)))
                .contains("such as control characters");
        assertThat(body(send(desk, "/moderation/you/name", "name", "Bell\u0007Ringer")))
                .contains("such as control characters");
    }

    @Test
    void aDeskNameGoesWithWhoLeaves() {
        moderators.appointModerator("Leaving Desk", PASSWORD);
        MockHttpSession session = signIn("Leaving Desk", PASSWORD);
        send(session, "/moderation/you/name", "name", "South Lantern");
        long comment = id(HARBOUR, number(post(HARBOUR, "name", "Hidden Once", "text", "Before somebody leaves.")));
        act(session, "hide", "Before leaving.", comment);
        assertThat(send(session, "/account/leave", "comments", "stay", "current", PASSWORD))
                .hasStatus(302);
        assertThat(page("/moderation-log")).contains("Before leaving.").doesNotContain("South Lantern");
        assertThat(sql.queryForObject("select count(*) from member where desk_name = 'South Lantern'", Integer.class))
                .isZero();
        assertThat(post("/open-thread", "name", "South Lantern", "text", "Nobody wears it."))
                .hasStatus(422);
    }

    @Test
    void listsSessionsAndEndsThemOneByOneAndAllOthers() {
        moderators.appointModerator("Desk Sessions", PASSWORD);
        MockHttpSession here = signIn("Desk Sessions", PASSWORD);
        MockHttpSession there = signIn("Desk Sessions", PASSWORD);
        MockHttpSession third = signIn("Desk Sessions", PASSWORD);
        String list = open("/moderation/you", here);
        Matcher ids =
                Pattern.compile("name=\"session\" value=\"([0-9a-f-]{36})\"").matcher(list);
        assertThat(ids.results()).hasSize(3);
        assertThat(send(desk, "/moderation/you/sessions", "session", session(there)))
                .as("not somebody else’s")
                .hasStatus(302);
        assertThat(site.get().uri("/moderation").session(there).exchange()).hasStatusOk();
        send(here, "/moderation/you/sessions", "session", session(there));
        assertThat(site.get().uri("/moderation").session(there).exchange()).hasStatus(302);
        assertThat(site.get().uri("/moderation").session(third).exchange()).hasStatusOk();
        send(here, "/moderation/you/others");
        assertThat(site.get().uri("/moderation").session(third).exchange()).hasStatus(302);
        assertThat(site.get().uri("/moderation").session(here).exchange()).hasStatusOk();
        send(here, "/account/sign-out");
        assertThat(sql.queryForObject(
                        "select count(*) from desk_session s join member m on m.id = s.member_id"
                                + " where m.handle = 'Desk Sessions'",
                        Integer.class))
                .isZero();
    }

    @Test
    void listsNoSessionThatEndedWithTheServer() {
        moderators.appointModerator("Before Restart", PASSWORD);
        MockHttpSession session = signIn("Before Restart", PASSWORD);
        Long member = sql.queryForObject("select id from member where handle = 'Before Restart'", Long.class);
        moderators.startAnew("jdbc:postgresql://127.0.0.1/colloquy");
        assertThat(site.get().uri("/moderation").session(session).exchange())
                .as("another node may hold it")
                .hasStatusOk();
        moderators.startAnew("jdbc:h2:file:data/colloquy");
        assertThat(site.get().uri("/moderation").session(session).exchange()).hasStatus(302);
        signIn();
        assertThat(open("/moderation/access?kind=SESSION_ENDED&member=" + member, desk))
                .contains("the server was started anew");
        assertThat(open("/moderation/you", signIn("Before Restart", PASSWORD))).containsOnlyOnce("name=\"session\"");
    }

    @Test
    void showsAndWithdrawsTheLinkThatTheOperatorPrinted() {
        String older = moderators.setUpLink();
        String link = moderators.setUpLink();
        assertThat(site.get().uri(older).exchange())
                .as("a newer one was printed")
                .hasStatus(410);
        assertThat(page(link)).contains("Set up your moderator account");
        assertThat(open("/moderation/people", desk)).contains("has printed an address that makes an administrator");
        assertThat(send(desk, "/moderation/people/set-up-link/withdraw")).hasStatus(302);
        assertThat(site.get().uri(link).exchange()).hasStatus(410);
        assertThat(open("/moderation/people", desk)).doesNotContain("has printed an address");
        assertThat(open("/moderation/access?kind=SET_UP_WITHDRAWN", desk)).contains("by Desk One");
    }

    @Test
    void endsSessionsThatAreLeftAloneOrTooOldAndThoseOfAnotherPassword() {
        moderators.appointModerator("Desk Idle", PASSWORD);
        MockHttpSession idle = signIn("Desk Idle", PASSWORD);
        assertThat(idle.getMaxInactiveInterval()).as("not the server’s own").isGreaterThan(3_600);
        sql.update(
                "update desk_session set last_used_at = last_used_at - interval '59' minute where id = ?",
                session(idle));
        assertThat(site.get().uri("/moderation").session(idle).exchange()).hasStatusOk();
        sql.update(
                "update desk_session set last_used_at = last_used_at - interval '61' minute where id = ?",
                session(idle));
        assertThat(site.get().uri("/moderation").session(idle).exchange()).hasStatus(302);
        assertThat(idle.isInvalid()).isTrue();

        MockHttpSession old = signIn("Desk Idle", PASSWORD);
        sql.update(
                "update desk_session set signed_in_at = signed_in_at - interval '12' hour where id = ?", session(old));
        assertThat(site.get().uri("/moderation").session(old).exchange()).hasStatus(302);

        MockHttpSession changing = signIn("Desk Idle", PASSWORD);
        MockHttpSession elsewhere = signIn("Desk Idle", PASSWORD);
        send(changing, "/account/password", "current", PASSWORD, "password", "y" + PASSWORD, "repeat", "y" + PASSWORD);
        assertThat(site.get().uri("/moderation").session(elsewhere).exchange()).hasStatus(302);
        assertThat(site.get().uri("/moderation").session(changing).exchange()).hasStatusOk();
    }

    @Test
    void writesDownWhatConcernsAccess() {
        moderators.appointModerator("Desk Noted", PASSWORD);
        claim("Never Noted");
        for (String name : new String[] {"Desk Noted", "Never Noted", "Nobody Noted"}) {
            password(name, "wrong " + PASSWORD);
        }
        MockHttpSession session = signIn("Desk Noted", PASSWORD);
        send(session, "/moderation/you/name", "name", "Noted Lantern");
        send(session, "/account/password", "current", PASSWORD, "password", "z" + PASSWORD, "repeat", "z" + PASSWORD);
        send(session, "/account/sign-out");
        send(desk, people("Desk Noted", "promote"));
        send(desk, people("Desk Noted", "dismiss"));
        Long member = sql.queryForObject("select id from member where handle = 'Desk Noted'", Long.class);
        assertThat(sql.queryForList(
                        "select kind from access_log where member_id = ? order by id", String.class, member))
                .containsExactly(
                        "SIGN_IN_FAILED",
                        "SIGN_IN",
                        "DESK_NAME_CHANGED",
                        "PASSWORD_CHANGED",
                        "SIGN_OUT",
                        "ROLE_CHANGED",
                        "DISMISSED");
        String all = open("/moderation/access?member=" + member, desk);
        assertThat(all)
                .contains("Noted Lantern", "was refused", "signed in", "changed the desk name", "by Desk One")
                .doesNotContain("Never Noted", PASSWORD);
        assertThat(open("/moderation/access?kind=SIGN_OUT&member=" + member, desk))
                .contains("signed out</span>")
                .doesNotContain("was refused: a sign-in failed</span>");
        assertAppendOnly(
                "update access_log set network = 'nowhere'", "delete from access_log", "truncate table access_log");
    }

    @Test
    void makesNoModeratorOfWhoMayNotPost() {
        Cookie[] mine = claim("Kept Out");
        String link = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        Long member = sql.queryForObject("select id from member where handle = 'Kept Out'", Long.class);
        suspend(member, "SUSPEND");
        MvcTestResult refused = site.get().uri(link).cookie(mine).exchange();
        assertThat(refused).hasStatus(403);
        assertThat(body(refused)).contains("You can’t accept this invitation yet", "Kept Out");
        String[] fields = {"token", token(link), "password", PASSWORD, "repeat", PASSWORD};
        assertThat(send(mine, "/account/set-up", fields)).hasStatus(403);
        assertThat(role("Kept Out")).isEqualTo("COMMENTER");
        suspend(member, "LIFT");
        assertThat(send(mine, "/account/set-up", fields))
                .as("the link works still")
                .hasStatus(302);
        assertThat(role("Kept Out")).isEqualTo("MODERATOR");
    }

    @Test
    void givesNobodyTheDeskBackWhoMayNotPost() {
        moderators.appointModerator("Dismissed And Out", PASSWORD);
        Long member = sql.queryForObject("select id from member where handle = 'Dismissed And Out'", Long.class);
        send(desk, people("Dismissed And Out", "dismiss"));
        String entry = String.valueOf(
                sql.queryForObject("select max(id) from moderation_log where action = 'DISMISS'", Long.class));
        suspend(member, "SUSPEND");
        send(desk, "/moderation/undo", "entry", entry, "reason", "An error.");
        assertThat(role("Dismissed And Out")).isEqualTo("COMMENTER");
        suspend(member, "LIFT");
        send(desk, "/moderation/undo", "entry", entry, "reason", "An error.");
        assertThat(role("Dismissed And Out")).isEqualTo("MODERATOR");
    }

    private void suspend(@Nullable Long member, String act) {
        assertThat(send(desk, "/moderation/members/" + member, "act", act, "reason", "To cool down.", "time", "week"))
                .hasStatus(302);
    }

    @Test
    void answersEverybodyWhoSetsUpAtOnce() throws Exception {
        String once = link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"));
        assertThat(atOnce(
                        () -> setUp(once, "name", "One Tab", "password", PASSWORD, "repeat", PASSWORD),
                        () -> setUp(once, "name", "Other Tab", "password", PASSWORD, "repeat", PASSWORD)))
                .containsExactly(302, 410);

        String[] links = {
            link(send(desk, "/moderation/people/invitations", "role", "MODERATOR")),
            link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"))
        };
        assertThat(atOnce(
                        () -> setUp(links[0], "name", "Same Handle", "password", PASSWORD, "repeat", PASSWORD),
                        () -> setUp(links[1], "name", "same  handle", "password", PASSWORD, "repeat", PASSWORD)))
                .containsExactly(302, 422);

        Cookie[] mine = claim("Two Invitations");
        String[] more = {
            link(send(desk, "/moderation/people/invitations", "role", "MODERATOR")),
            link(send(desk, "/moderation/people/invitations", "role", "MODERATOR"))
        };
        assertThat(atOnce(() -> accept(mine, more[0]), () -> accept(mine, more[1])))
                // The other was too late, or came when all was done, and was asked for the password that there is now.
                .isIn(List.of(302, 409), List.of(302, 422));
        assertThat(role("Two Invitations")).isEqualTo("MODERATOR");
    }

    private MvcTestResult accept(Cookie[] mine, String link) {
        return send(mine, "/account/set-up", "token", token(link), "password", PASSWORD, "repeat", PASSWORD);
    }

    /** What both got, in order of the status. */
    private static List<Integer> atOnce(Callable<MvcTestResult> one, Callable<MvcTestResult> other) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(List.of(one, other))) {
                answers.add(answer.get().getResponse().getStatus());
            }
            answers.sort(null);
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void keepsOfStrangersOnlyWhichProviderTheyCameFrom() {
        moderators.appointModerator("Desk Tried", PASSWORD);
        for (String address : new String[] {"203.0.113.77", "2a01:4f8:77:1::9"}) {
            for (int i = 0; i < 65; i++) {
                site.post()
                        .uri("/account/sign-in")
                        .with(csrf())
                        .with(from -> {
                            from.setRemoteAddr(address);
                            return from;
                        })
                        .param("username", i == 0 ? "Desk Tried" : "Nobody " + i)
                        .param("password", "wrong")
                        .exchange();
            }
        }
        assertThat(sql.queryForList(
                        "select distinct network from access_log where network like '203.%' or network like '2a01%'",
                        String.class))
                .containsExactlyInAnyOrder("203.0.0.0/16", "2a01:04f8::/32");
        assertThat(sql.queryForObject(
                        "select count(*) from access_log where kind = 'THROTTLED' and network in ('203.0.0.0/16', '2a01:04f8::/32')",
                        Integer.class))
                .isEqualTo(2);
    }

    @Test
    void writesDownOnceThatSomebodyTriesForTooLong() {
        moderators.appointModerator("Desk Besieged", PASSWORD);
        for (int i = 0; i < 15; i++) {
            guess("198.51.100.5", "Desk Besieged", "wrong");
        }
        Long member = sql.queryForObject("select id from member where handle = 'Desk Besieged'", Long.class);
        assertThat(sql.queryForObject(
                        "select count(*) from access_log where member_id = ? and kind = 'THROTTLED'",
                        Integer.class,
                        member))
                .isEqualTo(1);
        assertThat(sql.queryForObject(
                        "select count(*) from access_log where member_id = ? and kind = 'SIGN_IN_FAILED'",
                        Integer.class,
                        member))
                .isEqualTo(10);
    }

    MvcTestResult send(MockHttpSession session, String address, String... fields) {
        return send(session, new Cookie[0], address, fields);
    }

    private MvcTestResult send(Cookie[] cookies, String address, String... fields) {
        return send(new MockHttpSession(), cookies, address, fields);
    }

    private MvcTestResult send(MockHttpSession session, Cookie[] cookies, String address, String... fields) {
        var request = site.post().uri(address).session(session).with(csrf()).with(this::fromElsewhere);
        if (cookies.length > 0) {
            request = request.cookie(cookies);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult setUp(String link, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "token";
        all[1] = token(link);
        System.arraycopy(fields, 0, all, 2, fields.length);
        return send(new MockHttpSession(), "/account/set-up", all);
    }

    private MvcTestResult password(String name) {
        return password(name, PASSWORD);
    }

    private MvcTestResult password(String name, String password) {
        return send(new MockHttpSession(), "/account/sign-in", "username", name, "password", password);
    }

    String open(String address, MockHttpSession session) {
        MvcTestResult result =
                site.get().uri(URI.create(address)).session(session).exchange();
        assertThat(result).as(address).hasStatusOk();
        return body(result);
    }

    private String people(String handle, String change) {
        return "/moderation/people/" + sql.queryForObject("select id from member where handle = ?", Long.class, handle)
                + "/" + change;
    }

    private @Nullable String role(String handle) {
        return sql.queryForObject("select role from member where handle = ?", String.class, handle);
    }

    private static String link(MvcTestResult invited) {
        Matcher link = LINK.matcher(body(invited));
        assertThat(link.find()).as(body(invited)).isTrue();
        return link.group();
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private String session(MockHttpSession session) {
        return moderators.session(session);
    }

    /** As if its owner had signed in an hour ago. */
    private void age(MockHttpSession session) {
        moderators.age(Objects.requireNonNull(session));
    }
}
