package org.colloquy.posting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What moderators chose for a rule, in one discussion or on the whole site. Where they chose nothing there is none. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class CommentingRule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** Null for the whole site. */
    private @Nullable Long discussionId;

    private String rule;

    @Enumerated(EnumType.STRING)
    private Effect effect;

    /** In a moderator's words; null for those of the notice or the built-in ones. */
    private @Nullable String sentence;

    /** {@code name=number}, separated by spaces. */
    private String limits = "";

    /** One a line. */
    private String words = "";

    /** For JPA. */
    CommentingRule() {}

    CommentingRule(@Nullable Long discussionId, String rule) {
        this.discussionId = discussionId;
        this.rule = rule;
    }

    boolean isForSite() {
        return discussionId == null;
    }

    String rule() {
        return rule;
    }

    void choose(Setting chosen) {
        effect = chosen.effect();
        sentence = chosen.sentence();
        limits = chosen.limits().entrySet().stream()
                .map(limit -> limit.getKey() + "=" + limit.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        words = String.join("\n", chosen.words().listed());
    }

    /** What was chosen; a limit that the row does not have, as it came later, is the usual one. */
    Setting setting(Outline outline) {
        Map<String, Integer> numbers = new HashMap<>();
        outline.limits().forEach(limit -> numbers.put(limit.name(), limit.usual()));
        for (String limit : limits.split(" ")) {
            int equals = limit.indexOf('=');
            if (equals > 0) {
                numbers.replace(limit.substring(0, equals), Integer.valueOf(limit.substring(equals + 1)));
            }
        }
        return new Setting(
                effect,
                sentence,
                Map.copyOf(numbers),
                WordList.of(words.lines().toList()),
                isForSite() ? Setting.Origin.SITE : Setting.Origin.HERE);
    }
}
