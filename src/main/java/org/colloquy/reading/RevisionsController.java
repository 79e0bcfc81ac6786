package org.colloquy.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.colloquy.discussion.Changes;
import org.colloquy.discussion.Changes.Kind;
import org.colloquy.discussion.Changes.Piece;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Revisions;
import org.colloquy.discussion.Revisions.RevisionView;
import org.colloquy.discussion.Viewer;
import org.colloquy.reading.RevisionsView.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What a comment said before its author changed it, for everybody who may read the comment. */
@Controller
class RevisionsController {

    private final Discussions discussions;
    private final Revisions revisions;

    RevisionsController(Discussions discussions, Revisions revisions) {
        this.discussions = discussions;
        this.revisions = revisions;
    }

    @GetMapping({
        "/articles/{slug}/comments/{number:\\d{1,9}}/revisions",
        "/open-thread/comments/{number:\\d{1,9}}/revisions"
    })
    String revisions(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            Viewer viewer,
            Model model) {
        Discussion place = discussions.at(slug).orElseThrow(RevisionsController::notFound);
        CommentView comment = discussions.comment(place, viewer, number).orElseThrow(RevisionsController::notFound);
        List<RevisionView> all = revisions.of(comment, viewer);
        if (all.isEmpty()) {
            throw notFound();
        }
        model.addAttribute("view", new RevisionsView(comment, place.title(), steps(all)));
        return "reading/revisions";
    }

    /** Newest first. */
    private static List<Step> steps(List<RevisionView> all) {
        List<Step> steps = new ArrayList<>();
        String before = null;
        Changes changes = new Changes();
        for (RevisionView revision : all) {
            List<Piece> pieces = before == null
                    ? List.of(new Piece(Kind.SAME, revision.text()))
                    : changes.between(before, revision.text());
            steps.add(new Step(revision.writtenAt(), pieces, revision.seen()));
            before = revision.text();
        }
        Collections.reverse(steps);
        return steps;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
