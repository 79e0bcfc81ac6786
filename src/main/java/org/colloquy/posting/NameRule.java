package org.colloquy.posting;

import java.util.Optional;
import java.util.Set;
import org.colloquy.account.Accounts;
import org.colloquy.name.Characters;
import org.colloquy.name.NameKey;
import org.colloquy.posting.FormView.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody posts under a name that is somebody else's: claimed here, speaking in a document, or an article's author. */
@Component
@Order(2)
class NameRule implements Rule {

    /** Who would wear these would be taken for the house. */
    private static final Set<String> OF_THE_HOUSE =
            Set.of("moderator", "the moderator", "administrator", "admin", "colloquy", "the author");

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
        if (!Characters.canBeKept(name)) {
            return unusable("form.problem.nameBroken");
        }
        if (name.codePointCount(0, name.length()) > NameKey.LONGEST) {
            return unusable("form.problem.nameLong", NameKey.LONGEST);
        }
        String key = NameKey.of(name);
        boolean taken = OF_THE_HOUSE.contains(key) || accounts.isTaken(key);
        return taken ? taken(name) : Optional.empty();
    }

    Optional<Ruling> taken(String name) {
        return refuse(words.of("rules.name.sentence"), "form.problem.nameTaken", name);
    }

    private Optional<Ruling> unusable(String key, Object... arguments) {
        return refuse(null, key, arguments);
    }

    private Optional<Ruling> refuse(@Nullable String rule, String key, Object... arguments) {
        return Optional.of(new Ruling(Effect.REFUSE, new Objection("name", rule, words.of(key, arguments))));
    }
}
