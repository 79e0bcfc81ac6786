package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.account.OwnPassword;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Erasing;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.Reason;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Erasing a comment on a lawful request, for administrators: what will go, said plainly, before it does. */
@Controller
@RequestMapping("/moderation/erase")
class ErasingController {

    private final Erasing erasing;
    private final Discussions discussions;
    private final ErasingDesk desk;
    private final OwnPassword own;
    private final MessageSource messages;

    ErasingController(
            Erasing erasing, Discussions discussions, ErasingDesk desk, OwnPassword own, MessageSource messages) {
        this.erasing = erasing;
        this.discussions = discussions;
        this.desk = desk;
        this.own = own;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView page(@RequestParam long comment, @AuthenticationPrincipal SignedIn you) {
        return page(preview(comment), true, "", you, Map.of());
    }

    @PostMapping
    ModelAndView erase(
            @RequestParam long comment,
            @RequestParam(defaultValue = "false") boolean name,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String current,
            @AuthenticationPrincipal SignedIn you,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        Erasing.Preview preview = erasing.preview(comment).orElse(null);
        if (preview == null) {
            return already(comment, next, locale);
        }
        Reason why = Reason.needed(reason);
        Map<String, String> problems = new LinkedHashMap<>();
        if (why.problem() == Reason.Problem.NONE) {
            problems.put("reason", say("erase.problem.reason", locale));
        } else if (why.problem() != null) {
            problems.put("reason", say(why.problem().message(), locale, Reason.LONGEST));
        }
        if (!own.isRight(you, current, request)) {
            problems.put("current", say("password.problem.current", locale));
        }
        if (problems.isEmpty() && !desk.erase(comment, name, you.member(), reason.strip())) {
            return already(comment, next, locale);
        }
        if (!problems.isEmpty()) {
            ModelAndView again = page(preview, name, reason, you, problems);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        CommentView gone = preview.comment();
        next.addFlashAttribute("done", say("erase.done", locale, gone.number()));
        return new ModelAndView("redirect:/moderation");
    }

    /** Sent twice, or somebody else was quicker: what was wanted is done. */
    private ModelAndView already(long comment, RedirectAttributes next, Locale locale) {
        CommentView gone = discussions.withIds(Viewer.MODERATOR, List.of(comment)).stream()
                .filter(CommentView::erased)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        next.addFlashAttribute("done", say("erase.already", locale, gone.number()));
        return new ModelAndView("redirect:/moderation");
    }

    /** What is not there, or has been erased by somebody else meanwhile, is not there. */
    private Erasing.Preview preview(long comment) {
        return erasing.preview(comment).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView page(
            Erasing.Preview preview, boolean name, String reason, SignedIn you, Map<String, String> problems) {
        return new ModelAndView(
                "moderation/erase", "view", new ErasingView(preview, name, reason, you.handle(), problems));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
