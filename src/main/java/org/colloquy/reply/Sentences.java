package org.colloquy.reply;

import java.util.HashMap;
import java.util.Map;
import org.colloquy.reply.Vocabulary.Tokens;

/** Where in a text its stems stand: in the first sentence, in the last, with a capital or as a number. */
final class Sentences {
    static final int IN_FIRST = 1;
    static final int IN_LAST = 2;
    static final int CAPITAL = 4;

    /** What ends sooner is no sentence yet: "1.", "St.". */
    private static final int SHORTEST = 16;

    private static final String ENDS = ".?!\u3002\uff1f\uff01\u061f\u0964";

    private Sentences() {}

    /**
     * @param stems each of the text's stems once
     * @return for each the sum of what it is
     */
    static byte[] marks(Tokens tokens, int[] stems) {
        Map<Integer, Integer> ordinals = new HashMap<>();
        for (int stem : stems) {
            ordinals.put(stem, ordinals.size());
        }
        int end = firstEnd(tokens.text());
        int start = lastStart(tokens.text());
        byte[] marks = new byte[stems.length];
        for (int at = 0; at < tokens.size(); at++) {
            int place = tokens.starts()[at];
            marks[ordinals.getOrDefault(tokens.stems()[at], 0)] |= (byte) ((place < end ? IN_FIRST : 0)
                    | (place >= start ? IN_LAST : 0)
                    | (isCapital(tokens.text().codePointAt(place)) ? CAPITAL : 0));
        }
        return marks;
    }

    private static boolean isCapital(int first) {
        return Character.isUpperCase(first) || Character.isDigit(first);
    }

    private static int firstEnd(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\n' || at >= SHORTEST && isEnd(text, at)) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int lastStart(String text) {
        for (int at = text.stripTrailing().length() - SHORTEST; at >= 0; at--) {
            if (text.charAt(at) == '\n' || isEnd(text, at)) {
                return at + 1;
            }
        }
        return 0;
    }

    private static boolean isEnd(String text, int at) {
        char character = text.charAt(at);
        return ENDS.indexOf(character) >= 0
                && (character > 0xff || at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }
}
