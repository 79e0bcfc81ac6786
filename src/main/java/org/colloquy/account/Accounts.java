package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to who somebody is. */
@Component
public class Accounts {

    private final Members members;
    private final HandleKeeper keeper;
    private final Clock clock;

    Accounts(Members members, HandleKeeper keeper, Clock clock) {
        this.members = members;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Whether somebody holds a handle with that key (as made by {@code NameKey}). */
    @Transactional(readOnly = true)
    public boolean isClaimed(String key) {
        return members.findByHandleKey(key).isPresent();
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

    /** Whether there is anybody who can sit at the desk. */
    @Transactional(readOnly = true)
    public boolean hasModerator() {
        return members.existsByRoleIn(EnumSet.of(Role.MODERATOR, Role.ADMINISTRATOR));
    }
}
