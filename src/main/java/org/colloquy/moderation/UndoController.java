package org.colloquy.moderation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.account.OwnPassword;
import org.colloquy.account.SignedIn;
import org.colloquy.log.LogFilter;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogPage;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Reason;
import org.colloquy.moderation.Undo.Undone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log as moderators see it, and undoing what stands in it. */
@Controller
@RequestMapping("/moderation")
class UndoController {

    private final ModerationLog log;
    private final Undo undo;
    private final OwnPassword own;
    private final MessageSource messages;

    UndoController(ModerationLog log, Undo undo, OwnPassword own, MessageSource messages) {
        this.log = log;
        this.undo = undo;
        this.own = own;
        this.messages = messages;
    }

    @GetMapping("/log")
    String log(@RequestParam Map<String, String> asked, @AuthenticationPrincipal SignedIn moderator, Model model) {
        LogFilter filter = LogFilter.of(asked);
        LogPage page = log.page(filter);
        model.addAttribute("groups", page.groups());
        model.addAttribute("older", page.older());
        model.addAttribute("filter", filter);
        model.addAttribute("moderators", log.moderators());
        model.addAttribute("actions", LogLine.Action.values());
        model.addAttribute("rules", log.rules());
        model.addAttribute("places", log.places());
        model.addAttribute(
                "undoable",
                undo.undoable(
                        page.groups().stream()
                                .flatMap(group -> Stream.concat(Stream.of(group.line()), group.others().stream()))
                                .toList(),
                        moderator.member()));
        return "moderation/log";
    }

    /**
     * @param all whether all that was done at once with it goes too
     * @param back where the moderator pressed the button
     * @param current their password, where what is undone asks for it; null where it has not been asked yet
     */
    @PostMapping("/undo")
    String undo(
            @RequestParam long entry,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String back,
            @RequestParam(required = false) @Nullable String current,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        String to = Back.or(back, "/moderation");
        LogLine line = log.entry(entry).orElse(null);
        if (line != null && undo.asksPassword(line, moderator.member()) && own.isNeeded(moderator)) {
            if (current == null || !own.isConfirmed(moderator, current, request)) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("line", line);
                model.addAttribute("back", to);
                model.addAttribute("reason", reason);
                model.addAttribute("all", all);
                model.addAttribute("handle", moderator.handle());
                model.addAttribute("problem", current == null ? null : "password.problem.current");
                return "moderation/undo";
            }
        }
        Reason why = Reason.optional(reason);
        Undone done = undo.undo(
                entry, all, Grounds.of(moderator.member(), why.problem() == null ? why : Reason.optional("")));
        next.addFlashAttribute(DeskController.DONE, told(done, line, locale));
        return "redirect:" + to;
    }

    private String told(Undone done, @Nullable LogLine line, Locale locale) {
        if (line != null
                && line.action() == LogLine.Action.RELEASE
                && line.undone() == null
                && done.count() == 0
                && done.later().isEmpty()) {
            return say("undo.left.RELEASE", locale);
        }
        String told = say("undo.done", locale, done.count());
        if (!done.later().isEmpty()) {
            LogLine later = done.later().get(0);
            String by = later.by() == null ? null : later.by().name();
            return told + " "
                    + say(
                            "undo.later",
                            locale,
                            done.left(),
                            by == null ? say("log.operator", locale) : by,
                            say("log.action." + later.action(), locale));
        }
        return done.left() > 0 ? told + " " + say("undo.left", locale, done.left()) : told;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
