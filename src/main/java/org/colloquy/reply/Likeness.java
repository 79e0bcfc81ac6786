package org.colloquy.reply;

import java.util.Arrays;
import java.util.List;
import org.colloquy.reply.Vocabulary.Tokens;

/** What the words of comments have in common, measured for one comment and all that stand in a row before it. */
final class Likeness {
    /** Four letters find the parts of compound words and still are rare. */
    private static final int LETTERS = 4;

    /** Damp the sums of short comments, where one word is much. */
    private static final int WORDS_ANYWAY = 20;

    private static final int LETTERS_ANYWAY = 60;

    private static final int FEWEST_BUCKETS = 1 << 16;

    /** Four letters have no more shapes than that in any language. */
    private static final int MOST_BUCKETS = 1 << 20;

    private final List<Tokens> tokens;
    /** What {@link Sentences} says of each comment's stems, and of each stem's comments. */
    private final byte[][] marks;

    private final byte[] placed;
    private final int[][] stems;
    private final int[][] letters;
    private final Postings byStem;
    private final Postings byLetters;
    private final double[] stemNorms;
    private final double[] letterNorms;
    private final boolean[] inArticle;
    private final double articleNorm;

    /**
     * @param vocabulary of the comments, and after them of the article: what it has in common with a comment speaks for
     *     answering it
     * @param size how many comments there are
     */
    Likeness(Vocabulary vocabulary, int size) {
        tokens = vocabulary.tokens().subList(0, size);
        stems = new int[size][];
        letters = new int[size][];
        int buckets = buckets(tokens.stream().mapToInt(Tokens::size).sum());
        int[][] ofWord = new int[vocabulary.size()][];
        boolean[] seen = new boolean[buckets];
        for (int comment = 0; comment < size; comment++) {
            Tokens own = tokens.get(comment);
            stems[comment] = Arrays.stream(own.stems()).distinct().toArray();
            letters[comment] = letters(own, vocabulary, ofWord, seen);
        }
        byStem = new Postings(stems, vocabulary.size());
        byLetters = new Postings(letters, buckets);
        marks = new byte[size][];
        for (int comment = 0; comment < size; comment++) {
            marks[comment] = Sentences.marks(tokens.get(comment), stems[comment]);
        }
        placed = byStem.placed(marks);
        stemNorms = norms(stems, byStem);
        letterNorms = norms(letters, byLetters);
        inArticle = new boolean[vocabulary.size()];
        double sum = 0;
        for (int stem : vocabulary.tokens().get(size).stems()) {
            if (!inArticle[stem] && byStem.count(stem) > 0) {
                inArticle[stem] = true;
                sum += square(byStem.rarity(stem));
            }
        }
        articleNorm = Math.sqrt(sum);
    }

    /** So many that two seldom fall on one. */
    private static int buckets(int words) {
        return Math.min(MOST_BUCKETS, Math.max(FEWEST_BUCKETS, Integer.highestOneBit(Math.max(1, words)) << 3));
    }

    private static int[] letters(Tokens tokens, Vocabulary vocabulary, int[][] ofWord, boolean[] seen) {
        int[] all = new int[tokens.text().length() * 2 + 2];
        int size = 0;
        for (int at = 0; at < tokens.size(); at++) {
            int word = tokens.words()[at];
            int[] own = ofWord[word];
            if (own == null) {
                own = letters(" " + vocabulary.folded(word) + " ", seen.length - 1);
                ofWord[word] = own;
            }
            for (int letters : own) {
                if (!seen[letters] && size < all.length) {
                    seen[letters] = true;
                    all[size++] = letters;
                }
            }
        }
        for (int at = 0; at < size; at++) {
            seen[all[at]] = false;
        }
        return Arrays.copyOf(all, size);
    }

    private static int[] letters(String word, int mask) {
        int[] letters = new int[Math.max(0, word.length() - LETTERS + 1)];
        for (int at = 0; at < letters.length; at++) {
            int mixed = 0;
            for (int letter = at; letter < at + LETTERS; letter++) {
                mixed = mixed * 0x01000193 ^ word.charAt(letter);
            }
            letters[at] = Words.spread(mixed) & mask;
        }
        return letters;
    }

    private static double[] norms(int[][] rows, Postings postings) {
        double[] norms = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            double sum = 0;
            for (int key : rows[row]) {
                sum += square(postings.rarity(key));
            }
            norms[row] = Math.sqrt(sum) + 1e-9;
        }
        return norms;
    }

    private static double square(double number) {
        return number * number;
    }

    int words(int comment) {
        return tokens.get(comment).size();
    }

    int[] stems(int comment) {
        return stems[comment];
    }

    Postings byStem() {
        return byStem;
    }

    /** How much of what a comment says is about the article. */
    double article(int comment) {
        double sum = 0;
        for (int stem : stems[comment]) {
            if (inArticle[stem]) {
                sum += square(byStem.rarity(stem));
            }
        }
        return sum / (stemNorms[comment] * articleNorm + 1e-9);
    }

    /**
     * @param values a row for each comment from {@code from} to the one before this: what the signals about words
     *     measure is written into it
     */
    void measure(int comment, int from, double[][] values) {
        Tokens own = tokens.get(comment);
        double firstNorm = 0;
        double size = Math.sqrt(1 + Math.log(1.0 + own.size()));
        for (int ordinal = 0; ordinal < stems[comment].length; ordinal++) {
            int stem = stems[comment][ordinal];
            double rarity = byStem.rarity(stem);
            boolean first = (marks[comment][ordinal] & Sentences.IN_FIRST) != 0;
            boolean capital = (marks[comment][ordinal] & Sentences.CAPITAL) != 0;
            if (first) {
                firstNorm += square(rarity);
            }
            for (int at = byStem.at(comment, ordinal) - 1; at >= byStem.first(stem) && byStem.place(at) >= from; at--) {
                int other = byStem.place(at);
                double[] row = values[other - from];
                row[Signal.STEMS.ordinal()] += rarity * rarity;
                row[Signal.RAREST.ordinal()] = Math.max(row[Signal.RAREST.ordinal()], rarity);
                if (first) {
                    row[Signal.FIRST_SENTENCE.ordinal()] += rarity * rarity;
                }
                if (capital) {
                    row[Signal.CAPITALS.ordinal()] += rarity;
                }
                if ((placed[at] & Sentences.IN_LAST) != 0) {
                    row[Signal.LAST_SENTENCE.ordinal()] += rarity * rarity;
                }
            }
        }
        for (int ordinal = 0; ordinal < letters[comment].length; ordinal++) {
            int key = letters[comment][ordinal];
            double rarity = byLetters.rarity(key);
            for (int at = byLetters.at(comment, ordinal) - 1;
                    at >= byLetters.first(key) && byLetters.place(at) >= from;
                    at--) {
                double[] row = values[byLetters.place(at) - from];
                row[Signal.LETTERS.ordinal()] += rarity;
                row[Signal.LETTERS_OF_BEST.ordinal()] += rarity * rarity;
            }
        }
        double best = 1e-9;
        double letterSize = 5 * Math.sqrt(1 + Math.log(1.0 + letters[comment].length));
        for (int other = from; other < comment; other++) {
            double[] row = values[other - from];
            double norm = stemNorms[comment] * stemNorms[other];
            row[Signal.STEMS.ordinal()] /= norm;
            row[Signal.LAST_SENTENCE.ordinal()] /= norm;
            row[Signal.FIRST_SENTENCE.ordinal()] /= (Math.sqrt(firstNorm) + 1e-9) * stemNorms[other];
            row[Signal.CAPITALS.ordinal()] /= size * Math.sqrt(WORDS_ANYWAY + words(other));
            row[Signal.LETTERS.ordinal()] /= letterSize * Math.sqrt(LETTERS_ANYWAY + letters[other].length);
            row[Signal.LETTERS_OF_BEST.ordinal()] /= letterNorms[comment] * letterNorms[other];
            best = Math.max(best, row[Signal.LETTERS_OF_BEST.ordinal()]);
        }
        for (int other = from; other < comment; other++) {
            values[other - from][Signal.LETTERS_OF_BEST.ordinal()] /= best;
        }
    }
}
