package org.colloquy.log;

import java.util.List;
import java.util.Map;
import org.colloquy.log.LogLine.Action;
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
    String log(@RequestParam Map<String, String> asked, Model model) {
        LogFilter filter = LogFilter.of(asked);
        List<LogLine> lines = log.latestForReaders(filter, PAGE + 1);
        boolean more = lines.size() > PAGE;
        model.addAttribute("groups", LogGroup.of(more ? lines.subList(0, PAGE) : lines));
        model.addAttribute("older", more ? filter.before(lines.get(PAGE - 1).id()) : null);
        model.addAttribute("filter", filter);
        model.addAttribute("moderators", log.moderators());
        model.addAttribute("actions", Action.values());
        return "log/log";
    }
}
