package org.colloquy.moderation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.Reason;
import org.colloquy.log.Reason.Need;
import org.colloquy.log.Reason.Problem;
import org.colloquy.moderation.DeskView.Act;
import org.colloquy.moderation.DeskView.Preview;
import org.colloquy.people.Claims;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.OneAddress;
import org.colloquy.report.ReportDesk;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk: the queue, and what is done with what stands in it. */
@Controller
@RequestMapping("/moderation")
class DeskController {

    /** The attributes of the next page: what was done, and the entry to undo it by. */
    static final String DONE = "done";

    static final String UNDO = "undo";

    private final Discussions discussions;
    private final Desk desk;
    private final ModerationDesk acts;
    private final Claims claims;
    private final ReportDesk reports;
    private final OneAddress oneAddress;
    private final MessageSource messages;

    DeskController(
            Discussions discussions,
            Desk desk,
            ModerationDesk acts,
            Claims claims,
            ReportDesk reports,
            OneAddress oneAddress,
            MessageSource messages) {
        this.discussions = discussions;
        this.desk = desk;
        this.acts = acts;
        this.claims = claims;
        this.reports = reports;
        this.oneAddress = oneAddress;
        this.messages = messages;
    }

    @GetMapping
    String desk(
            @RequestParam Map<String, String> asked, @RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("claims", claims.open());
        model.addAttribute("reports", reports.open());
        model.addAttribute("oneAddress", oneAddress.warning().orElse(null));
        model.addAttribute("desk", desk.of(Filter.of(asked), all));
        return "moderation/desk";
    }

    /** Any comment, by the place and number that a reader sees. */
    @GetMapping("/find")
    String find(@RequestParam String place, @RequestParam String number) {
        CommentView found = Optional.of(number.strip())
                .filter(typed -> typed.matches("#?\\d{1,9}"))
                .map(typed -> Integer.valueOf(typed.replace("#", "")))
                .flatMap(known -> discussions.comment(desk.discussion(place), Viewer.MODERATOR, known))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:" + found.permalink();
    }

    @GetMapping("/{act:hide|restore|approve}")
    ModelAndView one(
            @PathVariable String act,
            @RequestParam List<String> comment,
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn moderator,
            Locale locale) {
        return preview(asked(act, comment, asked, moderator), 0, null, locale);
    }

    /** All that match what is looked at. */
    @GetMapping("/{act:hide|restore|approve}/all")
    ModelAndView all(
            @PathVariable String act,
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn moderator,
            Locale locale) {
        Filter filter = Filter.of(asked);
        if (filter.tab() == null) {
            // Everything that there is was never meant.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return preview(
                new Asked(act(act), filter, desk.matching(filter), false, asked, moderator.member()),
                desk.count(filter),
                null,
                locale);
    }

    @PostMapping("/{act:hide|restore|approve}/preview")
    ModelAndView preview(
            @PathVariable String act,
            @RequestParam(required = false) @Nullable List<String> comment,
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn moderator,
            Locale locale) {
        return preview(asked(act, comment, asked, moderator), 0, null, locale);
    }

    @PostMapping("/{act:hide|restore|approve}")
    ModelAndView act(
            @PathVariable String act,
            @RequestParam(required = false) @Nullable List<String> comment,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Asked asked = asked(act, comment, fields, moderator);
        if (asked.tooMany) {
            return preview(asked, 0, null, locale);
        }
        List<RuleView> rules = desk.rules(asked.comments, asked.filter);
        Reason why = Reason.of(
                asked.words(),
                asked.rule(),
                rules.stream().map(RuleView::key).toList(),
                asked.confidential(),
                asked.act == Act.HIDE ? Need.ALL : Need.NOBODY);
        Problem wrong = why.problem();
        if (wrong != null) {
            return preview(asked, 0, say(wrong.message(), locale, Reason.LONGEST), wrong.isOfRule(), locale);
        }
        Grounds grounds = Grounds.of(moderator.member(), why, rules);
        Done done = switch (asked.act) {
            case HIDE -> acts.hide(asked.comments, grounds);
            case RESTORE -> acts.restore(asked.comments, grounds);
            case APPROVE -> acts.approve(asked.comments, grounds);
        };
        if (done.count() == 0 && done.own() > 0) {
            return preview(asked, 0, say("preview.problem.own", locale, done.own()), locale);
        }
        if (done.isStale()) {
            return stale(asked, done.edited(), locale);
        }
        String told = say("desk.done." + asked.act, locale, done.count());
        next.addFlashAttribute(DONE, done.own() == 0 ? told : told + " " + say("desk.done.own", locale, done.own()));
        next.addFlashAttribute(UNDO, done.entry());
        return new ModelAndView("redirect:" + desk.back(asked.filter, asked.comments));
    }

    /** Of too many comments, the first ones. */
    private static Asked asked(
            String act, @Nullable List<String> comment, Map<String, String> fields, SignedIn moderator) {
        List<Sight> comments = Sight.of(Objects.requireNonNullElse(comment, List.of()));
        boolean tooMany = comments.size() > Desk.AT_ONCE;
        return new Asked(
                act(act),
                Filter.of(fields),
                tooMany ? comments.subList(0, Desk.AT_ONCE) : comments,
                tooMany,
                fields,
                moderator.member());
    }

    /** What a form asks for. */
    private record Asked(
            Act act,
            Filter filter,
            Collection<Sight> comments,
            boolean tooMany,
            Map<String, String> fields,
            long moderator) {

        String rule() {
            return fields.getOrDefault("rule", "");
        }

        String words() {
            return fields.getOrDefault("reason", "").strip();
        }

        boolean confidential() {
            return fields.containsKey("confidential");
        }
    }

    private ModelAndView preview(Asked asked, int matching, @Nullable String before, Locale locale) {
        return preview(asked, matching, before, false, locale);
    }

    private ModelAndView preview(Asked asked, int matching, @Nullable String before, boolean ofRule, Locale locale) {
        String problem = before == null && asked.tooMany ? say("preview.problem.many", locale, Desk.AT_ONCE) : before;
        Preview preview = seen(asked, matching);
        if (preview.isTooLate()) {
            // Whatever else is wrong: there is nothing to mend it for.
            return stale(asked, preview, false, locale);
        }
        boolean wrong = preview.rows().isEmpty() || problem != null;
        return page(preview.with(problem, ofRule), wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private ModelAndView stale(Asked asked, boolean edited, Locale locale) {
        return stale(asked, seen(asked, 0), edited, locale);
    }

    private ModelAndView stale(Asked asked, Preview preview, boolean edited, Locale locale) {
        String problem = say(edited ? "preview.problem.changed" : preview.quicker(asked.moderator), locale);
        String again = edited || preview.rows().isEmpty() ? "" : " " + say("preview.problem.again", locale);
        return page(preview.with(problem + again, false), HttpStatus.CONFLICT);
    }

    private Preview seen(Asked asked, int matching) {
        return desk.preview(
                asked.act, asked.filter, asked.comments, matching, asked.rule(), asked.words(), asked.confidential());
    }

    private static ModelAndView page(Preview preview, HttpStatus status) {
        return new ModelAndView("moderation/preview", Map.of("preview", preview), status);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static Act act(String act) {
        return Act.valueOf(act.toUpperCase(Locale.ROOT));
    }
}
