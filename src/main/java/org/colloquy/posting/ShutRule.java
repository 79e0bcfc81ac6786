package org.colloquy.posting;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.colloquy.discussion.Closing;
import org.colloquy.discussion.CommentView.Closed;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.posting.FormView.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where a moderator closed a thread or a discussion, nobody answers any more. What was said there before may still be
 * changed for its while.
 */
@Component
@Order(0)
class ShutRule implements Rule {

    static final String KEY = "SHUT";

    private final Closing closing;
    private final Discussions discussions;
    private final Phrases words;

    ShutRule(Closing closing, Discussions discussions, Phrases words) {
        this.closing = closing;
        this.discussions = discussions;
        this.words = words;
    }

    /** Where somebody can go on who has come too late. */
    enum WayOut {
        OPEN_THREAD,
        /** In a thread of its own: only one of the Open Thread's is closed. */
        OWN_THREAD,
        NONE
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        return post.edited() != null
                ? Optional.empty()
                : closing.of(post.place(), post.parent())
                        .map(closed -> new Ruling(
                                KEY,
                                Effect.REFUSE,
                                new Objection("form", null, advice(post.place(), post.parent(), closed))));
    }

    private String advice(Discussion place, @Nullable Integer parent, Closed closed) {
        return String.join(
                " ",
                words.of("closed." + what(place, parent)),
                line(closed),
                words.of("closed.kept." + wayOut(place, parent)));
    }

    private String what(Discussion place, @Nullable Integer parent) {
        boolean whole = closing.of(place, null).isPresent();
        return !whole && parent != null ? "thread" : place.article() == null ? "open-thread" : "discussion";
    }

    private String line(Closed closed) {
        String by = closed.by() == null ? words.of("somebody.left") : closed.by();
        String day = DateTimeFormatter.ofPattern(words.of("date.day"), Locale.ENGLISH)
                .format(closed.at().atOffset(ZoneOffset.UTC));
        return words.of("closed.because", by, day, closed.reason());
    }

    WayOut wayOut(Discussion place, @Nullable Integer parent) {
        if (place.article() == null) {
            return parent != null && closing.of(place, null).isEmpty() ? WayOut.OWN_THREAD : WayOut.NONE;
        }
        return discussions
                .at(null)
                .filter(openThread -> closing.of(openThread, null).isEmpty())
                .map(open -> WayOut.OPEN_THREAD)
                .orElse(WayOut.NONE);
    }

    /**
     * What keeps everybody from writing there.
     *
     * @param what {@code thread}, {@code discussion} or {@code open-thread}
     * @param closed by whom, when and why; null where the discussion has fallen asleep
     * @param sentence of the rule that says so; null where a moderator closed it
     */
    record Shut(
            String what, @Nullable Closed closed, @Nullable String sentence, WayOut wayOut) {}

    Optional<Shut> at(Discussion place, @Nullable Integer parent) {
        return closing.of(place, parent)
                .map(closed -> new Shut(what(place, parent), closed, null, wayOut(place, parent)));
    }
}
