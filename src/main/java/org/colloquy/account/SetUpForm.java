package org.colloquy.account;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colloquy.name.Characters;
import org.colloquy.name.NameKey;
import org.colloquy.name.PlaceholderName;
import org.jspecify.annotations.Nullable;

/** What somebody who becomes a moderator sends. */
record SetUpForm(String name, String password, String repeat) {

    /** What NIST SP 800-63B-4 asks of a password that stands alone is 15; a desk in the open deserves it nearly. */
    static final int SHORTEST_PASSWORD = 12;

    /** A whole paragraph; what is longer only costs time. */
    static final int LONGEST_PASSWORD_BYTES = 1_000;

    SetUpForm {
        name = name == null ? "" : Characters.onOneLine(name);
        password = password == null ? "" : password;
        repeat = repeat == null ? "" : repeat;
    }

    /** Field to message key; empty where all is well. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        String problem = problem(name);
        if (problem != null) {
            problems.put("name", problem);
        }
        problems.putAll(problems(password, repeat));
        return problems;
    }

    /** The message key of why nobody can be called so; null where somebody can. */
    static @Nullable String problem(String name) {
        if (!Characters.canBeKept(name) || !Characters.keepsToItself(name)) {
            return "set-up.problem.name-broken";
        }
        return PlaceholderName.is(name) || name.codePointCount(0, name.length()) > NameKey.LONGEST
                ? "set-up.problem.name"
                : null;
    }

    /** The same of a new password alone. */
    static Map<String, String> problems(String password, String repeat) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Map.of("password", "set-up.problem.short");
        } else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return Map.of("password", "set-up.problem.long");
        }
        return password.equals(repeat) ? Map.of() : Map.of("repeat", "set-up.problem.repeat");
    }
}
