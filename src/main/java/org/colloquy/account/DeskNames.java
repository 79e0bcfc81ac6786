package org.colloquy.account;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.access.AccessLog;
import org.colloquy.name.HouseName;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moderators sign with, where that is not their handle. Such a name is as much somebody's own as a handle is: nobody
 * else can be called so, nor anything that looks like it, also once it is given up.
 */
@Component
class DeskNames {

    /** What the log calls those who are nobody in particular, beside what nobody is called anywhere. */
    private static final Set<String> HOUSE = Stream.of("The operator", "Operator")
            .flatMap(name -> NameShape.of(name).stream())
            .collect(Collectors.toUnmodifiableSet());

    enum Choice {
        DONE,
        /** It would be taken for the name of whoever looks after the site, whoever signs with it. */
        HOUSE,
        /** It is the name of somebody else, or looks like it. */
        TAKEN
    }

    private final Members members;
    private final HandleShapes shapes;
    private final Accounts accounts;
    private final AccessLog access;

    DeskNames(Members members, HandleShapes shapes, Accounts accounts, AccessLog access) {
        this.members = members;
        this.shapes = shapes;
        this.accounts = accounts;
        this.access = access;
    }

    /** The desk name of a member; empty where they sign with their handle. */
    @Transactional(readOnly = true)
    String of(long member) {
        return members.findById(member).map(Member::deskName).orElse("");
    }

    /**
     * Lets a moderator sign with a name from now on, also what they did before.
     *
     * @param name one that somebody can be called; empty for the handle
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody else was quicker
     */
    @Transactional
    Choice choose(long id, String name) {
        Member member = members.lock(id).orElseThrow();
        String handle = Objects.requireNonNull(member.handle(), "a moderator has a handle");
        String before = member.deskName();
        boolean own = name.isEmpty() || NameKey.of(name).equals(NameKey.of(handle)) || name.equals(before);
        if (!own && (HouseName.is(name) || !Collections.disjoint(HOUSE, NameShape.of(name)))) {
            return Choice.HOUSE;
        }
        if (!own && (shapes.isOthers(name, id) || accounts.isTakenOtherwise(name, Set.of(handle)))) {
            return Choice.TAKEN;
        }
        String signed = before == null ? handle : before;
        String signs = name.isEmpty() ? handle : name;
        if (signs.equals(signed)) {
            return Choice.DONE;
        }
        if (before != null) {
            shapes.retire(before, id, handle);
        }
        if (name.isEmpty() || name.equals(handle)) {
            member.deskName(null);
        } else {
            shapes.giveAlso(NameShape.of(name), id);
            member.deskName(name);
        }
        access.addRenaming(id, Network.here(), signed, signs);
        return Choice.DONE;
    }
}
