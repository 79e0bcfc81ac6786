package org.colloquy.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Authors;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.name.Characters;
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

/** Asking for a name of one's own in a document, and what became of it. */
@Controller
@RequestMapping("/account/claims")
class ClaimsController {

    /** Enough to say where one can be found and what one knows. */
    static final int LONGEST_PROOF = 1_000;

    private static final String SIGN_IN = "redirect:/account/sign-in";
    private static final String CLAIMS = "redirect:/account/claims";

    private final Claims claims;
    private final Authors authors;
    private final Discussions discussions;
    private final MessageSource messages;

    ClaimsController(Claims claims, Authors authors, Discussions discussions, MessageSource messages) {
        this.claims = claims;
        this.authors = authors;
        this.discussions = discussions;
        this.messages = messages;
    }

    /** @param place the slug of the article whose speakers are listed; empty for the first */
    @GetMapping
    String page(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "") String place,
            Model model) {
        return you == null ? SIGN_IN : page(you, place, "", "", Map.of(), model);
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String speaker,
            @RequestParam(defaultValue = "") String proof,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletResponse response) {
        if (you == null) {
            return SIGN_IN;
        }
        String why = proof.strip().replace("\r\n", "\n");
        Map<String, String> problems = new LinkedHashMap<>();
        Discussion discussion = articles().stream()
                .filter(article -> article.slug().equals(place))
                .findFirst()
                .orElse(null);
        if (discussion == null || speaker.isEmpty()) {
            problems.put("speaker", say("claims.problem.NO_SPEAKER", locale));
        }
        if (why.isEmpty() || why.length() > LONGEST_PROOF || !Characters.canBeKept(why)) {
            problems.put("proof", say("claims.problem.proof", locale, LONGEST_PROOF));
        }
        if (discussion != null && problems.isEmpty()) {
            Outcome outcome = claims.ask(you.member(), discussion, speaker, why);
            if (outcome == Outcome.DONE) {
                next.addFlashAttribute("done", say("claims.asked", locale));
                return CLAIMS;
            }
            String when = DateTimeFormatter.ofPattern(say("date.minute", locale), locale)
                    .format(claims.again(you.member(), discussion, speaker).atOffset(ZoneOffset.UTC));
            problems.put("speaker", say("claims.problem." + outcome, locale, when));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(you, place, speaker, proof, problems, model);
    }

    @PostMapping("/{id}/use")
    String use(
            @AuthenticationPrincipal @Nullable SignedIn you,
            @PathVariable long id,
            RedirectAttributes next,
            Locale locale) {
        if (you == null) {
            return SIGN_IN;
        }
        boolean done = claims.use(id, you.member());
        next.addFlashAttribute("done", say(done ? "claims.used" : "claims.not-used", locale));
        return CLAIMS;
    }

    private String page(
            SignedIn you, String place, String speaker, String proof, Map<String, String> problems, Model model) {
        List<Discussion> articles = articles();
        Discussion shown = articles.stream()
                .filter(article -> article.slug().equals(place))
                .findFirst()
                .orElse(articles.isEmpty() ? null : articles.get(0));
        model.addAttribute("handle", you.handle());
        model.addAttribute("claims", claims.of(you.member()));
        model.addAttribute("articles", articles);
        model.addAttribute("place", shown == null ? "" : shown.slug());
        model.addAttribute("title", shown == null ? null : shown.title());
        model.addAttribute("speakers", shown == null ? List.of() : authors.speakers(shown));
        model.addAttribute("speaker", speaker);
        model.addAttribute("proof", proof);
        model.addAttribute("problems", problems);
        return "people/claims";
    }

    private List<Discussion> articles() {
        return discussions.all().stream()
                .filter(discussion -> discussion.article() != null)
                .toList();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
