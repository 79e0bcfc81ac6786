package org.colloquy.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.colloquy.account.SignedIn;
import org.colloquy.log.Reason;
import org.colloquy.log.Reason.Need;
import org.colloquy.log.Reason.Problem;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.report.CaseView.Typed;
import org.colloquy.report.DecisionView.Outcome;
import org.colloquy.report.ReportDesk.Decided;
import org.colloquy.report.ReportDesk.Done;
import org.colloquy.report.ReportedView.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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

    private static final String LIST = "redirect:/moderation/reports";

    /** Where an article is corrected or withdrawn. */
    private static final String ARTICLES = "redirect:/moderation/articles";

    private static final String ARTICLE = "/articles/{slug:[a-z0-9-]{1,100}}";

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
        Tab asked = one(Tab.values(), tab.toUpperCase(Locale.ROOT)).orElse(null);
        ReportKind which = one(ReportKind.values(), kind).orElse(null);
        model.addAttribute("reported", list.list(asked, which, place, page));
        return "report/desk";
    }

    @GetMapping("/{comment}")
    String ofComment(@PathVariable long comment, @AuthenticationPrincipal SignedIn moderator, Model model) {
        return page(Subject.comment(comment), moderator, Typed.NOTHING, model);
    }

    @GetMapping(ARTICLE)
    String ofArticle(@PathVariable String slug, @AuthenticationPrincipal SignedIn moderator, Model model) {
        return page(article(slug), moderator, Typed.NOTHING, model);
    }

    @PostMapping("/{comment}")
    String decideComment(
            @PathVariable long comment,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn moderator,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletResponse response) {
        return decide(Subject.comment(comment), sent, moderator, model, next, locale, response);
    }

    /** What is upheld is for the moderator to correct or to withdraw: nothing happens to an article by itself. */
    @PostMapping(ARTICLE)
    String decideArticle(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn moderator,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletResponse response) {
        return decide(article(slug), sent, moderator, model, next, locale, response);
    }

    private static Subject article(String slug) {
        return Subject.article("/articles/" + slug);
    }

    private String decide(
            Subject about,
            MultiValueMap<String, String> sent,
            SignedIn moderator,
            Model model,
            RedirectAttributes next,
            Locale locale,
            HttpServletResponse response) {
        Typed typed = typed(sent);
        List<RuleView> rules = list.rules(about);
        Reason why = Reason.of(
                typed.reason(),
                typed.rule(),
                rules.stream().map(RuleView::key).toList(),
                typed.confidential(),
                Need.ALL);
        Typed wrong = problem(about, typed, why.problem(), locale);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        Outcome outcome = typed.outcome();
        if (wrong == null && outcome != null) {
            Ruling ruling = new Ruling(
                    outcome,
                    typed.appeal(),
                    typed.kinds(),
                    number(sent, "seen"),
                    (int) number(sent, "revision"),
                    rules.stream()
                            .filter(rule -> rule.key().equals(why.rule()))
                            .findFirst()
                            .orElse(null),
                    why);
            Decided decided = desk.decide(about, ruling, moderator.member());
            Done done = decided.done();
            if (done == Done.DONE) {
                next.addFlashAttribute("undo", decided.entry());
                next.addFlashAttribute(
                        "done",
                        say((about.isComment() ? "reported.done." : "reported.done.article.") + outcome, locale));
                return outcome == Outcome.UPHELD ? ARTICLES : LIST;
            }
            boolean differs = !about.isComment() && (done == Done.CHANGED || done == Done.NOT_SO);
            wrong = with(typed, null, say((differs ? "case.problem.article." : "case.problem.") + done, locale));
            status = HttpStatus.CONFLICT;
        }
        response.setStatus(status.value());
        return page(about, moderator, wrong == null ? typed : wrong, model);
    }

    private static Typed typed(MultiValueMap<String, String> sent) {
        Set<ReportKind> kinds = EnumSet.noneOf(ReportKind.class);
        sent.getOrDefault("kind", List.of())
                .forEach(kind -> one(ReportKind.values(), kind).ifPresent(kinds::add));
        return new Typed(
                Boolean.parseBoolean(first(sent, "appeal")),
                one(Outcome.values(), first(sent, "outcome")).orElse(null),
                first(sent, "rule"),
                first(sent, "reason"),
                sent.containsKey("confidential"),
                kinds,
                null,
                null);
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    private static long number(MultiValueMap<String, String> sent, String field) {
        String number = first(sent, field);
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    /** The same with what is wrong with it; null where all is well. */
    private @Nullable Typed problem(Subject about, Typed typed, @Nullable Problem why, Locale locale) {
        if (typed.kinds().isEmpty() && !typed.appeal()) {
            return with(typed, "kinds", say("case.problem.kinds", locale));
        }
        if (typed.outcome() == null) {
            return with(typed, "outcome", say("case.problem.outcome", locale));
        }
        if (typed.confidential() && !about.isComment()) {
            // No rule of commenting is for articles: nothing would be left to read for anybody else.
            return with(typed, "reason", say("case.problem.article.confidential", locale));
        }
        return why == null
                ? null
                : with(typed, why.isOfRule() ? "rule" : "reason", say(why.message(), locale, Reason.LONGEST));
    }

    private static Typed with(Typed typed, @Nullable String field, String problem) {
        return new Typed(
                typed.appeal(),
                typed.outcome(),
                typed.rule(),
                typed.reason(),
                typed.confidential(),
                typed.kinds(),
                field,
                problem);
    }

    @PostMapping("/{comment}/hold")
    String hold(
            @PathVariable long comment,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Long held = desk.hold(comment, moderator.member()).orElse(null);
        next.addFlashAttribute("done", say(held == null ? "case.not-held" : "case.held", locale));
        next.addFlashAttribute("undo", held);
        return LIST + "/" + comment;
    }

    private String page(Subject about, SignedIn moderator, Typed typed, Model model) {
        model.addAttribute(
                "reported",
                list.of(about, moderator.member())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("typed", typed);
        return "report/case";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
