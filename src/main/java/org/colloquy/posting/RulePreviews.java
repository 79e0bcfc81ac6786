package org.colloquy.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Viewer;
import org.colloquy.posting.Outline.Reach;
import org.colloquy.posting.RuleDeskView.Change;
import org.colloquy.posting.RuleSettings.Said;
import org.springframework.stereotype.Component;

/** Tells moderators what a replay came to, and what it cannot tell. */
@Component
class RulePreviews {

    private final Replay replay;
    private final RuleSettings settings;
    private final Discussions discussions;
    private final Phrases words;

    RulePreviews(Replay replay, RuleSettings settings, Discussions discussions, Phrases words) {
        this.replay = replay;
        this.settings = settings;
        this.discussions = discussions;
        this.words = words;
    }

    RulePreview of(Change view, RuleChange change) {
        ChangeableRule rule = change.rule();
        Discussion place = change.place();
        Said said = settings.said(place).getOrDefault(rule, Said.NOTHING);
        Setting then = said.with(place == null, change.chosen()).resolve(rule, place);
        Replay.Result result = replay.of(change);
        Map<String, Integer> effects = new TreeMap<>();
        result.after().forEach((effect, met) -> effects.put(effect.name(), met));
        return new RulePreview(
                view,
                rule.view(then),
                rule.outline().reach() != Reach.NOTHING,
                result.posted(),
                result.imported(),
                result.before().values().stream().mapToInt(Integer::intValue).sum(),
                effects,
                rows(result.first()),
                notes(rule));
    }

    private List<RulePreview.Row> rows(List<Long> ids) {
        List<Discussion> places = discussions.all();
        List<RulePreview.Row> rows = new ArrayList<>();
        for (CommentView comment : discussions.withIds(Viewer.MODERATOR, ids)) {
            places.stream()
                    .filter(place -> place.address().equals(comment.address()))
                    .forEach(place -> rows.add(new RulePreview.Row(comment, place.title())));
        }
        return rows;
    }

    private List<String> notes(ChangeableRule rule) {
        List<String> notes = new ArrayList<>();
        notes.add(words.of("rule-preview.note." + rule.outline().reach()));
        if (rule.asksForTexts()) {
            notes.add(words.of("rule-preview.note.address"));
        }
        return notes;
    }
}
