package org.colloquy.people;

import java.util.List;
import org.colloquy.account.Accounts;
import org.colloquy.discussion.Authors;
import org.colloquy.discussion.Authors.Farewell;
import org.colloquy.discussion.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaves for good, all at once or not at all: the comments lose the name, then the name loses its owner. */
@Component
@Transactional
class Leaving {

    private final Accounts accounts;
    private final Authors authors;
    private final Claims claims;
    private final Ignoring ignoring;
    private final People people;

    Leaving(Accounts accounts, Authors authors, Claims claims, Ignoring ignoring, People people) {
        this.accounts = accounts;
        this.authors = authors;
        this.claims = claims;
        this.ignoring = ignoring;
        this.people = people;
    }

    /** Whether nobody would be left to look after the site. */
    boolean isNeeded(long member) {
        return accounts.isTheOnlyAdministrator(member);
    }

    /** @return whether they have left now: not the last administrator, and nobody twice */
    boolean leave(long member, Farewell farewell) {
        // Before any discussion is locked: whoever posts holds first themselves, then the discussion.
        if (accounts.isTheOnlyAdministrator(member) || !accounts.hold(member)) {
            return false;
        }
        authors.part(member, farewell);
        List<String> names = claims.end(member, farewell.importedNames() || farewell.importedTexts());
        ignoring.forget(member);
        people.forget(member);
        accounts.leave(member, names);
        return true;
    }
}
