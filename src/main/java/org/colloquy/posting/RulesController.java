package org.colloquy.posting;

import org.colloquy.discussion.Discussions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All commenting rules, for everybody. */
@Controller
class RulesController {

    private final Discussions discussions;
    private final Rulebook rulebook;

    RulesController(Discussions discussions, Rulebook rulebook) {
        this.discussions = discussions;
        this.rulebook = rulebook;
    }

    @GetMapping("/rules")
    String rules(Model model) {
        model.addAttribute("everywhere", rulebook.everyPlace());
        model.addAttribute(
                "places", discussions.all().stream().map(rulebook::own).toList());
        return "posting/rules";
    }
}
