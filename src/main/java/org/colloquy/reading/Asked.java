package org.colloquy.reading;

import org.colloquy.reading.DiscussionView.Order;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a discussion is asked for, and how.
 *
 * @param from the number that the page starts with, or null
 * @param at the number that the page holds, wherever it begins, or null; {@code from} goes before it
 * @param since the last number that the reader has seen, or null
 */
record Asked(
        Order order,
        @Nullable Integer from,
        @Nullable Integer at,
        @Nullable Integer since) {

    /** What makes no sense was not asked: old and mistyped addresses still show the discussion. */
    static Asked of(@Nullable String order, @Nullable String from, @Nullable String at, @Nullable String since) {
        return new Asked(order(order), number(from), number(at), number(since));
    }

    private static Order order(@Nullable String order) {
        for (Order known : Order.values()) {
            if (known.name().equalsIgnoreCase(order)) {
                return known;
            }
        }
        return Order.THREADS;
    }

    static @Nullable Integer number(@Nullable String number) {
        return number != null && number.matches("\\d{1,9}") ? Integer.valueOf(number) : null;
    }
}
