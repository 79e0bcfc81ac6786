package org.colloquy.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.discussion.Backlinks;
import org.colloquy.discussion.CommentThread;
import org.colloquy.discussion.CommentThread.Row;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Speaker;
import org.colloquy.reading.DiscussionView.Order;
import org.jspecify.annotations.Nullable;

/** Cuts a discussion into pages, and draws the rows of one page as a tree that does not drift to the right. */
final class Pages {

    /** About as many comments as are read in one go. */
    static final int SIZE = 150;

    /** Rather cut inside a thread than show a page shorter than this. */
    private static final int SHORTEST = 50;

    /** Deeper replies stand at this depth and say whom they answer. */
    static final int DEEPEST = 8;

    /**
     * After so many turns of two people their exchange goes on beside itself, whatever others put in. With two, whoever
     * began a thread and answers one of many replies would have an exchange already.
     */
    private static final int EXCHANGE = 3;

    /**
     * @param rows what stands on the page
     * @param previous where the page before begins, or null
     * @param next where the page after begins, or null
     * @param continues whether {@code next} is inside the thread that this page ends with
     */
    record Page(
            List<Row> rows,
            @Nullable Integer previous,
            @Nullable Integer next,
            boolean continues) {}

    private Pages() {}

    /** The rows in that order. */
    static List<Row> ordered(CommentThread thread, Order order) {
        List<Row> rows = new ArrayList<>(thread.rows());
        if (order != Order.THREADS) {
            rows.sort(Comparator.comparingInt(Row::number));
        }
        if (order == Order.NEWEST) {
            Collections.reverse(rows);
        }
        return rows;
    }

    /** The page that starts at the comment {@code from}, or the first one. */
    static Page page(List<Row> rows, boolean threads, @Nullable Integer from) {
        return cut(rows, threads, from == null ? 0 : Math.max(0, indexOf(rows, from)));
    }

    /** The page on which the comment {@code at} stands when pages are cut from the start, or the first one. */
    static Page holding(List<Row> rows, boolean threads, int at) {
        int index = indexOf(rows, at);
        int start = 0;
        for (int end = end(rows, threads, 0); end <= index; end = end(rows, threads, start)) {
            start = end;
        }
        return cut(rows, threads, start);
    }

    private static Page cut(List<Row> rows, boolean threads, int start) {
        int end = end(rows, threads, start);
        Integer previous = null;
        for (int cut = 0; cut < start; cut = end(rows, threads, cut)) {
            previous = rows.get(cut).number();
        }
        boolean more = end < rows.size();
        return new Page(
                rows.subList(start, end),
                previous,
                more ? rows.get(end).number() : null,
                more && threads && rows.get(end).depth() > 0);
    }

    private static int indexOf(List<Row> rows, int number) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == number) {
                return i;
            }
        }
        return -1;
    }

    /** Where a page that starts at {@code start} ends: between two threads where that can be. */
    private static int end(List<Row> rows, boolean threads, int start) {
        int furthest = start + SIZE;
        if (furthest >= rows.size()) {
            return rows.size();
        }
        for (int end = furthest; threads && end >= start + SHORTEST; end--) {
            if (rows.get(end).depth() == 0) {
                return end;
            }
        }
        return furthest;
    }

    /**
     * Draws rows as branches.
     *
     * @param nested whether replies stand under what they answer; else all stand side by side
     * @param views what the viewer sees of each; a row without a view is left out
     * @param links what answers and quotes each, where something does
     * @param since the last number that the reader has seen, or null
     */
    static List<Branch> draw(
            List<Row> rows,
            boolean nested,
            Map<Integer, CommentView> views,
            Map<Integer, Backlinks> links,
            @Nullable Integer since) {
        List<Drawn> top = new ArrayList<>();
        Map<Integer, Drawn> drawn = new HashMap<>();
        Deque<Drawn> all = new ArrayDeque<>();
        for (Row row : rows) {
            CommentView view = views.get(row.number());
            if (view == null) {
                continue;
            }
            Drawn parent = nested && row.parent() != null ? drawn.get(row.parent()) : null;
            Drawn under = parent == null ? null : parent.placeOf(view);
            Drawn here = new Drawn(row, view, links.getOrDefault(row.number(), Backlinks.NONE), under, parent);
            (under == null ? top : under.replies).add(here);
            drawn.put(row.number(), here);
            all.addLast(here);
        }
        // Children come after their parents: from the end, every branch is whole when its parent needs it.
        while (!all.isEmpty()) {
            all.removeLast().close(since);
        }
        return top.stream().map(Drawn::branch).toList();
    }

    /** A row while the tree is still growing. */
    private static final class Drawn {
        private final Row row;
        private final CommentView view;
        private final Backlinks links;
        private final @Nullable Drawn under;
        private final @Nullable Drawn parent;
        private final int depth;
        /** How many comments up to this one two people have written in turns. */
        private final int turns;

        private boolean goesOn;
        private final List<Drawn> replies = new ArrayList<>();
        private @Nullable Branch branch;

        Drawn(Row row, CommentView view, Backlinks links, @Nullable Drawn under, @Nullable Drawn parent) {
            this.row = row;
            this.view = view;
            this.links = links;
            this.under = under;
            this.parent = parent;
            this.depth = under == null ? 0 : under.depth + 1;
            this.turns = parent == null ? 1 : parent.isAnsweredInTurnBy(view) ? parent.turns + 1 : 2;
        }

        /** Under what a reply to this stands: under this, or beside it, where it is too deep or two people take turns. */
        @Nullable
        Drawn placeOf(CommentView reply) {
            boolean alone = row.replies() == 1 && parent != null && parent.row.replies() == 1;
            boolean turn = !goesOn && (alone || turns >= EXCHANGE) && isAnsweredInTurnBy(reply);
            goesOn |= turn;
            return turn || depth >= DEEPEST ? under : this;
        }

        /** Whether whoever is answered here answers in turn. Of people without a name nobody knows who they are. */
        private boolean isAnsweredInTurnBy(CommentView reply) {
            Speaker answering = reply.speaker();
            return parent != null
                    && answering.kind() == Speaker.Kind.NAMED
                    && view.speaker().kind() == Speaker.Kind.NAMED
                    && answering.equals(parent.view.speaker())
                    && !answering.equals(view.speaker());
        }

        void close(@Nullable Integer since) {
            List<Branch> below = replies.stream().map(Drawn::branch).toList();
            int descendants =
                    below.size() + below.stream().mapToInt(Branch::descendants).sum();
            boolean inReplyTo = row.parent() != null && (under == null || under != parent);
            branch = new Branch(view, links, inReplyTo, since != null && row.number() > since, below, descendants);
        }

        Branch branch() {
            return Objects.requireNonNull(branch);
        }
    }
}
