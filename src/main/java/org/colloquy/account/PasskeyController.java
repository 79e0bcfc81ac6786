package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.colloquy.name.Characters;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adding, naming and removing one's passkeys. Only a page that was shown to who has just proved who they are holds what a
 * passkey can be made of.
 */
@Controller
@RequestMapping("/moderation/you/passkeys")
class PasskeyController {

    private final Passkeys passkeys;
    private final OwnPassword own;
    private final AccountSettings settings;
    private final MessageSource messages;

    PasskeyController(Passkeys passkeys, OwnPassword own, AccountSettings settings, MessageSource messages) {
        this.passkeys = passkeys;
        this.own = own;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/new")
    String ask(@AuthenticationPrincipal SignedIn you, Model model, HttpServletRequest request) {
        return page(you, own.isNeeded(you), null, model, request);
    }

    @PostMapping("/new")
    String confirm(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (own.isConfirmed(you, current, request)) {
            return page(you, false, null, model, request);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(you, true, "password.problem.current", model, request);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        PasskeyPlace place = PasskeyPlace.of(settings.url(), request);
        if (passkeys.add(you, place, credential, label(label, locale), request.getSession())) {
            return done("passkeys.added", next, locale);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(you, own.isNeeded(you), "passkeys.problem.add", model, request);
    }

    @PostMapping("/name")
    String rename(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam String passkey,
            @RequestParam(defaultValue = "") String label,
            RedirectAttributes next,
            Locale locale) {
        boolean done = passkeys.rename(you.member(), passkey, label(label, locale));
        return done(done ? "passkeys.renamed" : "passkeys.gone", next, locale);
    }

    /** @param current the password, where it is asked for; null where it has not been asked yet */
    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam String passkey,
            @RequestParam(required = false) @Nullable String current,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (own.isNeeded(you) && (current == null || !own.isConfirmed(you, current, request))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("passkey", passkey);
            model.addAttribute("handle", you.handle());
            model.addAttribute("problem", current == null ? null : "password.problem.current");
            return "account/remove-passkey";
        }
        boolean done = passkeys.remove(you.member(), passkey);
        return done(done ? "passkeys.removed" : "passkeys.gone", next, locale);
    }

    /** What it is called: whatever was typed, as far as it can be kept. */
    private String label(String typed, Locale locale) {
        String label = Characters.onOneLine(typed);
        if (label.isEmpty() || !Characters.canBeKept(label)) {
            return messages.getMessage("passkeys.unnamed", null, locale);
        }
        int end =
                label.offsetByCodePoints(0, Math.min(Passkeys.LONGEST_LABEL, label.codePointCount(0, label.length())));
        return label.substring(0, end);
    }

    private String done(String key, RedirectAttributes next, Locale locale) {
        next.addFlashAttribute("done", messages.getMessage(key, null, locale));
        return YourDeskController.PAGE;
    }

    private String page(
            SignedIn you, boolean asksPassword, @Nullable String problem, Model model, HttpServletRequest request) {
        PasskeyPlace place = PasskeyPlace.of(settings.url(), request);
        boolean possible = place.works() && passkeys.of(you.member()).size() < Passkeys.MOST;
        model.addAttribute("handle", you.handle());
        model.addAttribute("asksPassword", asksPassword);
        model.addAttribute("problem", problem);
        model.addAttribute("obstacle", place.obstacle());
        model.addAttribute("most", Passkeys.MOST);
        model.addAttribute("possible", possible);
        model.addAttribute(
                "options", asksPassword || !possible ? null : passkeys.askToMake(you, place, request.getSession()));
        return "account/new-passkey";
    }
}
