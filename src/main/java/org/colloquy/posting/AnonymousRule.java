package org.colloquy.posting;

import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.discussion.Speaker;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * "Anonymous comments are not allowed": in force where an article's notice says so, and in the Open Thread, unless
 * a moderator chose another effect there.
 */
@Component
@Order(3)
class AnonymousRule implements Rule {

    static final String NAME = "ANONYMOUS";

    private final CommentingRules effects;
    private final Notices notices;
    private final Phrases words;

    AnonymousRule(CommentingRules effects, Notices notices, Phrases words) {
        this.effects = effects;
        this.notices = notices;
        this.words = words;
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        if (post.speaker().kind() != Speaker.Kind.NAMELESS) {
            return Optional.empty();
        }
        Optional<RuleView> rule = at(post.place(), notices.sentences(post.place()));
        return rule.filter(met -> met.effect() != Effect.OFF)
                .map(met -> new Ruling(
                        met.effect(), new Objection("name", met.sentence(), words.of("form.problem.anonymous"))));
    }

    /**
     * The rule as it stands there; empty where nobody has said it and no moderator has chosen it.
     *
     * @param notice the sentences of that place's notice
     */
    Optional<RuleView> at(Discussion place, List<Notice.Sentence> notice) {
        Optional<String> said = notice.stream()
                .filter(sentence -> sentence.clause() == Clause.ANONYMOUS)
                .map(Notice.Sentence::text)
                .findFirst();
        Optional<Effect> chosen = effects.effect(place, NAME);
        if (said.isEmpty() && chosen.isEmpty() && place.article() != null) {
            return Optional.empty();
        }
        return Optional.of(new RuleView(
                NAME,
                words.of("rules.anonymous.name"),
                said.orElseGet(() -> words.of("rules.anonymous.sentence")),
                chosen.orElse(Effect.REFUSE)));
    }
}
