package org.colloquy.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.colloquy.account.Accounts;
import org.colloquy.account.OwnPassword;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Authors;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leaving: what will happen, said plainly, before it does. */
@Controller
@RequestMapping("/account/leave")
class LeaveController {

    private static final String SIGN_IN = "redirect:/account/sign-in";

    private final Leaving leaving;
    private final Authors authors;
    private final Accounts accounts;
    private final OwnPassword own;
    private final MessageSource messages;

    LeaveController(Leaving leaving, Authors authors, Accounts accounts, OwnPassword own, MessageSource messages) {
        this.leaving = leaving;
        this.authors = authors;
        this.accounts = accounts;
        this.own = own;
        this.messages = messages;
    }

    @GetMapping
    String page(@AuthenticationPrincipal @Nullable SignedIn you, Model model) {
        return you == null ? SIGN_IN : page(you, LeaveForm.EMPTY, Map.of(), model);
    }

    @PostMapping
    String leave(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Boolean importedNames,
            @RequestParam(required = false) @Nullable Boolean importedTexts,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String handle,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (you == null) {
            return SIGN_IN;
        }
        LeaveForm form = new LeaveForm(comments, importedNames, importedTexts, current, handle);
        Map<String, String> problems = problems(you, form, request);
        if (problems.isEmpty() && leaving.leave(you.member(), form.farewell())) {
            accounts.forget(request, response);
            return "redirect:/account?left=true";
        }
        problems.replaceAll((field, key) -> messages.getMessage(key, null, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(you, form, problems, model);
    }

    private Map<String, String> problems(SignedIn you, LeaveForm form, HttpServletRequest request) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!form.isChosen()) {
            problems.put("comments", "leave.problem.comments");
        }
        if (!own.isSet(you)) {
            if (!NameKey.of(form.handle()).equals(NameKey.of(you.handle()))) {
                problems.put("handle", "leave.problem.handle");
            }
        } else if (!own.isRight(you, form.current(), request)) {
            problems.put("current", "password.problem.current");
        }
        return problems;
    }

    private String page(SignedIn you, LeaveForm form, Map<String, String> problems, Model model) {
        model.addAttribute("handle", you.handle());
        model.addAttribute("needed", leaving.isNeeded(you.member()));
        model.addAttribute("hasPassword", own.isSet(you));
        model.addAttribute("written", authors.written(you.member()));
        model.addAttribute("moderator", you.moderates());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "people/leave";
    }
}
