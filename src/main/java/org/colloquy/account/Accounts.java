package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to who somebody is. */
@Component
public class Accounts {

    private final Members members;
    private final HandleKeeper keeper;
    private final List<TakenNames> others;
    private final Clock clock;

    Accounts(Members members, HandleKeeper keeper, List<TakenNames> others, Clock clock) {
        this.members = members;
        this.keeper = keeper;
        this.others = others;
        this.clock = clock;
    }

    /** Whether the name with that key (as made by {@code NameKey}) is a handle or belongs to somebody otherwise. */
    @Transactional(readOnly = true)
    public boolean isTaken(String key) {
        return members.findByHandleKey(key).isPresent() || others.stream().anyMatch(names -> names.include(key));
    }

    /**
     * Claims a handle for the browser that sent the request: its cookie goes out with the response.
     *
     * @return the member's id
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else was quicker
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long claim(String handle, String key, HttpServletRequest request, HttpServletResponse response) {
        Member member = members.saveAndFlush(new Member(handle, key, Role.COMMENTER, null, clock.instant()));
        keeper.keep(member, request, response);
        return member.id();
    }

    /** Lets a browser that claimed a handle, and may not have got the answer, post under it all the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepAgain(long member, HttpServletRequest request, HttpServletResponse response) {
        members.findById(member)
                .filter(found -> !found.role().moderates())
                .ifPresent(found -> keeper.keep(found, request, response));
    }

    /** Whether there is anybody who can sit at the desk. */
    @Transactional(readOnly = true)
    boolean hasModerator() {
        return members.existsByRoleIn(EnumSet.of(Role.MODERATOR, Role.ADMINISTRATOR));
    }
}
