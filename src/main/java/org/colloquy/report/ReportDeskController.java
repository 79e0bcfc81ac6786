package org.colloquy.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.colloquy.account.SignedIn;
import org.colloquy.name.Characters;
import org.colloquy.report.DecisionView.Outcome;
import org.colloquy.report.ReportDesk.Done;
import org.colloquy.report.ReportedView.Tab;
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

/** Where moderators read and decide what was reported. */
@Controller
@RequestMapping("/moderation/reports")
class ReportDeskController {

    /** It stands on the tombstone. */
    private static final int LONGEST_REASON = 500;

    private static final String LIST = "redirect:/moderation/reports";

    private final ReportList list;
    private final ReportDesk desk;
    private final MessageSource messages;

    ReportDeskController(ReportList list, ReportDesk desk, MessageSource messages) {
        this.list = list;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Tab asked = Arrays.stream(Tab.values())
                .filter(one -> one.slug().equals(tab))
                .findFirst()
                .orElse(null);
        ReportKind which = Arrays.stream(ReportKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(null);
        model.addAttribute("reported", list.list(asked, which, place, page));
        return "report/desk";
    }

    @GetMapping("/{comment}")
    String one(@PathVariable long comment, @AuthenticationPrincipal SignedIn moderator, Model model) {
        return page(comment, moderator, "", null, model);
    }

    /**
     * @param appeal whether the appeals are answered, and not the reports decided
     * @param seen the last report that was read
     * @param revision which text of the comment was read
     */
    @PostMapping("/{comment}")
    String decide(
            @PathVariable long comment,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "false") boolean appeal,
            @RequestParam(required = false) @Nullable List<ReportKind> kind,
            @RequestParam(defaultValue = "0") long seen,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletResponse response) {
        String why = reason.strip();
        Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        kinds.addAll(Objects.requireNonNullElse(kind, List.of()));
        String problem = why.isEmpty()
                ? "preview.problem.reason"
                : !Characters.canBeKept(why)
                        ? "preview.problem.reason-broken"
                        : why.length() > LONGEST_REASON
                                ? "preview.problem.reason-long"
                                : kinds.isEmpty() && !appeal ? "case.problem.kinds" : null;
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (problem == null) {
            Done done =
                    desk.decide(comment, new Ruling(outcome, appeal, kinds, seen, revision, why), moderator.member());
            if (done == Done.DONE) {
                next.addFlashAttribute("done", say("reported.done." + outcome, locale));
                return LIST;
            }
            problem = "case.problem." + done;
            status = HttpStatus.CONFLICT;
        }
        response.setStatus(status.value());
        return page(comment, moderator, reason, say(problem, locale, LONGEST_REASON), model);
    }

    @PostMapping("/{comment}/hold")
    String hold(
            @PathVariable long comment,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        boolean held = desk.hold(comment, moderator.member());
        next.addFlashAttribute("done", say(held ? "case.held" : "case.not-held", locale));
        return LIST + "/" + comment;
    }

    private String page(long comment, SignedIn moderator, String reason, @Nullable String problem, Model model) {
        model.addAttribute(
                "reported",
                list.of(comment, moderator.member())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("reason", reason);
        model.addAttribute("problem", problem);
        return "report/case";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
