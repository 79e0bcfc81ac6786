package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Closing;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.moderation.ClosingView.Typed;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a thread or a discussion, and opening it again: of a comment's thread, or of a place as a whole. */
@Controller
@RequestMapping("/moderation")
class ClosingController {

    private final Closing closing;
    private final ClosingDesk desk;
    private final Discussions discussions;
    private final MessageSource messages;

    ClosingController(Closing closing, ClosingDesk desk, Discussions discussions, MessageSource messages) {
        this.closing = closing;
        this.desk = desk;
        this.discussions = discussions;
        this.messages = messages;
    }

    /** Both are on one page: whoever comes to close what is closed finds who closed it. */
    @GetMapping({"/close", "/reopen"})
    ModelAndView page(
            @RequestParam(required = false) @Nullable Long comment,
            @RequestParam(required = false) @Nullable String place) {
        return page(comment, place, Typed.NOTHING, HttpStatus.OK);
    }

    /**
     * @param comment the one whose thread is meant
     * @param place where no comment is given, the discussion as a whole
     * @param whole whether the comment's discussion is meant as a whole
     */
    @PostMapping("/close")
    ModelAndView close(
            @RequestParam(required = false) @Nullable Long comment,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        boolean thread = comment != null && !whole;
        String why = reason.strip();
        if (why.isEmpty()) {
            return again(comment, place, thread, reason, say("preview.problem.reason", locale));
        }
        String problem = problem(why, locale);
        if (problem != null) {
            return again(comment, place, thread, reason, problem);
        }
        ClosingView view = view(comment, place, Typed.NOTHING);
        CommentView top = view.top();
        boolean done = thread && top != null
                ? desk.closeThread(top.id(), moderator.member(), why)
                : desk.close(discussion(view), moderator.member(), why);
        return done
                ? done(view, thread, "close.done.", next, locale)
                : conflict(comment, place, thread, reason, say("close.problem.closed", locale));
    }

    @PostMapping("/reopen")
    ModelAndView reopen(
            @RequestParam(required = false) @Nullable Long comment,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        boolean thread = comment != null && !whole;
        String why = reason.strip();
        String problem = problem(why, locale);
        if (problem != null) {
            return again(comment, place, thread, reason, problem);
        }
        ClosingView view = view(comment, place, Typed.NOTHING);
        CommentView top = view.top();
        String because = why.isEmpty() ? null : why;
        boolean done = thread && top != null
                ? desk.reopenThread(top.id(), moderator.member(), because)
                : desk.reopen(discussion(view), moderator.member(), because);
        return done
                ? done(view, thread, "reopen.done.", next, locale)
                : conflict(comment, place, thread, reason, say("close.problem.open", locale));
    }

    private ModelAndView done(ClosingView view, boolean thread, String key, RedirectAttributes next, Locale locale) {
        CommentView top = view.top();
        next.addFlashAttribute(
                "done",
                thread && top != null ? say(key + "thread", locale, top.number()) : say(key + "discussion", locale));
        return new ModelAndView("redirect:/moderation");
    }

    private @Nullable String problem(String why, Locale locale) {
        if (!Characters.canBeKept(why)) {
            return say("preview.problem.reason-broken", locale);
        }
        return why.length() > DeskController.LONGEST_REASON
                ? say("preview.problem.reason-long", locale, DeskController.LONGEST_REASON)
                : null;
    }

    private ModelAndView again(
            @Nullable Long comment, @Nullable String place, boolean thread, String reason, String problem) {
        return page(comment, place, new Typed(thread, reason, problem, true), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody else was quicker. */
    private ModelAndView conflict(
            @Nullable Long comment, @Nullable String place, boolean thread, String reason, String problem) {
        return page(comment, place, new Typed(thread, reason, problem, false), HttpStatus.CONFLICT);
    }

    private ModelAndView page(@Nullable Long comment, @Nullable String place, Typed typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("moderation/close", status);
        page.addObject("closing", view(comment, place, typed));
        return page;
    }

    /** @throws NoSuchElementException if there is no such comment, or no such discussion */
    private ClosingView view(@Nullable Long comment, @Nullable String place, Typed typed) {
        CommentView top = comment == null ? null : closing.top(comment).orElseThrow();
        String slug =
                top != null ? top.address().substring(top.address().lastIndexOf('/') + 1) : place == null ? "" : place;
        Discussion discussion = discussions.named(slug).orElseThrow();
        return new ClosingView(discussion.address(), discussion.title(), discussion.closed(), top, typed);
    }

    private Discussion discussion(ClosingView view) {
        return discussions.named(view.slug()).orElseThrow();
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notThere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
