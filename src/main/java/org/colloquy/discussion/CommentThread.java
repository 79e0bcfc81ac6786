package org.colloquy.discussion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a discussion in reading order, each under the one that it answers, without their texts: enough to
 * cut pages and to find what stands around a comment. Parents may be any depth away; nothing here recurses.
 */
public final class CommentThread {

    /** No comment: before the first. */
    private static final int NONE = -1;

    /**
     * One comment in reading order.
     *
     * @param parent the number of the comment that it answers, or null where that one is not shown
     * @param speaker the name it is from, or null
     * @param depth how many comments it descends from
     * @param descendants how many comments descend from it; they follow it at once
     * @param replies how many of them answer it directly
     * @param closed whether somebody closed it, or something that it descends from
     */
    public record Row(
            long id,
            int number,
            @Nullable Integer parent,
            @Nullable String speaker,
            int depth,
            int descendants,
            int replies,
            boolean closed) {

        /** The same where only the branch of {@code root} is shown. */
        public Row under(Row root) {
            return new Row(id, number, parent, speaker, depth - root.depth, descendants, replies, closed);
        }
    }

    /** What is known of a comment before it is put in order. */
    record Node(
            long id,
            int number,
            @Nullable Integer parent,
            @Nullable String speaker,
            @Nullable Integer term,
            boolean closed) {}

    private final List<Row> rows;

    /** All numbers, rising; what is at the same place in {@link #places} is where that comment stands in the rows. */
    private final int[] numbers;

    private final int[] places;

    private final Map<Integer, List<Integer>> about;

    private final Counts counts;

    private CommentThread(
            List<Row> rows, int[] numbers, int[] places, Map<Integer, List<Integer>> about, Counts counts) {
        this.rows = rows;
        this.numbers = numbers;
        this.places = places;
        this.about = about;
        this.counts = counts;
    }

    /**
     * Puts comments in order: threads by their first number, replies under what they answer, by number. Where comments
     * answer each other in a circle, which nobody can write but a broken import could leave, the lowest number of the
     * circle begins a thread: no comment is lost.
     */
    static CommentThread of(List<Node> nodes, Counts counts) {
        List<Node> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.comparingInt(Node::number));
        int[] numbers = sorted.stream().mapToInt(Node::number).toArray();
        int[] parents = new int[numbers.length];
        for (int i = 0; i < parents.length; i++) {
            Integer parent = sorted.get(i).parent();
            parents[i] = parent == null ? NONE : Math.max(NONE, Arrays.binarySearch(numbers, parent));
        }
        cutCircles(parents);
        Map<Integer, List<Integer>> about = new HashMap<>();
        for (Node node : sorted) {
            if (node.term() != null) {
                about.computeIfAbsent(node.term(), term -> new ArrayList<>()).add(node.number());
            }
        }
        int[] places = new int[numbers.length];
        List<Row> rows = inReadingOrder(sorted, parents, places);
        return new CommentThread(rows, numbers, places, about, counts);
    }

    /** Walks up from everybody, over each comment once: who comes upon their own way has walked in a circle. */
    private static void cutCircles(int[] parents) {
        int[] ways = new int[parents.length];
        for (int start = 0; start < parents.length; start++) {
            int at = start;
            while (at != NONE && ways[at] == 0) {
                ways[at] = start + 1;
                at = parents[at];
            }
            if (at != NONE && ways[at] == start + 1) {
                int lowest = at;
                for (int next = parents[at]; next != at; next = parents[next]) {
                    lowest = Math.min(lowest, next);
                }
                parents[lowest] = NONE;
            }
        }
    }

    /** Also tells the {@code places} of all. */
    private static List<Row> inReadingOrder(List<Node> sorted, int[] parents, int[] places) {
        int size = parents.length;
        // From the last to the first, so that everybody's lowest reply ends up as the first one.
        int[] firstReply = filled(size);
        int[] nextReply = filled(size);
        int[] replies = new int[size];
        int firstRoot = NONE;
        for (int i = size - 1; i >= 0; i--) {
            int parent = parents[i];
            if (parent == NONE) {
                nextReply[i] = firstRoot;
                firstRoot = i;
            } else {
                nextReply[i] = firstReply[parent];
                firstReply[parent] = i;
                replies[parent]++;
            }
        }
        int[] order = new int[size];
        int[] depths = new int[size];
        int place = 0;
        for (int at = firstRoot; at != NONE; place++) {
            order[place] = at;
            places[at] = place;
            depths[at] = parents[at] == NONE ? 0 : depths[parents[at]] + 1;
            int next = firstReply[at];
            for (int above = at; next == NONE && above != NONE; above = parents[above]) {
                next = nextReply[above];
            }
            at = next;
        }
        int[] descendants = new int[size];
        for (int i = size - 1; i >= 0; i--) {
            int parent = parents[order[i]];
            if (parent != NONE) {
                descendants[parent] += 1 + descendants[order[i]];
            }
        }
        List<Row> rows = new ArrayList<>(size);
        boolean[] closed = new boolean[size];
        for (int at : order) {
            Node node = sorted.get(at);
            Integer parent = parents[at] == NONE ? null : node.parent();
            closed[at] = node.closed() || parents[at] != NONE && closed[parents[at]];
            rows.add(new Row(
                    node.id(),
                    node.number(),
                    parent,
                    node.speaker(),
                    depths[at],
                    descendants[at],
                    replies[at],
                    closed[at]));
        }
        return Collections.unmodifiableList(rows);
    }

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    /** All comments in reading order. */
    public List<Row> rows() {
        return rows;
    }

    /** The comment with that number, if it is shown. */
    public Optional<Row> row(int number) {
        int index = indexOf(number);
        return index == NONE ? Optional.empty() : Optional.of(rows.get(index));
    }

    /** Where the comment with that number stands in {@link #rows()}, or -1. */
    public int indexOf(int number) {
        int found = Arrays.binarySearch(numbers, number);
        return found < 0 ? NONE : places[found];
    }

    /** What a comment answers, what that answers, and so on: outermost first. */
    public List<Row> ancestors(Row row) {
        Deque<Row> ancestors = new ArrayDeque<>();
        Row above = row;
        while (above.parent() != null) {
            above = rows.get(indexOf(above.parent()));
            ancestors.addFirst(above);
        }
        return List.copyOf(ancestors);
    }

    /** The numbers of the first {@code most} comments that answer this one directly. */
    public List<Integer> answers(Row row, int most) {
        List<Integer> answers = new ArrayList<>();
        int at = indexOf(row.number()) + 1;
        while (answers.size() < Math.min(most, row.replies())) {
            Row answer = rows.get(at);
            answers.add(answer.number());
            at += 1 + answer.descendants();
        }
        return answers;
    }

    /** The numbers of the comments that say they are about that ceasefire term. */
    public List<Integer> about(int term) {
        return about.getOrDefault(term, List.of());
    }

    /** How many comments of the whole discussion everybody sees, whoever looks. */
    public Counts counts() {
        return counts;
    }

    /** The comment itself and all that descend from it, in reading order. */
    public List<Row> branch(Row row) {
        int start = indexOf(row.number());
        return rows.subList(start, start + 1 + row.descendants());
    }
}
