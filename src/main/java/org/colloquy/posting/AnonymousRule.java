package org.colloquy.posting;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Notice;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.discussion.Speaker;
import org.colloquy.name.NameKey;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.FormView.RuleView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * "Anonymous comments are not allowed": in force where an article's notice says so, and in the Open Thread, unless
 * a moderator chose another effect there.
 */
@Component
@Order(3)
class AnonymousRule implements Rule {

    static final String NAME = "ANONYMOUS";

    /** What people type who give no name, in the languages that most of them write; as {@link NameKey} has them. */
    private static final Set<String> PLACEHOLDER_NAMES = Set.of(
            "anonymous",
            "anonymus",
            "anon",
            "anonymous coward",
            "anonym",
            "anonyme",
            "anonymer",
            "anonyma",
            "anonimo",
            "anónimo",
            "anônimo",
            "anoniem",
            "anonim",
            "anonymní",
            "anonyymi",
            "anoniman",
            "ανώνυμος",
            "аноним",
            "анонимно",
            "анонимный",
            "анонім",
            "анонимен",
            "անանուն",
            "ანონიმი",
            "مجهول",
            "ناشناس",
            "אנונימי",
            "匿名",
            "匿名者",
            "名無し",
            "名無しさん",
            "익명",
            "guest",
            "a guest",
            "gast",
            "invité",
            "invitado",
            "ospite",
            "convidado",
            "gość",
            "гость",
            "гiсть",
            "гість",
            "misafir",
            "qonaq",
            "հյուր",
            "სტუმარი",
            "游客",
            "訪客",
            "ゲスト",
            "nobody",
            "noname",
            "no name",
            "nameless",
            "unnamed",
            "unknown",
            "name",
            "your name",
            "user",
            "n/a",
            "none");

    /** "(Anonymous)" and "anonymous." are no better. */
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private final CommentingRules rules;
    private final Discussions discussions;
    private final Words words;

    AnonymousRule(CommentingRules rules, Discussions discussions, Words words) {
        this.rules = rules;
        this.discussions = discussions;
        this.words = words;
    }

    /** Whether such a name is none. */
    static boolean isNone(String name) {
        String key = NameKey.of(name);
        return key.codePoints().noneMatch(Character::isLetterOrDigit)
                || PLACEHOLDER_NAMES.contains(AROUND.matcher(key).replaceAll(""));
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        if (post.speaker().kind() != Speaker.Kind.NAMELESS) {
            return Optional.empty();
        }
        RuleView rule = at(post.place());
        return rule.effect() == Effect.OFF
                ? Optional.empty()
                : Optional.of(new Ruling(
                        rule.effect(), new Objection("name", rule.sentence(), words.of("form.problem.anonymous"))));
    }

    /** The rule as it stands there. */
    RuleView at(Discussion place) {
        Optional<String> said = discussions.notice(place).stream()
                .flatMap(notice -> Notice.sentences(notice.text() == null ? "" : notice.text()).stream())
                .filter(sentence -> sentence.clause() == Clause.ANONYMOUS)
                .map(Notice.Sentence::text)
                .findFirst();
        Effect unlessChosen = said.isPresent() || place.article() == null ? Effect.REFUSE : Effect.OFF;
        return new RuleView(
                NAME,
                words.of("rules.anonymous.name"),
                said.orElseGet(() -> words.of("rules.anonymous.sentence")),
                rules.effect(place, NAME).orElse(unlessChosen));
    }
}
