package org.colloquy.posting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.discussion.Chronicle;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.Rule.Ruling;
import org.colloquy.posting.RuleSettings.Said;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The commenting rules: one ordered list, judged one after the other, all of them. */
@Component
public class Rulebook {

    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);

    private final List<Rule> rules;
    private final RuleSettings settings;
    private final Notices notices;
    private final Chronicle chronicle;
    private final Phrases words;
    private final Clock clock;

    Rulebook(
            List<Rule> rules, RuleSettings settings, Notices notices, Chronicle chronicle, Phrases words, Clock clock) {
        this.rules = rules;
        this.settings = settings;
        this.notices = notices;
        this.chronicle = chronicle;
        this.words = words;
        this.clock = clock;
    }

    /** Now, in that discussion: what a post is judged by. */
    Moment now(Discussion place) {
        return now(place, 0);
    }

    /** The same for another text of the comment with that id, which counts as not yet said. */
    Moment now(Discussion place, long except) {
        return new Moment(clock.instant(), settings.at(place), new LivePast(chronicle, place, except));
    }

    /** What all rules together make of a post. In no transaction: a rule that fails must not take the others with it. */
    Verdict judge(Post post) {
        return judge(post, rules.stream());
    }

    /** What they would make of it if it were sent now, as far as that can be told without sending it. */
    Verdict foresee(Post post) {
        return judge(post, rules.stream().filter(Rule::isForeseeable));
    }

    private Verdict judge(Post post, Stream<Rule> asked) {
        Post readable = post.cut(TextRule.MOST_BYTES);
        return Verdict.of(asked.flatMap(rule -> ruling(rule, rule instanceof TextRule ? post : readable).stream())
                .toList());
    }

    /** A rule that fails by itself costs nobody their text: the post waits, and the operator reads why. */
    private Optional<Ruling> ruling(Rule rule, Post post) {
        try {
            return rule.judge(post);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} failed; the comment waits for a moderator.",
                    rule.getClass().getSimpleName(),
                    e);
            return Optional.of(new Ruling("FAILED", Effect.HOLD, new Objection("form", null, words.of("rule.failed"))));
        }
    }

    /** The rules that are in force in one discussion, as commenters read them. */
    public PlaceRules at(Discussion place) {
        List<RuleView> views = new ArrayList<>(changeable(place));
        everywhere().forEach(views::add);
        return rules(place, views);
    }

    /** The one of some discussions that nothing is judged by, as it reads where none of them is looked at. */
    public Stream<RuleView> offTopic() {
        return Stream.of(new RuleView(
                "OFF_TOPIC", words.of("rule.name.OFF_TOPIC"), words.of("rule.sentence.OFF_TOPIC"), Effect.OFF));
    }

    /** The rules of one discussion that are not those of the whole site. */
    PlaceRules own(Discussion place) {
        List<RuleView> site = changeable(null);
        return rules(
                place,
                changeable(place).stream().filter(rule -> !site.contains(rule)).toList());
    }

    /** The rules that hold where no discussion has its own. */
    List<RuleView> everyPlace() {
        List<RuleView> views = new ArrayList<>(changeable(null));
        views.addAll(everywhere());
        return views;
    }

    private List<RuleView> everywhere() {
        List<RuleView> views = new ArrayList<>();
        views.add(new RuleView("NAME", words.of("rule.name.NAME"), words.of("rules.name.sentence"), Effect.REFUSE));
        rules.forEach(rule -> rule.everywhere().ifPresent(views::add));
        return views;
    }

    private List<RuleView> changeable(@Nullable Discussion place) {
        var said = settings.said(place);
        List<RuleView> views = new ArrayList<>();
        for (ChangeableRule rule : settings.all()) {
            Said about = said.getOrDefault(rule, Said.NOTHING);
            Setting setting = about.resolve(rule, place);
            if (setting.effect() != Effect.OFF || about.isExpected(rule)) {
                views.add(rule.view(setting));
            }
        }
        return views;
    }

    private PlaceRules rules(Discussion place, List<RuleView> inForce) {
        List<Notice.Sentence> notice = notices.sentences(place);
        List<RuleView> views = new ArrayList<>(inForce);
        notice.stream()
                .filter(sentence -> sentence.clause() == Clause.OFF_TOPIC)
                .limit(1)
                .forEach(said ->
                        views.add(new RuleView("OFF_TOPIC", words.of("rule.name.OFF_TOPIC"), said.text(), Effect.OFF)));
        return new PlaceRules(
                place.address(),
                place.title(),
                views,
                notice.stream()
                        .filter(sentence -> sentence.clause() == Clause.SHOWN_ONLY)
                        .map(Notice.Sentence::text)
                        .toList());
    }
}
