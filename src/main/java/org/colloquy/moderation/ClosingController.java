package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Closing;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.Reason;
import org.colloquy.moderation.ClosingView.Typed;
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
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String back) {
        return page(new Asked(comment, place, back), Typed.NOTHING, HttpStatus.OK);
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
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        return act(new Asked(comment, place, back), true, whole, reason, moderator, next, locale);
    }

    @PostMapping("/reopen")
    ModelAndView reopen(
            @RequestParam(required = false) @Nullable Long comment,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        return act(new Asked(comment, place, back), false, whole, reason, moderator, next, locale);
    }

    private ModelAndView act(
            Asked asked,
            boolean closing,
            boolean whole,
            String reason,
            SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        boolean thread = asked.comment != null && !whole;
        Reason why = closing ? Reason.needed(reason) : Reason.optional(reason);
        if (why.problem() != null) {
            return again(asked, thread, reason, say(why.problem().message(), locale, Reason.LONGEST));
        }
        ClosingView view = view(asked, Typed.NOTHING);
        CommentView top = thread ? view.top() : null;
        String said = closing
                ? thread ? "close.done.thread" : "close.done.discussion"
                : thread ? "reopen.done.thread" : "reopen.done.discussion";
        return (closing ? close(view, top, moderator, reason.strip()) : reopen(view, top, moderator, why.words()))
                .map(entry -> done(view, asked, entry, said, next, locale))
                .orElseGet(() -> conflict(
                        asked, thread, reason, say(closing ? "close.problem.closed" : "close.problem.open", locale)));
    }

    private Optional<Long> close(ClosingView view, @Nullable CommentView top, SignedIn moderator, String why) {
        return top == null
                ? desk.close(discussion(view), moderator.member(), why)
                : desk.closeThread(top.id(), moderator.member(), why);
    }

    private Optional<Long> reopen(
            ClosingView view, @Nullable CommentView top, SignedIn moderator, @Nullable String why) {
        return top == null
                ? desk.reopen(discussion(view), moderator.member(), why)
                : desk.reopenThread(top.id(), moderator.member(), why);
    }

    /**
     * @param comment the one whose thread is meant, or null for the place as a whole
     * @param back where the moderator came from, or null
     */
    private record Asked(
            @Nullable Long comment,
            @Nullable String place,
            @Nullable String back) {}

    private ModelAndView done(
            ClosingView view, Asked asked, long entry, String key, RedirectAttributes next, Locale locale) {
        CommentView top = view.top();
        next.addFlashAttribute(DeskController.DONE, say(key, locale, top == null ? 0 : top.number()));
        next.addFlashAttribute(DeskController.UNDO, entry);
        return new ModelAndView("redirect:" + Back.or(asked.back, otherwise(asked)));
    }

    /** The page of the comment that one came from. */
    private String otherwise(Asked asked) {
        return asked.comment == null
                ? "/moderation"
                : discussions.withIds(Viewer.MODERATOR, List.of(asked.comment)).stream()
                        .findFirst()
                        .map(CommentView::permalink)
                        .orElse("/moderation");
    }

    private ModelAndView again(Asked asked, boolean thread, String reason, String problem) {
        return page(asked, new Typed(thread, reason, problem, true), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody else was quicker. */
    private ModelAndView conflict(Asked asked, boolean thread, String reason, String problem) {
        return page(asked, new Typed(thread, reason, problem, false), HttpStatus.CONFLICT);
    }

    private ModelAndView page(Asked asked, Typed typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("moderation/close", status);
        page.addObject("closing", view(asked, typed));
        page.addObject("back", Back.or(asked.back, otherwise(asked)));
        return page;
    }

    /** @throws NoSuchElementException if there is no such comment, or no such discussion */
    private ClosingView view(Asked asked, Typed typed) {
        CommentView top =
                asked.comment == null ? null : closing.top(asked.comment).orElseThrow();
        String slug = top != null
                ? top.address().substring(top.address().lastIndexOf('/') + 1)
                : asked.place == null ? "" : asked.place;
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
