package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Placing;
import org.colloquy.discussion.Placing.Outcome;
import org.colloquy.log.Reason;
import org.colloquy.moderation.PlacingView.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who answers whom, as moderators see it: suggestions to take or refuse, and any other place by hand. */
@Controller
@RequestMapping("/moderation")
class PlacingController {

    private final PlacingDesk placing;
    private final ModerationDesk desk;
    private final MessageSource messages;

    PlacingController(PlacingDesk placing, ModerationDesk desk, MessageSource messages) {
        this.placing = placing;
        this.desk = desk;
        this.messages = messages;
    }

    enum Act {
        ATTACH,
        BEGIN,
        PUT_BACK,
        REFUSE,
        ABOUT,
        REFUSE_TERM
    }

    @GetMapping("/unplaced")
    String unplaced(
            @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "1") int from, Model model) {
        model.addAttribute("unplaced", placing.unplaced(place, from));
        return "moderation/unplaced";
    }

    @GetMapping("/place")
    String place(@RequestParam long comment, @RequestParam(required = false) @Nullable String back, Model model) {
        model.addAttribute("placing", placing.of(new Sight(comment, null, null), Typed.NOTHING));
        model.addAttribute("back", Back.orNone(back));
        model.addAttribute("self", page(comment, back));
        return "moderation/place";
    }

    /**
     * @param seen the comment as the moderator saw it
     * @param number the comment or the term that is meant, as it was typed
     * @param back where the moderator came from: a list, the queue; not given, the comment stays in front of them
     */
    @PostMapping("/place")
    ModelAndView act(
            @RequestParam("comment") String seen,
            @RequestParam Act act,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Sight sight = Sight.of(List.of(seen)).stream().findFirst().orElseThrow();
        long comment = sight.comment();
        Reason why = Reason.optional(reason);
        if (why.problem() != null) {
            String problem = say(why.problem().message(), locale, Reason.LONGEST);
            return again(sight, back, number, reason, "reason", problem);
        }
        String digits = number.strip().replaceFirst("^#", "");
        Integer which = digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : null;
        if (which == null && (act == Act.ATTACH || act == Act.REFUSE || act == Act.REFUSE_TERM)) {
            return again(sight, back, number, reason, "number", say("place.problem.number", locale));
        }
        Placed placed = act(act, sight, which, Grounds.of(moderator.member(), why));
        Placing done = placed.placing();
        if (done == null) {
            ModelAndView page = again(sight, back, number, reason, "since", say("place.problem.since", locale));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        if (!done.done() && done.outcome() != Outcome.UNCHANGED) {
            String problem = say("place.problem." + done.outcome(), locale, number.strip());
            return done.outcome() == Outcome.NO_TERM
                    ? again(sight, back, "", reason, "term", problem)
                    : again(sight, back, number, reason, "number", problem);
        }
        CommentView now = placing.comment(comment);
        String what = !done.done() ? "UNCHANGED" : act == Act.ABOUT && which == null ? "ABOUT_NONE" : act.name();
        next.addFlashAttribute(DeskController.UNDO, placed.entry());
        next.addFlashAttribute(
                DeskController.DONE, say("place.done." + what, locale, now.number(), which == null ? 0 : which));
        return new ModelAndView("redirect:" + next(comment, act, Back.orNone(back)));
    }

    /** Who has refused a suggestion has not placed the comment yet: unless they look at a list, it stays in front of them. */
    private static String next(long comment, Act act, @Nullable String back) {
        boolean refused = act == Act.REFUSE || act == Act.REFUSE_TERM;
        return back == null || refused && !back.startsWith(PlacingDesk.LIST) ? page(comment, back) : back;
    }

    private static String page(long comment, @Nullable String back) {
        return Back.through("/moderation/place?comment=" + comment, Back.orNone(back));
    }

    private Placed act(Act act, Sight comment, @Nullable Integer number, Grounds grounds) {
        int which = number == null ? 0 : number;
        return switch (act) {
            case ATTACH -> desk.place(comment, which, grounds);
            case BEGIN -> desk.place(comment, null, grounds);
            case PUT_BACK -> desk.putBack(comment, grounds);
            case REFUSE -> desk.refuseAnswered(comment, which, grounds);
            case ABOUT -> desk.about(comment, number, grounds);
            case REFUSE_TERM -> desk.refuseTerm(comment, which, grounds);
        };
    }

    private ModelAndView again(
            Sight sight, @Nullable String back, String number, String reason, String field, String problem) {
        ModelAndView page = new ModelAndView("moderation/place", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("placing", placing.of(sight, new Typed(number, reason, field, problem)));
        page.addObject("back", Back.orNone(back));
        page.addObject("self", page(sight.comment(), back));
        return page;
    }

    @ExceptionHandler(NoSuchElementException.class)
    void notThere(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
