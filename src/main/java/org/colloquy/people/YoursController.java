package org.colloquy.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.colloquy.discussion.People;
import org.colloquy.discussion.Viewer;
import org.colloquy.report.AuthorAppeals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What concerns whoever looks: what became of their comments, and who has answered them. */
@Controller
class YoursController {

    private final People people;
    private final AuthorAppeals appeals;

    YoursController(People people, AuthorAppeals appeals) {
        this.people = people;
        this.appeals = appeals;
    }

    @GetMapping("/account/comments")
    String comments(@RequestParam(defaultValue = "") String page, Viewer viewer, Model model) {
        ListView list = ListView.of(page, (from, size) -> people.own(viewer, from, size));
        model.addAttribute("list", list);
        model.addAttribute(
                "appealed",
                appeals.among(
                        list.rows().stream().map(row -> row.comment().id()).toList()));
        return "people/comments";
    }

    @GetMapping("/account/replies")
    String replies(@RequestParam(defaultValue = "") String page, Viewer viewer, Model model) {
        Long member = viewer.member();
        model.addAttribute("named", member != null);
        if (member != null) {
            ListView list = ListView.of(page, (from, size) -> people.replies(member, viewer, from, size));
            model.addAttribute("list", list);
            model.addAttribute("unread", people.unread(member));
            model.addAttribute("readUpTo", people.readUpTo(member));
            model.addAttribute(
                    "newest",
                    list.rows().stream()
                            .map(People.Listed::shownAt)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        }
        return "people/replies";
    }

    /** @param upTo when the newest of those came that were on the page: others may have come since */
    @PostMapping("/account/replies")
    String read(@RequestParam(defaultValue = "") String upTo, Viewer viewer) {
        Long member = viewer.member();
        Instant moment = moment(upTo);
        if (member != null && moment != null) {
            people.read(member, moment);
        }
        return "redirect:/account/replies";
    }

    private static @Nullable Instant moment(String sent) {
        try {
            return Instant.parse(sent);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
