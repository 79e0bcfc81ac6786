package org.colloquy.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody says the same twice in one discussion within some hours: under one handle, or from one address. */
@Component
@Order(5)
class AgainRule extends ChangeableRule {

    private static final Limit HOURS = new Limit("hours", 24, 1, (int) RecentPosts.KEPT.toHours());

    private final RecentPosts recent;

    AgainRule(RecentPosts recent, Phrases phrases) {
        super(Outline.of("AGAIN", "text", HOURS), phrases);
        this.recent = recent;
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        Instant since = post.moment().at().minus(Duration.ofHours(setting.limit(HOURS.name())));
        String text = RecentPosts.plain(post.text());
        Post.Edited edited = post.edited();
        if (edited != null && edited.texts().stream().map(RecentPosts::plain).anyMatch(text::equals)) {
            // Who mends a comma, or goes back to what they had written, says nothing again.
            return Optional.empty();
        }
        Long member = post.member();
        boolean again = member != null && post.moment().past().hasSaid(member, text, since);
        return again || recent.hold(post, since) ? Optional.of("") : Optional.empty();
    }

    @Override
    boolean asksForTexts() {
        return true;
    }
}
