package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody had written into a form that was refused, whichever it was, so that it can be shown once more. */
final class TypedWords {

    /** As our forms call what is not to stand on a page: passwords, codes, and what browsers and links prove with. */
    static final Set<String> SECRET = Set.of("password", "repeat", "current", "code", "token", "credential", "_csrf");

    /** As our forms call what people say in their own words, if only in one. */
    private static final Set<String> SAID =
            Set.of("reason", "text", "words", "sentence", "explanation", "proof", "quote");

    /** What forms send by themselves (ids, keys, addresses, choices) is ASCII in one piece. */
    private static final Pattern WRITTEN = Pattern.compile("\\S\\s+\\S|[^\\x00-\\x7f]");

    private TypedWords() {}

    static List<String> of(HttpServletRequest refused) {
        return refused.getParameterMap().entrySet().stream()
                .filter(field -> !SECRET.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue())
                        .filter(value -> !value.isBlank())
                        .filter(value -> SAID.contains(field.getKey())
                                || WRITTEN.matcher(value).find()))
                .distinct()
                .toList();
    }
}
