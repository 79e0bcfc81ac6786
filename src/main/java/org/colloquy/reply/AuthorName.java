package org.colloquy.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * A comment that begins with the name of the article's author, alone: "Anna, …", "@Anna Smith: …". It answers the
 * article, as long as the author has not commented himself; afterwards that is so three times in four only.
 *
 * <p>Other speakers' names make no link: the latest comment under a name was the answered one in about half of the cases
 * measured, and after a greeting or thanks ("Hey Anna, I have a question") in none.
 */
final class AuthorName {
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 120;

    private static final Pattern ADDRESSED = Pattern.compile(
            "\\s*(?:@\\s?)?(\\p{L}[^\\s,:;!]*(?:\\h[^\\s,:;!]+){0," + (MOST_WORDS - 1)
                    + "})\\h*[,:;!\u3001\uff0c\uff1a\\v].*",
            Pattern.DOTALL);

    private final @Nullable String author;
    private boolean spoke;

    AuthorName(@Nullable String author) {
        this.author = author == null || author.isBlank() ? null : NameKey.of(author);
    }

    /** From now on the author's name may mean what he said. */
    void heard(@Nullable String speaker) {
        spoke |= author != null && speaker != null && first(NameKey.of(speaker)).equals(first(author));
    }

    /** The author's name as this comment begins with it, or null. */
    @Nullable
    String addressed(String text) {
        if (author == null || spoke) {
            return null;
        }
        Matcher matcher = ADDRESSED.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        if (!matcher.matches()) {
            return null;
        }
        String name = NameKey.of(matcher.group(1));
        return name.equals(author) || name.equals(first(author)) ? matcher.group(1) : null;
    }

    private static String first(String key) {
        int space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }
}
