package org.colloquy.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The part of an article's address that comes from its title: ASCII, unique, made once and never changed. */
final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * @param fileName stands in for a title that has no letter of the Latin alphabet
     * @param isTaken whether another article has that slug
     */
    static String of(String title, String fileName, Predicate<String> isTaken) {
        String slug = Stream.of(title, fileName.replaceFirst("\\.[^.]*$", ""), "article")
                .map(Slug::ascii)
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElseThrow();
        String free = slug;
        for (int i = 2; isTaken.test(free); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    private static String ascii(String words) {
        String slug = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'’]", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceFirst("^-", "");
        return (slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST)).replaceFirst("-$", "");
    }
}
