package org.colloquy.posting;

import org.colloquy.discussion.Authors;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Taking one's own comment back, and putting it back again. For anybody else there is no such page. */
@Controller
class WithdrawController {

    private static final String ARTICLE = "/articles/{slug}/comments/{number:\\d{1,9}}/withdraw";
    private static final String OPEN_THREAD = "/open-thread/comments/{number:\\d{1,9}}/withdraw";

    private final Discussions discussions;
    private final Authors authors;

    WithdrawController(Discussions discussions, Authors authors) {
        this.discussions = discussions;
        this.authors = authors;
    }

    @GetMapping({ARTICLE, OPEN_THREAD})
    String page(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            Viewer viewer,
            Model model) {
        Discussion place = place(slug);
        CommentView comment = comment(place, number, viewer);
        Authors.Choice choice = authors.choice(viewer, comment.id());
        if (!choice.any()) {
            throw notFound();
        }
        if (!comment.address().equals(place.address())) {
            return "redirect:" + comment.permalink() + "/withdraw";
        }
        model.addAttribute("comment", comment);
        model.addAttribute("title", place.title());
        model.addAttribute("back", choice.reinstate());
        return "posting/withdraw";
    }

    /** @param back whether to put it back, and not to take it back */
    @PostMapping({ARTICLE, OPEN_THREAD})
    String act(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean back,
            Viewer viewer) {
        CommentView comment = comment(place(slug), number, viewer);
        boolean done = back ? authors.reinstate(viewer, comment.id()) : authors.withdraw(viewer, comment.id());
        if (!done && !authors.choice(viewer, comment.id()).any()) {
            throw notFound();
        }
        return "redirect:" + comment.permalink() + "#" + comment.anchor();
    }

    /** Wherever it is now. */
    private CommentView comment(Discussion place, int number, Viewer viewer) {
        return discussions.followed(place, viewer, number).orElseThrow(WithdrawController::notFound);
    }

    private Discussion place(@Nullable String slug) {
        return discussions.at(slug).orElseThrow(WithdrawController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
