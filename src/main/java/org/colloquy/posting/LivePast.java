package org.colloquy.posting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.discussion.Chronicle;
import org.colloquy.discussion.Discussion;

/**
 * What has been said until now.
 *
 * @param except a comment that does not count, as it is about to change; 0 for none
 */
record LivePast(Chronicle chronicle, Discussion place, long except) implements Past {

    @Override
    public int visibleBy(long member) {
        return chronicle.visibleBy(member, except);
    }

    @Override
    public boolean hasSaid(long member, String text, Instant since) {
        return chronicle.textsBy(member, place, since).stream()
                .anyMatch(earlier -> RecentPosts.plain(earlier).equals(text));
    }

    @Override
    public boolean isHeated(int parent, int replies, Instant since) {
        List<Integer> recent = chronicle.repliesSince(place, since);
        if (recent.size() <= replies) {
            // Most discussions are quiet: which thread each reply stands in is not even asked.
            return false;
        }
        Map<Integer, Integer> parents = chronicle.parents(place);
        int root = root(parent, parents);
        return recent.stream().filter(number -> root(number, parents) == root).count() > replies;
    }

    /** What begins the thread; no longer a way than there are comments, as an import may hold a circle. */
    private static int root(int number, Map<Integer, Integer> parents) {
        int root = number;
        for (int steps = parents.size(); steps > 0 && parents.containsKey(root); steps--) {
            root = parents.get(root);
        }
        return root;
    }

    @Override
    public Optional<Instant> lastPost() {
        return chronicle.lastPost(place);
    }
}
