package org.colloquy.posting;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who has not been read much here yet posts few links; whoever answers somebody's links may quote them. */
@Component
@Order(6)
class LinksRule extends ChangeableRule {

    private static final Limit COMMENTS = new Limit("comments", 3, 1, 100);
    private static final Limit LINKS = new Limit("links", 1, 0, 50);

    private static final Pattern LINK =
            Pattern.compile("https?://|\\bwww\\.(?=[\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

    /** "https://www." is one link. */
    private static final Pattern TWICE = Pattern.compile("(https?://)www\\.", Pattern.CASE_INSENSITIVE);

    LinksRule(Phrases phrases) {
        super(Outline.of("LINKS", "text", COMMENTS, LINKS), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        long links = links(PlainWords.own(post.text()));
        // The text first: most have no link, and then nobody needs to be counted.
        if (links <= setting.limit(LINKS.name())) {
            return Optional.empty();
        }
        Long member = post.member();
        boolean newcomer = member == null || post.moment().past().visibleBy(member) < setting.limit(COMMENTS.name());
        return newcomer ? Optional.of(String.valueOf(links)) : Optional.empty();
    }

    private static long links(String text) {
        return LINK.matcher(TWICE.matcher(text).replaceAll("$1")).results().count();
    }
}
