package org.colloquy.posting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.discussion.Erasing.CommentErased;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which text came from which address of late. In memory only, so that no address is ever kept with a comment: a restart
 * forgets it, and another node does not know.
 */
@Component
class RecentPosts {

    static final Duration KEPT = Duration.ofDays(7);

    /** Some 10 MB at most. */
    private static final int MOST = 50_000;

    private final Cache<Key, Instant> posts =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private record Key(long discussion, String address, int length, int hash) {}

    /** The text without what does not tell two texts apart. */
    static String plain(String text) {
        List<String> words = PlainWords.of(text);
        return words.isEmpty() ? text : String.join(" ", words);
    }

    void remember(Post post) {
        Key key = key(post);
        if (key != null) {
            posts.put(key, post.moment().at());
        }
    }

    boolean hold(Post post, Instant since) {
        Key key = key(post);
        Instant at = key == null ? null : posts.getIfPresent(key);
        return at != null && !at.isBefore(since);
    }

    /** What was erased is not remembered either. */
    @TransactionalEventListener
    void forget(CommentErased erased) {
        Set<List<Integer>> gone = erased.texts().stream()
                .map(RecentPosts::plain)
                .map(text -> List.of(text.length(), text.hashCode()))
                .collect(Collectors.toSet());
        posts.asMap().keySet().removeIf(key -> gone.contains(List.of(key.length(), key.hash())));
    }

    private static @Nullable Key key(Post post) {
        String address = post.sender().network();
        String text = plain(post.text());
        return address == null ? null : new Key(post.place().id(), address, text.length(), text.hashCode());
    }
}
