package org.colloquy.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.colloquy.discussion.Authors;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Revisions;
import org.colloquy.discussion.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The library, articles, terms, comments and the Open Thread. */
@Controller
class ReadingController {

    private final Reading reading;
    private final Discussions discussions;
    private final Revisions revisions;
    private final Authors authors;

    ReadingController(Reading reading, Discussions discussions, Revisions revisions, Authors authors) {
        this.reading = reading;
        this.discussions = discussions;
        this.revisions = revisions;
        this.authors = authors;
    }

    @GetMapping("/")
    String library(Model model) {
        List<LibraryEntry> entries = reading.library();
        if (entries.size() == 1) {
            return "redirect:" + entries.get(0).address();
        }
        model.addAttribute("entries", entries);
        model.addAttribute("openThread", discussions.counts(reading.at(null)));
        return "reading/library";
    }

    @GetMapping("/articles/{slug}")
    String article(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String since,
            Viewer viewer,
            Model model) {
        Reading.Whole whole = reading.whole(slug, viewer, Asked.of(order, from, at, since));
        model.addAttribute("article", whole.article());
        model.addAttribute("discussion", whole.discussion());
        return "reading/article";
    }

    @GetMapping("/open-thread")
    String openThread(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String since,
            Viewer viewer,
            Model model) {
        model.addAttribute("discussion", reading.openThread(viewer, Asked.of(order, from, at, since)));
        return "reading/open-thread";
    }

    @GetMapping("/articles/{slug}/terms/{number:\\d{1,9}}")
    String term(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String from,
            Viewer viewer,
            Model model) {
        Reading.About about = reading.about(slug, number, viewer, Asked.number(from));
        model.addAttribute("article", about.article());
        model.addAttribute("term", about.term());
        model.addAttribute("branches", about.branches());
        model.addAttribute("onPage", Branch.numbers(about.branches()));
        model.addAttribute("previous", about.previous());
        model.addAttribute("next", about.next());
        model.addAttribute("continues", about.continues());
        model.addAttribute("shut", about.shut());
        model.addAttribute("closed", about.closed());
        model.addAttribute("previousTerm", number > 1 ? number - 1 : null);
        model.addAttribute("nextTerm", number < about.terms() ? number + 1 : null);
        return "reading/term";
    }

    @GetMapping({"/articles/{slug}/comments/{number:\\d{1,9}}", "/open-thread/comments/{number:\\d{1,9}}"})
    String comment(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String elsewhere = elsewhere(slug, number, viewer);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        Reading.Context context = reading.comment(slug, number, viewer);
        model.addAttribute("title", context.title());
        model.addAttribute("address", context.branch().comment().address());
        model.addAttribute("ancestors", context.ancestors());
        model.addAttribute("earlier", context.earlier());
        model.addAttribute("firstAncestor", context.firstAncestor());
        model.addAttribute("branch", context.branch());
        model.addAttribute("onPage", context.numbers());
        model.addAttribute("shut", context.shut());
        model.addAttribute("closed", context.closed());
        model.addAttribute("next", context.next());
        model.addAttribute("moderator", viewer.moderator());
        model.addAttribute("administrator", viewer.moderator() && request.isUserInRole("ADMINISTRATOR"));
        if (viewer.member() != null || !viewer.own().isEmpty()) {
            CommentView comment = context.branch().comment();
            model.addAttribute("choice", authors.choice(viewer, comment.id()));
            model.addAttribute("editable", revisions.barrier(comment, viewer).isEmpty());
        }
        if (!Objects.equals(model.getAttribute("recoveryCodeOf"), viewer.member())) {
            model.addAttribute("recoveryCode", null);
        } else if (model.containsAttribute("recoveryCode")) {
            // Shown once, to the browser that has just posted: the page is as it was when it is opened again.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return "reading/comment";
    }

    /** What readers never saw left no stub that they could see: whoever may see it is led to where it went. */
    private @Nullable String elsewhere(@Nullable String slug, int number, Viewer viewer) {
        Discussion place = reading.at(slug);
        return discussions.comment(place, viewer, number).isPresent()
                ? null
                : discussions
                        .followed(place, viewer, number)
                        .map(comment -> comment.permalink() + "#" + comment.anchor())
                        .orElse(null);
    }

    @GetMapping({"/articles/{slug}/comments/{number:\\d{1,9}}.json", "/open-thread/comments/{number:\\d{1,9}}.json"})
    ResponseEntity<CommentData.InContext> commentData(
            @PathVariable(required = false) @Nullable String slug, @PathVariable int number, Viewer viewer) {
        Reading.Context context = reading.comment(slug, number, viewer);
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (!context.open()) {
            response.header("X-Robots-Tag", "noindex");
        }
        return response.body(CommentData.of(context));
    }

    /** The address in the bar after a refused post: whoever asks for it again means the discussion. */
    @GetMapping({"/articles/{slug}/comments", "/open-thread/comments"})
    String comments(@PathVariable(required = false) @Nullable String slug) {
        return "redirect:" + reading.at(slug).address() + "#discussion";
    }

    /** Whatever is not there, or not for this viewer, was never there. */
    @ExceptionHandler(NoSuchElementException.class)
    void notThere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
