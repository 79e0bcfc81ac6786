package org.colloquy.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.log.Undoing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what: administrators make moderators administrators and back, and dismiss them, in the open. What somebody may
 * do is asked at each request, so that all of it counts from their very next one on.
 */
@Component
@Transactional
class Roles implements Undoing {

    /** What can be made of somebody who moderates. */
    enum Change {
        PROMOTE(Role.MODERATOR, Role.ADMINISTRATOR, Action.PROMOTE),
        DEMOTE(Role.ADMINISTRATOR, Role.MODERATOR, Action.DEMOTE),
        /** No more than a commenter, from either. */
        DISMISS(null, Role.COMMENTER, Action.DISMISS);

        private final @Nullable Role from;
        private final Role to;
        private final Action action;

        Change(@Nullable Role from, Role to, Action action) {
            this.from = from;
            this.to = to;
            this.action = action;
        }

        boolean isFor(Role role) {
            return from == null ? role.moderates() : role == from;
        }
    }

    /** What came of it. */
    enum Outcome {
        DONE,
        /** They are not what they were any more. */
        OVER,
        /** Nobody would be left to look after the site. */
        LAST
    }

    /**
     * Somebody who moderates.
     *
     * @param name what they sign with
     * @param handle what they post under
     */
    public record Moderator(long id, String name, String handle, Role role) {}

    private final Members members;
    private final Suspensions suspensions;
    private final Sessions sessions;
    private final Invitations invitations;
    private final ModerationLog log;
    private final AccessLog access;

    Roles(
            Members members,
            Suspensions suspensions,
            Sessions sessions,
            Invitations invitations,
            ModerationLog log,
            AccessLog access) {
        this.members = members;
        this.suspensions = suspensions;
        this.sessions = sessions;
        this.invitations = invitations;
        this.log = log;
        this.access = access;
    }

    /** Everybody who moderates, the first one first. */
    @Transactional(readOnly = true)
    public List<Moderator> moderators() {
        return members.findByRoleInOrderById(EnumSet.of(Role.MODERATOR, Role.ADMINISTRATOR)).stream()
                .map(member -> {
                    String handle = String.valueOf(member.handle());
                    String deskName = member.deskName();
                    return new Moderator(member.id(), deskName == null ? handle : deskName, handle, member.role());
                })
                .toList();
    }

    /** @param entry its id in the log, to undo it by; null where nothing was done */
    record Changed(Outcome outcome, @Nullable Long entry) {}

    Changed change(long id, Change change, long by) {
        boolean last = isTheLast(id);
        Member member = members.lock(id).orElse(null);
        if (member == null || !change.isFor(member.role())) {
            return new Changed(Outcome.OVER, null);
        }
        if (last && change.to != Role.ADMINISTRATOR) {
            return new Changed(Outcome.LAST, null);
        }
        Role before = member.role();
        become(member, change.to, by);
        return new Changed(
                Outcome.DONE, log.add(LogNote.by(by, change.action).about(id).from(before.name())));
    }

    /** Keeps other administrators what they are until this transaction ends. */
    private boolean isTheLast(long id) {
        List<Member> administrators = members.lock(Role.ADMINISTRATOR);
        return administrators.size() == 1 && administrators.get(0).id() == id;
    }

    private void become(Member member, Role role, long by) {
        member.role(role);
        if (role != Role.ADMINISTRATOR) {
            invitations.revokeAllOf(member.id());
        }
        if (!role.moderates()) {
            sessions.endOthers(member.id(), null);
        }
        access.add(role.moderates() ? Kind.ROLE_CHANGED : Kind.DISMISSED, member.id(), by, Network.here(), role.name());
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.PROMOTE, Action.DEMOTE, Action.DISMISS);
    }

    /** Only administrators, though every moderator may undo other acts. */
    @Override
    @Transactional(readOnly = true)
    public boolean isFor(LogLine entry, long by) {
        return members.existsByIdAndRole(by, Role.ADMINISTRATOR);
    }

    @Override
    public boolean asksPassword() {
        return true;
    }

    @Override
    public boolean undo(LogLine entry, @Nullable String former, long by) {
        LogLine.Who subject = entry.subject();
        if (subject == null || former == null) {
            return false;
        }
        boolean last = isTheLast(subject.id());
        Role back = Role.valueOf(former);
        Member member = members.lock(subject.id()).orElse(null);
        if (member == null
                || member.hasLeft()
                || suspensions.of(member.id()).isPresent()
                || member.role() != Change.valueOf(entry.action().name()).to
                || (last && back != Role.ADMINISTRATOR)
                || !isFor(entry, by)) {
            return false;
        }
        become(member, back, by);
        return true;
    }
}
