package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people may do with what is theirs: take it along, take it back, leave, and say who they are in a document. */
abstract class OwnCommentsTests extends WrittenTests {

    private static final Cookie[] NOBODY = {};

    @Autowired
    TransactionTemplate transactions;

    // -- taking back

    @Test
    void withdrawsACommentLeavesATombstoneAndPutsItBack() {
        Cookie[] mine = claim("Second Thoughts");
        String address = address(post(mine, HARBOUR, "name", "", "text", "The pilot owes me nine herrings."));
        String counts = page(HARBOUR);
        MvcTestResult reply = post(HARBOUR, "name", "Herring Asker", "text", "Nine?", "parent", last(address));
        assertThat(page(address)).doesNotContain("/withdraw");
        assertThat(get(mine, address)).contains(address + "/withdraw", "Withdraw…");
        assertThat(get(mine, address + "/withdraw")).contains("The pilot owes me nine herrings.", "Replies stay");
        assertThat(send(address + "/withdraw", claim("Herring Thief"))).hasStatus(404);
        assertThat(send(address + "/withdraw", NOBODY)).hasStatus(404);

        assertThat(send(address + "/withdraw", mine)).hasStatus(302);
        String gone = page(address);
        assertThat(gone).contains("Withdrawn by its author on ", "Nine?").doesNotContain("owes me");
        assertThat(get(mine, address)).doesNotContain("owes me").contains("Put back…");
        assertThat(page(HARBOUR)).contains(" withdrawn").doesNotContain("owes me");
        assertThat(counts).doesNotContain("owes you");
        assertThat(page(address(reply))).doesNotContain("owes me").contains("Withdrawn by its author");
        assertThat(new String(document(HARBOUR), StandardCharsets.UTF_8)).doesNotContain("owes me");
        assertThat(page(address + ".json")).contains("\"WITHDRAWN\"").doesNotContain("owes me", "\"by\"");
        assertThat(body(site.get().uri(address).session(desk).exchange())).contains("owes me", "Hide…");
        assertThat(post(HARBOUR, "name", "", "text", "> The pilot owes me nine herrings.\n\nI saw that."))
                .as("what is withdrawn is quoted from nowhere")
                .hasStatus(422);

        assertThat(get(mine, address + "/withdraw")).contains("Put this comment back");
        assertThat(send(address + "/withdraw", mine, "back", "true")).hasStatus(302);
        assertThat(page(address)).contains("The pilot owes me nine herrings.").doesNotContain("Withdrawn by");
    }

    @Test
    void putsNothingBackThatAModeratorHidMeanwhile() {
        Cookie[] mine = claim("Hidden Meanwhile");
        String address = address(post(mine, HARBOUR, "name", "", "text", "A rude remark about gulls."));
        send(address + "/withdraw", mine);
        long id = id(HARBOUR, Integer.parseInt(last(address)));
        assertThat(hide("Rude about gulls.", id)).hasStatus(302);
        assertThat(page(address)).contains("Rude about gulls.").doesNotContain("Withdrawn by");
        assertThat(send(address + "/withdraw", mine, "back", "true")).hasStatus(404);
        assertThat(act("restore", "On reflection.", id)).hasStatus(302);
        assertThat(page(address)).contains("Withdrawn by its author").doesNotContain("A rude remark");
        assertThat(send(address + "/withdraw", mine, "back", "true")).hasStatus(302);
        assertThat(page(address)).contains("A rude remark about gulls.");
    }

    @Test
    void letsWhoPostedWithoutANameTakeItBackInTheSameSession() {
        String place = Discussed.write(sql, "own-nameless", 1, number -> 0, number -> "Somebody");
        try {
            MockHttpSession session = new MockHttpSession();
            MvcTestResult posted = site.post()
                    .uri(place + "/comments")
                    .session(session)
                    .with(csrf())
                    .param("text", "Said into the wind.")
                    .exchange();
            String address = address(posted);
            assertThat(site.get().uri(address + "/withdraw").session(new MockHttpSession()))
                    .hasStatus(404);
            assertThat(body(site.get().uri(address).session(session).exchange()))
                    .contains("Withdraw…");
            assertThat(site.post().uri(address + "/withdraw").session(session).with(csrf()))
                    .hasStatus(302);
            assertThat(page(address)).contains("Withdrawn by its author").doesNotContain("into the wind");
        } finally {
            Discussed.remove(sql, "own-nameless");
        }
    }

    @Test
    void leavesNoTraceOfWhatIsWithdrawnWhileItWaits() {
        choose("the-harbour-agreement-one-year-on", "HOLD");
        MockHttpSession session = new MockHttpSession();
        MvcTestResult posted;
        try {
            posted = site.post()
                    .uri(HARBOUR + "/comments")
                    .session(session)
                    .with(csrf())
                    .param("text", "Waiting, then not.")
                    .exchange();
        } finally {
            choose("the-harbour-agreement-one-year-on", "REFUSE");
        }
        String address = address(posted);
        assertThat(site.post().uri(address + "/withdraw").session(session).with(csrf()))
                .hasStatus(302);
        assertThat(site.get().uri(address)).hasStatus(404);
        assertThat(body(site.get().uri(address).session(session).exchange()))
                .contains("Withdrawn by its author")
                .doesNotContain("Waiting, then");
    }

    @Test
    void marksWhatOthersQuoteOfAWithdrawnComment() {
        String words = "Nobody who has ever rowed to the other quay at dawn calls it near.";
        Cookie[] mine = claim("Quoted Rower");
        String address = address(post(mine, HARBOUR, "name", "", "text", words));
        String quoting = address(
                post(HARBOUR, "name", "Rower Quoter", "text", "> " + words + "\n\nI do.", "parent", last(address)));
        assertThat(page(quoting)).doesNotContain("source hidden");
        send(address + "/withdraw", mine);
        assertThat(page(quoting)).contains(words, "source hidden");
        send(address + "/withdraw", mine, "back", "true");
        assertThat(page(quoting)).doesNotContain("source hidden");
    }

    // -- own data

    @Test
    void givesOwnDataAsADownloadWithEveryCommentInAnyState() {
        Cookie[] mine = claim("Data Taker");
        String hidden = address(post(mine, HARBOUR, "name", "", "text", "Hidden words\n\nof mine.", "term", "2"));
        hide("Not here.", id(HARBOUR, Integer.parseInt(last(hidden))));
        String withdrawn = address(post(mine, HARBOUR, "name", "", "text", "Taken back."));
        send(withdrawn + "/withdraw", mine);
        post(HARBOUR, "name", "Somebody Elses", "text", "Not mine at all.");
        assertThat(get(mine, "/account/data")).contains("Data Taker", "3 comments", "Download your data");

        MvcTestResult download =
                site.get().uri("/account/data.json").cookie(mine).exchange();
        assertThat(download)
                .hasStatusOk()
                .hasContentType("application/json")
                .headers()
                .hasValue("Cache-Control", "no-store")
                .hasValue("Content-Disposition", "attachment; filename=\"my-data.json\"");
        String raw = new String(download.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(raw).doesNotContain("Not mine at all.", "hash", "flagged", "argon2");
        JsonNode data = new JsonMapper().readTree(raw);
        assertThat(data.get("handle").stringValue()).isEqualTo("Data Taker");
        assertThat(data.get("role").stringValue()).isEqualTo("COMMENTER");
        assertThat(data.get("hasRecoveryCode").booleanValue()).isTrue();
        assertThat(data.get("browsers").get(0).get("name").stringValue()).isEqualTo("Firefox on Linux");
        assertThat(data.get("browsers").get(0).propertyNames()).containsExactlyInAnyOrder("name", "since", "lastUsed");
        JsonNode comments = data.get("comments");
        assertThat(comments.size()).isEqualTo(3);
        assertThat(comments.get(0).get("discussion").get("address").stringValue())
                .isEqualTo("/open-thread");
        assertThat(comments.get(1).get("state").stringValue()).isEqualTo("HIDDEN");
        assertThat(comments.get(1).get("text").stringValue()).isEqualTo("Hidden words\n\nof mine.");
        assertThat(comments.get(1).get("term").intValue()).isEqualTo(2);
        assertThat(comments.get(1).get("withdrawnOrHidden").get("reason").stringValue())
                .isEqualTo("Not here.");
        assertThat(comments.get(2).get("text").stringValue()).isEqualTo("Taken back.");
        assertThat(data.get("moderationLog").size()).isZero();
        assertThat(site.get().uri("/account/data.json")).hasStatus(302);
        assertThat(site.get().uri("/account/data")).hasRedirectedUrl("/account/sign-in");

        String moderators = new String(
                site.get()
                        .uri("/account/data.json")
                        .session(desk)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(moderators).contains("\"HIDE\"", "Not here.");
    }

    @Test
    void givesAllOfAThousandComments() {
        Cookie[] mine = claim("Long Writer");
        String place = Discussed.write(sql, "own-many", 1_200, number -> 0, number -> "Long Writer");
        try {
            sql.update("update comment set member_id = (select id from member where handle = 'Long Writer')"
                    + " where speaker = 'Long Writer' and member_id is null");
            JsonNode data = new JsonMapper()
                    .readTree(site.get()
                            .uri("/account/data.json")
                            .cookie(mine)
                            .exchange()
                            .getResponse()
                            .getContentAsByteArray());
            assertThat(data.get("comments").size()).isEqualTo(1_201);
            assertThat(data.get("comments").get(1_200).get("address").stringValue())
                    .isEqualTo(place + "/comments/1200");
        } finally {
            Discussed.remove(sql, "own-many");
        }
    }

    // -- leaving

    @Test
    void leavesWithCommentsThatStayWithoutTheName() {
        Cookie[] mine = claim("Leaving Lightly");
        Cookie[] elsewhere = recover("Leaving Lightly", newCode(mine, ""));
        String address = address(post(mine, HARBOUR, "name", "", "text", "This remark shall outlive my name."));
        String reply = address(
                post(HARBOUR, "name", "Stayer Behind", "text", "Leaving Lightly, why?", "parent", last(address)));
        assertThat(get(mine, "/account/leave"))
                .contains("Nothing of this can be undone", "My comments stay, without my name")
                .doesNotContain("checked");
        assertThat(body(send("/account/leave", mine, "handle", "Leaving Lightly")))
                .contains("Choose what becomes of your comments.");
        assertThat(body(send("/account/leave", mine, "comments", "stay", "handle", "Leaving")))
                .contains("That isn’t your name.");
        assertThat(page(address)).contains("Leaving Lightly");

        MvcTestResult left = send("/account/leave", mine, "comments", "stay", "handle", "leaving  LIGHTLY");
        assertThat(left).hasStatus(302).hasRedirectedUrl("/account?left=true");
        assertThat(Objects.requireNonNull(left.getResponse().getCookie("colloquy-handle"))
                        .getMaxAge())
                .isZero();
        assertThat(page("/account?left=true")).contains("You have left.");
        for (Cookie[] browser : new Cookie[][] {mine, elsewhere}) {
            assertThat(account(browser)).contains("This browser keeps no name.");
        }
        assertThat(page(address)).contains("This remark shall outlive my name.", "name withdrawn");
        assertThat(page(address)).doesNotContain(">Leaving Lightly<");
        assertThat(page(reply)).contains("name withdrawn", "Leaving Lightly, why?");
        assertThat(page(HARBOUR)).doesNotContain(">Leaving Lightly<");
        assertThat(page(address + ".json")).contains("WITHDRAWN").doesNotContain("\"Leaving Lightly\"");
        String document = new String(document(HARBOUR), StandardCharsets.UTF_8);
        assertThat(document).contains("This remark shall outlive").doesNotContain("Leaving Lightly says");
        assertThat(sql.queryForObject(
                        "select count(*) from comment where speaker = 'Leaving Lightly' or speaker_key = 'leaving lightly'",
                        Integer.class))
                .isZero();
        assertThat(sql.queryForList("select handle from member where handle like 'Leaving L%'"))
                .isEmpty();
        assertThat(sql.queryForList("select shape from handle_shape where shape like '%leavlng%'"))
                .isEmpty();
        assertThat(send("/account/leave", mine, "comments", "stay", "handle", "Leaving Lightly"))
                .as("nobody leaves twice")
                .hasRedirectedUrl("/account/sign-in");
        for (String name : new String[] {"Leaving Lightly", "LEAVING L1GHTLY", "Lеaving-Lightly"}) {
            MvcTestResult refused = post(HARBOUR, "name", name, "text", "Me again.");
            assertThat(refused).as(name).hasStatus(422);
            assertThat(body(refused)).contains("“" + name + "” is somebody else’s name here.");
        }
        assertThat(body(site.get().uri(address).session(desk).exchange())).contains("name withdrawn");
    }

    @Test
    void keepsNoWordAnywhereOfTextsThatGo() {
        MvcTestResult posted = post("/open-thread", "name", "Leaves No Word", "text", "The *first* nightjar.");
        Cookie[] mine = posted.getResponse().getCookies();
        assertThat(send(address(posted) + "/edit", mine, "revision", "0", "text", "The *second* nightjar."))
                .hasStatus(303);
        assertThat(send("/account/leave", mine, "comments", "go", "handle", "Leaves No Word"))
                .hasStatus(302);
        assertThat(sql.queryForObject(
                        "select count(*) from comment where text like '%nightjar%' or rendered like '%nightjar%'",
                        Integer.class))
                .isZero();
        assertThat(sql.queryForObject("select count(*) from revision where text like '%nightjar%'", Integer.class))
                .isZero();
    }

    @Test
    void leavesWithCommentsThatGoAndKeepsPlacesRepliesAndQuotations() {
        String words = "Whoever reads the barometer aloud at breakfast will be believed by supper.";
        Cookie[] mine = claim("Leaving Fully");
        assertThat(send("/account/password", mine, "password", PASSWORD, "repeat", PASSWORD))
                .hasStatus(302);
        String gone = address(post(mine, HARBOUR, "name", "", "text", words));
        String quoting = address(
                post(HARBOUR, "name", "Barometer Fan", "text", "> " + words + "\n\nTrue.", "parent", last(gone)));
        String again = address(post(
                mine, HARBOUR, "name", "", "text", "> True.\n\nSo I have heard it said.", "parent", last(quoting)));
        String hidden = address(post(mine, HARBOUR, "name", "", "text", "An unkind word about barometers."));
        hide("Unkind to barometers.", id(HARBOUR, Integer.parseInt(last(hidden))));
        long withdrawnBefore = counter("withdrawn");
        long versionBefore = counter("version");

        assertThat(send("/account/leave", mine, "comments", "go", "handle", "Leaving Fully"))
                .as("whoever has a password needs it")
                .hasStatus(422);
        assertThat(body(send("/account/leave", mine, "comments", "go", "current", "wrong")))
                .contains("That isn’t the password you have now.");
        assertThat(send("/account/leave", mine, "comments", "go", "current", PASSWORD))
                .hasStatus(302);

        assertThat(counter("withdrawn")).isGreaterThan(withdrawnBefore);
        assertThat(counter("version")).isGreaterThan(versionBefore);
        assertThat(page(gone))
                .contains("Withdrawn by its author on ", "Barometer Fan")
                .doesNotContain("Leaving Fully");
        assertThat(page(quoting)).contains(words, "source hidden");
        assertThat(page(again)).contains("Withdrawn by its author").doesNotContain("heard it said");
        assertThat(page(hidden)).contains("Unkind to barometers.");
        assertThat(body(site.get().uri(gone).session(desk).exchange())).contains("Withdrawn by its author");
        act("restore", "For the archive.", id(HARBOUR, Integer.parseInt(last(hidden))));
        assertThat(page(hidden)).contains("Withdrawn by its author").doesNotContain("unkind word");
        for (String text : new String[] {words, "%heard it said%", "%unkind word%"}) {
            assertThat(sql.queryForObject("select count(*) from comment where text like ?", Integer.class, text))
                    .isZero();
        }
        String data = page(gone + ".json");
        assertThat(data.substring(0, data.indexOf("\"ancestors\"")))
                .contains("\"WITHDRAWN\"")
                .doesNotContain("barometer aloud", "\"text\"");
        assertThat(signInAs("Leaving Fully", PASSWORD)).hasRedirectedUrl("/account/sign-in?failed=true");
        String later = address(post(HARBOUR, "name", "Late Reader", "text", "> " + words + "\n\nWho said so?"));
        assertThat(page(later)).as("the finder no longer hears it").doesNotContain("answered in " + last(gone));
        assertThat(sql.queryForObject(
                        "select count(*) from quotation where source_id = ? and comment_id = ?",
                        Integer.class,
                        id(HARBOUR, Integer.parseInt(last(gone))),
                        id(HARBOUR, Integer.parseInt(last(later)))))
                .isZero();
        assertThat(body(site.get().uri("/moderation").session(desk).exchange())).contains("Moderation desk");
    }

    @Test
    void judgesNothingAnewThatIsGone() {
        String place = Discussed.write(sql, "own-replayed", 1, number -> 0, number -> "Somebody");
        try {
            Cookie[] mine = claim("Replay Leaver");
            assertThat(post(mine, place, "name", "", "text", "k")).hasStatus(303);
            assertThat(tooShort("own-replayed")).contains("1 would have been refused.");
            assertThat(send("/account/leave", mine, "comments", "go", "handle", "Replay Leaver"))
                    .hasStatus(302);
            assertThat(tooShort("own-replayed")).contains("It would have met none of them.");
        } finally {
            Discussed.remove(sql, "own-replayed");
        }
    }

    private String tooShort(String place) {
        return body(site.post()
                .uri("/moderation/rules/LENGTH/preview")
                .session(desk)
                .with(csrf())
                .param("place", place)
                .param("effect", "REFUSE")
                .param("limit-least", "2")
                .param("limit-most", "4000")
                .exchange());
    }

    @Test
    void postsNothingUnderANameThatIsLeavingAtTheSameMoment() throws Exception {
        Cookie[] mine = claim("Hasty Leaver");
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> hurry = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String place = i % 2 == 0 ? HARBOUR : "/open-thread";
                String text = "In a hurry, number " + i + ".";
                hurry.add(() -> post(mine, place, "name", "", "text", text)
                        .getResponse()
                        .getStatus());
            }
            hurry.add(
                    12,
                    () -> send("/account/leave", mine, "comments", "stay", "handle", "Hasty Leaver")
                            .getResponse()
                            .getStatus());
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(hurry)) {
                answers.add(answer.get());
            }
            assertThat(answers.get(12)).isEqualTo(302);
            assertThat(answers)
                    .as("posted, left, refused as nameless, or too late")
                    .isSubsetOf(303, 302, 422, 409);
        } finally {
            pool.shutdown();
        }
        assertThat(sql.queryForObject("select count(*) from comment where speaker = 'Hasty Leaver'", Integer.class))
                .isZero();
        assertThat(sql.queryForObject(
                        "select count(*) from comment c join member m on m.id = c.member_id where m.left_at is not null",
                        Integer.class))
                .isZero();
    }

    @Test
    void leavesOnceHoweverOftenItIsAskedAtTheSameMoment() throws Exception {
        Cookie[] mine = claim("Double Leaver");
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> both = new ArrayList<>();
            transactions.executeWithoutResult(one -> {
                // Both have seen that the name is still here, and wait for it, before either may go.
                sql.queryForList("select id from member where handle = 'Double Leaver' for update");
                for (int i = 0; i < 2; i++) {
                    both.add(pool.submit(
                            () -> send("/account/leave", mine, "comments", "stay", "handle", "Double Leaver")
                                    .getResponse()
                                    .getStatus()));
                }
                assertThatThrownBy(() -> both.get(1).get(700, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                assertThat(both).noneMatch(Future::isDone);
            });
            List<Integer> answers = List.of(both.get(0).get(), both.get(1).get());
            assertThat(answers).as("one leaves, and nobody twice").containsExactlyInAnyOrder(302, 422);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoLeaveAtTheSameMoment() throws Exception {
        moderators.appoint("Desk Leaves A", PASSWORD);
        moderators.appoint("Desk Leaves B", PASSWORD);
        List<MockHttpSession> sessions = List.of(signIn("Desk Leaves A", PASSWORD), signIn("Desk Leaves B", PASSWORD));
        sql.update("update member set role = 'MODERATOR' where role = 'ADMINISTRATOR' and handle not like"
                + " 'Desk Leaves _'");
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> both = new ArrayList<>();
            for (MockHttpSession session : sessions) {
                both.add(pool.submit(() -> leave(session).getResponse().getStatus()));
            }
            List<Integer> answers = List.of(both.get(0).get(), both.get(1).get());
            assertThat(answers).containsExactlyInAnyOrder(302, 422);
        } finally {
            pool.shutdown();
            sql.update("update member set role = 'ADMINISTRATOR' where role = 'MODERATOR'");
        }
    }

    @Test
    void tellsInOnesOwnDataUpToWhenOneHasReadReplies() {
        Cookie[] mine = claim("Reads Replies");
        assertThat(get(mine, "/account/data.json")).contains("\"repliesReadUpTo\" : null");
        assertThat(send("/account/replies", mine, "upTo", "2026-03-01T10:00:00Z"))
                .hasStatus(302);
        assertThat(get(mine, "/account/data.json")).contains("\"repliesReadUpTo\" : \"2026-03-01T10:00:00Z\"");
    }

    @Test
    void keepsTheLastAdministratorAndLetsAnotherGoWhoseActsStay() {
        moderators.appoint("Desk Leaver", PASSWORD);
        MockHttpSession leaver = signIn("Desk Leaver", PASSWORD);
        MockHttpSession other = signIn("Desk Leaver", PASSWORD);
        String address = address(post(HARBOUR, "name", "Leaver Victim", "text", "A word for the leaver to hide."));
        assertThat(act(leaver, "hide", "The last act.", id(HARBOUR, Integer.parseInt(last(address)))))
                .hasStatus(302);
        assertThat(page(address)).contains("Hidden by Desk Leaver");
        sql.update("update member set role = 'MODERATOR' where role = 'ADMINISTRATOR' and handle <> 'Desk Leaver'");
        try {
            assertThat(body(site.get().uri("/account/leave").session(leaver).exchange()))
                    .contains("you are the only administrator", "setup-link")
                    .doesNotContain("Leave for good");
            assertThat(leave(leaver)).hasStatus(422);
        } finally {
            sql.update("update member set role = 'ADMINISTRATOR' where role = 'MODERATOR'");
        }
        assertThat(leave(leaver)).hasStatus(302);
        assertThat(site.get().uri("/moderation").session(other)).hasStatus(302);
        assertThat(page(address)).contains("Hidden by somebody who has left").doesNotContain("Desk Leaver");
        assertThat(page("/moderation-log")).contains("somebody who has left").doesNotContain("Desk Leaver");
        assertThat(post(HARBOUR, "name", "Desk Leaver", "text", "Hello.")).hasStatus(422);
    }

    private MvcTestResult leave(MockHttpSession session) {
        return site.post()
                .uri("/account/leave")
                .session(session)
                .with(csrf())
                .with(this::fromElsewhere)
                .param("comments", "stay")
                .param("current", PASSWORD)
                .exchange();
    }

    // -- names in documents

    @Test
    void givesAnImportedNameToWhoCanProveItAndTakesItBack() {
        String place = imported("own-given", "Given Salt");
        try {
            Cookie[] mine = claim("Salt In Person");
            assertThat(get(mine, "/account/claims?place=own-given")).contains("Given Salt");
            assertThat(body(ask(mine, "own-given", "Given Salt", ""))).contains("Say how a moderator can tell");
            assertThat(body(ask(mine, "own-given", "Nobody There", "I am."))).contains("Choose the name");
            assertThat(ask(mine, "own-given", "Given Salt", "A sign on the quay."))
                    .hasStatus(302);
            assertThat(body(ask(mine, "own-given", "Given Salt", "Again."))).contains("You have asked for this name");
            assertThat(get(mine, "/account/claims")).contains("waiting for a moderator");

            assertThat(body(site.get().uri("/moderation").session(desk).exchange()))
                    .contains(">Who is who<");
            assertThat(body(site.get().uri("/moderation/claims").session(desk).exchange()))
                    .contains("Salt In Person", "Given Salt", "A sign on the quay.");
            assertThat(site.get().uri("/moderation/claims").cookie(mine)).hasStatus(302);
            long id = claimOf("Salt In Person");
            assertThat(body(decide(id, "GIVE", ""))).contains("Give a reason");
            assertThat(decide(id, "GIVE", "The sign was there.")).hasStatus(302);
            assertThat(decide(id, "GIVE", "Twice.")).hasStatus(422);

            assertThat(page(place + "/comments/1"))
                    .contains("Given Salt", "Salt In Person", "confirmed by a moderator");
            assertThat(page(place + "/comments/1.json")).contains("\"confirmed\":\"Salt In Person\"");
            assertThat(Pattern.compile("confirmed by a moderator")
                            .matcher(page(place))
                            .results())
                    .as("only that name")
                    .hasSize(2);
            assertThat(page("/moderation-log"))
                    .contains("that Salt In Person here is Given Salt", "The sign was there.")
                    .doesNotContain("A sign on the quay.");
            assertThat(get(mine, "/account/data")).contains("Comments of yours in documents");
            assertThat(send(place + "/comments/1/withdraw", mine))
                    .as("what a document has is not withdrawn by one of its speakers")
                    .hasStatus(404);
            Cookie[] rival = claim("Salt Rival");
            assertThat(body(ask(rival, "own-given", "Given Salt", "No, me."))).contains("this is somebody else");

            assertThat(get(mine, "/account/claims")).contains("Use the name Given Salt from now on");
            assertThat(send("/account/claims/" + id + "/use", rival)).hasStatus(302);
            assertThat(account(rival)).contains("you post as Salt Rival");
            assertThat(send("/account/claims/" + id + "/use", mine)).hasStatus(302);
            assertThat(account(mine)).contains("you post as Given Salt");
            assertThat(get(mine, "/account/claims")).doesNotContain("Use the name");
            assertThat(get(mine, "/account/data.json")).contains("\"formerHandle\" : \"Salt In Person\"");
            String posted = address(post(mine, "/open-thread", "name", "", "text", "It is me."));
            assertThat(page(posted)).contains("Given Salt");
            for (String name : new String[] {"Given Salt", "Salt In Person", "SaIt in Person", "G1ven Salt"}) {
                assertThat(post("/open-thread", "name", name, "text", "Or me?"))
                        .as(name)
                        .hasStatus(422);
            }

            assertThat(decide(id, "TAKE_BACK", "The sign was painted by another."))
                    .hasStatus(302);
            assertThat(page(place + "/comments/1")).contains("Given Salt").doesNotContain("confirmed by");
            assertThat(page("/moderation-log")).contains("took the confirmation back", "painted by another");
            assertThat(get(mine, "/account/claims")).contains("taken back");
            assertThat(account(mine)).contains("you post as Salt In Person");
            assertThat(page(posted)).contains("Salt In Person").doesNotContain("Given Salt");
            assertThat(post("/open-thread", "name", "Salt In Person", "text", "Me?"))
                    .hasStatus(422);
            assertThat(ask(rival, "own-given", "Given Salt", "I painted it.")).hasStatus(302);
            assertThat(decide(claimOf("Salt Rival"), "GIVE", "The brush was there."))
                    .hasStatus(302);
            assertThat(send("/account/claims/" + claimOf("Salt Rival") + "/use", rival))
                    .hasStatus(302);
            assertThat(account(rival)).contains("you post as Given Salt");
        } finally {
            Discussed.remove(sql, "own-given");
        }
    }

    @Test
    void saysNoWithAReasonAndLetsNobodyDecideAboutThemselves() {
        imported("own-refused", "Refused Salt");
        try {
            Cookie[] mine = claim("Salt Pretender");
            ask(mine, "own-refused", "Refused Salt", "Trust me.");
            assertThat(decide(claimOf("Salt Pretender"), "REFUSE", "Nothing shows it."))
                    .hasStatus(302);
            assertThat(get(mine, "/account/claims")).contains("not confirmed", "Nothing shows it.");
            assertThat(page("/moderation-log")).contains("did not confirm", "Nothing shows it.");
            MvcTestResult soon = ask(mine, "own-refused", "Refused Salt", "Now I can show it.");
            assertThat(soon).hasStatus(422);
            assertThat(body(soon)).containsPattern("You can ask again after \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\(UTC\\)");
            sql.update(
                    "update name_claim set decided_at = ? where id = ?",
                    Timestamp.from(Instant.now().minus(Duration.ofDays(8))),
                    claimOf("Salt Pretender"));
            assertThat(ask(mine, "own-refused", "Refused Salt", "Now I can show it."))
                    .hasStatus(302);
            moderators.appoint("Desk Claimer", PASSWORD);
            MockHttpSession session = signIn("Desk Claimer", PASSWORD);
            assertThat(site.post()
                            .uri("/account/claims")
                            .session(session)
                            .with(csrf())
                            .param("place", "own-refused")
                            .param("speaker", "Another Salt")
                            .param("proof", "I moderate."))
                    .hasStatus(302);
            assertThat(body(site.post()
                            .uri("/moderation/claims/" + claimOf("Desk Claimer"))
                            .session(session)
                            .with(csrf())
                            .param("act", "GIVE")
                            .param("reason", "I know me.")
                            .exchange()))
                    .contains("Another moderator decides about you.");
        } finally {
            Discussed.remove(sql, "own-refused");
        }
    }

    @Test
    void leavesImportedCommentsAsTheyAreUnlessAskedOtherwise() {
        String place = imported("own-left", "Left Salt");
        try {
            Cookie[] mine = given("Left In Person", "own-left", "Left Salt");
            assertThat(get(mine, "/account/leave")).contains("of yours in documents", "Take the name off them, too");
            assertThat(send("/account/leave", mine, "comments", "go", "handle", "Left In Person"))
                    .hasStatus(302);
            assertThat(page(place + "/comments/1"))
                    .contains("Left Salt", "This is number 1.")
                    .doesNotContain("confirmed by", "Left In Person");
            assertThat(page("/moderation-log"))
                    .contains("that somebody who has left here is Left Salt")
                    .doesNotContain("Left In Person");
            assertThat(sql.queryForObject("select count(*) from name_claim where proof like 'Left In%'", Integer.class))
                    .isZero();

            Cookie[] second = given("Left Once More", "own-left", "Another Salt");
            assertThat(send(
                            "/account/leave",
                            second,
                            "comments",
                            "stay",
                            "importedTexts",
                            "true",
                            "handle",
                            "Left Once More"))
                    .hasStatus(302);
            assertThat(page(place + "/comments/2"))
                    .contains("Withdrawn by its author")
                    .doesNotContain("Another Salt", "This is number 2.");
            assertThat(page("/moderation-log")).doesNotContain("Another Salt");
            assertThat(post("/open-thread", "name", "Another Salt", "text", "Mine now?"))
                    .hasStatus(422);
        } finally {
            Discussed.remove(sql, "own-left");
        }
    }

    private Cookie[] given(String handle, String place, String speaker) {
        Cookie[] mine = claim(handle);
        assertThat(ask(mine, place, speaker, handle + " it is.")).hasStatus(302);
        assertThat(decide(claimOf(handle), "GIVE", "It is so.")).hasStatus(302);
        return mine;
    }

    /** An article whose document has two speakers. */
    private String imported(String slug, String speaker) {
        String place = Discussed.write(
                sql, slug, 4, number -> number - 1, number -> number % 2 == 1 ? speaker : "Another Salt");
        sql.update("update comment set document_number = number, speaker_key = lower(speaker) where discussion_id ="
                + " (select d.id from discussion d join article a on a.id = d.article_id where a.slug = '" + slug
                + "')");
        return place;
    }

    private MvcTestResult ask(Cookie[] mine, String place, String speaker, String proof) {
        return send("/account/claims", mine, "place", place, "speaker", speaker, "proof", proof);
    }

    private MvcTestResult decide(long claim, String act, String reason) {
        return site.post()
                .uri("/moderation/claims/" + claim)
                .session(desk)
                .with(csrf())
                .param("act", act)
                .param("reason", reason)
                .exchange();
    }

    private long claimOf(String handle) {
        return Objects.requireNonNull(sql.queryForObject(
                "select max(c.id) from name_claim c join member m on m.id = c.member_id where m.handle = ?",
                Long.class,
                handle));
    }

    private MvcTestResult signInAs(String name, String password) {
        return send("/account/sign-in", NOBODY, "username", name, "password", password);
    }

    private long counter(String which) {
        return Objects.requireNonNull(sql.queryForObject(
                "select d." + which + " from discussion d join article a on a.id = d.article_id where a.slug = ?",
                Long.class,
                HARBOUR.substring("/articles/".length())));
    }

    private String get(Cookie[] cookies, String address) {
        MvcTestResult result = site.get().uri(address).cookie(cookies).exchange();
        assertThat(result).as(address).hasStatusOk();
        return body(result);
    }

    private static String last(String address) {
        Matcher number = Pattern.compile("\\d+$").matcher(address);
        assertThat(number.find()).isTrue();
        return number.group();
    }
}
