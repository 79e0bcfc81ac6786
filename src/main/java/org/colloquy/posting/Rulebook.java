package org.colloquy.posting;

import java.util.List;
import java.util.stream.Stream;
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
    private final Notices notices;
    private final Phrases words;

    Rulebook(
            List<Rule> rules,
            AnonymousRule anonymous,
            CommentingRules chosen,
            Discussions discussions,
            Notices notices,
            Phrases words) {
        this.rules = rules;
        this.anonymous = anonymous;
        this.chosen = chosen;
        this.discussions = discussions;
        this.notices = notices;
        this.words = words;
    }

    /** What all rules together make of a post. */
    Verdict judge(Post post) {
        return Verdict.of(
                rules.stream().flatMap(rule -> rule.judge(post).stream()).toList());
    }

    /** The rules that are in force in one discussion, as commenters read them. */
    public PlaceRules at(Discussion place) {
        List<Notice.Sentence> notice = notices.sentences(place);
        Stream<RuleView> name = Stream.of(
                new RuleView("NAME", words.of("rules.name.name"), words.of("rules.name.sentence"), Effect.REFUSE));
        Stream<RuleView> offTopic = notice.stream()
                .filter(sentence -> sentence.clause() == Clause.OFF_TOPIC)
                .limit(1)
                .map(said -> new RuleView("OFF_TOPIC", words.of("rules.offTopic.name"), said.text(), Effect.OFF));
        return new PlaceRules(
                place.address(),
                place.title(),
                Stream.of(anonymous.at(place, notice).stream(), name, offTopic)
                        .flatMap(rules -> rules)
                        .toList(),
                notice.stream()
                        .filter(sentence -> sentence.clause() == Clause.SHOWN_ONLY)
                        .map(Notice.Sentence::text)
                        .toList());
    }

    /** Chooses what becomes of nameless posts there from now on. The caller writes it into the moderation log. */
    @Transactional
    public void chooseForAnonymous(Discussion place, Effect effect) {
        // Two moderators at once: the second finds what the first has chosen.
        discussions.change(place);
        CommentingRule rule = chosen.findByDiscussionIdAndRule(place.id(), AnonymousRule.NAME)
                .orElseGet(() -> new CommentingRule(place.id(), AnonymousRule.NAME));
        rule.effect(effect);
        chosen.save(rule);
    }
}
