package org.colloquy.posting;

import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Speaker;
import org.colloquy.posting.Rule.Ruling;
import org.colloquy.posting.ShutRule.Shut;
import org.colloquy.posting.ShutRule.WayOut;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether anybody can write somewhere now, so that nobody writes who cannot post. */
@Component
class Closings {

    private final ShutRule shut;
    private final ClosedRule asleep;
    private final Rulebook rulebook;

    Closings(ShutRule shut, ClosedRule asleep, Rulebook rulebook) {
        this.shut = shut;
        this.asleep = asleep;
        this.rulebook = rulebook;
    }

    /** What keeps everybody from writing there; empty where nothing does. */
    Optional<Shut> at(Discussion place, @Nullable Integer parent) {
        return shut.at(place, parent).or(() -> asleep(place, parent));
    }

    private Optional<Shut> asleep(Discussion place, @Nullable Integer parent) {
        Post nothing = new Post(
                place, Speaker.of(Speaker.Kind.NAMELESS), null, "", null, parent, Sender.UNKNOWN, rulebook.now(place));
        return asleep.judge(nothing)
                .filter(ruling -> ruling.effect() == Effect.REFUSE)
                .map(ruling -> new Shut("discussion", null, ruling.objection().rule(), shut.wayOut(place, parent)));
    }

    /** What the rule says of a post that came too late. */
    Optional<Ruling> judge(Post post) {
        return shut.judge(post);
    }

    /** The form as it can go on where the post was refused for that; the same, if it was refused for anything else. */
    CommentForm wayOut(Discussion place, CommentForm form, List<String> rules) {
        boolean closed = rules.contains(ShutRule.KEY) || rules.contains(ClosedRule.KEY);
        if (!closed || form.elsewhere() && place.article() != null) {
            return form;
        }
        WayOut wayOut = shut.wayOut(place, form.parent());
        return new CommentForm(
                form.name(),
                form.text(),
                wayOut == WayOut.OWN_THREAD ? null : form.parent(),
                form.term(),
                wayOut == WayOut.OPEN_THREAD,
                form.key());
    }
}
