package org.colloquy.posting;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where moderators change the rules: the change and its entry in the log, in one transaction. */
@Component
class RuleChanges {

    private final Discussions discussions;
    private final CommentingRules chosen;
    private final RuleSettings settings;
    private final ModerationLog log;
    private final Phrases words;

    RuleChanges(
            Discussions discussions, CommentingRules chosen, RuleSettings settings, ModerationLog log, Phrases words) {
        this.discussions = discussions;
        this.chosen = chosen;
        this.settings = settings;
        this.log = log;
        this.words = words;
    }

    /**
     * Makes the change, from the next post on.
     *
     * @param reason why, or empty
     * @return whether there was anything to change
     */
    @Transactional
    public boolean make(RuleChange change, long moderator, String reason) {
        ChangeableRule rule = change.rule();
        Discussion place = change.place();
        // Two moderators at once: the second finds what the first has chosen. The Open Thread stands for the site.
        discussions.change(place == null ? discussions.at(null).orElseThrow() : place);
        Setting before = settings.at(place).of(rule);
        Optional<CommentingRule> row = chosen.near(place == null ? null : place.id()).stream()
                .filter(found -> found.isForSite() == (place == null)
                        && found.rule().equals(rule.outline().key()))
                .findFirst();
        Setting next = change.chosen();
        if (next == null) {
            row.ifPresent(chosen::delete);
        } else {
            CommentingRule changed = row.orElseGet(() -> new CommentingRule(
                    place == null ? null : place.id(), rule.outline().key()));
            changed.choose(next);
            chosen.save(changed);
        }
        Setting after = settings.at(place).of(rule);
        if (after.equals(before)) {
            return false;
        }
        String what = told(rule, before, after, place == null);
        log.add(LogNote.by(moderator, Action.CHANGE_RULE)
                .in(place == null ? null : place.address())
                .goingBy(rule.outline().key())
                .because((what + " " + reason).strip()));
        return true;
    }

    /** From what to what, in the words of the moment. Which words are listed is for moderators only. */
    private String told(ChangeableRule rule, Setting before, Setting after, boolean site) {
        StringJoiner told = new StringJoiner("; ");
        if (before.effect() != after.effect()) {
            told.add(words.of(
                    "rule.log.effect",
                    words.of("rule.effect." + before.effect()),
                    words.of("rule.effect." + after.effect())));
        }
        for (Limit limit : rule.outline().limits()) {
            int from = before.limit(limit.name());
            int to = after.limit(limit.name());
            if (from != to) {
                told.add(words.of("rule.log.limit", words.of("rule.limit." + limit.name()), from, to));
            }
        }
        if (!Objects.equals(before.words().listed(), after.words().listed())) {
            told.add(words.of("rule.log.words", more(after, before), more(before, after)));
        }
        if (!Objects.equals(before.sentence(), after.sentence())) {
            told.add(words.of("rule.log.sentence", rule.sentence(before), rule.sentence(after)));
        }
        if (told.length() == 0) {
            told.add(words.of("rule.log.origin." + after.origin()));
        }
        return words.of(site ? "rule.log.site" : "rule.log.place", rule.name(), told.toString());
    }

    private static int more(Setting some, Setting others) {
        Set<String> more = new HashSet<>(some.words().listed());
        others.words().listed().forEach(more::remove);
        return more.size();
    }
}
