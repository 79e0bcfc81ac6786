package org.colloquy.access;

import java.util.List;
import org.colloquy.access.AccessLog.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of access, for administrators. */
@Controller
class AccessController {

    private static final int PAGE = 100;

    private final AccessLog log;

    AccessController(AccessLog log) {
        this.log = log;
    }

    @GetMapping("/moderation/access")
    String log(
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        List<AccessLine> lines = log.before(before, member, kind, PAGE + 1);
        boolean more = lines.size() > PAGE;
        model.addAttribute("lines", more ? lines.subList(0, PAGE) : lines);
        model.addAttribute("older", more ? lines.get(PAGE - 1).id() : null);
        model.addAttribute("members", log.members());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("member", member);
        model.addAttribute("kind", kind);
        return "access/access";
    }
}
