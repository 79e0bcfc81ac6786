package org.colloquy.discussion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A site's own note with its commenting rules, which stands as comment 1 of a discussion, and what each of its sentences
 * asks for. Read from English wording; what is not surely a rule is only shown.
 */
public final class Notice {
    /** A note is short. A longer first comment is somebody's contribution, whatever it says about rules. */
    private static final int LONGEST = 4_000;

    private static final Pattern HEADING = Pattern.compile("(?:please (?:read|see|note|follow|observe) )?"
            + "(?:(?:our|the|my|these|this|site|house|general) ){0,2}"
            + "(?:comment(?:s|ing|ers)?|posting|discussion|house|community|forum)"
            + " (?:rules?|polic(?:y|ies)|guidelines)(?: (?:for|of|on|in|apply|below|here)\\b.*)?\\W*");

    /** A sentence ends at its mark, or where a line ends and the next one begins anew. */
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<=[.!?\u2026][\"'\u201d\u2019)]{0,2})\\s+(?=[^\\p{Ll}\\s])|\\n\\s*\\n\\s*|\\n(?=[^\\p{Ll}])");

    private Notice() {}

    /** What a sentence switches on. */
    public enum Clause {
        /** Comments need a name. */
        ANONYMOUS,
        /** Off-topic comments belong in the Open Thread, or nowhere. */
        OFF_TOPIC,
        /** Nothing: it is shown and no more. */
        SHOWN_ONLY
    }

    /** @param text as it stands in the notice, on one line */
    public record Sentence(String text, Clause clause) {}

    /**
     * Whether this comment is a notice: the first one, said by nobody, which has a heading that names commenting rules,
     * or states two different rules, or states a rule in every sentence.
     *
     * @param speaker the comment's name, or null where it has none
     */
    public static boolean isNotice(int number, @Nullable String speaker, String text) {
        if (number != 1 || speaker != null || text.isBlank() || text.length() > LONGEST) {
            return false;
        }
        List<Sentence> sentences = sentences(text);
        Set<Clause> clauses = EnumSet.noneOf(Clause.class);
        sentences.forEach(sentence -> clauses.add(sentence.clause()));
        return clauses.containsAll(Set.of(Clause.ANONYMOUS, Clause.OFF_TOPIC))
                || !clauses.contains(Clause.SHOWN_ONLY)
                || sentences.stream().anyMatch(sentence -> isHeading(sentence.text()));
    }

    /**
     * The notice's sentences in order. A sentence that states two rules is there once for each.
     *
     * @param text a notice
     */
    public static List<Sentence> sentences(String text) {
        List<Sentence> sentences = new ArrayList<>();
        for (String part : SENTENCE_END.split(text)) {
            String sentence =
                    part.strip().replaceFirst("^[*\u2022\u2013-] ", "").replaceAll("\\s+", " ");
            if (!sentence.isEmpty()) {
                Wording.clauses(sentence).forEach(clause -> sentences.add(new Sentence(sentence, clause)));
            }
        }
        return sentences;
    }

    /** Whether a sentence only says that rules follow. */
    public static boolean isHeading(String sentence) {
        return HEADING.matcher(Wording.plain(sentence)).matches();
    }
}
