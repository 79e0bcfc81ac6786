package org.colloquy.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.colloquy.discussion.PastComment;
import org.jspecify.annotations.Nullable;

/** What had been said before each post of the past, built up while they are read in their order. */
final class ReplayedPast {

    /** No rule asks for longer. */
    private static final Duration REMEMBERED = Duration.ofMinutes(HeatedRule.MOST_MINUTES);

    private final boolean withTexts;
    private final Map<Long, Integer> visible = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();

    private static final class Place {
        private final Map<Integer, Integer> roots = new HashMap<>();
        private final Map<Integer, Deque<Instant>> replies = new HashMap<>();
        private final Map<Said, Instant> said = new HashMap<>();
        private @Nullable Instant last;
    }

    private record Said(long member, String text) {}

    /** @param withTexts whether it is asked who has said what: to keep all texts is dear */
    ReplayedPast(boolean withTexts) {
        this.withTexts = withTexts;
    }

    /** The next one has been said. */
    void add(PastComment comment) {
        Long member = comment.member();
        if (member != null && comment.isVisible()) {
            visible.merge(member, 1, Integer::sum);
        }
        Place place = places.computeIfAbsent(comment.discussion(), id -> new Place());
        Integer parent = comment.parent();
        if (parent != null) {
            place.roots.put(comment.number(), place.roots.getOrDefault(parent, parent));
        }
        Instant at = comment.postedAt();
        if (at == null) {
            return;
        }
        if (withTexts && member != null) {
            place.said.put(new Said(member, RecentPosts.plain(comment.text())), at);
        }
        if (comment.isShown()) {
            place.last = at;
            if (parent != null) {
                Deque<Instant> replies = place.replies.computeIfAbsent(
                        place.roots.getOrDefault(parent, parent), root -> new ArrayDeque<>());
                replies.addLast(at);
                while (replies.getFirst().isBefore(at.minus(REMEMBERED))) {
                    replies.removeFirst();
                }
            }
        }
    }

    /** As the rules ask for it in the discussion with that id. */
    Past in(long discussion) {
        Place place = places.computeIfAbsent(discussion, id -> new Place());
        return new Past() {
            @Override
            public int visibleBy(long member) {
                return visible.getOrDefault(member, 0);
            }

            @Override
            public boolean hasSaid(long member, String text, Instant since) {
                Instant at = place.said.get(new Said(member, text));
                return at != null && !at.isBefore(since);
            }

            @Override
            public boolean isHeated(int parent, int replies, Instant since) {
                Deque<Instant> recent = place.replies.get(place.roots.getOrDefault(parent, parent));
                int found = 0;
                Iterator<Instant> latest =
                        recent == null ? new ArrayDeque<Instant>().iterator() : recent.descendingIterator();
                while (found <= replies && latest.hasNext() && !latest.next().isBefore(since)) {
                    found++;
                }
                return found > replies;
            }

            @Override
            public Optional<Instant> lastPost() {
                return Optional.ofNullable(place.last);
            }
        };
    }
}
