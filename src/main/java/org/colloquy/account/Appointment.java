package org.colloquy.account;

import java.time.Clock;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes moderators, in the open. */
@Component
@Transactional
class Appointment {

    private final Members members;
    private final Suspensions suspensions;
    private final HandleShapes shapes;
    private final PasswordEncoder passwords;
    private final ModerationLog log;
    private final AccessLog access;
    private final Clock clock;

    Appointment(
            Members members,
            Suspensions suspensions,
            HandleShapes shapes,
            PasswordEncoder passwords,
            ModerationLog log,
            AccessLog access,
            Clock clock) {
        this.members = members;
        this.suspensions = suspensions;
        this.shapes = shapes;
        this.passwords = passwords;
        this.log = log;
        this.access = access;
        this.clock = clock;
    }

    /** Whoever reaches the machine that Colloquy runs on is its administrator. */
    void appoint(SetUpForm form) {
        long member = appoint(form, Role.ADMINISTRATOR);
        access.add(Kind.SET_UP, member, null, Network.here(), Role.ADMINISTRATOR.name());
    }

    /** Somebody new. */
    long appoint(SetUpForm form, Role role) {
        Member member = members.saveAndFlush(new Member(
                form.name(), NameKey.of(form.name()), role, passwords.encode(form.password()), clock.instant()));
        shapes.give(NameShape.of(form.name()), member.id());
        log.add(LogNote.by(member.id(), Action.APPOINT).about(member.id()));
        return member.id();
    }

    /**
     * Somebody who has a handle here, and keeps it.
     *
     * @param password a new one, or empty where they have one and keep it
     * @throws Refused if they moderate, have left or may not post: each may have become so in that moment
     */
    long appoint(long id, Role role, String password) {
        Member member = members.lock(id)
                .filter(found -> !found.hasLeft() && !found.role().moderates())
                .filter(found -> suspensions.of(found.id()).isEmpty())
                .orElseThrow(Refused::new);
        if (!password.isEmpty()) {
            member.password(passwords.encode(password));
        }
        member.role(role);
        log.add(LogNote.by(id, Action.APPOINT).about(id));
        return id;
    }

    /** Nobody becomes a moderator twice, or while other moderators keep them from posting. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("only who is here, does not moderate yet, and may post");
        }
    }
}
