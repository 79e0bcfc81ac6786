package org.colloquy.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An author does not agree that a comment was hidden. For anybody else there is no such page. */
@Controller
@RequestMapping("/report/appeal")
class AppealController {

    private final Discussions discussions;
    private final Reporting reporting;
    private final MessageSource messages;

    AppealController(Discussions discussions, Reporting reporting, MessageSource messages) {
        this.discussions = discussions;
        this.reporting = reporting;
        this.messages = messages;
    }

    @GetMapping
    String form(@RequestParam String place, @RequestParam int comment, Viewer viewer, Model model) {
        return page(comment(place, comment, viewer), place, viewer, "", null, model);
    }

    @PostMapping
    String appeal(
            @RequestParam String place,
            @RequestParam int comment,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        CommentView own = comment(place, comment, viewer);
        String why = ReceiptController.tidy(words);
        String problem = ReceiptController.problem(why, messages, locale);
        if (problem == null && !reporting.appeal(own, viewer, why)) {
            problem = messages.getMessage("receipt.problem.over", null, locale);
        }
        if (problem == null) {
            next.addFlashAttribute("done", messages.getMessage("receipt.appealed", null, locale));
            next.addAttribute("place", place);
            next.addAttribute("comment", comment);
            return "redirect:/report/appeal";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(own, place, viewer, words, problem, model);
    }

    /** Reached only by a forward, when the form's token was refused: nothing is taken here. */
    @PostMapping("/expired")
    String expired(
            @RequestParam String place,
            @RequestParam int comment,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        String again = messages.getMessage("form.expired.title", null, locale);
        return page(comment(place, comment, viewer), place, viewer, words, again, model);
    }

    private CommentView comment(String place, int number, Viewer viewer) {
        return discussions
                .named(place)
                .flatMap(there -> discussions.comment(there, viewer, number))
                .orElseThrow(AppealController::notFound);
    }

    private String page(
            CommentView comment, String place, Viewer viewer, String words, @Nullable String problem, Model model) {
        model.addAttribute("view", reporting.authors(comment, viewer).orElseThrow(AppealController::notFound));
        model.addAttribute("place", place);
        model.addAttribute("words", words);
        model.addAttribute("problem", problem);
        return "report/appeal";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
