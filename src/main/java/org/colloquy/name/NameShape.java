package org.colloquy.name;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a name looks like. Two names that have a shape in common can be taken for each other: Unicode's skeletons
 * (UTS #39), and beyond them neither case nor white space, punctuation, symbols or marks tell names apart. Nothing is
 * said about which scripts a name may mix.
 */
public final class NameShape {

    /** Changes when a name may get other shapes: whoever keeps shapes makes them anew then. */
    public static final String VERSION = VersionInfo.ICU_VERSION + "-1";

    /** What a column keeps; names of ordinary letters stay far below it, and others that share so much look alike. */
    public static final int LONGEST = 400;

    /** Marks that any letter may carry. Those of one script only, such as its vowels, are part of the word. */
    private static final Pattern MARKS =
            Pattern.compile("[\\p{M}&&[\\p{IsInherited}\\p{IsCommon}\\p{IsLatin}\\p{IsGreek}"
                    + "\\p{IsCyrillic}\\p{IsArmenian}\\p{IsHebrew}]&&[^\\u3099\\u309a]]");

    private static final Pattern NO_PART_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");

    /** UTS #39 tells small capitals from capitals, and so do few readers. */
    private static final Map<Integer, Integer> SMALL_CAPITALS = byCharacter(
            "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u0138\u029f\u1d0d\u028d\u0274\u1d0f\u1d18\ua7af"
                    + "\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22",
            "abcdefghijkklmmnopqrstuvwyz");

    /** Squared and flagged letters, which have no compatibility form: the first of each alphabet. */
    private static final int[] ALPHABETS = {0x1F130, 0x1F150, 0x1F170, 0x1F1E6};

    private static final SpoofChecker UNICODE =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private NameShape() {}

    /** The name's shapes, as it is typed and in capitals; none where nothing is to be seen. */
    public static Set<String> of(String name) {
        Set<String> shapes = new TreeSet<>();
        String letters = letters(NameKey.asFarAsRead(name));
        shapes.add(shape(letters));
        // In capitals letters look alike that do not in small ones, and the other way round.
        shapes.add(shape(letters.toUpperCase(Locale.ROOT)));
        shapes.remove("");
        return shapes;
    }

    /** Whether two names can be taken for each other. */
    public static boolean isShared(String one, String other) {
        Set<String> shapes = of(one);
        return of(other).stream().anyMatch(shapes::contains);
    }

    private static String shape(String letters) {
        // From left to right as it is drawn: text that is turned round looks like what it is not.
        String drawn = UNICODE.getBidiSkeleton(Bidi.LTR, letters);
        // Again: "M" has become "m" now, which looks like "rn".
        String folded = folded(UNICODE.getSkeleton(folded(drawn)));
        // Without serifs nobody tells "I" and "l" apart, and no case tells "I" and "i" apart.
        String shape = folded.replace('i', 'l');
        if (shape.length() <= LONGEST) {
            return shape;
        }
        return shape.substring(0, Character.isHighSurrogate(shape.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static String folded(String drawn) {
        String plain = drawn.codePoints()
                .map(letter -> SMALL_CAPITALS.getOrDefault(letter, letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return words(NameKey.folded(words(plain)));
    }

    /** What is left without marks, white space, punctuation and what cannot be seen. */
    private static String words(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String seen = NameKey.INVISIBLE.matcher(bare).replaceAll("");
        return NO_PART_OF_A_WORD.matcher(seen).replaceAll("");
    }

    /** The name without marks. Its compatibility forms stay for now: Unicode has look-alikes of them, too. */
    private static String letters(String name) {
        String spelled = name.codePoints().mapToObj(NameShape::spelled).collect(Collectors.joining());
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Letters in circles are letters, while "™" is a sign and not spelled out. */
    private static String spelled(int character) {
        String plain = Character.toString(plain(character));
        if (Character.getType(character) != Character.OTHER_SYMBOL
                || Normalizer.isNormalized(plain, Normalizer.Form.NFKC)) {
            return plain;
        }
        return Character.isAlphabetic(character) ? Normalizer.normalize(plain, Normalizer.Form.NFKC) : "";
    }

    private static int plain(int character) {
        for (int first : ALPHABETS) {
            if (character >= first && character < first + 26) {
                return 'A' + character - first;
            }
        }
        return character;
    }

    private static Map<Integer, Integer> byCharacter(String from, String to) {
        int[] letters = to.codePoints().toArray();
        int[] small = from.codePoints().toArray();
        return IntStream.range(0, small.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(at -> small[at], at -> letters[at]));
    }
}
