package org.colloquy.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.colloquy.account.SignedIn;
import org.colloquy.log.Reason;
import org.colloquy.people.Claims.Outcome;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where moderators decide who is who in a document. */
@Controller
@RequestMapping("/moderation/claims")
class ClaimsDeskController {

    private final Claims claims;
    private final MessageSource messages;

    ClaimsDeskController(Claims claims, MessageSource messages) {
        this.claims = claims;
        this.messages = messages;
    }

    enum Act {
        GIVE,
        REFUSE,
        TAKE_BACK
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn moderator, Model model) {
        return page(moderator, null, "", null, model);
    }

    @PostMapping("/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam Act act,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletResponse response) {
        Reason why = Reason.needed(reason);
        String problem = why.problem() == null ? null : why.problem().message();
        if (problem == null) {
            Outcome outcome = act(act, id, moderator.member(), reason.strip());
            if (outcome == Outcome.DONE) {
                next.addFlashAttribute("done", say("claims-desk.done." + act, locale));
                return "redirect:/moderation/claims";
            }
            problem = "claims-desk.problem." + outcome;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(moderator, id, reason, say(problem, locale, Reason.LONGEST), model);
    }

    private Outcome act(Act act, long id, long moderator, String reason) {
        return switch (act) {
            case GIVE -> claims.give(id, moderator, reason);
            case REFUSE -> claims.refuse(id, moderator, reason);
            case TAKE_BACK -> claims.takeBack(id, moderator, reason);
        };
    }

    private String page(
            SignedIn moderator, @Nullable Long wrong, String reason, @Nullable String problem, Model model) {
        model.addAttribute("claims", claims.forModerators());
        model.addAttribute("you", moderator.handle());
        model.addAttribute("wrong", wrong);
        model.addAttribute("reason", reason);
        model.addAttribute("problem", problem);
        return "people/claims-desk";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
