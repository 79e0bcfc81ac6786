package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers tell moderators about comments, and what comes of it. */
abstract class ReportTests extends NamesTests {

    @Autowired
    Discussions discussions;

    @Test
    void listsWhatReadersReportedUntilAModeratorHasLooked() {
        long id = id(HARBOUR, number(post(HARBOUR, "name", "Much Reported", "text", "Salt is sweet.")));
        List<Discussion> places =
                List.of(discussions.named("the-harbour-agreement-one-year-on").orElseThrow());
        Map<String, Object> before = state(HARBOUR);
        int reported = discussions.countReported(places);
        int offTopic = discussions.countOffTopic(places);
        assertThat(discussions.report(id, false)).isPresent();
        assertThat(discussions.report(id, true)).isPresent();
        assertThat(discussions.countReported(places)).isEqualTo(reported + 1);
        assertThat(discussions.countOffTopic(places)).isEqualTo(offTopic + 1);
        assertThat(discussions.reported(places, 0, 10))
                .extracting(CommentView::id)
                .startsWith(id);
        assertThat(discussions.offTopic(places, 0, 10))
                .extracting(CommentView::id)
                .startsWith(id);
        assertThat(state(HARBOUR)).as("no page of readers changes").isEqualTo(before);
        assertThat(act("approve", "", id)).hasStatus(302);
        assertThat(discussions.countReported(places)).isEqualTo(reported);
        assertThat(discussions.countOffTopic(places)).isEqualTo(offTopic);
    }

    private Map<String, Object> state(String place) {
        return sql.queryForMap(
                "select d.version, d.withdrawn from discussion d join article a on a.id = d.article_id where a.slug = ?",
                place.substring("/articles/".length()));
    }
}
