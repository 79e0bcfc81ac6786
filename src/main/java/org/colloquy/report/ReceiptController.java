package org.colloquy.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a report, for whoever has its address; kept in no cache. */
@Controller
@RequestMapping("/report/receipt/{secret}")
class ReceiptController {

    private static final int LONGEST_WORDS = ReportController.LONGEST_EXPLANATION;

    private final Reporting reporting;
    private final MessageSource messages;

    ReceiptController(Reporting reporting, MessageSource messages) {
        this.reporting = reporting;
        this.messages = messages;
    }

    @GetMapping
    String receipt(@PathVariable String secret, Model model, HttpServletResponse response) {
        return page(secret, "", null, model, response);
    }

    @PostMapping
    String appeal(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String words,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        String why = tidy(words);
        String problem = problem(why, messages, locale);
        if (problem == null && !isTaken(secret, why)) {
            problem = say("receipt.problem.over", locale);
        }
        if (problem == null) {
            next.addFlashAttribute("done", say("receipt.appealed", locale));
            return "redirect:/report/receipt/" + secret;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(secret, words, problem, model, response);
    }

    static String tidy(String words) {
        return words.replace("\r\n", "\n").strip();
    }

    /** What is wrong with the words of an appeal, or null. */
    static @Nullable String problem(String words, MessageSource messages, Locale locale) {
        if (words.isEmpty()) {
            return messages.getMessage("receipt.problem.empty", null, locale);
        }
        if (!Characters.canBeKept(words)) {
            return messages.getMessage("report.problem.broken", null, locale);
        }
        return words.length() > LONGEST_WORDS
                ? messages.getMessage("report.problem.long", new Object[] {words.length(), LONGEST_WORDS}, locale)
                : null;
    }

    private boolean isTaken(String secret, String words) {
        try {
            return reporting.appeal(secret, words);
        } catch (DataIntegrityViolationException e) {
            if (!reporting.hasAppealed(secret)) {
                throw e;
            }
            // Pressed twice: the first is there.
            return true;
        }
    }

    /** Reached only by a forward, when the form's token was refused: nothing is taken here. */
    @PostMapping("/expired")
    String expired(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return page(secret, words, say("form.expired.title", locale), model, response);
    }

    private String page(
            String secret, String words, @Nullable String problem, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // The address is the key: nothing that is followed from here learns it.
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute(
                "receipt",
                reporting.receipt(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("words", words);
        model.addAttribute("problem", problem);
        return "report/receipt";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
