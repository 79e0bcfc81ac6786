package org.colloquy.posting;

import java.util.List;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.posting.FormView.RuleView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commenting rules: one ordered list, judged one after the other, all of them. */
@Component
@Transactional(readOnly = true)
public class Rulebook {

    private final List<Rule> rules;
    private final AnonymousRule anonymous;
    private final CommentingRules chosen;
    private final Discussions discussions;
    private final Words words;

    Rulebook(List<Rule> rules, AnonymousRule anonymous, CommentingRules chosen, Discussions discussions, Words words) {
        this.rules = rules;
        this.anonymous = anonymous;
        this.chosen = chosen;
        this.discussions = discussions;
        this.words = words;
    }

    /** What all rules together make of a post. */
    Verdict judge(Post post) {
        return Verdict.of(
                rules.stream().flatMap(rule -> rule.judge(post).stream()).toList());
    }

    /** The rules of one discussion, as commenters read them. */
    public PlaceRules at(Discussion place) {
        RuleView offTopic = new RuleView(
                "OFF_TOPIC",
                words.of("rules.offTopic.name"),
                sentences(place).stream()
                        .filter(sentence -> sentence.clause() == Clause.OFF_TOPIC)
                        .map(Notice.Sentence::text)
                        .findFirst()
                        .orElseGet(() -> words.of("rules.offTopic.sentence")),
                Effect.OFF);
        RuleView name =
                new RuleView("NAME", words.of("rules.name.name"), words.of("rules.name.sentence"), Effect.REFUSE);
        List<RuleView> shown = place.article() == null
                ? List.of(anonymous.at(place), name)
                : List.of(anonymous.at(place), name, offTopic);
        List<String> shownOnly = sentences(place).stream()
                .filter(sentence -> sentence.clause() == Clause.SHOWN_ONLY)
                .map(Notice.Sentence::text)
                .toList();
        return new PlaceRules(place.address(), place.title(), shown, shownOnly);
    }

    /** Chooses what becomes of nameless posts there from now on. The caller writes it into the moderation log. */
    @Transactional
    public void chooseForAnonymous(Discussion place, Effect effect) {
        CommentingRule rule = chosen.findByDiscussionIdAndRule(place.id(), AnonymousRule.NAME)
                .orElseGet(() -> new CommentingRule(place.id(), AnonymousRule.NAME));
        rule.effect(effect);
        chosen.save(rule);
    }

    private List<Notice.Sentence> sentences(Discussion place) {
        return discussions
                .notice(place)
                .map(CommentView::text)
                .map(Notice::sentences)
                .orElse(List.of());
    }
}
