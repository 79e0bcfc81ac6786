package org.colloquy.moderation;

import java.util.List;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Erasing;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do on a lawful request: the erasure and its entries in the log, in one transaction. */
@Component
@Transactional
class ErasingDesk {

    private final Erasing erasing;
    private final Discussions discussions;
    private final ModerationLog log;

    ErasingDesk(Erasing erasing, Discussions discussions, ModerationLog log) {
        this.erasing = erasing;
        this.discussions = discussions;
        this.log = log;
    }

    /**
     * Erases a comment and what says the same under the same name. The log tells their numbers, no name, and the reason to
     * moderators only.
     *
     * @param name whether the name goes too
     * @return whether there was anything to do
     */
    boolean erase(long comment, boolean name, long administrator, String reason) {
        List<CommentView> gone = erasing.erase(comment, name);
        Long first = null;
        for (CommentView one : gone) {
            log.forgetComment(one.id());
            long entry = log.add(LogNote.by(administrator, Action.ERASE)
                    .in(one.address())
                    .of(one.id(), discussions.shownNumber(one))
                    .because(reason)
                    .confidentially()
                    .with(first));
            first = first == null ? entry : first;
        }
        return !gone.isEmpty();
    }
}
