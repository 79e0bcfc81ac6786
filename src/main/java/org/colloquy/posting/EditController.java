package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.account.Suspensions;
import org.colloquy.account.Suspensions.Suspension;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Edit;
import org.colloquy.discussion.Revisions;
import org.colloquy.discussion.Revisions.Barrier;
import org.colloquy.discussion.Revisions.RevisionView;
import org.colloquy.discussion.Viewer;
import org.colloquy.posting.FormView.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Second thoughts: the form on a page of its own, and what it sends. Whoever comes too late keeps what they typed. */
@Controller
class EditController {

    private final Discussions discussions;
    private final Revisions revisions;
    private final Rulebook rulebook;
    private final Posts posts;
    private final FormStamps stamps;
    private final RecentPosts recent;
    private final LengthRule length;
    private final Suspensions suspensions;

    EditController(
            Discussions discussions,
            Revisions revisions,
            Rulebook rulebook,
            Posts posts,
            FormStamps stamps,
            RecentPosts recent,
            LengthRule length,
            Suspensions suspensions) {
        this.discussions = discussions;
        this.revisions = revisions;
        this.rulebook = rulebook;
        this.posts = posts;
        this.stamps = stamps;
        this.recent = recent;
        this.length = length;
        this.suspensions = suspensions;
    }

    @GetMapping({"/articles/{slug}/comments/{number:\\d{1,9}}/edit", "/open-thread/comments/{number:\\d{1,9}}/edit"})
    ModelAndView form(@PathVariable(required = false) @Nullable String slug, @PathVariable int number, Viewer viewer) {
        Discussion place = place(slug);
        CommentView comment = own(place, viewer, number);
        if (!comment.address().equals(place.address())) {
            return seeOther(comment.permalink() + "/edit");
        }
        Suspension suspension =
                Optional.ofNullable(viewer.member()).flatMap(suspensions::of).orElse(null);
        if (suspension != null) {
            return new ModelAndView(
                    "posting/suspended",
                    "view",
                    new SuspendedView(place.address(), place.title(), comment.number(), suspension));
        }
        Barrier barrier = revisions.barrier(comment, viewer).orElse(null);
        String text = comment.text() == null ? "" : comment.text();
        return page(place, comment, text, barrier, List.of(), stamps.now());
    }

    @PostMapping({"/articles/{slug}/comments/{number:\\d{1,9}}/edit", "/open-thread/comments/{number:\\d{1,9}}/edit"})
    ModelAndView edit(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        CommentView comment = own(place(slug), viewer, number);
        Discussion place = placeOf(comment);
        Set<String> texts = revisions.asOwnData(comment, viewer).stream()
                .map(RevisionView::text)
                .collect(Collectors.toCollection(HashSet::new));
        texts.add(comment.text() == null ? "" : comment.text());
        Post post = posts.of(place, comment, texts, viewer, sent, request);
        Barrier barrier = revisions.barrier(comment, viewer).orElse(null);
        if (barrier != null && !post.text().equals(comment.text())) {
            return refused(place, comment, sent, barrier, List.of(), HttpStatus.CONFLICT);
        }
        Verdict verdict = rulebook.judge(post);
        if (verdict.refuses()) {
            Duration pause = verdict.pause();
            if (pause != null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
            }
            HttpStatus status = pause == null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS;
            return refused(place, comment, sent, null, verdict.objections(), status);
        }
        Edit edit = new Edit(post.text(), verdict.holds(), verdict.flags(), verdict.rules());
        Revisions.Outcome outcome = revisions.edit(comment, viewer, revision(sent), edit);
        if (outcome.barrier() != null) {
            CommentView now = outcome.comment();
            return refused(placeOf(now), now, sent, outcome.barrier(), List.of(), HttpStatus.CONFLICT);
        }
        recent.remember(post);
        return seeOther(comment.permalink() + "#" + comment.anchor());
    }

    private static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /** Reached only by a forward, when the form's token was refused: nothing is changed here. */
    @PostMapping({
        "/articles/{slug}/comments/{number:\\d{1,9}}/edit/expired",
        "/open-thread/comments/{number:\\d{1,9}}/edit/expired"
    })
    ModelAndView expired(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            Viewer viewer) {
        CommentView comment = own(place(slug), viewer, number);
        Discussion place = placeOf(comment);
        Barrier barrier = revisions.barrier(comment, viewer).orElse(null);
        ModelAndView again = refused(place, comment, sent, barrier, List.of(), HttpStatus.FORBIDDEN);
        again.addObject("expired", true);
        return again;
    }

    private ModelAndView refused(
            Discussion place,
            CommentView comment,
            Map<String, String> sent,
            @Nullable Barrier barrier,
            List<Objection> objections,
            HttpStatus status) {
        ModelAndView again =
                page(place, comment, sent.getOrDefault("text", ""), barrier, objections, posts.stamp(sent));
        again.setStatus(status);
        return again;
    }

    private ModelAndView page(
            Discussion place,
            CommentView comment,
            String text,
            @Nullable Barrier barrier,
            List<Objection> objections,
            String stamp) {
        ModelAndView page = new ModelAndView("posting/edit");
        page.addObject("minutes", revisions.minutes());
        page.addObject(
                "view",
                new EditView(
                        comment,
                        place.title(),
                        text,
                        barrier,
                        stamp,
                        rulebook.at(place).rules(),
                        objections,
                        length.room(rulebook.now(place).rules())));
        return page;
    }

    /** What a form without it, or with nonsense, was opened on. */
    private static int revision(Map<String, String> sent) {
        String revision = sent.getOrDefault("revision", "");
        return revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : -1;
    }

    private Discussion place(@Nullable String slug) {
        return discussions.at(slug).orElseThrow(EditController::notFound);
    }

    /** It may have been moved. */
    private Discussion placeOf(CommentView comment) {
        return discussions
                .named(comment.address().substring(comment.address().lastIndexOf('/') + 1))
                .orElseThrow(EditController::notFound);
    }

    /** Wherever it is now. Somebody else's comment has no such page. */
    private CommentView own(Discussion place, Viewer viewer, int number) {
        return discussions
                .followed(place, viewer, number)
                .filter(comment -> revisions.barrier(comment, viewer).orElse(null) != Barrier.NOT_YOURS)
                .orElseThrow(EditController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
