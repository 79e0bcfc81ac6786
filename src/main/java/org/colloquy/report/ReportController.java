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
import org.colloquy.account.Secret;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Viewer;
import org.colloquy.name.Characters;
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

/** Reporting a comment, or the text of an article, with or without an account. */
@Controller
@RequestMapping("/report")
class ReportController {

    static final int LONGEST_EXPLANATION = 4_000;
    private static final int LONGEST_QUOTE = 1_000;
    private static final int LONGEST_CONTACT = 500;

    /** A field that people do not see. */
    private static final String TRAP = "website";

    /** The address of a comment's page, or of its place in the discussion; else that of an article, or anything in it. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:/articles)?/([a-z0-9-]{1,100})(?:/comments/|[^#/]*#comment-)(\\d{1,9})"
                    + "|/articles/([a-z0-9-]{1,100})");

    private static final ReportForm NOTHING = ReportForm.begun("", null, 0);

    private final Reportables reportables;
    private final Reporting reporting;
    private final Senders senders;
    private final ReportPace pace;
    private final MessageSource messages;

    ReportController(
            Reportables reportables, Reporting reporting, Senders senders, ReportPace pace, MessageSource messages) {
        this.reportables = reportables;
        this.reporting = reporting;
        this.senders = senders;
        this.pace = pace;
        this.messages = messages;
    }

    /**
     * @param comment its number; empty for the article
     * @param address of either, as somebody typed it who came without one
     */
    @GetMapping
    ModelAndView form(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String address,
            Viewer viewer,
            Locale locale) {
        if (!place.isEmpty()) {
            return found(place, ReportForm.comment(comment), "", viewer, locale);
        }
        if (address == null) {
            return page(NOTHING, null, "", Map.of());
        }
        Matcher typed = ADDRESS.matcher(address.strip());
        if (!typed.find()) {
            return refused(
                    NOTHING,
                    null,
                    address,
                    Map.of("address", say("report.problem.address", locale)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean comments = typed.group(1) != null;
        String slug = comments ? typed.group(1) : typed.group(3);
        return found(slug, comments ? Integer.valueOf(typed.group(2)) : null, address, viewer, locale);
    }

    private ModelAndView found(String place, @Nullable Integer number, String address, Viewer viewer, Locale locale) {
        Reported found = reportables.find(place, number, viewer).orElse(null);
        if (found == null) {
            return refused(
                    NOTHING,
                    null,
                    address,
                    Map.of("address", say("report.problem.none", locale)),
                    HttpStatus.NOT_FOUND);
        }
        ReportForm form = ReportForm.begun(place, number, found.revision());
        return found.isReportable() ? page(form, found, "", Map.of()) : nothingToReport(form, found, locale);
    }

    /** It stands there as everybody reads it at its own address, and there is nothing to fill in. */
    private ModelAndView nothingToReport(ReportForm form, Reported found, Locale locale) {
        ModelAndView page = page(form, found, "", away(locale), false, true);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @PostMapping
    ModelAndView send(
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        ReportForm typed = ReportForm.of(sent);
        Reported found =
                reportables.find(typed.place(), typed.comment(), viewer).orElse(null);
        if (found == null) {
            Map<String, String> none = Map.of("form", say("report.problem.none", locale));
            return refused(typed, null, "", none, HttpStatus.NOT_FOUND);
        }
        if (!found.isReportable()) {
            return refused(typed, found, "", away(locale), HttpStatus.CONFLICT);
        }
        ReportForm form = typed.kind() != null && typed.kind().isFlag() ? typed.asFlag() : typed;
        Map<String, String> problems = problems(form, found, locale);
        if (!sent.getOrDefault(TRAP, "").isEmpty()) {
            problems.put("form", say("report.problem.trap", locale));
        }
        if (!problems.isEmpty()) {
            return refused(typed, found, "", problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Duration pause = pace.pause(request.getRemoteAddr()).orElse(null);
        if (pause != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
            Map<String, String> hasty = Map.of("form", say("report.problem.pace", locale, pause.toSeconds()));
            return refused(typed, found, "", hasty, HttpStatus.TOO_MANY_REQUESTS);
        }
        ReportForm whole = Secret.looksLikeOne(form.key()) ? form : form.with(Secret.create());
        if (!isTaken(found, whole, viewer, request, response)) {
            return refused(typed, found, "", away(locale), HttpStatus.CONFLICT);
        }
        reporting.tidy();
        RedirectView receipt = new RedirectView("/report/receipt/" + whole.key(), true);
        receipt.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(receipt);
    }

    private boolean isTaken(
            Reported found, ReportForm form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        CommentView comment = found.comment();
        String about = comment == null ? found.place().address() : String.valueOf(comment.id());
        Sender sender = comment != null && reporting.isOwn(comment, viewer)
                ? Sender.NOBODY
                : senders.of(about, request, response, viewer);
        if (comment != null) {
            return reporting.take(comment, form, sender);
        }
        reporting.take(found.place(), form, sender);
        return true;
    }

    /** Reached only by a forward, when the form's token was refused: nothing is reported here. */
    @PostMapping("/expired")
    ModelAndView expired(@RequestParam Map<String, String> sent, Viewer viewer) {
        ReportForm form = ReportForm.of(sent);
        ModelAndView again = page(
                form, reportables.find(form.place(), form.comment(), viewer).orElse(null), "", Map.of(), true, false);
        again.setStatus(HttpStatus.FORBIDDEN);
        return again;
    }

    private Map<String, String> problems(ReportForm form, Reported found, Locale locale) {
        Map<String, String> problems = new LinkedHashMap<>();
        ReportKind kind = form.kind();
        boolean unfit = kind == ReportKind.OFF_TOPIC && !found.isMovable()
                || kind == ReportKind.RULE && found.comment() == null;
        if (kind == null || unfit) {
            problems.put("kind", say("report.problem.kind", locale));
        } else if (kind == ReportKind.RULE && !reportables.rules(found).contains(form.rule())) {
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
        if (kind != null && form.revision() < found.revision()) {
            problems.put(
                    "form",
                    say(found.comment() == null ? "report.problem.changed.article" : "report.problem.changed", locale));
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

    private ModelAndView refused(
            ReportForm form,
            @Nullable Reported found,
            String address,
            Map<String, String> problems,
            HttpStatus status) {
        ModelAndView again = page(form, found, address, problems);
        again.setStatus(status);
        return again;
    }

    private ModelAndView page(ReportForm form, @Nullable Reported found, String address, Map<String, String> problems) {
        return page(form, found, address, problems, false, false);
    }

    private ModelAndView page(
            ReportForm form,
            @Nullable Reported found,
            String address,
            Map<String, String> problems,
            boolean expired,
            boolean away) {
        CommentView comment = found == null ? null : found.comment();
        ModelAndView page = new ModelAndView("report/form");
        // A form that is opened again after a refusal holds what is said now.
        page.addObject("form", found == null ? form : form.reading(found.revision()));
        page.addObject(
                "view",
                new ReportFormView(
                        comment,
                        found == null || comment != null ? null : found.place().address(),
                        found == null ? null : found.place().title(),
                        address,
                        found == null ? List.of() : reportables.rules(found),
                        found != null && found.isMovable(),
                        expired,
                        problems,
                        away));
        return page;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
