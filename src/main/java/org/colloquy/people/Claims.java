package org.colloquy.people;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.account.Accounts;
import org.colloquy.discussion.Authors;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogNote;
import org.colloquy.log.ModerationLog;
import org.colloquy.name.NameKey;
import org.colloquy.people.ClaimView.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who the speakers of documents are here. Each decision is one method: what it changes and its entry in the log, in one
 * transaction. A name of one document has one owner at most, and nobody decides about themselves.
 */
@Component
@Transactional
public class Claims {

    /** Each refusal is a public line in the log: proof that was not enough seldom gets better within a day. */
    private static final Duration UNTIL_NEXT_TRY = Duration.ofDays(7);

    private final NameClaims claims;
    private final Accounts accounts;
    private final Authors authors;
    private final Discussions discussions;
    private final ModerationLog log;
    private final EntityManager entities;
    private final Clock clock;

    Claims(
            NameClaims claims,
            Accounts accounts,
            Authors authors,
            Discussions discussions,
            ModerationLog log,
            EntityManager entities,
            Clock clock) {
        this.claims = claims;
        this.accounts = accounts;
        this.authors = authors;
        this.discussions = discussions;
        this.log = log;
        this.entities = entities;
        this.clock = clock;
    }

    /** How many wait for a moderator. */
    @Transactional(readOnly = true)
    public int open() {
        return claims.countByState(State.OPEN);
    }

    /** Everything that a member has asked, the last first. */
    @Transactional(readOnly = true)
    List<ClaimView> of(long member) {
        return views(claims.findByMemberIdOrderByIdDesc(member));
    }

    /** What waits, and what was given and can be taken back. */
    @Transactional(readOnly = true)
    List<ClaimView> forModerators() {
        return views(claims.findByStateInOrderById(EnumSet.of(State.OPEN, State.GIVEN)));
    }

    private List<ClaimView> views(Collection<NameClaim> found) {
        Map<Long, Discussion> places = new HashMap<>();
        discussions.all().forEach(place -> places.put(place.id(), place));
        // Of an article that was withdrawn nobody reads who speaks in it.
        return found.stream()
                .flatMap(claim -> Stream.ofNullable(places.get(claim.discussion()))
                        .map(place -> claim.view(place.address(), place.title())))
                .toList();
    }

    /** What came of an attempt. */
    enum Outcome {
        DONE,
        /** Nobody speaks under that name there. */
        NO_SPEAKER,
        /** They have asked that already, or it is theirs. */
        ASKED,
        /** A moderator has said no a short time ago. */
        TOO_SOON,
        /** It is somebody else's. */
        TAKEN,
        /** Nobody decides about themselves. */
        OWN,
        /** It was decided meanwhile. */
        OVER
    }

    /** Asks moderators to believe that a member is who speaks there under that name. */
    Outcome ask(long member, Discussion place, String speaker, String proof) {
        if (!accounts.hold(member) || !authors.speakers(place).contains(speaker)) {
            return Outcome.NO_SPEAKER;
        }
        String key = NameKey.of(speaker);
        boolean asked = claims.findByMemberIdOrderByIdDesc(member).stream()
                .anyMatch(claim -> claim.discussion() == place.id()
                        && key.equals(claim.key())
                        && (claim.state() == State.OPEN || claim.state() == State.GIVEN));
        if (asked) {
            return Outcome.ASKED;
        }
        if (claims.isGiven(place.id(), key)) {
            return Outcome.TAKEN;
        }
        if (again(member, place, speaker).isAfter(clock.instant())) {
            return Outcome.TOO_SOON;
        }
        claims.save(new NameClaim(member, place.id(), speaker, proof, clock.instant()));
        return Outcome.DONE;
    }

    /** From when on a member may ask for that name again; long ago where nobody has said no. */
    @Transactional(readOnly = true)
    Instant again(long member, Discussion place, String speaker) {
        String key = NameKey.of(speaker);
        return claims.findByMemberIdOrderByIdDesc(member).stream()
                .filter(claim -> claim.discussion() == place.id() && key.equals(claim.key()))
                .map(NameClaim::deniedAt)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .map(denied -> denied.plus(UNTIL_NEXT_TRY))
                .orElse(Instant.EPOCH);
    }

    /** Believes it: the comments of that name in that document are the member's. */
    Outcome give(long id, long moderator, String reason) {
        return decide(id, State.OPEN, State.GIVEN, moderator, Action.GIVE_NAME, reason);
    }

    /** Does not believe it. */
    Outcome refuse(long id, long moderator, String reason) {
        return decide(id, State.OPEN, State.REFUSED, moderator, Action.REFUSE_NAME, reason);
    }

    /** Believes it no more. Who took the name for their handle is called as before, also where they posted meanwhile. */
    Outcome takeBack(long id, long moderator, String reason) {
        return decide(id, State.GIVEN, State.TAKEN_BACK, moderator, Action.TAKE_BACK_NAME, reason);
    }

    private Outcome decide(long id, State from, State to, long moderator, Action action, String reason) {
        NameClaim claim = claims.findById(id).orElse(null);
        if (claim == null) {
            return Outcome.OVER;
        }
        if (claim.member() == moderator) {
            return Outcome.OWN;
        }
        boolean here = accounts.hold(claim.member());
        Discussion place = discussions.all().stream()
                .filter(one -> one.id().equals(claim.discussion()))
                .findFirst()
                .orElse(null);
        if (place == null) {
            return Outcome.OVER;
        }
        authors.hold(claim.member(), place);
        // Somebody else may have decided while we waited.
        entities.refresh(claim);
        String key = claim.key();
        if (!here || claim.state() != from || key == null) {
            return Outcome.OVER;
        }
        if (to == State.GIVEN) {
            if (claims.isGiven(place.id(), key)) {
                return Outcome.TAKEN;
            }
            authors.confirm(place, key, claim.member());
        } else if (to == State.TAKEN_BACK) {
            authors.unconfirm(place, key);
            takeAway(claim, key);
        }
        claim.decide(to, reason, clock.instant());
        log.add(LogNote.by(moderator, action).in(place.address()).onClaim(id).because(reason));
        return Outcome.DONE;
    }

    private void takeAway(NameClaim claim, String key) {
        String name = claim.speaker();
        String former = claim.formerHandle();
        if (name != null && former != null) {
            accounts.takeAway(claim.member(), name, former);
            authors.rename(claim.member(), key, former);
            claims.findByMemberIdOrderByIdDesc(claim.member()).stream()
                    .filter(later -> name.equals(later.formerHandle()))
                    .forEach(later -> later.formerHandle(former));
        }
    }

    /**
     * Lets a member post under the name that was given to them, from now on. Once.
     *
     * @return whether they do so now; not where somebody else has a handle that looks like it
     */
    boolean use(long id, long member) {
        Optional<NameClaim> given =
                claims.findById(id).filter(claim -> claim.member() == member && accounts.hold(member));
        given.ifPresent(entities::refresh);
        String name = given.filter(NameClaim::canBeUsed).map(NameClaim::speaker).orElse(null);
        Optional<String> former = name == null ? Optional.empty() : accounts.rename(member, name);
        former.ifPresent(handle -> given.orElseThrow().use(handle, clock.instant()));
        return former.isPresent();
    }

    /**
     * Ends all that a member has asked, as they leave.
     *
     * @param withNames whether the names that were given to them go too
     * @return these names, where they go
     */
    List<String> end(long member, boolean withNames) {
        List<NameClaim> all = claims.findByMemberIdOrderByIdDesc(member);
        List<String> names = all.stream()
                .filter(claim -> withNames && claim.state() == State.GIVEN)
                .map(NameClaim::speaker)
                .filter(Objects::nonNull)
                .toList();
        all.forEach(claim -> claim.end(withNames && claim.state() == State.GIVEN));
        return names;
    }
}
