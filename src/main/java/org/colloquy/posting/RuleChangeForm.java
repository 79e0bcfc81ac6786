package org.colloquy.posting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.log.Reason;
import org.colloquy.name.Characters;
import org.colloquy.posting.Setting.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator sends about a rule, as typed.
 *
 * @param effect one of {@link Effect}, or {@code OTHERWISE} to take the choice back
 * @param limits by name
 * @param words one a line
 */
public record RuleChangeForm(String effect, String sentence, Map<String, String> limits, String words, String reason) {

    /** What takes an earlier choice back. */
    public static final String OTHERWISE = "OTHERWISE";

    private static final int LONGEST_SENTENCE = 300;

    /** A list is looked through for every comment, by people too. */
    private static final int MOST_WORDS = 1_000;

    private static final int LONGEST_PHRASE = 100;

    static RuleChangeForm of(Map<String, String> sent) {
        Map<String, String> limits = new HashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith("limit-")) {
                limits.put(name.substring("limit-".length()), value.strip());
            }
        });
        return new RuleChangeForm(
                sent.getOrDefault("effect", ""),
                Characters.onOneLine(sent.getOrDefault("sentence", "")),
                limits,
                sent.getOrDefault("words", ""),
                Characters.onOneLine(sent.getOrDefault("reason", "")));
    }

    static RuleChangeForm of(Setting setting) {
        Map<String, String> limits = new HashMap<>();
        setting.limits().forEach((name, number) -> limits.put(name, String.valueOf(number)));
        String sentence = setting.sentence();
        return new RuleChangeForm(
                setting.effect().name(),
                sentence == null || setting.origin() == Origin.NOTICE ? "" : sentence,
                limits,
                String.join("\n", setting.words().listed()),
                "");
    }

    /** What is wrong with it, by field: empty where nothing is. */
    Map<String, String> problems(Outline outline, Phrases phrases) {
        Map<String, String> problems = new HashMap<>();
        if (!effect.equals(OTHERWISE) && effect(outline).isEmpty()) {
            problems.put("effect", phrases.of("rule.problem.effect"));
        }
        if (sentence.length() > LONGEST_SENTENCE || !Characters.canBeKept(sentence)) {
            problems.put("sentence", phrases.of("rule.problem.sentence", LONGEST_SENTENCE));
        }
        Reason.Problem why = Reason.optional(reason).problem();
        if (why != null) {
            problems.put("reason", phrases.of(why.message(), Reason.LONGEST));
        }
        for (Limit limit : outline.limits()) {
            if (number(limit) == null) {
                problems.put("limit-" + limit.name(), phrases.of("rule.problem.limit", limit.least(), limit.most()));
            }
        }
        if (outline.listsWords() && !effect.equals(OTHERWISE)) {
            words(effect(outline).orElse(Effect.OFF))
                    .map(key -> phrases.of(key, MOST_WORDS, LONGEST_PHRASE))
                    .ifPresent(problem -> problems.put("words", problem));
        }
        return problems;
    }

    private Optional<String> words(Effect chosen) {
        List<String> listed = listed();
        if (listed.size() > MOST_WORDS
                || listed.stream().anyMatch(phrase -> phrase.length() > LONGEST_PHRASE)
                || !Characters.canBeKept(String.join("\n", listed))) {
            return Optional.of("rule.problem.words");
        }
        boolean none = chosen != Effect.OFF && WordList.of(listed).byFirstWord().isEmpty();
        return none ? Optional.of("rule.problem.no-words") : Optional.empty();
    }

    private List<String> listed() {
        return words.lines()
                .map(Characters::onOneLine)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** What is chosen, once there are no problems; null where a choice is taken back. */
    @Nullable
    Setting setting(Outline outline, boolean site) {
        if (effect.equals(OTHERWISE)) {
            return null;
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (Limit limit : outline.limits()) {
            Integer number = number(limit);
            numbers.put(limit.name(), number == null ? limit.usual() : number);
        }
        return new Setting(
                effect(outline).orElseThrow(),
                sentence.isEmpty() ? null : sentence,
                Map.copyOf(numbers),
                outline.listsWords() ? WordList.of(listed()) : WordList.NONE,
                site ? Origin.SITE : Origin.HERE);
    }

    private Optional<Effect> effect(Outline outline) {
        return Stream.of(Effect.values())
                .filter(known ->
                        known.name().equals(effect) && outline.effects().contains(known))
                .findFirst();
    }

    /** A field that was not sent at all asks for what is usual. */
    private @Nullable Integer number(Limit limit) {
        String typed = limits.getOrDefault(limit.name(), String.valueOf(limit.usual()));
        if (!typed.matches("\\d{1,6}")) {
            return null;
        }
        int number = Integer.parseInt(typed);
        return number >= limit.least() && number <= limit.most() ? number : null;
    }
}
