package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Becoming a moderator, through a one-time address: one that the operator printed, or an administrator's invitation. Who has
 * a name in this browser keeps it, unless they would rather have another.
 */
@Controller
class SetUpController {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpController.class);

    private final SetUpLinks links;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Appointment appointment;
    private final Suspensions suspensions;
    private final OwnPassword own;
    private final MessageSource messages;

    SetUpController(
            SetUpLinks links,
            Invitations invitations,
            Accounts accounts,
            Appointment appointment,
            Suspensions suspensions,
            OwnPassword own,
            MessageSource messages) {
        this.links = links;
        this.invitations = invitations;
        this.accounts = accounts;
        this.appointment = appointment;
        this.suspensions = suspensions;
        this.own = own;
        this.messages = messages;
    }

    /**
     * A link that works.
     *
     * @param invitation whether it is one, and not the operator's
     */
    private record Link(String token, Role role, boolean invitation) {}

    private Optional<Link> link(String token) {
        return links.isValid(token)
                ? Optional.of(new Link(token, Role.ADMINISTRATOR, false))
                : invitations.role(token).map(role -> new Link(token, role, true));
    }

    @GetMapping("/account/set-up")
    String form(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "false") boolean another,
            Model model,
            HttpServletResponse response) {
        Optional<Link> link = link(token);
        if (link.isEmpty()) {
            return over(response);
        }
        if (you != null && link.get().invitation() && isNot(you)) {
            return notYours(you, model, response, HttpStatus.OK);
        }
        return form(you, link.get(), another, new SetUpForm("", "", ""), Map.of(), model);
    }

    @PostMapping("/account/set-up")
    String appoint(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "false") boolean another,
            @RequestParam(defaultValue = "") String current,
            SetUpForm form,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Link link = link(token).orElse(null);
        if (link == null) {
            return over(response);
        }
        if (you != null && link.invitation() && suspensions.of(you.member()).isPresent()) {
            return notYours(you, model, response, HttpStatus.FORBIDDEN);
        }
        SignedIn kept = kept(you, link, another);
        Map<String, String> problems =
                new HashMap<>(kept == null ? strangersProblems(form) : ownProblems(kept, form, current, request));
        try {
            if (problems.isEmpty()) {
                return use(link, kept, form) ? "redirect:/account/sign-in?appointed=true" : over(response);
            }
        } catch (Appointment.Refused e) {
            LOG.debug("Another tab or a moderator was quicker.", e);
            return notYours(Objects.requireNonNull(kept), model, response, HttpStatus.CONFLICT);
        } catch (DataIntegrityViolationException e) {
            LOG.debug("Somebody else took that name in this moment.", e);
            problems.put("name", "set-up.problem.taken");
        }
        problems.replaceAll((field, key) -> messages.getMessage(key, null, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(you, link, another, form, problems, model);
    }

    private boolean isNot(SignedIn you) {
        return you.moderates() || suspensions.of(you.member()).isPresent();
    }

    /** Of who moderates, most likely somebody tries whether the link works; of who may not post, it waits until they may. */
    private String notYours(SignedIn you, Model model, HttpServletResponse response, HttpStatus status) {
        boolean suspended = suspensions.of(you.member()).isPresent();
        response.setStatus((suspended ? HttpStatus.FORBIDDEN : status).value());
        model.addAttribute("handle", you.handle());
        model.addAttribute("suspended", suspended);
        return "account/set-up-yours";
    }

    /** Who keeps the name that this browser has; null where nobody does. */
    private static @Nullable SignedIn kept(@Nullable SignedIn you, Link link, boolean another) {
        return you == null || you.moderates() || another || !link.invitation() ? null : you;
    }

    private Map<String, String> strangersProblems(SetUpForm form) {
        Map<String, String> problems = form.problems();
        if (problems.isEmpty() && accounts.isTaken(form.name())) {
            problems.put("name", "set-up.problem.taken");
        }
        return problems;
    }

    private Map<String, String> ownProblems(SignedIn kept, SetUpForm form, String current, HttpServletRequest request) {
        if (!own.isSet(kept)) {
            return SetUpForm.problems(form.password(), form.repeat());
        }
        return own.isRight(kept, current, request) ? Map.of() : Map.of("current", "password.problem.current");
    }

    private boolean use(Link link, @Nullable SignedIn kept, SetUpForm form) {
        if (!link.invitation()) {
            return links.use(link.token(), () -> appointment.appoint(form));
        }
        boolean hasPassword = kept != null && own.isSet(kept);
        return invitations.use(
                link.token(),
                role -> kept == null
                        ? appointment.appoint(form, role)
                        : appointment.appoint(kept.member(), role, hasPassword ? "" : form.password()));
    }

    private String form(
            @Nullable SignedIn you,
            Link link,
            boolean another,
            SetUpForm form,
            Map<String, String> problems,
            Model model) {
        SignedIn kept = kept(you, link, another);
        model.addAttribute("token", link.token());
        model.addAttribute("role", link.role());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("another", another);
        model.addAttribute("kept", kept == null ? null : kept.handle());
        model.addAttribute("hasPassword", kept != null && own.isSet(Objects.requireNonNull(kept)));
        return "account/set-up";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/set-up-over";
    }
}
