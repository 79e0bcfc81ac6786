package org.colloquy.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.reply.ReplyFinder.Said;
import org.jspecify.annotations.Nullable;

/** Measures all {@link Signal}s between one comment and those before it. */
final class Pairs {
    private static final int SIGNALS = Signal.values().length;

    /** How much an answer keeps a comment lively after each comment that has come since. */
    private static final double LIVELY = 0.8;

    /** So many comments later nothing of it is left. */
    private static final int LIVELY_FOR = 20;

    private final Likeness likeness;
    private final Speakers speakers;
    private final boolean[] questions;

    Pairs(Likeness likeness, Speakers speakers, List<Said> said) {
        this.likeness = likeness;
        this.speakers = speakers;
        this.questions = new boolean[said.size()];
        for (int comment = 0; comment < questions.length; comment++) {
            questions[comment] = said.get(comment).text().chars().anyMatch(Pairs::asks);
        }
    }

    /**
     * @param now what is guessed of the comments before this one
     * @param before what was guessed of all comments when they were looked through for the first time, or null
     * @return a row of measures for each comment from {@code from}, and one for answering none
     */
    double[][] measure(int comment, int from, Guesses now, @Nullable Guesses before) {
        double[][] values = new double[comment - from + 1][SIGNALS];
        likeness.measure(comment, from, values);
        Map<Integer, Double> later = before == null ? Map.of() : later(comment, before);
        for (int other = from; other < comment; other++) {
            double[] row = values[other - from];
            place(row, comment, other);
            people(row, comment, other, now);
            thread(row, comment, other, now);
            if (before != null) {
                if (!speakers.isAuthor(other)) {
                    set(row, Signal.ANSWERED_LATER, later.getOrDefault(speakers.of(other), 0.0));
                }
                double answers = before.answersFrom(other, comment + 1);
                set(row, Signal.ANSWERS_LATER, Math.log(1 + answers));
            }
        }
        none(values[comment - from], comment);
        return values;
    }

    private void place(double[] row, int comment, int other) {
        int distance = comment - other;
        set(row, Signal.DISTANCE, Math.log(distance));
        set(row, Signal.DIRECTLY_BEFORE, distance == 1);
        set(row, Signal.SECOND_BEFORE, distance == 2);
        set(row, Signal.LENGTH, Math.log(1.0 + likeness.words(other)));
        set(row, Signal.QUESTION, questions[other]);
        set(row, Signal.QUESTION_AND_STATEMENT, questions[other] && !questions[comment]);
    }

    private void people(double[] row, int comment, int other, Guesses now) {
        boolean isNamed = speakers.isNamed(comment);
        set(row, Signal.MIXED, isNamed != speakers.isNamed(other));
        set(row, Signal.BOTH_NAMELESS, !isNamed && !speakers.isNamed(other));
        set(row, Signal.NAMES, speakers.names(comment, other));
        set(row, Signal.BY_AUTHOR, speakers.isAuthor(other));
        if (speakers.isAuthor(comment)) {
            set(row, Signal.AUTHOR_TO_ROOT, now.none(other));
        }
        int mine = speakers.before(comment);
        set(row, Signal.SINCE_MINE, mine >= 0 && other > mine);
        double me = 0;
        while (mine >= 0 && mine >= other - Guesses.WINDOW) {
            if (mine < other) {
                me += now.chance(other, mine);
            }
            mine = speakers.before(mine);
        }
        set(row, Signal.ANSWERED_ME, me);
        double named = now.toNamed(other);
        set(row, Signal.ANSWERED_OTHERS, isNamed ? 1 - now.none(other) - named : named);
    }

    private static void thread(double[] row, int comment, int other, Guesses now) {
        double answers = now.answersBefore(other, comment);
        set(row, Signal.ROOT, now.none(other));
        set(row, Signal.ANSWERS, Math.log(1 + answers));
        set(row, Signal.UNANSWERED, Math.exp(-answers));
        double lively = 0;
        for (int answer = Math.max(other + 1, comment - LIVELY_FOR); answer < comment; answer++) {
            lively = LIVELY * lively + now.chance(answer, other);
        }
        set(row, Signal.LIVELY, lively);
    }

    private void none(double[] row, int comment) {
        set(row, Signal.NONE, 1);
        set(row, Signal.NONE_PLACE, Math.log(1.0 + comment));
        set(row, Signal.NONE_LENGTH, Math.log(1.0 + likeness.words(comment)));
        set(row, Signal.NONE_ARTICLE, likeness.article(comment));
        set(row, Signal.NONE_AUTHOR, speakers.isAuthor(comment));
        set(row, Signal.NONE_FIRST, speakers.isNamed(comment) && speakers.before(comment) < 0);
    }

    /** How likely this comment is answered later, by speaker. */
    private Map<Integer, Double> later(int comment, Guesses before) {
        Map<Integer, Double> later = new HashMap<>();
        int end = Math.min(questions.length, comment + 1 + Guesses.WINDOW);
        for (int answer = comment + 1; answer < end; answer++) {
            if (speakers.isNamed(answer)) {
                later.merge(speakers.of(answer), before.chance(answer, comment), Double::sum);
            }
        }
        return later;
    }

    private static boolean asks(int character) {
        return character == '?' || character == '\uff1f' || character == '\u061f';
    }

    private static void set(double[] row, Signal signal, boolean is) {
        set(row, signal, is ? 1 : 0);
    }

    private static void set(double[] row, Signal signal, double value) {
        row[signal.ordinal()] = value;
    }

    static double score(double[] row) {
        double score = 0;
        for (Signal signal : Signal.values()) {
            score += signal.weight * row[signal.ordinal()];
        }
        return score;
    }
}
