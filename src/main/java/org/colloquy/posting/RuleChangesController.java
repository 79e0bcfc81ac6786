package org.colloquy.posting;

import java.util.Map;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.posting.RuleDeskView.Change;
import org.colloquy.posting.RuleDeskView.Field;
import org.colloquy.posting.RuleDeskView.Line;
import org.colloquy.posting.RuleDeskView.Place;
import org.colloquy.posting.RuleSettings.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where moderators look the rules up and change them, for the whole site or for one discussion. */
@Controller
@RequestMapping("/moderation/rules")
class RuleChangesController {

    private final Discussions discussions;
    private final RuleSettings settings;
    private final RuleChanges changes;
    private final RulePreviews previews;
    private final Phrases words;

    RuleChangesController(
            Discussions discussions, RuleSettings settings, RuleChanges changes, RulePreviews previews, Phrases words) {
        this.discussions = discussions;
        this.settings = settings;
        this.changes = changes;
        this.previews = previews;
        this.words = words;
    }

    @GetMapping
    String rules(@RequestParam(defaultValue = "") String place, Model model) {
        Discussion where = place(place);
        Settings here = settings.at(where);
        model.addAttribute(
                "view",
                new RuleDeskView(
                        place,
                        where == null ? null : where.title(),
                        discussions.all().stream()
                                .map(one -> new Place(one.slug(), one.title()))
                                .toList(),
                        settings.all().stream()
                                .map(rule -> line(rule, here.of(rule)))
                                .toList()));
        return "posting/desk-rules";
    }

    @GetMapping("/{key:[A-Z_]+}")
    ModelAndView rule(@PathVariable String key, @RequestParam(defaultValue = "") String place) {
        ChangeableRule rule = rule(key);
        Discussion where = place(place);
        Said said = settings.said(where).getOrDefault(rule, Said.NOTHING);
        Setting chosen = where == null ? said.site() : said.here();
        return form(rule, where, RuleChangeForm.of(chosen != null ? chosen : said.resolve(rule, where)), Map.of());
    }

    @PostMapping("/{key:[A-Z_]+}")
    ModelAndView change(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String place,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next) {
        ChangeableRule rule = rule(key);
        Discussion where = place(place);
        RuleChangeForm form = RuleChangeForm.of(sent);
        Map<String, String> problems = form.problems(rule.outline(), words);
        if (!problems.isEmpty()) {
            return form(rule, where, form, problems);
        }
        var change = new RuleChange(rule, where, form.setting(rule.outline(), where == null));
        boolean changed = changes.make(change, moderator.member(), form.reason());
        next.addFlashAttribute("done", words.of(changed ? "desk-rules.done" : "desk-rules.unchanged"));
        next.addAttribute("place", place);
        return new ModelAndView("redirect:/moderation/rules");
    }

    /** What the change would have done, before it is made. */
    @PostMapping("/{key:[A-Z_]+}/preview")
    ModelAndView preview(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String place,
            @RequestParam Map<String, String> sent) {
        ChangeableRule rule = rule(key);
        Discussion where = place(place);
        RuleChangeForm form = RuleChangeForm.of(sent);
        Map<String, String> problems = form.problems(rule.outline(), words);
        if (!problems.isEmpty()) {
            return form(rule, where, form, problems);
        }
        ModelAndView page = new ModelAndView("posting/rule-preview");
        Change view = view(rule, where, form, problems);
        page.addObject(
                "view", previews.of(view, new RuleChange(rule, where, form.setting(rule.outline(), where == null))));
        return page;
    }

    private ModelAndView form(
            ChangeableRule rule, @Nullable Discussion where, RuleChangeForm form, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("posting/change-rule");
        page.addObject("view", view(rule, where, form, problems));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Change view(
            ChangeableRule rule, @Nullable Discussion where, RuleChangeForm form, Map<String, String> problems) {
        Outline outline = rule.outline();
        Said said = settings.said(where).getOrDefault(rule, Said.NOTHING);
        return new Change(
                where == null ? "" : where.slug(),
                where == null ? null : where.title(),
                line(rule, said.resolve(rule, where)),
                line(rule, said.with(where == null, null).resolve(rule, where)),
                outline.effects().stream().map(Effect::name).toList(),
                outline.limits().stream().map(limit -> field(limit, form)).toList(),
                outline.listsWords(),
                form,
                problems);
    }

    private Field field(Limit limit, RuleChangeForm form) {
        return new Field(
                "limit-" + limit.name(),
                words.of("rule.limit." + limit.name()),
                form.limits().getOrDefault(limit.name(), String.valueOf(limit.usual())),
                limit.least(),
                limit.most());
    }

    private static Line line(ChangeableRule rule, Setting setting) {
        return new Line(rule.view(setting), setting.origin().name());
    }

    private ChangeableRule rule(String key) {
        return settings.rule(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private @Nullable Discussion place(String slug) {
        return slug.isEmpty()
                ? null
                : discussions.named(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
