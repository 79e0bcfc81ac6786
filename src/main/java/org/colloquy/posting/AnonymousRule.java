package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.discussion.Speaker;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** "Anonymous comments are not allowed": where an article's notice says so, and in the Open Thread. */
@Component
@Order(3)
class AnonymousRule extends ChangeableRule {

    AnonymousRule(Phrases phrases) {
        super(Outline.of("ANONYMOUS", "name").saidBy(Clause.ANONYMOUS), phrases);
    }

    @Override
    Setting usual(@Nullable Discussion place) {
        boolean openThread = place != null && place.article() == null;
        return outline().with(openThread ? Effect.REFUSE : Effect.OFF, null, Setting.Origin.BUILT_IN);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        return post.speaker().kind() == Speaker.Kind.NAMELESS ? Optional.of("") : Optional.empty();
    }
}
