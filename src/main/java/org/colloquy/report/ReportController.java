package org.colloquy.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.account.Secret;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.name.Characters;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.PlaceRules;
import org.colloquy.posting.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Reporting a comment, with or without an account. */
@Controller
@RequestMapping("/report")
class ReportController {

    static final int LONGEST_EXPLANATION = 4_000;
    private static final int LONGEST_QUOTE = 1_000;
    private static final int LONGEST_CONTACT = 500;

    /** What the receipt of a flag keeps of a rule. */
    private static final int LONGEST_RULE = 500;

    /** A field that people do not see. */
    private static final String TRAP = "website";

    /** What is wrong with how something was sent, and not with what it says. */
    private static final List<String> NOT_TO_BE_SEEN = List.of("PACE", "HONEYPOT", "TOO_FAST", "CLOSED", "OFF_TOPIC");

    /** The address of a comment's page, or of its place in the discussion. */
    private static final Pattern COMMENT =
            Pattern.compile("(?:/articles)?/([a-z0-9-]{1,100})(?:/comments/|[^#/]*#comment-)(\\d{1,9})");

    private final Discussions discussions;
    private final Rulebook rulebook;
    private final Reporting reporting;
    private final Senders senders;
    private final ReportPace pace;
    private final MessageSource messages;

    ReportController(
            Discussions discussions,
            Rulebook rulebook,
            Reporting reporting,
            Senders senders,
            ReportPace pace,
            MessageSource messages) {
        this.discussions = discussions;
        this.rulebook = rulebook;
        this.reporting = reporting;
        this.senders = senders;
        this.pace = pace;
        this.messages = messages;
    }

    /** @param address of a comment, as somebody typed it who came without one */
    @GetMapping
    ModelAndView form(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String address,
            Viewer viewer,
            Locale locale) {
        Integer number = ReportForm.number(comment);
        if (place.isEmpty() && address == null) {
            return page(begun("", null, null), null, "", Map.of(), locale);
        }
        if (address != null && place.isEmpty()) {
            Matcher typed = COMMENT.matcher(address.strip());
            if (!typed.find()) {
                return refused(
                        begun("", null, null),
                        null,
                        address,
                        Map.of("address", say("report.problem.address", locale)),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        locale);
            }
            return found(typed.group(1), Integer.valueOf(typed.group(2)), address, viewer, locale);
        }
        return found(place, number, "", viewer, locale);
    }

    private ModelAndView found(String place, @Nullable Integer number, String address, Viewer viewer, Locale locale) {
        CommentView found = comment(place, number, viewer);
        if (found == null) {
            return refused(
                    begun("", null, null),
                    null,
                    address,
                    Map.of("address", say("report.problem.none", locale)),
                    HttpStatus.NOT_FOUND,
                    locale);
        }
        ReportForm form = begun(place, number, found);
        return isReportable(found)
                ? page(form, found, "", Map.of(), locale)
                : refused(form, found, "", away(locale), HttpStatus.CONFLICT, locale);
    }

    private static ReportForm begun(String place, @Nullable Integer number, @Nullable CommentView comment) {
        return ReportForm.begun(place, number, comment == null ? 0 : comment.revision(), Secret.create());
    }

    @PostMapping
    ModelAndView send(
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        ReportForm typed = ReportForm.of(sent);
        CommentView comment = comment(typed.place(), typed.comment(), viewer);
        if (comment == null) {
            Map<String, String> none = Map.of("form", say("report.problem.none", locale));
            return refused(typed, null, "", none, HttpStatus.NOT_FOUND, locale);
        }
        if (!isReportable(comment)) {
            return refused(typed, comment, "", away(locale), HttpStatus.CONFLICT, locale);
        }
        ReportForm form = typed.kind() != null && typed.kind().isFlag() ? typed.asFlag() : typed;
        Map<String, String> problems = problems(form, comment, locale);
        if (!sent.getOrDefault(TRAP, "").isEmpty()) {
            problems.put("form", say("report.problem.trap", locale));
        }
        if (!problems.isEmpty()) {
            return refused(typed, comment, "", problems, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        Duration pause = pace.pause(request.getRemoteAddr()).orElse(null);
        if (pause != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
            Map<String, String> hasty = Map.of("form", say("report.problem.pace", locale, pause.toSeconds()));
            return refused(typed, comment, "", hasty, HttpStatus.TOO_MANY_REQUESTS, locale);
        }
        ReportForm whole = Secret.looksLikeOne(form.key()) ? form : form.with(Secret.create());
        Sender sender =
                reporting.isOwn(comment, viewer) ? Sender.NOBODY : senders.of(comment.id(), request, response, viewer);
        reporting.take(comment, whole, sender);
        reporting.tidy();
        RedirectView receipt = new RedirectView("/report/receipt/" + whole.key(), true);
        receipt.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(receipt);
    }

    /** Reached only by a forward, when the form's token was refused: nothing is reported here. */
    @PostMapping("/expired")
    ModelAndView expired(@RequestParam Map<String, String> sent, Viewer viewer, Locale locale) {
        ReportForm form = ReportForm.of(sent);
        CommentView comment = comment(form.place(), form.comment(), viewer);
        ModelAndView again = page(form, comment, "", Map.of(), true, locale);
        again.setStatus(HttpStatus.FORBIDDEN);
        return again;
    }

    private Map<String, String> problems(ReportForm form, CommentView comment, Locale locale) {
        Map<String, String> problems = new LinkedHashMap<>();
        ReportKind kind = form.kind();
        if (kind == null || kind == ReportKind.OFF_TOPIC && !isMovable(comment)) {
            problems.put("kind", say("report.problem.kind", locale));
        } else if (kind == ReportKind.RULE && !rules(comment).contains(form.rule())) {
            problems.put("rule", say("report.problem.rule", locale));
        } else if (!kind.isFlag()) {
            check(problems, "explanation", form.explanation(), LONGEST_EXPLANATION, locale);
            check(problems, "quote", form.quote(), LONGEST_QUOTE, locale);
            check(problems, "contact", form.contact(), LONGEST_CONTACT, locale);
            if (form.explanation().isEmpty()) {
                problems.put("explanation", say("report.problem.explanation", locale));
            }
            if (!form.faith()) {
                problems.put("faith", say("report.problem.faith", locale));
            }
        }
        if (kind != null && form.revision() < comment.revision()) {
            problems.put("form", say("report.problem.changed", locale));
        }
        return problems;
    }

    private void check(Map<String, String> problems, String field, String text, int most, Locale locale) {
        if (!Characters.canBeKept(text)) {
            problems.put(field, say("report.problem.broken", locale));
        } else if (text.length() > most) {
            problems.put(field, say("report.problem.long", locale, text.length(), most));
        }
    }

    private Map<String, String> away(Locale locale) {
        return Map.of("form", say("report.problem.away", locale));
    }

    /** What everybody reads can be reported, and by its author what only they read cannot. */
    private static boolean isReportable(CommentView comment) {
        return comment.state() == State.VISIBLE && comment.readable();
    }

    private static boolean isMovable(CommentView comment) {
        return !comment.address().equals(Discussion.OPEN_THREAD);
    }

    private @Nullable CommentView comment(String place, @Nullable Integer number, Viewer viewer) {
        return number == null
                ? null
                : discussions
                        .named(place)
                        .flatMap(there -> discussions.comment(there, viewer, number))
                        .filter(comment -> comment.kind() != CommentView.Kind.PLACEHOLDER)
                        .orElse(null);
    }

    private List<String> rules(CommentView comment) {
        PlaceRules there = discussions
                .named(comment.address().substring(comment.address().lastIndexOf('/') + 1))
                .map(rulebook::at)
                .orElseThrow();
        return Stream.concat(
                        there.rules().stream()
                                .filter(rule -> !NOT_TO_BE_SEEN.contains(rule.key()))
                                .map(RuleView::name),
                        there.shownOnly().stream())
                .filter(rule -> rule.length() <= LONGEST_RULE)
                .map(String::strip)
                .distinct()
                .toList();
    }

    private ModelAndView refused(
            ReportForm form,
            @Nullable CommentView comment,
            String address,
            Map<String, String> problems,
            HttpStatus status,
            Locale locale) {
        ModelAndView again = page(form, comment, address, problems, locale);
        again.setStatus(status);
        return again;
    }

    private ModelAndView page(
            ReportForm form,
            @Nullable CommentView comment,
            String address,
            Map<String, String> problems,
            Locale locale) {
        return page(form, comment, address, problems, false, locale);
    }

    private ModelAndView page(
            ReportForm form,
            @Nullable CommentView comment,
            String address,
            Map<String, String> problems,
            boolean expired,
            Locale locale) {
        String title = comment == null
                ? null
                : discussions.named(form.place()).map(Discussion::title).orElse(null);
        // A form that is opened again after a refusal holds what the comment says now.
        ReportForm now = comment == null ? form : form.reading(comment.revision());
        ModelAndView page = new ModelAndView("report/form");
        page.addObject("form", now);
        page.addObject(
                "view",
                new ReportFormView(
                        comment,
                        title,
                        address,
                        comment == null ? List.of() : rules(comment),
                        comment != null && isMovable(comment),
                        expired,
                        problems));
        return page;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
