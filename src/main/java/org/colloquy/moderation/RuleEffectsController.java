package org.colloquy.moderation;

import java.util.Locale;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.name.Characters;
import org.colloquy.posting.Effect;
import org.colloquy.posting.Rulebook;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of nameless posts, chosen for each discussion. */
@Controller
@RequestMapping("/moderation/rules")
class RuleEffectsController {

    private final Discussions discussions;
    private final Rulebook rulebook;
    private final ModerationDesk desk;
    private final MessageSource messages;

    RuleEffectsController(Discussions discussions, Rulebook rulebook, ModerationDesk desk, MessageSource messages) {
        this.discussions = discussions;
        this.rulebook = rulebook;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String rules(Model model) {
        model.addAttribute(
                "places", discussions.all().stream().map(rulebook::at).toList());
        return "moderation/rules";
    }

    @PostMapping
    String choose(
            @RequestParam String place,
            @RequestParam Effect effect,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Discussion discussion =
                discussions.named(place).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // The log says what was chosen in the words of that moment, whatever the interface says later.
        String chosen = messages.getMessage("desk-rules.log." + effect.name(), null, locale);
        // Control characters are of no use in a reason, and one database would refuse them.
        String why = (chosen + " " + (Characters.canBeKept(reason) ? Characters.onOneLine(reason) : "")).strip();
        desk.chooseForAnonymous(
                discussion,
                effect,
                moderator.member(),
                why.length() > DeskController.LONGEST_REASON ? why.substring(0, DeskController.LONGEST_REASON) : why);
        next.addFlashAttribute("done", messages.getMessage("desk-rules.done", null, locale));
        return "redirect:/moderation/rules";
    }
}
