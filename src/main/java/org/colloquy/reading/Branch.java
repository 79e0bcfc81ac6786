package org.colloquy.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colloquy.discussion.Backlinks;
import org.colloquy.discussion.CommentView;

/**
 * A comment as a page draws it, with what is drawn indented under it.
 *
 * @param links what answers and quotes it
 * @param inReplyTo whether the page must say whom it answers, because that does not show from where it stands
 * @param fresh whether it came after the number that the reader has seen last
 * @param replies drawn under it; at most eight deep
 * @param descendants how many comments are drawn under it at any depth
 */
public record Branch(
        CommentView comment, Backlinks links, boolean inReplyTo, boolean fresh, List<Branch> replies, int descendants) {
    /** The numbers of all comments that are drawn with these. */
    static Set<Integer> numbers(List<Branch> branches) {
        Set<Integer> numbers = new HashSet<>();
        Deque<Branch> open = new ArrayDeque<>(branches);
        while (!open.isEmpty()) {
            Branch branch = open.removeFirst();
            numbers.add(branch.comment().number());
            open.addAll(branch.replies());
        }
        return numbers;
    }
}
