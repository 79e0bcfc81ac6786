package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A moderator's own page: the name they sign with, where they are signed in, and with what. */
@Controller
@RequestMapping("/moderation/you")
class YourDeskController {

    static final String PAGE = "redirect:/moderation/you";

    private final DeskNames deskNames;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final KeptNames names;
    private final AccountSettings settings;
    private final AccessLog access;
    private final MessageSource messages;

    YourDeskController(
            DeskNames deskNames,
            Sessions sessions,
            Passkeys passkeys,
            KeptNames names,
            AccountSettings settings,
            AccessLog access,
            MessageSource messages) {
        this.deskNames = deskNames;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.names = names;
        this.settings = settings;
        this.access = access;
        this.messages = messages;
    }

    @GetMapping
    String you(@AuthenticationPrincipal SignedIn you, Model model, HttpServletRequest request) {
        return page(you, deskNames.of(you.member()), Map.of(), model, request);
    }

    @PostMapping("/name")
    String sign(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        String chosen = Characters.onOneLine(name);
        String problem = chosen.isEmpty() ? null : SetUpForm.problem(chosen);
        if (problem == null) {
            problem = switch (choose(you, chosen)) {
                case DONE -> null;
                case HOUSE -> "form.problem.nameHouse";
                case TAKEN -> "set-up.problem.taken";
            };
        }
        if (problem == null) {
            String done =
                    chosen.isEmpty() || chosen.equals(you.handle()) ? "your-desk.name.handle" : "your-desk.name.done";
            next.addFlashAttribute("done", say(done, locale, chosen.isEmpty() ? you.handle() : chosen));
            return PAGE;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(you, name, Map.of("name", say(problem, locale, chosen)), model, request);
    }

    private DeskNames.Choice choose(SignedIn you, String name) {
        try {
            return deskNames.choose(you.member(), name);
        } catch (DataIntegrityViolationException e) {
            // Somebody else was quicker.
            return DeskNames.Choice.TAKEN;
        }
    }

    @PostMapping("/sessions")
    String end(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam String session,
            RedirectAttributes next,
            Locale locale) {
        if (sessions.end(you.member(), session)) {
            access.add(Kind.SESSION_ENDED, you.member(), you.member(), Network.here(), "1");
        }
        if (session.equals(you.session())) {
            return "redirect:/account/sign-in?signedOut=true";
        }
        next.addFlashAttribute("done", say("your-desk.session.ended", locale));
        return PAGE;
    }

    @PostMapping("/browsers")
    String forget(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam String browser,
            RedirectAttributes next,
            Locale locale) {
        names.signOut(you.member(), browser);
        next.addFlashAttribute("done", say("your-desk.browser.forgotten", locale));
        return PAGE;
    }

    /** Leaves nothing but this browser. */
    @PostMapping("/others")
    String endOthers(
            @AuthenticationPrincipal SignedIn you, RedirectAttributes next, Locale locale, HttpServletRequest request) {
        int ended = sessions.endOthers(you.member(), you.session());
        names.signOutOthers(you.member(), request);
        if (ended > 0) {
            access.add(Kind.SESSION_ENDED, you.member(), you.member(), Network.here(), Integer.toString(ended));
        }
        next.addFlashAttribute("done", say("your-desk.others.ended", locale));
        return PAGE;
    }

    private String page(
            SignedIn you, String name, Map<String, String> problems, Model model, HttpServletRequest request) {
        PasskeyPlace place = PasskeyPlace.of(settings.url(), request);
        model.addAttribute("handle", you.handle());
        model.addAttribute("name", name);
        model.addAttribute("problems", problems);
        model.addAttribute("sessions", sessions.of(you.member(), you.session()));
        model.addAttribute("browsers", names.browsers(you.member(), request));
        model.addAttribute("passkeys", passkeys.of(you.member()));
        model.addAttribute("obstacle", place.obstacle());
        model.addAttribute("origin", place.origin());
        return "account/your-desk";
    }

    private String say(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
