package org.colloquy.posting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.name.Characters;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** There is something to read, not too much of it, and nothing that a database or a feed would choke on. */
@Component
@Order(1)
class TextRule implements Rule {

    /** A long essay; what is longer is a document. */
    static final int MOST_BYTES = 16_000;

    /** Letters, digits, signs: whatever leaves ink. */
    private static final Pattern INK =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^" + "\\u115f\\u1160\\u2800\\u3164\\uffa0]]");

    /** What only marks up something else: of nothing, nothing comes. */
    private static final Pattern MARKUP = Pattern.compile("[>\\[\\]()*_`]|!(?=\\[)");

    private final Phrases words;

    TextRule(Phrases words) {
        this.words = words;
    }

    /** Whether there is nothing to be seen. */
    static boolean isEmpty(String text) {
        return !INK.matcher(MARKUP.matcher(text).replaceAll("")).find();
    }

    /** Whether a page can show it. */
    static boolean canBeShown(String text) {
        return bytes(text) <= MOST_BYTES && !isEmpty(text) && Characters.canBeKept(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String sentence() {
        return words.of("rule.sentence.TEXT", MOST_BYTES);
    }

    @Override
    public Optional<RuleView> everywhere() {
        return Optional.of(new RuleView("TEXT", words.of("rule.name.TEXT"), sentence(), Effect.REFUSE));
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        int bytes = bytes(post.text());
        if (bytes > MOST_BYTES) {
            return refuse("form.problem.long", bytes, MOST_BYTES);
        }
        if (isEmpty(post.text())) {
            return refuse("form.problem.empty");
        }
        if (!Characters.canBeKept(post.text())) {
            return refuse("form.problem.broken");
        }
        return Characters.readsAsItStands(post.text()) ? Optional.empty() : refuse("form.problem.unruly");
    }

    private Optional<Ruling> refuse(String key, Object... arguments) {
        return Optional.of(new Ruling(
                "TEXT",
                Effect.REFUSE,
                new Objection("text", words.of("rule.name.TEXT"), sentence(), words.of(key, arguments))));
    }
}
