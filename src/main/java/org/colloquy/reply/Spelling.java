package org.colloquy.reply;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Tells whether two long words may be one word: a name that everybody writes down by ear (Nakhichevan, Nachichevan), or
 * one word in two forms (Armenia, Armenian). Knows no language, only that vowels and an "h" change more easily
 * than consonants do, and that some consonants stand for each other.
 *
 * <p>Takes what {@link #fold} gives. Not promised: Niger and Nigeria are alike, as a word and its form are.
 */
final class Spelling {
    /** Shorter words differ in one letter and mean something else: Iran and Iraq. */
    private static final int SHORTEST = 6;

    /** The shortest word to which an ending may be added. */
    private static final int SHORTEST_STEM = 5;

    private static final int LONGEST_ENDING = 3;

    /** With fewer consonants too much fits: Persia and Prussia, Turkey and Turkic. */
    private static final int FEWEST_CONSONANTS = 4;

    /** Longer ones are no words; comparing takes time that grows with the square. */
    private static final int LONGEST = 30;

    /** How much of the longer word may differ. */
    private static final double MOST_DIFFERENT = 0.25;

    /** What a change costs that is easily made, in parts of one. */
    private static final double SOFT = 0.5;

    private static final String VOWELS = "aeiouy";

    /** Consonants that stand for each other when a name is written in Latin letters. */
    private static final String[] SOUNDS = {"cgkqxj", "sz", "bpvfw", "dt"};

    private Spelling() {}

    /** Without capitals, accents and whatever is neither letter nor digit. */
    static String fold(String word) {
        String parted = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(parted.length());
        parted.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().replace('\u0131', 'i');
    }

    static boolean alike(String one, String other) {
        if (areForms(one, other)) {
            return true;
        }
        String key = key(one);
        return !key.isEmpty() && key.equals(key(other)) && isNear(one, other);
    }

    /** Words with different keys are no spellings of one name; empty for a word too short, too long or not in Latin letters. */
    static String key(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return "";
        }
        StringBuilder key = new StringBuilder();
        int consonants = 0;
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            if (letter < 'a' || letter > 'z') {
                return "";
            }
            if (VOWELS.indexOf(letter) < 0 && letter != 'h') {
                consonants++;
                char sound = sound(letter);
                if (key.length() == 0 || key.charAt(key.length() - 1) != sound) {
                    key.append(sound);
                }
            }
        }
        return consonants < FEWEST_CONSONANTS ? "" : key.toString();
    }

    /** Whether one is the other with another ending, or none. */
    static boolean areForms(String one, String other) {
        return one.equals(other) || isForm(one, other) || isForm(other, one);
    }

    private static boolean isForm(String stem, String form) {
        return stem.length() >= SHORTEST_STEM
                && form.length() - stem.length() <= LONGEST_ENDING
                && form.startsWith(stem);
    }

    private static char sound(char consonant) {
        for (String sound : SOUNDS) {
            if (sound.indexOf(consonant) >= 0) {
                return sound.charAt(0);
            }
        }
        return consonant;
    }

    /** Whether two words of one key are alike: edit distance, in which vowels, an "h" and consonants for each other count half. */
    static boolean isNear(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        if (SOFT * Math.abs(one.length() - other.length()) >= MOST_DIFFERENT * longer) {
            return false;
        }
        double[] row = new double[other.length() + 1];
        for (int at = 1; at <= other.length(); at++) {
            row[at] = row[at - 1] + cost(other.charAt(at - 1));
        }
        for (int from = 0; from < one.length(); from++) {
            char letter = one.charAt(from);
            double diagonal = row[0];
            row[0] += cost(letter);
            for (int to = 0; to < other.length(); to++) {
                double replaced = diagonal + cost(letter, other.charAt(to));
                diagonal = row[to + 1];
                row[to + 1] =
                        Math.min(replaced, Math.min(row[to + 1] + cost(letter), row[to] + cost(other.charAt(to))));
            }
        }
        return row[other.length()] < MOST_DIFFERENT * longer;
    }

    private static double cost(char letter) {
        return isSoft(letter) ? SOFT : 1;
    }

    private static double cost(char one, char other) {
        if (one == other) {
            return 0;
        }
        return isSoft(one) && isSoft(other) || sound(one) == sound(other) ? SOFT : 1;
    }

    private static boolean isSoft(char letter) {
        return VOWELS.indexOf(letter) >= 0 || letter == 'h';
    }
}
