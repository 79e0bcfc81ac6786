package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The door to who somebody is. */
@Component
public class Accounts {

    /** The attribute of the next page's model that holds a recovery code. */
    static final String RECOVERY_CODE = "recoveryCode";

    /** And the one that holds whose it is: to nobody else it is shown, whatever session they came by. */
    private static final String RECOVERY_CODE_OF = "recoveryCodeOf";

    private final Members members;
    private final HandleShapes shapes;
    private final HandleKeeper keeper;
    private final List<TakenNames> others;
    private final Clock clock;

    Accounts(Members members, HandleShapes shapes, HandleKeeper keeper, List<TakenNames> others, Clock clock) {
        this.members = members;
        this.shapes = shapes;
        this.keeper = keeper;
        this.others = others;
        this.clock = clock;
    }

    /**
     * The name of somebody else that this one is or looks like: a handle, or one that belongs to somebody otherwise.
     * The same name comes before those that only look like it.
     */
    @Transactional(readOnly = true)
    public Optional<String> taken(String name) {
        Set<String> alike = NameShape.of(name);
        return members.findByHandleKey(NameKey.of(name))
                .map(Member::handle)
                .or(() -> shapes.handle(alike))
                .or(() -> others.stream()
                        .flatMap(names -> names.alike(alike).stream())
                        .findFirst());
    }

    /** Whether the name is somebody else's, or looks like it. */
    @Transactional(readOnly = true)
    public boolean isTaken(String name) {
        return taken(name).isPresent();
    }

    /**
     * Claims a handle for the browser that sent the request: its cookie goes out with the response, and the page that
     * the response leads to shows the recovery code, once.
     *
     * @return the member's id
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else was quicker, with this name or one that
     *     looks like it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long claim(String handle, HttpServletRequest request, HttpServletResponse response) {
        Member member =
                members.saveAndFlush(new Member(handle, NameKey.of(handle), Role.COMMENTER, null, clock.instant()));
        shapes.give(NameShape.of(handle), member.id());
        String code = RecoveryCode.create();
        member.recoveryHash(RecoveryCode.hash(code));
        keeper.keep(member, request, response);
        FlashMap next = RequestContextUtils.getOutputFlashMap(request);
        next.put(RECOVERY_CODE, code);
        next.put(RECOVERY_CODE_OF, member.id());
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
