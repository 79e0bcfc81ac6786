package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People whom moderators warn, suspend, or take a handle from. */
abstract class MembersTests extends DeskQueueTests {

    @Test
    void suspendsSomebodyWhoThenReadsWhyAndLosesNothing() {
        MvcTestResult posted = post("/open-thread", "name", "Hot Head", "text", "You are all wrong.");
        Cookie[] mine = posted.getResponse().getCookies();
        long member = member("Hot Head");
        assertThat(act(member, "SUSPEND", "", "time", "week"))
                .as("a reason is needed")
                .hasStatus(422);
        assertThat(act(member, "SUSPEND", "Cool down first.", "time", "week")).hasStatus(302);

        MvcTestResult refused = post(mine, "/open-thread", "text", "And here is why.");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("under this name until", "Cool down first.", "And here is why.</textarea>");
        assertThat(own(mine, "/account")).contains("under this name until", "Cool down first.");
        assertThat(page(address(posted))).as("what was said stays").contains("You are all wrong.");
        assertThat(page("/moderation-log")).contains("suspended", "Hot Head", "Cool down first.");
        String until = Objects.requireNonNull(sql.queryForObject(
                        "select suspended_until from member where id = ?", OffsetDateTime.class, member))
                .atZoneSameInstant(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH));
        assertThat(page("/moderation-log")).contains("until " + until);
        assertThat(body(site.get()
                        .uri("/moderation/members/" + member)
                        .session(desk)
                        .exchange()))
                .contains("Can’t post until " + until, "<span>until " + until);
        for (String form :
                new String[] {"/open-thread/comments/new", address(posted) + "/reply", address(posted) + "/edit"}) {
            assertThat(own(mine, form))
                    .as(form)
                    .contains("You can’t write here for now", "until " + until, "Cool down first.")
                    .doesNotContain("<textarea");
        }
        assertThat(page("/open-thread/comments/new")).as("of nobody else").contains("<textarea");

        undo(latest(member));
        assertThat(post(mine, "/open-thread", "text", "And here is why.")).hasStatus(303);
        assertThat(own(mine, "/open-thread/comments/new")).contains("<textarea");
        assertThat(act(member, "SUSPEND", "Again.", "time", "for-good")).hasStatus(302);
        assertThat(page("/moderation-log")).contains("<span>for good</span>");
        assertThat(own(mine, "/open-thread/comments/new")).contains("You can’t write here any more");
        assertThat(body(post(mine, "/open-thread", "text", "More."))).contains("can’t post under this name any more");
        assertThat(act(member, "LIFT", "")).hasStatus(302);
        assertThat(post(mine, "/open-thread", "text", "More.")).hasStatus(303);
    }

    @Test
    void suspendsNobodyForAReasonThatNobodyElseCanRead() {
        post("/open-thread", "name", "Quietly Gone", "text", "I was here.");
        long member = member("Quietly Gone");
        MvcTestResult unsaid = act(member, "SUSPEND", "Mails from R.", "time", "day", "confidential", "true");
        assertThat(unsaid).hasStatus(422);
        assertThat(body(unsaid)).contains("href=\"#rule\">Choose the rule as well", "value=\"Mails from R.\"");
        assertThat(act(member, "WARN", "Mails from R.", "confidential", "true"))
                .as("they read it")
                .hasStatus(302);
        assertThat(act(member, "SUSPEND", "Mails.", "time", "day", "confidential", "true", "rule", "ANONYMOUS"))
                .hasStatus(302);
        assertThat(page("/moderation-log")).doesNotContain("Mails");
    }

    @Test
    void warnsSomebodyUntilTheyHaveReadIt() {
        MvcTestResult posted = post("/open-thread", "name", "Rough Edge", "text", "Nonsense, you fool.");
        Cookie[] mine = posted.getResponse().getCookies();
        long member = member("Rough Edge");
        assertThat(act(member, "WARN", "Not in that tone.", "confidential", "true"))
                .hasStatus(302);

        assertThat(page("/moderation-log")).contains("warned").doesNotContain("Not in that tone.");
        assertThat(own(mine, "/open-thread/comments/new")).contains("A moderator has warned you", "Not in that tone.");
        String you = own(mine, "/account");
        assertThat(you).contains("Not in that tone.");
        assertThat(page("/account")).doesNotContain("warned you");
        assertThat(site.post()
                        .uri("/account/warnings")
                        .cookie(mine)
                        .with(csrf())
                        .param("upTo", String.valueOf(latest(member)))
                        .exchange())
                .hasStatus(302);
        assertThat(own(mine, "/account")).doesNotContain("Not in that tone.");
        assertThat(act(member, "WARN", "Once more.")).hasStatus(302);
        undo(latest(member));
        assertThat(own(mine, "/account")).doesNotContain("Once more.");
    }

    @Test
    void freesAHandleAndGivesItBack() {
        MvcTestResult posted = post("/open-thread", "name", "Borrowed Name", "text", "It is not mine.");
        Cookie[] mine = posted.getResponse().getCookies();
        long member = member("Borrowed Name");
        assertThat(act(member, "RELEASE", "The name is somebody else’s.")).hasStatus(302);
        assertThat(page(address(posted))).contains("It is not mine.").doesNotContain("Borrowed Name");
        assertThat(page("/moderation-log")).doesNotContain("Borrowed Name");
        assertThat(own(mine, "/account")).contains("This browser keeps no name.");

        long entry = latest(member);
        undo(entry);
        assertThat(page(address(posted))).contains("Borrowed Name");
        assertThat(act(member, "RELEASE", "After all.")).hasStatus(302);
        assertThat(post("/open-thread", "name", "Borrowed Name", "text", "Now it is mine."))
                .hasStatus(303);
        assertThat(undo(latest(member))).contains("Nothing was undone.", "somebody else has it by now");
        assertThat(page(address(posted))).doesNotContain("Borrowed Name");
    }

    @Test
    void givesBackEveryNameThatCommentsBore() {
        MvcTestResult first = post("/open-thread", "name", "Much Renamed", "text", "Under the name of now.");
        Cookie[] mine = first.getResponse().getCookies();
        MvcTestResult second = post(mine, "/open-thread", "text", "Under a former name.");
        MvcTestResult third = post(mine, "/open-thread", "text", "Under none any more.");
        sql.update(
                "update comment set speaker = 'Once Named', speaker_key = 'oncenamed' where id = ?",
                id("/open-thread", number(second)));
        sql.update(
                "update comment set speaker = null, speaker_key = null, speaker_kind = 'WITHDRAWN' where id = ?",
                id("/open-thread", number(third)));
        long member = member("Much Renamed");
        assertThat(act(member, "RELEASE", "Not theirs.")).hasStatus(302);
        for (MvcTestResult one : new MvcTestResult[] {first, second, third}) {
            assertThat(speaker(one)).isNull();
        }
        undo(latest(member));
        assertThat(speaker(first)).isEqualTo("Much Renamed");
        assertThat(speaker(second)).isEqualTo("Once Named");
        assertThat(speaker(third)).isNull();
    }

    @Test
    void doesNotUndoUnderALaterActWhateverCommentLedToIt() {
        String first = "" + id("/open-thread", number(post("/open-thread", "name", "Twice Banned", "text", "One.")));
        long member = member("Twice Banned");
        String second = "" + id("/open-thread", number(post("/open-thread", "name", "Next To It", "text", "Two.")));
        assertThat(act(member, "SUSPEND", "For a week.", "time", "week", "comment", first))
                .hasStatus(302);
        long week = latest(member);
        assertThat(act(member, "LIFT", "", "comment", second)).hasStatus(302);
        assertThat(act(member, "SUSPEND", "For good.", "time", "for-good", "comment", second))
                .hasStatus(302);
        undo(week);
        assertThat(sql.queryForObject("select suspended_reason from member where id = ?", String.class, member))
                .isEqualTo("For good.");
        sql.update("update comment set erased_at = current_timestamp where id = ?", Long.valueOf(second));
        undo(week);
        sql.update("update comment set erased_at = null where id = ?", Long.valueOf(second));
        assertThat(sql.queryForObject("select suspended_reason from member where id = ?", String.class, member))
                .isEqualTo("For good.");
    }

    private @Nullable String speaker(MvcTestResult posted) {
        return sql.queryForObject(
                "select speaker from comment where id = ?", String.class, id("/open-thread", number(posted)));
    }

    @Test
    void tellsTheSecondModeratorWhatTheFirstDidAboutSomebody() {
        post("/open-thread", "name", "Between Two", "text", "What now?");
        long member = member("Between Two");
        assertThat(act(member, "WARN", "First.", "entry", "0")).hasStatus(302);
        MvcTestResult second = act(member, "SUSPEND", "Second.", "time", "day", "entry", "0");
        assertThat(second).hasStatus(409);
        assertThat(body(second))
                .contains("You have acted yourself", "Desk One warned Between Two", "First.", "value=\"Second.\"");
        MvcTestResult twice = act(member, "WARN", "First.", "entry", "0");
        assertThat(twice).hasStatus(409);
        assertThat(body(twice))
                .contains("You have done this already: Desk One warned Between Two")
                .doesNotContain("Another moderator");
        moderators.appoint("Desk Two", PASSWORD);
        MvcTestResult third = site.post()
                .uri("/moderation/members/" + member)
                .session(signIn("Desk Two", PASSWORD))
                .with(csrf())
                .param("act", "WARN")
                .param("reason", "Third.")
                .param("entry", "0")
                .exchange();
        assertThat(third).hasStatus(409);
        assertThat(body(third)).contains("Another moderator has acted", "Desk One warned", "value=\"Third.\"");
        assertThat(sql.queryForObject("select suspended_until from member where id = ?", Object.class, member))
                .isNull();
    }

    @Test
    void countsNoCommentOfWhoNeverPosted() {
        moderators.appointModerator("Never Posted", PASSWORD);
        String about = body(site.get()
                .uri("/moderation/members/" + member("Never Posted"))
                .session(desk)
                .exchange());
        assertThat(about).contains("Never Posted: no comments, none hidden, none waiting");
    }

    @Test
    void leadsWhoSpeaksInADocumentToWhereThatIsConfirmed() {
        assertThat(body(post(HARBOUR, "name", "Old Salt", "text", "It is me.")))
                .contains("speaks in a document", "Names of yours in documents")
                .doesNotContain("recovery code");
        post("/open-thread", "name", "Held By Handle", "text", "Mine.");
        assertThat(body(post("/open-thread", "name", "Held By Handle", "text", "Not mine.")))
                .contains("somebody else’s name here", "recovery code");
    }

    @Test
    void saysThatThereIsNothingToReadFromSomebodyWhoseOnlyCommentIsHidden() {
        long only = id("/open-thread", number(post("/open-thread", "name", "Once Heard", "text", "Only this.")));
        assertThat(page("/people/Once Heard")).contains("One comment", "Only this.");
        hide("Off topic.", only);
        assertThat(page("/people/Once Heard"))
                .contains("There is nothing to read from them")
                .doesNotContain("Only this.", "One comment", "first of them");
        sql.update("update comment set state = 'HELD', shown_at = null where id = ?", only);
        assertThat(site.get().uri("/people/Once Heard").exchange())
                .as("nobody has seen that name yet")
                .hasStatus(404);
        sql.update("update comment set state = 'WITHDRAWN' where id = ?", only);
        assertThat(site.get().uri("/people/Once Heard").exchange())
                .as("taken back with the comment")
                .hasStatus(404);
    }

    @Test
    void suspendsNoModerator() {
        assertThat(act(member("Desk One"), "SUSPEND", "No.", "time", "day")).hasStatus(422);
        assertThat(act(member("Desk One"), "RELEASE", "No.")).hasStatus(422);
        assertThat(site.get().uri("/moderation/members/999999").session(desk).exchange())
                .hasStatus(404);
    }

    private long member(String handle) {
        return Objects.requireNonNull(sql.queryForObject("select id from member where handle = ?", Long.class, handle));
    }

    private long latest(long member) {
        return Objects.requireNonNull(
                sql.queryForObject("select max(id) from moderation_log where subject_id = ?", Long.class, member));
    }

    private MvcTestResult act(long member, String act, String reason, String... fields) {
        var request = site.post()
                .uri("/moderation/members/" + member)
                .session(desk)
                .with(csrf())
                .param("act", act)
                .param("reason", reason);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private String undo(long entry) {
        MvcTestResult done = site.post()
                .uri("/moderation/undo")
                .session(desk)
                .with(csrf())
                .param("entry", String.valueOf(entry))
                .exchange();
        return String.valueOf(done.getMvcResult().getFlashMap().get("done"));
    }
}
