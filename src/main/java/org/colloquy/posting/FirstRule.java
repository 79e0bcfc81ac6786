package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.discussion.Speaker;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Somebody looks at what a handle says first, until one of its comments can be read by everybody. */
@Component
@Order(7)
class FirstRule extends ChangeableRule {

    FirstRule(Phrases phrases) {
        // Refused, nobody could ever have a first comment.
        super(Outline.of("FIRST", "form").without(Effect.REFUSE), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        Long member = post.member();
        boolean first = post.speaker().kind() == Speaker.Kind.NAMED
                && (member == null || post.moment().past().visibleBy(member) == 0);
        return first ? Optional.of("") : Optional.empty();
    }
}
