package org.colloquy.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.colloquy.article.Article;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A discussion that has fallen asleep stays so: some days after the last comment that was posted, or, where none ever
 * was, after the document was read. One in which people still talk never closes, and neither does the Open Thread. What
 * moderators close is for {@link ShutRule}.
 */
@Component
@Order(12)
class ClosedRule extends ChangeableRule {

    static final String KEY = "CLOSED";

    private static final Limit DAYS = new Limit("days", 365, 1, 10_000);

    ClosedRule(Phrases phrases) {
        super(Outline.of(KEY, "form", DAYS), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        Article article = post.place().article();
        if (article == null || post.edited() != null) {
            // Where else should people go? And what was said before it closed may be mended.
            return Optional.empty();
        }
        Optional<Instant> last = post.moment().past().lastPost().or(() -> Optional.of(article.importedAt()));
        Instant open = post.moment().at().minus(Duration.ofDays(setting.limit(DAYS.name())));
        return last.filter(open::isAfter).map(closed -> "");
    }
}
