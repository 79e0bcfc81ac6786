package org.colloquy.posting;

import java.time.Instant;
import java.util.Optional;

/** What had been said before a post, as far as rules ask: read from the tables, or kept while old posts are replayed. */
interface Past {

    /** How many comments of that member everybody reads, in all discussions. */
    int visibleBy(long member);

    /**
     * Whether the member has posted that text in this discussion since then.
     *
     * @param text as {@link RecentPosts#plain} has it
     */
    boolean hasSaid(long member, String text, Instant since);

    /** Whether more than so many replies were posted since then in the thread of the comment with that number. */
    boolean isHeated(int parent, int replies, Instant since);

    /** When something was last posted in this discussion. */
    Optional<Instant> lastPost();
}
