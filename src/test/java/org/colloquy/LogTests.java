package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

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
}
