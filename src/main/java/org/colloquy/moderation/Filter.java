package org.colloquy.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.colloquy.discussion.Queue.Reason;
import org.colloquy.discussion.Queue.Which;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a moderator looks at, as its address says.
 *
 * @param tab why it is to be looked at, or null for wherever there is something to do
 * @param place the only discussion, as its slug; empty for all
 * @param by whose, or empty
 * @param words that the text has, or empty
 * @param page from 0
 * @param at the row that one was at, from 1; 0 for none
 */
public record Filter(@Nullable Reason tab, String place, String by, String words, Which which, int page, int at) {

    /** The longest that is looked for; whatever is longer is in no comment's beginning, and in no name. */
    private static final int LONGEST = 200;

    static Filter of(Map<String, String> asked) {
        return new Filter(
                constant(Reason.values(), asked.get("tab")),
                text(asked.get("place")),
                text(asked.get("by")),
                text(asked.get("words")),
                Objects.requireNonNullElse(constant(Which.values(), asked.get("which")), Which.OPEN),
                number(asked.get("page")),
                number(asked.get("at")));
    }

    private static int number(@Nullable String asked) {
        return asked != null && asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 0;
    }

    private static String text(@Nullable String asked) {
        String text = asked == null ? "" : asked.strip();
        return text.substring(0, Math.min(LONGEST, text.length())).replace("\u0000", "");
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] known, @Nullable String asked) {
        return Arrays.stream(known)
                .filter(one -> slug(one).equals(asked))
                .findFirst()
                .orElse(null);
    }

    private static String slug(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same of another tab, from its first page on. */
    public Filter in(Reason other) {
        return new Filter(other, place, by, words, which, 0, 0);
    }

    public Filter page(int number) {
        return new Filter(tab, place, by, words, which, number, 0);
    }

    /** The same, at that row of its page, so that one comes back to it. */
    public Filter at(int row) {
        return new Filter(tab, place, by, words, which, page, row);
    }

    /** What addresses call the tab; empty where none was asked for. */
    public String slug() {
        return tab == null ? "" : slug(tab);
    }

    /** What addresses call what has become of it. */
    public String whichSlug() {
        return slug(which);
    }

    /** Whether it leaves out anything but what has been judged. */
    public boolean narrows() {
        return !place.isEmpty() || !by.isEmpty() || !words.isEmpty();
    }

    public String address() {
        return address("/moderation");
    }

    public String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "tab", slug());
        add(address, "place", place);
        add(address, "by", by);
        add(address, "words", words);
        add(address, "which", which == Which.OPEN ? "" : slug(which));
        add(address, "page", page == 0 ? "" : String.valueOf(page));
        add(address, "at", at == 0 ? "" : String.valueOf(at));
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            // As a variable: what looks like one in it is taken as it is.
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
