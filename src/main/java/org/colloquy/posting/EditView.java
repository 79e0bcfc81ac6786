package org.colloquy.posting;

import java.util.List;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Revisions.Barrier;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.Room;
import org.colloquy.posting.FormView.RuleView;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the form for second thoughts.
 *
 * @param comment as it stands now
 * @param title of its article, or null for the Open Thread
 * @param text as typed so far
 * @param barrier why it cannot be changed, or not like this, or null
 * @param stamp of the form
 * @param rules the commenting rules in force there
 * @param objections why the last try was refused; empty at first
 * @param room how much may be written
 */
public record EditView(
        CommentView comment,
        @Nullable String title,
        String text,
        @Nullable Barrier barrier,
        String stamp,
        List<RuleView> rules,
        List<Objection> objections,
        Room room) {

    /** Whether another try may go: all other barriers stay. */
    public boolean open() {
        return barrier == null || barrier == Barrier.CHANGED;
    }
}
