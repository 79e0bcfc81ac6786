package org.colloquy.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The moderation log's public page. */
@Controller
class LogController {

    /** More than a day's work of most desks, still one quick page. */
    private static final int PAGE = 100;

    private final ModerationLog log;

    LogController(ModerationLog log) {
        this.log = log;
    }

    @GetMapping("/moderation-log")
    String log(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(required = false) @Nullable Long by,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Integer number,
            Model model) {
        LogFilter filter =
                new LogFilter(before, by, ModerationLog.blankToNull(place), number, LogFilter.action(action));
        List<LogLine> lines = log.latestForReaders(filter, PAGE + 1);
        boolean more = lines.size() > PAGE;
        model.addAttribute("lines", more ? lines.subList(0, PAGE) : lines);
        model.addAttribute("older", more ? lines.get(PAGE - 1).id() : null);
        model.addAttribute("filter", filter);
        return "log/log";
    }
}
