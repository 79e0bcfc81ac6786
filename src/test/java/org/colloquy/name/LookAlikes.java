package org.colloquy.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that somebody might try who wants to be taken for somebody else. Made without the tables that are tested. */
public final class LookAlikes {

    /** Letters that look the same, from other scripts and styles. Digits only where Unicode counts them as alike. */
    private static final Map<Character, List<String>> LETTERS = Map.ofEntries(
            Map.entry('a', List.of("а", "ɑ", "ａ", "𝐚", "𝒶", "ⓐ", "á", "ạ", "ä")),
            Map.entry('c', List.of("с", "ϲ", "ⅽ", "ｃ", "𝖼", "ç")),
            Map.entry('d', List.of("ԁ", "ⅾ", "ｄ", "𝐝", "ḍ", "đ")),
            Map.entry('e', List.of("е", "ｅ", "℮", "𝕖", "é", "ẹ", "ë")),
            Map.entry('i', List.of("і", "ı", "ｉ", "ⅰ", "𝓲", "í", "ï")),
            Map.entry('l', List.of("I", "1", "|", "ⅼ", "ｌ", "Ӏ", "ǀ", "𝗅", "ł", "ḷ")),
            Map.entry('o', List.of("о", "ο", "օ", "0", "ｏ", "𝐨", "ø", "ö", "ọ")),
            Map.entry('p', List.of("р", "ρ", "ｐ", "𝗉")),
            Map.entry('s', List.of("ѕ", "ｓ", "𝘀", "ꜱ", "ṣ", "š")),
            Map.entry('t', List.of("ｔ", "𝐭", "𝗍", "ṭ", "ţ")),
            Map.entry('x', List.of("х", "ⅹ", "ｘ", "𝗑")),
            Map.entry('y', List.of("у", "ү", "ｙ", "𝘆", "ý")),
            Map.entry('A', List.of("А", "Α", "Ａ", "𝐀", "Á")),
            Map.entry('D', List.of("Ｄ", "𝐃", "Ⅾ", "Ḍ")),
            Map.entry('L', List.of("Ｌ", "𝐋", "Ⅼ", "Ł")),
            Map.entry('O', List.of("О", "Ο", "Օ", "0", "Ｏ", "𝐎", "Ø")),
            Map.entry('S', List.of("Ѕ", "Տ", "Ｓ", "𝐒", "Š")),
            Map.entry('T', List.of("Т", "Τ", "Ｔ", "𝐓")));

    private static final List<String> UNSEEN = List.of(
            "\u200b",
            "\u200c",
            "\u200d",
            "\u2060",
            "\u00ad",
            "\ufeff",
            "\u034f",
            "\u200e",
            "\u200f",
            "\ufe0f",
            "\u3164",
            "\u2800",
            "\u180e",
            "\udb40\udc61");

    private static final List<String> MARKS =
            List.of("\u0301", "\u0323", "\u0336", "\u0338", "\u035c", "\u0489", "\u20dd", "\u0300\u0316", "\u0488");

    private static final List<String> SPACES =
            List.of("  ", "\u00a0", "\u2003", "\u3000", "\u2009\u2009", "", "-", "_", ".", "\u00b7", " \u200b ", "\t");

    private static final List<String> AROUND = List.of(
            "!",
            ".",
            "...",
            "-",
            "_",
            "~",
            "*",
            "\u2122",
            "\u2713",
            "\u00ae",
            "\"",
            "\u2019",
            "\ud83d\ude42",
            "?!",
            "#");

    private LookAlikes() {}

    /** At least so many variants of the name, all of them different from it; always the same. */
    public static List<String> of(String name, int many) {
        Random random = new Random(name.hashCode());
        Set<String> variants = new LinkedHashSet<>();
        variants.add(name.toUpperCase(Locale.ROOT));
        variants.add(name.toLowerCase(Locale.ROOT));
        variants.add("\u202e" + new StringBuilder(name).reverse() + "\u202c");
        SPACES.forEach(space -> variants.add(name.replace(" ", space)));
        AROUND.forEach(sign -> variants.add(name + sign));
        AROUND.forEach(sign -> variants.add(sign + " " + name));
        for (int at = 0; at < name.length(); at++) {
            for (String letter : LETTERS.getOrDefault(name.charAt(at), List.of())) {
                variants.add(name.substring(0, at) + letter + name.substring(at + 1));
            }
        }
        for (int at = 1; at <= name.length(); at++) {
            variants.add(name.substring(0, at) + any(UNSEEN, random) + name.substring(at));
            variants.add(name.substring(0, at) + any(MARKS, random) + name.substring(at));
        }
        while (variants.size() < many) {
            variants.add(name.chars()
                    .mapToObj(letter -> mixed((char) letter, random))
                    .collect(Collectors.joining()));
        }
        variants.remove(name);
        return List.copyOf(variants);
    }

    private static String mixed(char letter, Random random) {
        char cased = random.nextInt(4) == 0 ? Character.toUpperCase(letter) : letter;
        List<String> alike = LETTERS.getOrDefault(cased, List.of());
        String drawn = alike.isEmpty() || random.nextInt(3) > 0 ? String.valueOf(cased) : any(alike, random);
        String space = letter == ' ' ? any(SPACES, random) : drawn;
        return random.nextInt(6) == 0 && letter != ' ' ? space + any(UNSEEN, random) : space;
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
