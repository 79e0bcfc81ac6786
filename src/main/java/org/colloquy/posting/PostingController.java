package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.colloquy.account.SignedIn;
import org.colloquy.account.Suspensions;
import org.colloquy.account.Warnings;
import org.colloquy.article.Articles;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.discussion.Closing.ClosedMeanwhile;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.ShutRule.Shut;
import org.colloquy.posting.ShutRule.WayOut;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.springframework.web.util.UriUtils;

/** The form, on a page of its own, and what it sends. The same for articles and the Open Thread. */
@Controller
class PostingController {

    private final Discussions discussions;
    private final Articles articles;
    private final Rulebook rulebook;
    private final NameRule names;
    private final LengthRule length;
    private final Posts posts;
    private final FormStamps stamps;
    private final Posting posting;
    private final PaceRule pace;
    private final Warnings warnings;
    private final Suspensions suspensions;
    private final Closings closings;
    private final Phrases words;

    PostingController(
            Discussions discussions,
            Articles articles,
            Rulebook rulebook,
            NameRule names,
            LengthRule length,
            Posts posts,
            FormStamps stamps,
            Posting posting,
            PaceRule pace,
            Warnings warnings,
            Suspensions suspensions,
            Closings closings,
            Phrases words) {
        this.discussions = discussions;
        this.articles = articles;
        this.rulebook = rulebook;
        this.names = names;
        this.length = length;
        this.posts = posts;
        this.stamps = stamps;
        this.posting = posting;
        this.pace = pace;
        this.warnings = warnings;
        this.suspensions = suspensions;
        this.closings = closings;
        this.words = words;
    }

    @GetMapping({"/articles/{slug}/comments/new", "/open-thread/comments/new"})
    ModelAndView form(
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam(required = false) @Nullable Integer term,
            @RequestParam(required = false) @Nullable Integer paragraph,
            Viewer viewer) {
        Discussion place = place(slug);
        String text = paragraph == null ? "" : paragraph(place, paragraph);
        return empty(place, CommentForm.begun(text, null, term), viewer);
    }

    private String paragraph(Discussion place, int number) {
        List<String> paragraphs = place.article() == null ? List.of() : articles.paragraphs(place.slug());
        if (number < 1 || number > paragraphs.size()) {
            throw notFound();
        }
        return QuotedText.of(paragraphs.get(number - 1));
    }

    /** With {@code quote}, the form holds the comment's own words as a quotation, or those of them that were selected. */
    @GetMapping({"/articles/{slug}/comments/{number:\\d{1,9}}/reply", "/open-thread/comments/{number:\\d{1,9}}/reply"})
    ModelAndView reply(
            @PathVariable(required = false) @Nullable String slug,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String quote,
            Viewer viewer) {
        Discussion place = place(slug);
        CommentForm form = CommentForm.begun("", number, null);
        Optional<CommentView> moved = moved(place, form, viewer);
        if (moved.isPresent()) {
            String there = moved.get().permalink() + "/reply";
            return seeOther(quote == null ? there : there + "?quote=" + UriUtils.encode(quote, StandardCharsets.UTF_8));
        }
        CommentView answered = quote == null ? null : parent(place, form, viewer);
        String text = answered == null || quote == null ? "" : QuotedText.of(answered, quote);
        return empty(place, CommentForm.begun(text, number, null), viewer);
    }

    @PostMapping({"/articles/{slug}/comments", "/open-thread/comments"})
    ModelAndView post(
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        CommentForm form = CommentForm.of(sent);
        Discussion here = place(slug);
        Discussion there = form.elsewhere() ? place(null) : here;
        boolean moved = form.elsewhere() && here.article() != null;
        Post post = posts.of(there, form, moved ? null : form.parent(), sent, request);
        String key = form.idempotencyKey(post);
        Optional<CommentView> before = posting.again(key, request, response);
        if (before.isPresent()) {
            return seeOther(before.get());
        }
        Optional<CommentView> follow = moved ? Optional.empty() : moved(here, form, viewer);
        if (follow.isPresent()) {
            return follow(follow.get(), form, viewer, sent);
        }
        CommentForm freed = freed(here, form, viewer);
        if (!freed.equals(form)) {
            Objection gone = new Objection("form", null, words.of("form.problem.gone"));
            return refused(here, freed, viewer, List.of(gone), sent);
        }
        Verdict verdict = rulebook.judge(post);
        if (verdict.refuses()) {
            // The same may have come in since we looked, and have taken the name.
            return posting.again(key, request, response)
                    .map(PostingController::seeOther)
                    .orElseGet(() -> refused(
                            here, closings.wayOut(here, form, verdict.rules()), viewer, verdict, sent, response));
        }
        try {
            CommentView comment = posting.take(post, verdict, moved ? null : form.term(), key, request, response);
            if (post.member() == null) {
                Viewers.remember(request, comment.id());
            }
            return seeOther(comment);
        } catch (ClosedMeanwhile e) {
            Verdict closed = Verdict.of(closings.judge(post).stream().toList());
            return refused(here, closings.wayOut(here, form, closed.rules()), viewer, closed, sent, response);
        } catch (NoSuchElementException e) {
            // What it answers was moved or taken out of sight in the very same moment.
            Optional<CommentView> now = moved(here, form, viewer);
            if (now.isPresent()) {
                return follow(now.get(), form, viewer, sent);
            }
            Objection gone = new Objection("form", null, words.of("form.problem.gone"));
            return refused(here, freed(here, form, viewer), viewer, List.of(gone), sent);
        } catch (DataIntegrityViolationException e) {
            // Only a handle claimed in the very same moment gets here: the rules have looked before.
            String name = Optional.ofNullable(post.speaker().name()).orElseThrow(() -> e);
            return refused(
                    here,
                    form,
                    viewer,
                    names.taken(name).map(Rule.Ruling::objection).stream().toList(),
                    sent);
        }
    }

    /** The form again, and the comment as it would be shown: nothing is posted, and no name is claimed. */
    @PostMapping({"/articles/{slug}/comments/preview", "/open-thread/comments/preview"})
    ModelAndView preview(
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Discussion here = place(slug);
        CommentForm typed = CommentForm.of(sent);
        Optional<CommentView> follow = typed.elsewhere() ? Optional.empty() : moved(here, typed, viewer);
        if (follow.isPresent()) {
            return follow(follow.get(), typed, viewer, sent);
        }
        CommentForm form = freed(here, typed, viewer);
        List<Objection> objections = new ArrayList<>();
        if (!form.equals(typed)) {
            objections.add(new Objection("form", null, words.of("form.problem.gone")));
        }
        Discussion there = form.elsewhere() ? place(null) : here;
        boolean moved = form.elsewhere() && here.article() != null;
        Post post = posts.of(there, form, moved ? null : form.parent(), sent, request);
        Optional<Rule.Ruling> hasty = pace.look(post);
        if (hasty.isPresent()) {
            return refused(here, form, viewer, Verdict.of(List.of(hasty.get())), sent, response);
        }
        Verdict verdict = rulebook.foresee(post);
        objections.addAll(verdict.objections());
        CommentView preview = TextRule.canBeShown(post.text())
                ? discussions.preview(there, post.draft(verdict, post.member(), moved ? null : form.term(), null))
                : null;
        CommentForm wayOut = closings.wayOut(here, form, verdict.rules());
        return form(here, wayOut, viewer, false, objections, posts.stamp(sent), preview);
    }

    /** Who reloads a preview, or comes back to it later, begins anew. */
    @GetMapping({"/articles/{slug}/comments/preview", "/open-thread/comments/preview"})
    ModelAndView previewed(@PathVariable(required = false) @Nullable String slug) {
        return new ModelAndView(new RedirectView(place(slug).address() + "/comments/new", true));
    }

    /** Reached only by a forward, when the form's token was refused: nothing is posted here. */
    @PostMapping({"/articles/{slug}/comments/expired", "/open-thread/comments/expired"})
    ModelAndView expired(
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam Map<String, String> sent,
            Viewer viewer) {
        Discussion place = place(slug);
        ModelAndView again =
                form(place, freed(place, CommentForm.of(sent), viewer), viewer, true, List.of(), posts.stamp(sent));
        again.setStatus(HttpStatus.FORBIDDEN);
        return again;
    }

    private ModelAndView empty(Discussion place, CommentForm form, Viewer viewer) {
        if (!freed(place, form, viewer).equals(form)) {
            throw notFound();
        }
        Optional<Shut> shut = closings.at(place, form.parent());
        if (shut.isPresent()) {
            ModelAndView page = new ModelAndView("posting/closed");
            page.addObject(
                    "view",
                    new ClosedView(
                            place.address(),
                            place.title(),
                            form.parent(),
                            shut.get().what(),
                            shut.get().closed(),
                            shut.get().sentence(),
                            shut.get().wayOut() != WayOut.NONE));
            return page;
        }
        Long you = viewer.member();
        return Optional.ofNullable(you)
                .flatMap(suspensions::of)
                .map(suspension -> new ModelAndView(
                        "posting/suspended",
                        "view",
                        new SuspendedView(place.address(), place.title(), form.parent(), suspension)))
                .orElseGet(() -> form(place, form, viewer, false, List.of(), stamps.now()));
    }

    /** What the comment answers, if it stands in another discussion by now, and can be answered there. */
    private Optional<CommentView> moved(Discussion place, CommentForm form, Viewer viewer) {
        return form.parent() == null
                ? Optional.empty()
                : discussions
                        .followed(place, viewer, form.parent())
                        .filter(comment -> !comment.address().equals(place.address()))
                        .filter(comment -> comment.state() == State.VISIBLE);
    }

    /** The form again, to be posted where what it answers is now. */
    private ModelAndView follow(CommentView moved, CommentForm form, Viewer viewer, Map<String, String> sent) {
        Discussion there = discussions
                .named(moved.address().substring(moved.address().lastIndexOf('/') + 1))
                .orElseThrow(PostingController::notFound);
        String where = there.article() == null ? "form.problem.moved" : "form.problem.movedBack";
        String advice = words.of(where, String.valueOf(form.parent()), String.valueOf(moved.number()));
        CommentForm again = new CommentForm(form.name(), form.text(), moved.number(), null, false, form.key());
        return refused(there, again, viewer, List.of(new Objection("form", null, advice)), sent);
    }

    /** What was hidden, or left the document, while somebody wrote about it must not take their text with it. */
    private CommentForm freed(Discussion place, CommentForm form, Viewer viewer) {
        return new CommentForm(
                form.name(),
                form.text(),
                parent(place, form, viewer) == null ? null : form.parent(),
                term(place, form) == null ? null : form.term(),
                form.elsewhere(),
                form.key());
    }

    /** Nothing that the rules say costs the text; who was only too quick is told when to come again. */
    private ModelAndView refused(
            Discussion place,
            CommentForm form,
            Viewer viewer,
            Verdict verdict,
            Map<String, String> sent,
            HttpServletResponse response) {
        ModelAndView again = refused(place, form, viewer, verdict.objections(), sent);
        Duration pause = verdict.pause();
        if (pause != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
            again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        }
        return again;
    }

    private ModelAndView refused(
            Discussion place, CommentForm form, Viewer viewer, List<Objection> objections, Map<String, String> sent) {
        ModelAndView again = form(place, form, viewer, false, objections, posts.stamp(sent));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView form(
            Discussion place,
            CommentForm form,
            Viewer viewer,
            boolean expired,
            List<Objection> objections,
            String stamp) {
        return form(place, form, viewer, expired, objections, stamp, null);
    }

    private ModelAndView form(
            Discussion place,
            CommentForm form,
            Viewer viewer,
            boolean expired,
            List<Objection> objections,
            String stamp,
            @Nullable CommentView preview) {
        SignedIn you = Viewers.signedIn();
        FormView view = new FormView(
                place.address(),
                place.title(),
                parent(place, form, viewer),
                form.term(),
                term(place, form),
                you == null ? null : you.handle(),
                expired,
                stamp,
                rulebook.at(place).rules(),
                objections,
                length.room(rulebook.now(place).rules()),
                preview);
        ModelAndView page = new ModelAndView("posting/form");
        page.addObject("view", view);
        page.addObject("form", form);
        page.addObject("warnings", you == null ? List.of() : warnings.unread(you.member()));
        return page;
    }

    private Discussion place(@Nullable String slug) {
        return discussions.at(slug).orElseThrow(PostingController::notFound);
    }

    /** What the comment answers: it must be there to be read, or be a number that the document skips. */
    private @Nullable CommentView parent(Discussion place, CommentForm form, Viewer viewer) {
        return form.parent() == null
                ? null
                : discussions
                        .comment(place, viewer, form.parent())
                        .filter(comment -> comment.state() == State.VISIBLE && !comment.isStub())
                        .orElse(null);
    }

    private @Nullable String term(Discussion place, CommentForm form) {
        Integer term = form.term();
        return place.article() == null || term == null
                ? null
                : articles.term(place.slug(), term).map(CeasefireTerm::text).orElse(null);
    }

    private static ModelAndView seeOther(CommentView comment) {
        return seeOther(comment.permalink() + "#" + comment.anchor());
    }

    private static ModelAndView seeOther(String address) {
        RedirectView redirect = new RedirectView(address, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
