package org.colloquy.reply;

/**
 * What speaks for one comment answering another, or none. A pair's score is the sum of what is measured, each times its
 * weight. The weights are fitted to the real discussions that the README tells of: those that make the known replies most
 * probable (conditional logit), moved a little so that more of them are among the first three. What did not help on
 * discussions left out of the fit is not here.
 */
enum Signal {
    // Words. All are the stronger the rarer the words are in the discussion.
    /** The cosine of the two comments' stems: long comments share much by chance, which the sum of letters overrates. */
    STEMS(-9.2),
    /** Four letters in a row that both have, by what a pair of this size has anyway. Finds parts of words too. */
    LETTERS(3.7),
    /** The same as a cosine, by the best of all candidates. */
    LETTERS_OF_BEST(1.26),
    /** The rarest stem that they share. */
    RAREST(0.39),
    /** Stems of the answer's first sentence. */
    FIRST_SENTENCE(3.7),
    /** Stems of the earlier comment's last sentence. */
    LAST_SENTENCE(4.2),
    /** Stems that have a capital in the answer: names, and in German nouns; and numbers. */
    CAPITALS(4.0),

    // Place and shape.
    /** The logarithm of how many comments before. */
    DISTANCE(-0.43),
    DIRECTLY_BEFORE(1.11),
    SECOND_BEFORE(0.40),
    /** The logarithm of the earlier comment's words. */
    LENGTH(-0.19),
    QUESTION(-0.16),
    /** A question before a comment that asks nothing. */
    QUESTION_AND_STATEMENT(0.43),

    // People.
    /** One has a name, the other has none: names are lost by speaker, so that these are two. */
    MIXED(-0.13),
    BOTH_NAMELESS(-0.15),
    /** How likely the earlier comment answers one by the same speaker. */
    ANSWERED_ME(3.8),
    /** Since the speaker's last comment. */
    SINCE_MINE(1.89),
    /** Names the earlier speaker at its beginning, who is not the article's author. */
    NAMES(2.0),
    /** How likely the earlier comment answers somebody who cannot be this speaker. */
    ANSWERED_OTHERS(-0.44),
    /** How likely the earlier speaker, who is not the article's author, answers this comment later. */
    ANSWERED_LATER(4.1),
    /** How likely the earlier comment answers none, when the article's author speaks. */
    AUTHOR_TO_ROOT(3.3),
    /** The earlier comment is by the article's author. */
    BY_AUTHOR(-4.0),

    // Threads.
    /** How likely the earlier comment answers none. */
    ROOT(0.22),
    /** The logarithm of how many answers it has, most likely. */
    ANSWERS(-1.58),
    /** Near 1 as long as it has none. */
    UNANSWERED(-0.30),
    /** Answers that it has got lately. */
    LIVELY(1.57),
    /** The logarithm of how many answers it has after this. */
    ANSWERS_LATER(0.51),

    // For answering none.
    NONE(1.93),
    NONE_PLACE(-0.38),
    NONE_LENGTH(0.55),
    NONE_ARTICLE(4.7),
    NONE_AUTHOR(-5.4),
    NONE_FIRST(0.92);

    final double weight;

    Signal(double weight) {
        this.weight = weight;
    }
}
