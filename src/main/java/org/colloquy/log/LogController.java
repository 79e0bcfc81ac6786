package org.colloquy.log;

import java.util.Map;
import org.colloquy.log.LogLine.Action;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The moderation log's public page. */
@Controller
class LogController {

    private final ModerationLog log;

    LogController(ModerationLog log) {
        this.log = log;
    }

    @GetMapping("/moderation-log")
    String log(@RequestParam Map<String, String> asked, Model model) {
        LogFilter filter = LogFilter.of(asked);
        LogPage page = log.pageForReaders(filter);
        model.addAttribute("groups", page.groups());
        model.addAttribute("older", page.older());
        model.addAttribute("filter", filter);
        model.addAttribute("moderators", log.moderators());
        model.addAttribute("actions", Action.values());
        model.addAttribute("rules", log.rules());
        model.addAttribute("places", log.places());
        return "log/log";
    }
}
