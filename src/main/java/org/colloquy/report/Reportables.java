package org.colloquy.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Viewer;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.PlaceRules;
import org.colloquy.posting.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what can be reported, and the rules that it may break. */
@Component
class Reportables {

    /** What is wrong with how something was sent, or has a moderator look at it, and not with what it says. */
    private static final Set<String> NOT_TO_BE_SEEN =
            Set.of("PACE", "HONEYPOT", "TOO_FAST", "CLOSED", "TEXT", "FIRST", "HEATED", "HELD_WORDS", "OFF_TOPIC");

    /** What the receipt of a flag keeps of a rule. */
    private static final int LONGEST_RULE = 500;

    private final Discussions discussions;
    private final Rulebook rulebook;

    Reportables(Discussions discussions, Rulebook rulebook) {
        this.discussions = discussions;
        this.rulebook = rulebook;
    }

    /**
     * @param place the last part of the discussion's address
     * @param number of the comment there, or null for the article
     */
    Optional<Reported> find(String place, @Nullable Integer number, Viewer viewer) {
        return discussions
                .named(place)
                .map(there -> new Reported(
                        there,
                        number == null
                                ? null
                                : discussions.comment(there, viewer, number).orElse(null)))
                .filter(found -> found.comment() == null
                        ? number == null && found.place().article() != null
                        : found.comment().kind() != CommentView.Kind.PLACEHOLDER);
    }

    /** What a comment can break there, as commenters read it. None for an article. */
    List<String> rules(Reported found) {
        if (found.comment() == null) {
            return List.of();
        }
        PlaceRules there = rulebook.at(found.place());
        return Stream.concat(
                        there.rules().stream()
                                .filter(rule -> !NOT_TO_BE_SEEN.contains(rule.key()))
                                .map(RuleView::name),
                        house(there.shownOnly()))
                .filter(rule -> rule.length() <= LONGEST_RULE)
                .map(String::strip)
                .distinct()
                .toList();
    }

    /** What else a notice says: its heading is no rule, and what stands before that only leads to it. */
    static Stream<String> house(List<String> sentences) {
        boolean headed = sentences.stream().anyMatch(Notice::isHeading);
        return sentences.stream()
                .dropWhile(sentence -> headed && !Notice.isHeading(sentence))
                .filter(sentence -> !Notice.isHeading(sentence));
    }
}
