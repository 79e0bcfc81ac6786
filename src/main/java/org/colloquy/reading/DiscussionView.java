package org.colloquy.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.Closed;
import org.colloquy.discussion.Counts;
import org.jspecify.annotations.Nullable;

/**
 * One page of a discussion.
 *
 * @param address of the discussion
 * @param notice the site's own note with the commenting rules, or null; shown at the head of the first page
 * @param branches the page's comments, top level
 * @param order how they are ordered
 * @param since the last number that the reader has seen, or null; later comments are marked new
 * @param first whether this is the first page
 * @param start the first comment on this page, or null where there is none
 * @param previous the comment number that the page before starts with ({@code ?from=}), or null
 * @param next the comment number that the page after starts with, or null
 * @param continues whether {@code next} goes on inside the thread that this page ends with
 * @param closed who closed the whole discussion, when and why, or null
 * @param shut the numbers of the comments on this page that nobody may answer any more
 * @param map the threads of the whole discussion, for the map in the margin; where they are many, the longest
 */
public record DiscussionView(
        String address,
        Counts counts,
        @Nullable CommentView notice,
        List<Branch> branches,
        Order order,
        @Nullable Integer since,
        boolean first,
        @Nullable Integer start,
        @Nullable Integer previous,
        @Nullable Integer next,
        boolean continues,
        @Nullable Closed closed,
        Set<Integer> shut,
        List<ThreadMark> map) {

    /** The numbers of the comments on this page. */
    public Set<Integer> numbers() {
        Set<Integer> numbers = new HashSet<>();
        if (notice != null) {
            numbers.add(notice.number());
        }
        numbers.addAll(Branch.numbers(branches));
        return numbers;
    }

    public enum Order {
        THREADS,
        NUMBERS,
        NEWEST
    }

    /**
     * One thread in the map.
     *
     * @param number its first comment
     * @param speaker who began it, or null where that is not known
     * @param replies how many comments descend from it
     * @param from the {@code ?from=} of a page that begins with it, or null where it stands on the page shown
     */
    public record ThreadMark(
            int number,
            @Nullable String speaker,
            int replies,
            @Nullable Integer from) {}
}
