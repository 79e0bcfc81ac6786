package org.colloquy.posting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.name.NameKey;
import org.colloquy.posting.FormView.Objection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** There is something to read, not too much of it, and nothing that a database or a feed would choke on. */
@Component
@Order(1)
class TextRule implements Rule {

    /** A long essay; what is longer is a document. */
    static final int MOST_BYTES = 16_000;

    /** Control characters but line break and tab, and halves of surrogate pairs. */
    private static final Pattern BROKEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private final Words words;

    TextRule(Words words) {
        this.words = words;
    }

    /** Whether the text holds a character that cannot be kept. */
    static boolean isBroken(String text) {
        return BROKEN.matcher(text).find();
    }

    /** Whether there is nothing to be seen: what leaves no key as a name leaves none as a text. */
    static boolean isEmpty(String text) {
        return NameKey.of(text).isEmpty();
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        if (isEmpty(post.text())) {
            return refuse("form.problem.empty");
        }
        if (isBroken(post.text())) {
            return refuse("form.problem.broken");
        }
        int bytes = post.text().getBytes(StandardCharsets.UTF_8).length;
        return bytes > MOST_BYTES ? refuse("form.problem.long", bytes, MOST_BYTES) : Optional.empty();
    }

    private Optional<Ruling> refuse(String key, Object... arguments) {
        return Optional.of(new Ruling(Effect.REFUSE, new Objection("text", null, words.of(key, arguments))));
    }
}
