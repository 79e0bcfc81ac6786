package org.colloquy.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colloquy.account.SignedIn;
import org.colloquy.log.LogFilter;
import org.colloquy.log.LogGroup;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.colloquy.moderation.Undo.Undone;
import org.colloquy.name.Characters;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log as moderators see it, and taking back what stands in it. */
@Controller
@RequestMapping("/moderation")
class UndoController {

    private static final int PAGE = 100;

    private final ModerationLog log;
    private final Undo undo;
    private final MessageSource messages;

    UndoController(ModerationLog log, Undo undo, MessageSource messages) {
        this.log = log;
        this.undo = undo;
        this.messages = messages;
    }

    @GetMapping("/log")
    String log(@RequestParam Map<String, String> asked, Model model) {
        LogFilter filter = LogFilter.of(asked);
        List<LogLine> lines = log.latest(filter, PAGE + 1);
        boolean more = lines.size() > PAGE;
        model.addAttribute("groups", LogGroup.of(more ? lines.subList(0, PAGE) : lines));
        model.addAttribute("older", more ? filter.before(lines.get(PAGE - 1).id()) : null);
        model.addAttribute("filter", filter);
        model.addAttribute("moderators", log.moderators());
        model.addAttribute("actions", LogLine.Action.values());
        model.addAttribute(
                "undoable",
                lines.stream().filter(undo::canUndo).map(LogLine::id).collect(Collectors.toSet()));
        return "moderation/log";
    }

    /**
     * @param all whether all that was done at once with it goes too
     * @param list whether to go back to the log, and not to the queue
     */
    @PostMapping("/undo")
    String undo(
            @RequestParam long entry,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean list,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> asked,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        String why = reason.strip();
        boolean taken = Characters.canBeKept(why) && why.length() <= DeskController.LONGEST_REASON;
        Undone done = undo.undo(entry, all, Grounds.of(moderator.member(), taken && !why.isEmpty() ? why : null));
        next.addFlashAttribute(DeskController.DONE, told(done, locale));
        return "redirect:"
                + (list
                        ? LogFilter.of(asked).address("/moderation/log")
                        : Filter.of(asked).address());
    }

    private String told(Undone done, Locale locale) {
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
