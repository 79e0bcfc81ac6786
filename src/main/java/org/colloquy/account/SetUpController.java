package org.colloquy.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Becoming a moderator, through a one-time address. */
@Controller
class SetUpController {

    private final SetUpLinks links;
    private final Accounts accounts;
    private final Appointment appointment;
    private final MessageSource messages;

    SetUpController(SetUpLinks links, Accounts accounts, Appointment appointment, MessageSource messages) {
        this.links = links;
        this.accounts = accounts;
        this.appointment = appointment;
        this.messages = messages;
    }

    @GetMapping("/account/set-up")
    String form(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return links.isValid(token) ? form(token, new SetUpForm("", "", ""), Map.of(), model) : over(response);
    }

    @PostMapping("/account/set-up")
    String appoint(
            @RequestParam(defaultValue = "") String token,
            SetUpForm form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (!links.isValid(token)) {
            return over(response);
        }
        Map<String, String> problems = new HashMap<>(form.problems());
        if (problems.isEmpty() && accounts.isTaken(form.name())) {
            problems.put("name", "set-up.problem.taken");
        }
        if (!problems.isEmpty()) {
            problems.replaceAll((field, key) -> messages.getMessage(key, null, locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(token, form, problems, model);
        }
        return links.use(token, () -> appointment.appoint(form))
                ? "redirect:/account/sign-in?appointed=true"
                : over(response);
    }

    private static String form(String token, SetUpForm form, Map<String, String> problems, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "account/set-up";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/set-up-over";
    }
}
