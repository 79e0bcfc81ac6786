package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeping a name beyond one browser. */
@Controller
class KeptNameController {

    private static final String SIGN_IN = "redirect:/account/sign-in";

    private final KeptNames names;
    private final OwnPassword own;
    private final Tries tries;
    private final MessageSource messages;

    KeptNameController(KeptNames names, OwnPassword own, Tries tries, MessageSource messages) {
        this.names = names;
        this.own = own;
        this.tries = tries;
        this.messages = messages;
    }

    @GetMapping("/account/password")
    String password(@AuthenticationPrincipal @Nullable SignedIn you, Model model) {
        return you == null ? SIGN_IN : password(you, Map.of(), model);
    }

    @PostMapping("/account/password")
    String choosePassword(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (you == null) {
            return SIGN_IN;
        }
        Map<String, String> problems = new HashMap<>(SetUpForm.problems(password, repeat));
        if (!own.isRight(you, current, request)) {
            problems.put("current", "password.problem.current");
        }
        if (problems.isEmpty()) {
            names.setPassword(you, password);
            return "redirect:/account?kept=true";
        }
        problems.replaceAll((field, key) -> messages.getMessage(key, null, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return password(you, problems, model);
    }

    private String password(SignedIn you, Map<String, String> problems, Model model) {
        model.addAttribute("handle", you.handle());
        model.addAttribute("hasPassword", names.hasPassword(you.member()));
        model.addAttribute("problems", problems);
        return "account/password";
    }

    @GetMapping("/account/recover")
    String recover(Model model) {
        model.addAttribute("failed", false);
        model.addAttribute("name", "");
        return "account/recover";
    }

    @PostMapping("/account/recover")
    String recover(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String code,
            RedirectAttributes redirected,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> next = names.recover(username, code, request, response);
        if (next.isPresent()) {
            tries.succeeded(TriesFilter.counted(request), TriesFilter.from(request));
            if (request.getSession(false) != null) {
                // Nobody who knew this session before shall read the code, or what else it holds.
                request.changeSessionId();
            }
            redirected.addFlashAttribute(Accounts.RECOVERY_CODE, next.get());
            return "redirect:/account?signedIn=true";
        }
        model.addAttribute("failed", true);
        model.addAttribute("name", username);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "account/recover";
    }

    @GetMapping("/account/recovery-code")
    String askForRecoveryCode(@AuthenticationPrincipal @Nullable SignedIn you, Model model) {
        return you == null || you.moderates() ? SIGN_IN : askForRecoveryCode(you, false, model);
    }

    /** Whoever has a password is asked for it: a code outlives a browser that was left open for a moment. */
    @PostMapping("/account/recovery-code")
    String newRecoveryCode(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (you == null || you.moderates()) {
            return SIGN_IN;
        }
        if (!own.isRight(you, current, request)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return askForRecoveryCode(you, true, model);
        }
        model.addAttribute("handle", you.handle());
        model.addAttribute("recoveryCode", names.newRecoveryCode(you.member()));
        return "account/recovery-code";
    }

    private String askForRecoveryCode(SignedIn you, boolean failed, Model model) {
        model.addAttribute("handle", you.handle());
        model.addAttribute("hasPassword", own.isSet(you));
        model.addAttribute("failed", failed);
        return "account/new-recovery-code";
    }

    @GetMapping("/account/browsers")
    String browsers(@AuthenticationPrincipal @Nullable SignedIn you, Model model, HttpServletRequest request) {
        if (you == null) {
            return SIGN_IN;
        }
        model.addAttribute("handle", you.handle());
        model.addAttribute("browsers", names.browsers(you.member(), request));
        return "account/browsers";
    }

    @PostMapping("/account/browsers")
    String signOut(@AuthenticationPrincipal @Nullable SignedIn you, @RequestParam String browser) {
        if (you == null) {
            return SIGN_IN;
        }
        names.signOut(you.member(), browser);
        return "redirect:/account/browsers";
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(@AuthenticationPrincipal @Nullable SignedIn you) {
        if (you != null) {
            names.signOutEverywhere(you.member());
        }
        return "redirect:/account/sign-in?signedOut=true";
    }

    /** Reached only by a forward, from {@link TriesFilter}. */
    @PostMapping(TriesFilter.TOO_MANY)
    String tooMany(
            @RequestAttribute(name = TriesFilter.TOO_MANY, required = false) @Nullable Duration wait, Model model) {
        if (wait == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("minutes", wait.toMinutes() + 1);
        return "account/too-many";
    }
}
