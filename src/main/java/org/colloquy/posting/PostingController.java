package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.account.SignedIn;
import org.colloquy.article.Articles;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Speaker;
import org.colloquy.discussion.Viewer;
import org.colloquy.name.Characters;
import org.colloquy.name.PlaceholderName;
import org.colloquy.posting.FormView.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The form, on a page of its own, and what it sends. The same for articles and the Open Thread. */
@Controller
class PostingController {

    private final Discussions discussions;
    private final Articles articles;
    private final Rulebook rulebook;
    private final NameRule names;
    private final Posting posting;
    private final Phrases words;

    PostingController(
            Discussions discussions,
            Articles articles,
            Rulebook rulebook,
            NameRule names,
            Posting posting,
            Phrases words) {
        this.discussions = discussions;
        this.articles = articles;
        this.rulebook = rulebook;
        this.names = names;
        this.posting = posting;
        this.words = words;
    }

    @GetMapping({"/articles/{slug}/comments/new", "/open-thread/comments/new"})
    ModelAndView form(
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam(required = false) @Nullable Integer term,
            Viewer viewer) {
        return empty(place(slug), CommentForm.begun("", null, term), viewer);
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
        Post post = post(there, form, moved ? null : form.parent(), request);
        String key = form.idempotencyKey(post);
        Optional<CommentView> before = posting.again(key, request, response);
        if (before.isPresent()) {
            return seeOther(before.get());
        }
        CommentForm freed = freed(here, form, viewer);
        if (!freed.equals(form)) {
            return refused(here, freed, viewer, List.of(new Objection("form", null, words.of("form.problem.gone"))));
        }
        Verdict verdict = rulebook.judge(post);
        if (verdict.refuses()) {
            // The same may have come in since we looked, and have taken the name.
            return posting.again(key, request, response)
                    .map(PostingController::seeOther)
                    .orElseGet(() -> refused(here, form, viewer, verdict.objections()));
        }
        try {
            CommentView comment = posting.take(post, verdict, moved ? null : form.term(), key, request, response);
            if (post.member() == null && comment.state() == State.HELD) {
                Viewers.remember(request, comment.id());
            }
            return seeOther(comment);
        } catch (DataIntegrityViolationException e) {
            // Only a handle claimed in the very same moment gets here: the rules have looked before.
            String name = Optional.ofNullable(post.speaker().name()).orElseThrow(() -> e);
            return refused(
                    here,
                    form,
                    viewer,
                    names.taken(name).map(Rule.Ruling::objection).stream().toList());
        }
    }

    /** Reached only by a forward, when the form's token was refused: nothing is posted here. */
    @PostMapping({"/articles/{slug}/comments/expired", "/open-thread/comments/expired"})
    ModelAndView expired(
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam Map<String, String> sent,
            Viewer viewer) {
        Discussion place = place(slug);
        ModelAndView again = form(place, freed(place, CommentForm.of(sent), viewer), viewer, true, List.of());
        again.setStatus(HttpStatus.FORBIDDEN);
        return again;
    }

    private Post post(Discussion place, CommentForm form, @Nullable Integer parent, HttpServletRequest request) {
        SignedIn you = Viewers.signedIn();
        // Whose address that is, behind a proxy, is for server.forward-headers-strategy to say.
        Sender sender = new Sender(request.getRemoteAddr());
        return new Post(
                place,
                you == null ? speaker(form) : Speaker.named(you.handle()),
                you == null ? null : you.member(),
                Post.tidy(form.text()),
                parent,
                sender,
                rulebook.now(place));
    }

    private static Speaker speaker(CommentForm form) {
        String name = Characters.onOneLine(form.name());
        return PlaceholderName.is(name) ? Speaker.of(Speaker.Kind.NAMELESS) : Speaker.named(name);
    }

    private ModelAndView empty(Discussion place, CommentForm form, Viewer viewer) {
        if (!freed(place, form, viewer).equals(form)) {
            throw notFound();
        }
        return form(place, form, viewer, false, List.of());
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

    private ModelAndView refused(Discussion place, CommentForm form, Viewer viewer, List<Objection> objections) {
        ModelAndView again = form(place, form, viewer, false, objections);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView form(
            Discussion place, CommentForm form, Viewer viewer, boolean expired, List<Objection> objections) {
        SignedIn you = Viewers.signedIn();
        FormView view = new FormView(
                place.address(),
                place.title(),
                parent(place, form, viewer),
                form.term(),
                term(place, form),
                you == null ? null : you.handle(),
                expired,
                rulebook.at(place).rules(),
                objections);
        ModelAndView page = new ModelAndView("posting/form");
        page.addObject("view", view);
        page.addObject("form", form);
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
                        .filter(comment -> comment.state() == State.VISIBLE)
                        .orElse(null);
    }

    private @Nullable String term(Discussion place, CommentForm form) {
        Integer term = form.term();
        return place.article() == null || term == null
                ? null
                : articles.term(place.slug(), term).map(CeasefireTerm::text).orElse(null);
    }

    private static ModelAndView seeOther(CommentView comment) {
        RedirectView redirect = new RedirectView(comment.permalink() + "#" + comment.anchor(), true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
