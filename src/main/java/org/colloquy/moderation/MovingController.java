package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Moving;
import org.colloquy.discussion.Moving.Moved;
import org.colloquy.discussion.Moving.Outcome;
import org.colloquy.discussion.Moving.Preview;
import org.colloquy.log.Reason;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.Rulebook;
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

/** Moving a comment or a branch to the Open Thread and back, with a look at what goes before it does. */
@Controller
@RequestMapping("/moderation/move")
class MovingController {

    private final Moving moving;
    private final MovingDesk desk;
    private final Discussions discussions;
    private final Rulebook rulebook;
    private final MessageSource messages;

    MovingController(
            Moving moving, MovingDesk desk, Discussions discussions, Rulebook rulebook, MessageSource messages) {
        this.moving = moving;
        this.desk = desk;
        this.discussions = discussions;
        this.rulebook = rulebook;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView move(@RequestParam long comment, @RequestParam(required = false) @Nullable String back) {
        return page(comment, false, false, "", null, back, HttpStatus.OK);
    }

    @GetMapping("/back")
    ModelAndView moveBack(@RequestParam long comment, @RequestParam(required = false) @Nullable String back) {
        return page(comment, true, true, "", null, back, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView move(
            @RequestParam long comment,
            @RequestParam(defaultValue = "false") boolean branch,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        return act(comment, false, branch, reason, back, moderator, next, locale);
    }

    @PostMapping("/back")
    ModelAndView moveBack(
            @RequestParam long comment,
            @RequestParam(defaultValue = "false") boolean branch,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        return act(comment, true, branch, reason, back, moderator, next, locale);
    }

    private ModelAndView act(
            long comment,
            boolean home,
            boolean branch,
            String reason,
            @Nullable String back,
            SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Reason why = Reason.optional(reason);
        if (why.problem() != null) {
            String problem = messages.getMessage(why.problem().message(), new Object[] {Reason.LONGEST}, locale);
            return page(comment, home, branch, reason, problem, back, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Logged<Moved> done = home
                ? desk.back(comment, branch, moderator.member(), why.words())
                : desk.move(comment, branch, moderator.member(), why.words());
        Moved moved = done.outcome();
        if (moved.outcome() == Outcome.NOT_THERE || moved.comment() == null) {
            throw new NoSuchElementException();
        }
        if (!moved.done()) {
            // Somebody else was quicker: the page says who.
            return page(comment, home, branch, reason, null, back, HttpStatus.CONFLICT);
        }
        next.addFlashAttribute(
                DeskController.DONE,
                messages.getMessage(
                        home ? "move.done.back" : "move.done",
                        new Object[] {moved.moved().size(), moved.comment().number()},
                        locale));
        next.addFlashAttribute(DeskController.UNDO, done.entry());
        return new ModelAndView("redirect:" + Back.or(back, moved.comment().permalink()));
    }

    private ModelAndView page(
            long comment,
            boolean home,
            boolean branch,
            String reason,
            @Nullable String problem,
            @Nullable String back,
            HttpStatus status) {
        Preview preview = moving.preview(comment, home)
                .filter(found -> found.outcome() != Outcome.NOT_THERE)
                .orElseThrow();
        String address = preview.comment().address();
        // A withdrawn article has no rules, and nothing goes from there.
        List<String> reasons = discussions.named(address.substring(address.lastIndexOf('/') + 1)).stream()
                .flatMap(place -> rulebook.at(place).rules().stream())
                .map(RuleView::sentence)
                .distinct()
                .toList();
        ModelAndView page = new ModelAndView("moderation/move", status);
        page.addObject("moving", new MovingView(preview, branch, reason, reasons, problem));
        page.addObject("back", Back.orNone(back));
        return page;
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notThere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
