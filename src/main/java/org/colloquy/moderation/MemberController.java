package org.colloquy.moderation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.colloquy.account.Accounts;
import org.colloquy.account.SignedIn;
import org.colloquy.account.Suspensions;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Queue;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Reason;
import org.colloquy.log.Reason.Need;
import org.colloquy.moderation.MemberDesk.CommentRef;
import org.colloquy.moderation.MemberDesk.Whom;
import org.colloquy.moderation.MemberView.Typed;
import org.colloquy.posting.FormView.RuleView;
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

/** One person at the desk: warned, suspended, or without their handle. */
@Controller
@RequestMapping("/moderation/members/{member}")
class MemberController {

    private static final int ACTS = 50;

    /** What a form may ask for; for good is none of them. */
    private static final Map<String, Duration> TIMES = Map.of(
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30));

    private static final String FOR_GOOD = "for-good";

    private final Accounts accounts;
    private final Suspensions suspensions;
    private final Discussions discussions;
    private final Queue queue;
    private final MemberDesk desk;
    private final Desk rules;
    private final ModerationLog log;
    private final MessageSource messages;

    MemberController(
            Accounts accounts,
            Suspensions suspensions,
            Discussions discussions,
            Queue queue,
            MemberDesk desk,
            Desk rules,
            ModerationLog log,
            MessageSource messages) {
        this.accounts = accounts;
        this.suspensions = suspensions;
        this.discussions = discussions;
        this.queue = queue;
        this.desk = desk;
        this.rules = rules;
        this.log = log;
        this.messages = messages;
    }

    enum Act {
        WARN,
        SUSPEND,
        LIFT,
        RELEASE
    }

    @GetMapping
    String member(
            @PathVariable long member,
            @RequestParam(required = false) @Nullable Long comment,
            @RequestParam(required = false) @Nullable String back,
            Model model) {
        model.addAttribute("person", view(member, comment, Typed.NOTHING));
        model.addAttribute("back", Back.orNone(back));
        return "moderation/member";
    }

    /**
     * @param entry the latest about them in the log that the page had
     * @param time how long to suspend them
     */
    @PostMapping
    ModelAndView act(
            @PathVariable long member,
            @RequestParam(required = false) @Nullable Act act,
            @RequestParam(required = false) @Nullable Long comment,
            @RequestParam(required = false) @Nullable Long entry,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confidential,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        String words = reason.strip();
        Optional<CommentView> about = comment(comment);
        List<RuleView> known = rules.rules("");
        Reason why = Reason.of(words, rule, known.stream().map(RuleView::key).toList(), confidential, need(act));
        Grounds grounds = Grounds.of(moderator.member(), why, known);
        if (act == null) {
            Typed typed = new Typed("", rule, words, confidential, time, say("member.problem.act", locale), false);
            return again(member, comment, back, typed);
        }
        boolean noTime = act == Act.SUSPEND && !time.equals(FOR_GOOD) && !TIMES.containsKey(time);
        String problem = noTime
                ? say("member.problem.time", locale)
                : why.problem() == null ? null : say(why.problem().message(), locale, Reason.LONGEST);
        if (problem != null) {
            boolean ofRule = !noTime && why.problem() != null && why.problem().isOfRule();
            Typed typed = new Typed(act.name(), rule, words, confidential, time, problem, ofRule);
            return again(member, comment, back, typed);
        }
        Whom whom = new Whom(member, about.map(this::reference).orElse(null), entry);
        Optional<String> called = accounts.handle(member);
        Optional<Long> done = switch (act) {
            case WARN -> desk.warn(whom, grounds);
            case SUSPEND -> desk.suspend(whom, TIMES.get(time), grounds);
            case LIFT -> desk.lift(whom, grounds);
            case RELEASE -> desk.release(whom, grounds);
        };
        if (done.isEmpty()) {
            List<LogLine> since = desk.since(whom);
            String undone = since.isEmpty()
                    ? say("member.problem.none", locale)
                    : since(since, act, moderator.member(), locale);
            ModelAndView page =
                    again(member, comment, back, new Typed(act.name(), rule, words, confidential, time, undone, false));
            page.setStatus(since.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return page;
        }
        String name = called.orElseGet(() -> say("member.nobody", locale));
        next.addFlashAttribute(DeskController.DONE, say("member.done." + act, locale, name));
        next.addFlashAttribute(DeskController.UNDO, done.get());
        return new ModelAndView("redirect:"
                + Back.or(back, "/moderation/members/" + member + (comment == null ? "" : "?comment=" + comment)));
    }

    /** Who is warned, or goes without their handle, is told; that somebody cannot answer concerns everybody. */
    private static Need need(@Nullable Act act) {
        return act == Act.LIFT ? Need.NOBODY : act == Act.SUSPEND ? Need.ALL : Need.THEM;
    }

    /** What was done meanwhile, in a sentence: the latest of what others did or, if it was all oneself, of that. */
    private String since(List<LogLine> lines, Act act, long moderator, Locale locale) {
        Optional<LogLine> others = lines.stream()
                .filter(line -> line.by() == null || line.by().id() != moderator)
                .findFirst();
        LogLine line = others.orElse(lines.get(0));
        boolean done = line.action().name().equals(act.name());
        String by = line.by() == null ? say("log.operator", locale) : line.by().name();
        String name = line.subject() == null ? null : line.subject().name();
        String whom = name == null ? say("member.nobody", locale) : name;
        String did = line.undoneAction() == null
                ? say("log.action." + line.action(), locale) + " " + whom
                : say("member.problem.since.undid", locale, say("log.action." + line.undoneAction(), locale));
        String sentence =
                others.isPresent() ? "member.problem.since" : done ? "member.problem.done" : "member.problem.since.own";
        return say(sentence, locale, by == null ? say("somebody.left", locale) : by, did);
    }

    private ModelAndView again(long member, @Nullable Long comment, @Nullable String back, Typed typed) {
        ModelAndView page = new ModelAndView("moderation/member", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("person", view(member, comment, typed));
        page.addObject("back", Back.orNone(back));
        return page;
    }

    private MemberView view(long member, @Nullable Long comment, Typed typed) {
        if (!accounts.isThere(member)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<LogLine> acts = log.about(member, ACTS);
        return new MemberView(
                member,
                accounts.handle(member).orElse(null),
                comment(comment).orElse(null),
                queue.history(member),
                suspensions.of(member).orElse(null),
                acts,
                acts.isEmpty() ? 0 : acts.get(0).id(),
                rules.rules(""),
                typed);
    }

    private Optional<CommentView> comment(@Nullable Long id) {
        return id == null
                ? Optional.empty()
                : discussions.withIds(Viewer.MODERATOR, List.of(id)).stream().findFirst();
    }

    private CommentRef reference(CommentView comment) {
        return new CommentRef(comment.id(), comment.address(), discussions.shownNumber(comment));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
