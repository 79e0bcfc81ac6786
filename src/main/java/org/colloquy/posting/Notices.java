package org.colloquy.posting;

import java.util.List;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Notice;
import org.springframework.stereotype.Component;

/** What the notices of all discussions say. */
@Component
class Notices {

    private final Discussions discussions;

    Notices(Discussions discussions) {
        this.discussions = discussions;
    }

    /** The sentences of that discussion's notice; none where it has no notice. */
    List<Notice.Sentence> sentences(Discussion place) {
        return discussions
                .notice(place)
                .map(CommentView::text)
                .map(Notice::sentences)
                .orElse(List.of());
    }
}
