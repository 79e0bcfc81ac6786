package org.colloquy.reply;

import java.util.function.IntPredicate;

/**
 * How likely each comment of a discussion answers which of the {@value #WINDOW} before it, or none: a first idea of the
 * threads, as the one parent depends on the others.
 */
final class Guesses {
    /** Comments farther back are answered one time in a hundred, and say little about who talks to whom now. */
    static final int WINDOW = 100;

    /** For each comment, the one directly before it first; 400 bytes each. */
    private final float[][] parents;

    private final double[] none;

    /** How many answers each has among those that are guessed so far: the first so many comments. */
    private final double[] answers;

    private final double[] toNamed;
    private final IntPredicate isNamed;
    private int guessed;

    Guesses(int comments, IntPredicate isNamed) {
        this.isNamed = isNamed;
        toNamed = new double[comments];
        parents = new float[comments][];
        none = new double[comments];
        answers = new double[comments];
    }

    /** A known parent of the next comment; one that is too far back, or no comment of the discussion, is nobody's. */
    void know(int comment, int parent) {
        parents[comment] = new float[Math.min(WINDOW, comment)];
        int before = comment - 1 - parent;
        if (parent >= 0 && before < parents[comment].length) {
            parents[comment][before] = 1;
        }
        count(comment);
    }

    /** @param scores of the comments before this next one, the farthest first, and of answering none; they become chances */
    void guess(int comment, double[] scores) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        double sum = 0;
        for (int at = 0; at < scores.length; at++) {
            scores[at] = Math.exp(scores[at] - best);
            sum += scores[at];
        }
        int before = scores.length - 1;
        parents[comment] = new float[before];
        for (int at = 0; at < before; at++) {
            parents[comment][before - 1 - at] = (float) (scores[at] / sum);
        }
        none[comment] = scores[before] / sum;
        count(comment);
    }

    private void count(int comment) {
        for (int before = 0; before < parents[comment].length; before++) {
            float chance = parents[comment][before];
            answers[comment - 1 - before] += chance;
            if (isNamed.test(comment - 1 - before)) {
                toNamed[comment] += chance;
            }
        }
        guessed = comment + 1;
    }

    double none(int comment) {
        return none[comment];
    }

    /** How likely it answers somebody with a name. */
    double toNamed(int comment) {
        return toNamed[comment];
    }

    /** How likely one answers the other. */
    double chance(int answer, int parent) {
        int before = answer - 1 - parent;
        return before < parents[answer].length ? parents[answer][before] : 0;
    }

    /** How many answers a comment has before another is said. */
    double answersBefore(int comment, int next) {
        return answers[comment] - answersFrom(comment, next);
    }

    /** How many answers a comment has from another on. */
    double answersFrom(int comment, int next) {
        double sum = 0;
        for (int answer = Math.max(next, comment + 1); answer < Math.min(guessed, comment + 1 + WINDOW); answer++) {
            sum += chance(answer, comment);
        }
        return sum;
    }
}
