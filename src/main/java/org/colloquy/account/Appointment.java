package org.colloquy.account;

import java.time.Clock;
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
class Appointment {

    private final Members members;
    private final HandleShapes shapes;
    private final PasswordEncoder passwords;
    private final ModerationLog log;
    private final Clock clock;

    Appointment(Members members, HandleShapes shapes, PasswordEncoder passwords, ModerationLog log, Clock clock) {
        this.members = members;
        this.shapes = shapes;
        this.passwords = passwords;
        this.log = log;
        this.clock = clock;
    }

    /** Whoever reaches the machine that Colloquy runs on is its administrator. */
    @Transactional
    void appoint(SetUpForm form) {
        Member member = members.saveAndFlush(new Member(
                form.name(),
                NameKey.of(form.name()),
                Role.ADMINISTRATOR,
                passwords.encode(form.password()),
                clock.instant()));
        shapes.give(NameShape.of(form.name()), member.id());
        log.add(LogNote.by(member.id(), Action.APPOINT).about(member.id()));
    }
}
