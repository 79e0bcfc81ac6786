package org.colloquy.moderation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Speaker;
import org.colloquy.discussion.Viewer;
import org.colloquy.moderation.DeskView.Act;
import org.colloquy.moderation.DeskView.Place;
import org.colloquy.moderation.DeskView.Preview;
import org.colloquy.moderation.DeskView.Row;
import org.colloquy.moderation.DeskView.Tab;
import org.colloquy.name.Characters;
import org.colloquy.people.Claims;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The desk: lists of anonymous posts, and a preview before anything is done. */
@Controller
@RequestMapping("/moderation")
class DeskController {

    /** One screen to work through at a time. */
    private static final int PAGE = 100;

    static final int LONGEST_REASON = 500;

    private final Discussions discussions;
    private final ModerationDesk desk;
    private final Rulebook rulebook;
    private final Claims claims;
    private final MessageSource messages;

    DeskController(
            Discussions discussions, ModerationDesk desk, Rulebook rulebook, Claims claims, MessageSource messages) {
        this.discussions = discussions;
        this.desk = desk;
        this.rulebook = rulebook;
        this.claims = claims;
        this.messages = messages;
    }

    @GetMapping
    String desk(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String place,
            Model model) {
        List<Discussion> places = place.isEmpty() ? discussions.all() : List.of(place(place));
        Map<Tab, Integer> counts = counts(places);
        Tab shown = Stream.of(Tab.values())
                .filter(known -> known.slug().equals(tab))
                .findFirst()
                .orElseGet(() -> first(counts));
        int last = Math.max(0, (counts.getOrDefault(shown, 0) - 1) / PAGE);
        int here = Math.min(Math.max(0, page), last);
        model.addAttribute("claims", claims.open());
        model.addAttribute(
                "desk",
                new DeskView(
                        shown,
                        place,
                        counts,
                        rows(listed(shown, places, here)),
                        all,
                        here > 0 ? here - 1 : null,
                        here < last ? here + 1 : null,
                        places()));
        return "moderation/desk";
    }

    /** Where there is something to do. */
    private static Tab first(Map<Tab, Integer> counts) {
        return Stream.of(Tab.WAITING, Tab.FLAGGED)
                .filter(tab -> counts.getOrDefault(tab, 0) > 0)
                .findFirst()
                .orElse(Tab.NAMELESS);
    }

    private Map<Tab, Integer> counts(List<Discussion> places) {
        Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
        counts.put(Tab.WAITING, discussions.countWaiting(places));
        counts.put(Tab.FLAGGED, discussions.countFlagged(places));
        counts.put(Tab.NAMELESS, discussions.countFrom(Speaker.Kind.NAMELESS, places));
        counts.put(Tab.NOT_IN_SOURCE, discussions.countFrom(Speaker.Kind.NOT_IN_SOURCE, places));
        return counts;
    }

    private List<CommentView> listed(Tab tab, List<Discussion> places, int page) {
        return switch (tab) {
            case WAITING -> discussions.waiting(places, page, PAGE);
            case FLAGGED -> discussions.flagged(places, page, PAGE);
            case NAMELESS -> discussions.from(Speaker.Kind.NAMELESS, places, Viewer.MODERATOR, page, PAGE);
            case NOT_IN_SOURCE -> discussions.from(Speaker.Kind.NOT_IN_SOURCE, places, Viewer.MODERATOR, page, PAGE);
        };
    }

    /** Any comment, by the place and number that a reader sees. */
    @GetMapping("/find")
    String find(@RequestParam String place, @RequestParam int number) {
        CommentView found = discussions
                .comment(place(place), Viewer.MODERATOR, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:" + found.permalink();
    }

    @GetMapping("/{act:hide|restore|approve}")
    ModelAndView one(@PathVariable String act, @RequestParam List<Long> comment, Locale locale) {
        return preview(act(act), comment, "", null, locale);
    }

    @PostMapping("/{act:hide|restore|approve}/preview")
    ModelAndView preview(
            @PathVariable String act, @RequestParam(required = false) @Nullable List<Long> comment, Locale locale) {
        return preview(act(act), Objects.requireNonNullElse(comment, List.of()), "", null, locale);
    }

    @PostMapping("/{act:hide|restore|approve}")
    ModelAndView act(
            @PathVariable String act,
            @RequestParam(required = false) @Nullable List<Long> comment,
            @RequestParam(required = false) @Nullable List<String> seen,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        List<Long> comments = Objects.requireNonNullElse(comment, List.of());
        String why = reason.strip();
        if (why.isEmpty() && act(act) != Act.APPROVE) {
            return preview(act(act), comments, why, say("preview.problem.reason", locale), locale);
        }
        if (!Characters.canBeKept(why)) {
            return preview(act(act), comments, why, say("preview.problem.reason-broken", locale), locale);
        }
        if (why.length() > LONGEST_REASON) {
            return preview(act(act), comments, why, say("preview.problem.reason-long", locale, LONGEST_REASON), locale);
        }
        Map<Long, Integer> read = read(Objects.requireNonNullElse(seen, List.of()));
        if (act(act) == Act.APPROVE && changed(comments, read)) {
            return preview(act(act), comments, why, say("preview.problem.changed", locale), locale);
        }
        boolean waited = discussions.withIds(Viewer.MODERATOR, comments).stream()
                .anyMatch(one -> one.state() == CommentView.State.HELD);
        int done = switch (act(act)) {
            case HIDE -> desk.hide(comments, moderator.member(), why);
            case RESTORE -> desk.restore(comments, moderator.member(), why);
            case APPROVE -> desk.approve(comments, read, moderator.member(), why.isEmpty() ? null : why);
        };
        next.addFlashAttribute("done", say("desk.done." + act(act), locale, done));
        return new ModelAndView("redirect:/moderation?tab=" + tab(act(act), comments, waited));
    }

    /** What was read of each comment: its id and how often it had been changed, as the preview wrote them. */
    private static Map<Long, Integer> read(List<String> seen) {
        return seen.stream()
                .filter(one -> one.matches("\\d{1,18}:\\d{1,9}"))
                .map(one -> one.split(":"))
                .collect(Collectors.toMap(
                        one -> Long.valueOf(one[0]), one -> Integer.valueOf(one[1]), (first, again) -> first));
    }

    private boolean changed(List<Long> comments, Map<Long, Integer> read) {
        return discussions.withIds(Viewer.MODERATOR, comments).stream()
                .anyMatch(comment -> read.getOrDefault(comment.id(), comment.revision()) != comment.revision());
    }

    private ModelAndView preview(Act act, List<Long> comments, String reason, @Nullable String problem, Locale locale) {
        List<Row> rows = rows(discussions.withIds(Viewer.MODERATOR, comments).stream()
                .filter(comment -> applies(act, comment))
                .toList());
        String nothing = rows.isEmpty() ? say("preview.none", locale) : null;
        ModelAndView page = new ModelAndView("moderation/preview");
        page.addObject(
                "preview",
                new Preview(
                        act,
                        rows,
                        (int) rows.stream()
                                .filter(row -> row.comment().answered() > 0)
                                .count(),
                        (int) rows.stream()
                                .filter(row -> row.comment().quoted() > 0)
                                .count(),
                        reason,
                        act == Act.HIDE ? reasons(rows) : List.of(),
                        nothing == null ? problem : nothing));
        if (nothing != null || problem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static boolean applies(Act act, CommentView comment) {
        return comment.kind() == CommentView.Kind.COMMENT
                && switch (act) {
                    case HIDE -> !comment.hidden();
                    case RESTORE -> comment.hidden();
                    case APPROVE ->
                        comment.state() == CommentView.State.HELD || comment.flagged() && comment.tombstone() == null;
                };
    }

    /** The sentences of the rules where these comments stand. */
    private List<String> reasons(List<Row> rows) {
        return rows.stream()
                .map(row -> row.comment().address())
                .distinct()
                .flatMap(
                        address -> rulebook.at(place(address.substring(address.lastIndexOf('/') + 1))).rules().stream())
                .map(RuleView::sentence)
                .distinct()
                .toList();
    }

    /** Where the moderator most likely came from. */
    private String tab(Act act, List<Long> comments, boolean waited) {
        if (act == Act.APPROVE) {
            return (waited ? Tab.WAITING : Tab.FLAGGED).slug();
        }
        Set<Speaker.Kind> kinds = discussions.withIds(Viewer.MODERATOR, comments).stream()
                .map(comment -> comment.speaker().kind())
                .collect(Collectors.toSet());
        Tab tab = kinds.contains(Speaker.Kind.NOT_IN_SOURCE)
                ? Tab.NOT_IN_SOURCE
                : kinds.contains(Speaker.Kind.NAMED) ? Tab.WAITING : Tab.NAMELESS;
        return tab.slug();
    }

    private List<Row> rows(List<CommentView> comments) {
        List<Row> rows = new ArrayList<>();
        List<Discussion> all = discussions.all();
        for (CommentView comment : comments) {
            rows.add(new Row(
                    comment,
                    all.stream()
                            .filter(place -> place.address().equals(comment.address()))
                            .flatMap(place -> Stream.ofNullable(place.title()))
                            .findFirst()
                            .orElse(null)));
        }
        return rows;
    }

    private List<Place> places() {
        return discussions.all().stream()
                .map(place -> new Place(place.slug(), place.title()))
                .toList();
    }

    private Discussion place(String slug) {
        return discussions.named(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static Act act(String act) {
        return Act.valueOf(act.toUpperCase(Locale.ROOT));
    }
}
