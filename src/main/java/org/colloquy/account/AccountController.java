package org.colloquy.account;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who this browser posts as, and signing in. */
@Controller
class AccountController {

    private final KeptNames names;
    private final Warnings warnings;
    private final Suspensions suspensions;
    private final Passkeys passkeys;
    private final AccountSettings settings;

    AccountController(
            KeptNames names, Warnings warnings, Suspensions suspensions, Passkeys passkeys, AccountSettings settings) {
        this.names = names;
        this.warnings = warnings;
        this.suspensions = suspensions;
        this.passkeys = passkeys;
        this.settings = settings;
    }

    @GetMapping("/account")
    String you(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "false") boolean forgotten,
            @RequestParam(defaultValue = "false") boolean kept,
            @RequestParam(defaultValue = "false") boolean signedIn,
            @RequestParam(defaultValue = "false") boolean left,
            Model model) {
        model.addAttribute("forgotten", forgotten && you == null);
        model.addAttribute("left", left && you == null);
        model.addAttribute("kept", kept && you != null);
        model.addAttribute("signedIn", signedIn && you != null);
        model.addAttribute("hasPassword", you != null && names.hasPassword(you.member()));
        model.addAttribute("warnings", you == null ? List.of() : warnings.unread(you.member()));
        model.addAttribute(
                "suspension", you == null ? null : suspensions.of(you.member()).orElse(null));
        model.addAttribute("handle", you == null ? null : you.handle());
        model.addAttribute("moderator", you != null && you.moderates());
        return "account/you";
    }

    @GetMapping("/account/sign-in")
    String signIn(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(defaultValue = "false") boolean appointed,
            @RequestParam(defaultValue = "false") boolean signedOut,
            @RequestParam(defaultValue = "false") boolean refused,
            Model model,
            HttpServletRequest request) {
        if (you != null && you.moderates()) {
            return "redirect:/moderation";
        }
        model.addAttribute("failed", failed);
        model.addAttribute("appointed", appointed);
        model.addAttribute("signedOut", signedOut);
        model.addAttribute("refused", refused);
        PasskeyPlace place = PasskeyPlace.of(settings.url(), request);
        model.addAttribute("passkeys", place.works() ? passkeys.askToShow(place, request.getSession()) : null);
        return "account/sign-in";
    }

    /** Where a form ends whose token was refused and that has no page of its own for that: nothing that was typed is lost. */
    @PostMapping("/account/expired")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String expired(@AuthenticationPrincipal @Nullable SignedIn you, Model model, HttpServletRequest request) {
        String refused = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
        model.addAttribute("typed", TypedWords.of(request));
        model.addAttribute(
                "signIn",
                (you == null || !you.moderates()) && refused.startsWith(request.getContextPath() + "/moderation/"));
        return "error/expired";
    }
}
