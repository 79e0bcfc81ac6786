package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.springframework.security.core.context.SecurityContextHolder;
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
    private final KeptNames names;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final AccessLog access;
    private final List<TakenNames> others;
    private final Clock clock;

    Accounts(
            Members members,
            HandleShapes shapes,
            HandleKeeper keeper,
            KeptNames names,
            Sessions sessions,
            Passkeys passkeys,
            AccessLog access,
            List<TakenNames> others,
            Clock clock) {
        this.members = members;
        this.shapes = shapes;
        this.keeper = keeper;
        this.names = names;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.access = access;
        this.others = others;
        this.clock = clock;
    }

    /**
     * The name of somebody else that this one is or looks like: a handle, or one that belongs to somebody otherwise.
     * The same name comes before those that only look like it. Where its owner does not use it any more, nobody reads what
     * it was: then it is the name that was asked for.
     */
    @Transactional(readOnly = true)
    public Optional<String> taken(String name) {
        Set<String> alike = NameShape.of(name);
        return members.findByHandleKey(NameKey.of(name))
                .map(Member::handle)
                .or(() -> shapes.holder(name))
                .or(() -> others.stream()
                        .flatMap(names -> names.alike(alike).stream())
                        .findFirst());
    }

    /**
     * Whether a name belongs to somebody although nobody holds it as a handle.
     *
     * @param own names that may look like it
     */
    boolean isTakenOtherwise(String name, Set<String> own) {
        Set<String> alike = new HashSet<>(NameShape.of(name));
        own.forEach(one -> alike.removeAll(NameShape.of(one)));
        return others.stream().anyMatch(names -> names.alike(alike).isPresent());
    }

    /** Whether that is the handle of somebody, or looks like one, and not only a name that belongs to somebody otherwise. */
    @Transactional(readOnly = true)
    public boolean isHandle(String name) {
        return members.findByHandleKey(NameKey.of(name)).isPresent()
                || shapes.holder(name).isPresent();
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

    /**
     * Keeps a member from leaving until this transaction ends; to be done before any discussion is locked.
     *
     * @return whether they are still here
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(long member) {
        return members.lock(member).filter(found -> !found.hasLeft()).isPresent();
    }

    /**
     * Whether nobody could appoint or look after anything if that member left. Keeps other administrators from leaving
     * until this transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isTheOnlyAdministrator(long member) {
        return members.existsByIdAndRole(member, Role.ADMINISTRATOR)
                && members.lock(Role.ADMINISTRATOR).stream().allMatch(one -> one.id() == member);
    }

    /** Whether somebody else can sit at the desk. */
    @Transactional(readOnly = true)
    public boolean othersModerate(long member) {
        return members.existsByRoleInAndIdNot(EnumSet.of(Role.MODERATOR, Role.ADMINISTRATOR), member);
    }

    /**
     * Lets a member go, for good: no browser, password or code brings them back. Their handle stays taken, though nobody
     * can read any more what it was.
     *
     * @param names others that they had, to stay taken as well
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(long member, Collection<String> names) {
        Member leaving = members.findById(member).orElseThrow();
        keeper.revokeAll(member);
        sessions.endOthers(member, null);
        passkeys.removeAll(member);
        if (leaving.role().moderates()) {
            access.add(Kind.LEFT, member, member, Network.here(), null);
        }
        access.forgetNames(member);
        Stream.of(leaving.handle(), leaving.deskName())
                .filter(Objects::nonNull)
                .forEach(name -> shapes.retire(name, member));
        names.forEach(name -> shapes.retire(name, member));
        leaving.leave(clock.instant());
    }

    /** Ends the session and lets the browser forget who it was. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        keeper.forget(request, response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /**
     * Gives a member another name, one that nobody could claim. The one before stays taken.
     *
     * @return the one before; empty, and nothing changed, where the name is or looks like the handle of somebody else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> rename(long member, String name) {
        Member renamed = members.lock(member).orElseThrow();
        String before = renamed.handle();
        boolean anothers = members.findByHandleKey(NameKey.of(name))
                .filter(found -> !found.id().equals(member))
                .isPresent();
        if (before == null || anothers || shapes.isOthers(name, member)) {
            return Optional.empty();
        }
        shapes.retire(before, member, renamed.deskName());
        call(renamed, name);
        return Optional.of(before);
    }

    /**
     * Frees a member's handle: they post under it no more, and anybody may claim it.
     *
     * @return the handle; empty where they have none, or moderate
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> release(long member) {
        Member found = members.lock(member).orElseThrow();
        String handle = found.handle();
        if (handle == null || found.role().moderates()) {
            return Optional.empty();
        }
        keeper.revokeAll(member);
        shapes.release(handle, member, null);
        found.release();
        return Optional.of(handle);
    }

    /** Gives a member the handle again that was freed; returns whether nobody has claimed it, or one like it, meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveBack(long member, String handle) {
        Member found = members.lock(member).orElseThrow();
        if (found.handle() != null || found.hasLeft() || isTaken(handle)) {
            return false;
        }
        shapes.give(NameShape.of(handle), member);
        found.rename(handle, NameKey.of(handle));
        return true;
    }

    /** Whether there is such a member, who has not left. */
    @Transactional(readOnly = true)
    public boolean isThere(long member) {
        return members.findById(member).filter(found -> !found.hasLeft()).isPresent();
    }

    /** The handle that a member has now. */
    @Transactional(readOnly = true)
    public Optional<String> handle(long member) {
        return members.findById(member).map(Member::handle);
    }

    /** Takes a name away that {@link #rename} gave by mistake: who has it still is called as before again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAway(long member, String name, String before) {
        Member renamed = members.lock(member).orElseThrow();
        String handle = renamed.handle();
        shapes.release(name, member, renamed.deskName());
        if (handle != null && NameKey.of(handle).equals(NameKey.of(name))) {
            shapes.release(before, member, renamed.deskName());
            call(renamed, before);
        }
    }

    private void call(Member member, String name) {
        shapes.giveAlso(NameShape.of(name), member.id());
        member.rename(name, NameKey.of(name));
    }

    /** What is kept of who is signed in. */
    public Kept kept(SignedIn you) {
        return names.kept(you.member());
    }

    /** Whether there is anybody who can sit at the desk. */
    @Transactional(readOnly = true)
    boolean hasModerator() {
        return members.existsByRoleIn(EnumSet.of(Role.MODERATOR, Role.ADMINISTRATOR));
    }
}
