package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.discussion.Discussion;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.Setting.Origin;
import org.jspecify.annotations.Nullable;

/** A rule whose effect, sentence and limits moderators choose: the condition stands here, the rest in {@link Setting}. */
abstract class ChangeableRule implements Rule {

    private final Outline outline;
    private final Phrases phrases;

    ChangeableRule(Outline outline, Phrases phrases) {
        this.outline = outline;
        this.phrases = phrases;
    }

    /**
     * Whether the post meets the rule's condition.
     *
     * @return what was found, to be named in the advice; empty text where there is nothing to name
     */
    abstract Optional<String> found(Post post, Setting setting);

    /** Whether it asks who has said what before. */
    boolean asksForTexts() {
        return false;
    }

    Outline outline() {
        return outline;
    }

    /**
     * How it stands where nobody chose.
     *
     * @param place null for the whole site
     */
    Setting usual(@Nullable Discussion place) {
        return outline.with(outline.usual(), null, Origin.BUILT_IN);
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        Setting setting = post.moment().rules().of(this);
        return setting.effect() == Effect.OFF
                ? Optional.empty()
                : found(post, setting).map(found -> ruling(setting, found));
    }

    private Ruling ruling(Setting setting, String found) {
        Object[] arguments = numbers(setting, found);
        String advice = phrases.of("rule.advice." + outline.key(), arguments);
        return new Ruling(
                outline.key(), setting.effect(), new Objection(outline.field(), name(), sentence(setting), advice));
    }

    String name() {
        return phrases.of("rule.name." + outline.key());
    }

    String sentence(Setting setting) {
        String chosen = setting.sentence();
        return chosen != null ? chosen : phrases.of("rule.sentence." + outline.key(), numbers(setting, ""));
    }

    RuleView view(Setting setting) {
        return new RuleView(outline.key(), name(), sentence(setting), setting.effect());
    }

    private Object[] numbers(Setting setting, String found) {
        Object[] arguments = new Object[outline.limits().size() + 1];
        for (int i = 0; i < outline.limits().size(); i++) {
            arguments[i] = setting.limit(outline.limits().get(i).name());
        }
        arguments[arguments.length - 1] = found;
        return arguments;
    }
}
