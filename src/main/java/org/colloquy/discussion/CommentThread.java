package org.colloquy.discussion;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /**
     * One comment in reading order.
     *
     * @param parent the number of the comment that it answers, or null where that one is not shown
     * @param speaker the name it is from, or null
     * @param depth how many comments it descends from
     * @param descendants how many comments descend from it; they follow it at once
     * @param replies how many of them answer it directly
     */
    public record Row(
            int number, @Nullable Integer parent, @Nullable String speaker, int depth, int descendants, int replies) {}

    /** What is known of a comment before it is put in order. */
    record Node(
            int number, @Nullable Integer parent, @Nullable String speaker) {}

    private final List<Row> rows;
    private final Map<Integer, Integer> indexes;

    private CommentThread(List<Row> rows) {
        this.rows = List.copyOf(rows);
        this.indexes = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            indexes.put(rows.get(i).number(), i);
        }
    }

    /** Puts comments in order: threads by their first number, replies under what they answer, by number. */
    static CommentThread of(List<Node> nodes) {
        List<Node> sorted =
                nodes.stream().sorted(Comparator.comparingInt(Node::number)).toList();
        Map<Integer, List<Node>> replies = new HashMap<>();
        Map<Integer, Node> known = new HashMap<>();
        sorted.forEach(node -> known.put(node.number(), node));
        Deque<Node> open = new ArrayDeque<>();
        for (Node node : sorted) {
            if (node.parent() != null && known.containsKey(node.parent())) {
                replies.computeIfAbsent(node.parent(), parent -> new ArrayList<>())
                        .add(node);
            } else {
                open.addLast(node);
            }
        }
        return new CommentThread(inReadingOrder(open, replies, known));
    }

    private static List<Row> inReadingOrder(
            Deque<Node> open, Map<Integer, List<Node>> replies, Map<Integer, Node> known) {
        List<Node> order = new ArrayList<>();
        Map<Integer, Integer> depths = new HashMap<>();
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            order.add(node);
            int depth = node.parent() == null ? 0 : depths.getOrDefault(node.parent(), -1) + 1;
            depths.put(node.number(), depth);
            List<Node> under = replies.getOrDefault(node.number(), List.of());
            for (int i = under.size() - 1; i >= 0; i--) {
                open.addFirst(under.get(i));
            }
        }
        Map<Integer, Integer> descendants = new HashMap<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            Node node = order.get(i);
            if (node.parent() != null) {
                descendants.merge(node.parent(), 1 + descendants.getOrDefault(node.number(), 0), Integer::sum);
            }
        }
        return order.stream()
                .map(node -> new Row(
                        node.number(),
                        node.parent() != null && known.containsKey(node.parent()) ? node.parent() : null,
                        node.speaker(),
                        depths.getOrDefault(node.number(), 0),
                        descendants.getOrDefault(node.number(), 0),
                        replies.getOrDefault(node.number(), List.of()).size()))
                .toList();
    }

    /** All comments in reading order. */
    public List<Row> rows() {
        return rows;
    }

    /** The comment with that number, if it is shown. */
    public Optional<Row> row(int number) {
        return Optional.ofNullable(indexes.get(number)).map(rows::get);
    }

    /** Where the comment with that number stands in {@link #rows()}, or -1. */
    public int indexOf(int number) {
        return indexes.getOrDefault(number, -1);
    }

    /** What a comment answers, what that answers, and so on: outermost first. */
    public List<Row> ancestors(Row row) {
        Deque<Row> ancestors = new ArrayDeque<>();
        Row above = row;
        while (above.parent() != null) {
            above = rows.get(indexes.getOrDefault(above.parent(), 0));
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

    /** The comment itself and all that descend from it, in reading order. */
    public List<Row> branch(Row row) {
        int start = indexOf(row.number());
        return rows.subList(start, start + 1 + row.descendants());
    }
}
