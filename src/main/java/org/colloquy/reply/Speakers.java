package org.colloquy.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.name.NameKey;
import org.colloquy.name.PlaceholderName;
import org.colloquy.reply.ReplyFinder.Said;
import org.jspecify.annotations.Nullable;

/** Who says the comments of a discussion, as numbers. */
final class Speakers {
    static final int NAMELESS = -1;

    /** A name stands at the beginning of a comment if it ends within so many characters. */
    private static final int BEGINNING = 60;

    /** A shorter first name may be any word. */
    private static final int SHORTEST_FIRST = 4;

    private static final int SHORTEST = 3;

    private final int[] speakers;
    /** The speaker's comment before this one, or -1. */
    private final int[] before;

    private final String[] names;
    private final String[] beginnings;
    private final int author;

    Speakers(@Nullable String author, List<Said> said) {
        speakers = new int[said.size()];
        before = new int[said.size()];
        names = new String[said.size()];
        beginnings = new String[said.size()];
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Integer> latest = new HashMap<>();
        for (int comment = 0; comment < speakers.length; comment++) {
            String name = said.get(comment).speaker();
            String text = said.get(comment).text();
            beginnings[comment] = " "
                    + NameKey.of(text.substring(0, Math.min(BEGINNING, text.length())))
                            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                    + " ";
            if (name == null || PlaceholderName.is(name)) {
                speakers[comment] = NAMELESS;
                before[comment] = -1;
                names[comment] = "";
            } else {
                names[comment] = NameKey.of(name)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                        .strip();
                speakers[comment] = numbers.computeIfAbsent(names[comment], none -> numbers.size());
                Integer last = latest.put(speakers[comment], comment);
                before[comment] = last == null ? -1 : last;
            }
        }
        this.author = author == null ? NAMELESS : author(NameKey.of(author), numbers);
    }

    /** The author comments under the whole name or the first one. */
    private static int author(String name, Map<String, Integer> numbers) {
        Integer whole = numbers.get(name);
        return whole != null ? whole : numbers.getOrDefault(first(name), NAMELESS);
    }

    int of(int comment) {
        return speakers[comment];
    }

    boolean isNamed(int comment) {
        return speakers[comment] != NAMELESS;
    }

    boolean isAuthor(int comment) {
        return isNamed(comment) && speakers[comment] == author;
    }

    /** The latest earlier comment by the same speaker, or -1. */
    int before(int comment) {
        return before[comment];
    }

    boolean areSame(int comment, int other) {
        return isNamed(comment) && speakers[comment] == speakers[other];
    }

    /** Whether a comment begins with the name of another's speaker; the article's author's mostly means the article. */
    boolean names(int comment, int other) {
        String name = names[other];
        return name.length() >= SHORTEST
                && !areSame(comment, other)
                && !isAuthor(other)
                && (beginnings[comment].contains(" " + name + " ")
                        || first(name).length() >= SHORTEST_FIRST
                                && beginnings[comment].contains(" " + first(name) + " "));
    }

    private static String first(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
