package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everybody can read of what moderators did. */
abstract class LogTests extends PeopleTests {

    @Test
    void keepsWhatIsInTheLogAsItWasWritten() {
        hide("To be remembered.", id(HARBOUR, number(post(HARBOUR, "name", "Log Reader", "text", "Of no use."))));
        assertAppendOnly(
                "update moderation_log set reason = 'Nothing' where reason = 'To be remembered.'",
                "delete from moderation_log where reason = 'To be remembered.'",
                "truncate table moderation_log");
        assertThat(page("/moderation-log")).contains("To be remembered.");
    }

    @Test
    void offersToUndoOnlyWhatNothingCameAfter() {
        long id = id(HARBOUR, number(post(HARBOUR, "name", "Often Judged", "text", "To and fro.")));
        hide("To.", id);
        act("restore", "Fro.", id);
        hide("And to again.", id);
        List<Long> acts =
                sql.queryForList("select id from moderation_log where comment_id = ? order by id", Long.class, id);
        assertThat(offered(log())).contains(acts.get(2)).doesNotContain(acts.get(0), acts.get(1));
        undo(acts.get(2));
        assertThat(offered(log())).contains(acts.get(1)).doesNotContain(acts.get(0), acts.get(2));
        undo(acts.get(1));
        assertThat(offered(log())).as("what is undone can be undone no more").contains(acts.get(0));
    }

    @Test
    void asksTheDatabaseNoOftenerTheMoreStandsInTheLog() {
        Discussed.write(sql, "logged", 50, number -> 0, number -> "Speaker " + number);
        try {
            comments(1, 3).forEach(id -> hide("One of few.", id));
            log();
            long few = statements(this::log);
            comments(4, 20).forEach(id -> hide("One of many.", id));
            hide("All at once.", comments(21, 50).toArray(Long[]::new));
            assertThat(statements(this::log)).as("as often as before").isLessThanOrEqualTo(few + 3);
        } finally {
            Discussed.remove(sql, "logged");
        }
    }

    private List<Long> comments(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> id("/articles/logged", number))
                .toList();
    }

    private String log() {
        return body(site.get().uri("/moderation/log").session(desk).exchange());
    }

    private static List<Long> offered(String log) {
        return Pattern.compile("name=\"entry\" value=\"(\\d+)\"")
                .matcher(log)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    private void undo(long entry) {
        assertThat(site.post()
                        .uri("/moderation/undo")
                        .session(desk)
                        .with(csrf())
                        .param("entry", String.valueOf(entry))
                        .exchange())
                .hasStatus(302);
    }
}
