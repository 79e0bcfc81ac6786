package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.account.Accounts;
import org.colloquy.name.Characters;
import org.colloquy.name.HouseName;
import org.colloquy.name.NameKey;
import org.colloquy.posting.FormView.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody posts under a name that is somebody else's or looks like it: claimed here, speaking in a document, an article's
 * author, or whoever looks after the site.
 */
@Component
@Order(2)
class NameRule implements Rule {

    private final Accounts accounts;
    private final Phrases words;

    NameRule(Accounts accounts, Phrases words) {
        this.accounts = accounts;
        this.words = words;
    }

    @Override
    public Optional<Ruling> judge(Post post) {
        String name = post.speaker().name();
        if (name == null || post.member() != null) {
            return Optional.empty();
        }
        if (!Characters.canBeKept(name) || !Characters.keepsToItself(name)) {
            return unusable("form.problem.nameBroken");
        }
        if (name.codePointCount(0, name.length()) > NameKey.LONGEST) {
            return unusable("form.problem.nameLong", NameKey.LONGEST);
        }
        if (HouseName.is(name)) {
            return refuse(words.of("rules.name.sentence"), "form.problem.nameHouse", name);
        }
        return accounts.taken(name)
                .flatMap(owner -> NameKey.of(owner).equals(NameKey.of(name)) ? taken(name) : alike(name, owner));
    }

    private Optional<Ruling> alike(String name, String owner) {
        return refuse(words.of("rules.name.sentence"), "form.problem.nameAlike", name, owner);
    }

    Optional<Ruling> taken(String name) {
        String key = accounts.isHandle(name) ? "form.problem.nameTaken" : "form.problem.nameImported";
        return refuse(words.of("rules.name.sentence"), key, name);
    }

    private Optional<Ruling> unusable(String key, Object... arguments) {
        return refuse(null, key, arguments);
    }

    private Optional<Ruling> refuse(@Nullable String rule, String key, Object... arguments) {
        return Optional.of(new Ruling(
                "NAME",
                Effect.REFUSE,
                new Objection(
                        "name", rule == null ? null : words.of("rule.name.NAME"), rule, words.of(key, arguments))));
    }
}
