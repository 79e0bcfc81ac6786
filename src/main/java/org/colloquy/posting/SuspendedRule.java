package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.account.Suspensions;
import org.colloquy.account.Suspensions.Suspension;
import org.colloquy.posting.FormView.Objection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom moderators have suspended posts nothing under their name until then, and changes nothing. */
@Component
@Order(0)
class SuspendedRule implements Rule {

    private final Suspensions suspensions;
    private final Phrases words;

    SuspendedRule(Suspensions suspensions, Phrases words) {
        this.suspensions = suspensions;
        this.words = words;
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        return Optional.ofNullable(post.member())
                .flatMap(suspensions::of)
                .map(suspension ->
                        new Ruling("SUSPENDED", Effect.REFUSE, new Objection("form", null, sentence(suspension))));
    }

    private String sentence(Suspension suspension) {
        return suspension.forGood()
                ? words.of("rule.suspended.for-good", suspension.reason())
                : words.of("rule.suspended", words.minute(suspension.until()), suspension.reason());
    }
}
