package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.account.Roles.Change;
import org.colloquy.account.Roles.Changed;
import org.colloquy.account.Roles.Moderator;
import org.colloquy.account.Roles.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who moderates, for all who do; what follows only administrators reach. */
@Controller
@RequestMapping("/moderation/people")
class ModeratorsController {

    private static final String PAGE = "redirect:/moderation/people";

    private final Roles roles;
    private final Invitations invitations;
    private final SetUpLinks setUpLinks;
    private final AccessLog access;
    private final OwnPassword own;
    private final AccountSettings settings;
    private final MessageSource messages;

    ModeratorsController(
            Roles roles,
            Invitations invitations,
            SetUpLinks setUpLinks,
            AccessLog access,
            OwnPassword own,
            AccountSettings settings,
            MessageSource messages) {
        this.roles = roles;
        this.invitations = invitations;
        this.setUpLinks = setUpLinks;
        this.access = access;
        this.own = own;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    String people(@AuthenticationPrincipal SignedIn you, Model model) {
        return people(you, null, model);
    }

    /** The link is in the answer and nowhere else: no address, no session and no database holds it. */
    @PostMapping("/invitations")
    String invite(
            @AuthenticationPrincipal SignedIn you,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!role.moderates()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!own.isConfirmed(you, current, request)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return people(you, "password.problem.current", model);
        }
        // Where nobody has said how the site is called, it is called as who invites has just called it.
        String site = settings.url() == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : settings.url().toString();
        model.addAttribute("link", SetUpLinks.address(site, invitations.invite(role, you.member())));
        model.addAttribute("role", role);
        model.addAttribute("days", Invitations.VALID.toDays());
        return "account/invited";
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn you, @PathVariable long id, RedirectAttributes next, Locale locale) {
        boolean done = invitations.revoke(id, you.member());
        next.addFlashAttribute("done", say(done ? "moderators.withdrawn" : "moderators.not-open", locale));
        return PAGE;
    }

    /** Of the address that the operator has printed. */
    @PostMapping("/set-up-link/withdraw")
    String withdrawSetUpLink(@AuthenticationPrincipal SignedIn you, RedirectAttributes next, Locale locale) {
        boolean done = setUpLinks.withdraw();
        if (done) {
            access.add(Kind.SET_UP_WITHDRAWN, null, you.member(), Network.here(), null);
        }
        next.addFlashAttribute(
                "done", say(done ? "moderators.set-up.withdrawn" : "moderators.set-up.not-open", locale));
        return PAGE;
    }

    private String people(SignedIn you, @Nullable String problem, Model model) {
        model.addAttribute("moderators", roles.moderators());
        model.addAttribute("you", you.member());
        model.addAttribute("administrator", you.administers());
        model.addAttribute("invitations", you.administers() ? invitations.open() : null);
        model.addAttribute("setUpLink", you.administers() ? setUpLinks.open().orElse(null) : null);
        model.addAttribute("asksPassword", own.isNeeded(you));
        model.addAttribute("handle", you.handle());
        model.addAttribute("problem", problem);
        return "account/moderators";
    }

    /** Says what will happen before it does. */
    @GetMapping("/{id}/{change:promote|demote|dismiss}")
    String ask(@AuthenticationPrincipal SignedIn you, @PathVariable long id, @PathVariable String change, Model model) {
        return ask(you, id, change, null, model);
    }

    @PostMapping("/{id}/{change:promote|demote|dismiss}")
    String change(
            @AuthenticationPrincipal SignedIn you,
            @PathVariable long id,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String current,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!own.isConfirmed(you, current, request)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(you, id, change, "password.problem.current", model);
        }
        String name = moderator(id).name();
        Changed changed = roles.change(id, change(change), you.member());
        Outcome outcome = changed.outcome();
        if (outcome == Outcome.LAST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(you, id, change, "moderators.problem.LAST", model);
        }
        String done = outcome == Outcome.DONE ? "moderators.done." + change : "moderators.over";
        next.addFlashAttribute("done", messages.getMessage(done, new Object[] {name}, locale));
        if (id != you.member()) {
            // Who was an administrator until now can undo nothing of it.
            next.addFlashAttribute("undo", changed.entry());
        }
        return id == you.member() ? "redirect:/moderation" : PAGE;
    }

    private String ask(SignedIn you, long id, String change, @Nullable String problem, Model model) {
        Moderator moderator = moderator(id);
        model.addAttribute("moderator", moderator);
        model.addAttribute("change", change);
        model.addAttribute("yourself", id == you.member());
        model.addAttribute("possible", change(change).isFor(moderator.role()));
        model.addAttribute("asksPassword", own.isNeeded(you));
        model.addAttribute("handle", you.handle());
        model.addAttribute("problem", problem);
        return "account/change-role";
    }

    private static Change change(String address) {
        return Change.valueOf(address.toUpperCase(Locale.ROOT));
    }

    private Moderator moderator(long id) {
        return roles.moderators().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
