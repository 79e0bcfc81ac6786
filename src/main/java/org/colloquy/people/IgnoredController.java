package org.colloquy.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.colloquy.discussion.Viewer;
import org.colloquy.name.Characters;
import org.colloquy.name.NameKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom one ignores, and how to begin and to stop. */
@Controller
class IgnoredController {

    /** Back goes to a page of ours, never to an address that somebody else has written. */
    private static final Pattern OURS = Pattern.compile("/(articles/[a-z0-9-]+|open-thread)(/comments/\\d{1,9})?");

    private final Ignoring ignoring;

    IgnoredController(Ignoring ignoring) {
        this.ignoring = ignoring;
    }

    @GetMapping("/account/ignored")
    String list(Viewer viewer, Model model) {
        model.addAttribute("named", viewer.member() != null);
        return "people/ignored";
    }

    /** Asks first: a link in a page must change nothing. */
    @GetMapping("/account/ignore")
    String ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            @ModelAttribute("ignored") Ignored ignored,
            Viewer viewer,
            Model model) {
        model.addAttribute("name", name(name));
        model.addAttribute("already", ignored.holds(name));
        model.addAttribute("named", viewer.member() != null);
        model.addAttribute("back", OURS.matcher(back).matches() ? back : "");
        return "people/ignore";
    }

    @PostMapping("/account/ignore")
    String ignore(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String back,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        String who = name(name);
        if (!ignoring.add(who, viewer, request, response)) {
            model.addAttribute("full", true);
            model.addAttribute("named", viewer.member() != null);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "people/ignored";
        }
        next.addFlashAttribute("ignoredNow", who);
        return "redirect:" + (OURS.matcher(back).matches() ? back : "/account/ignored");
    }

    @PostMapping("/account/unignore")
    String stop(
            @RequestParam(defaultValue = "") String name,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        ignoring.remove(name(name), viewer, request, response);
        return "redirect:/account/ignored";
    }

    private static String name(String typed) {
        String name = Characters.onOneLine(typed);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NameKey.LONGEST || !Characters.canBeKept(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return name;
    }
}
