package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.springframework.stereotype.Component;

/**
 * Asks whoever is there for their own password before something that nobody may do with a browser that was left open.
 * Tries are counted by who they are, not by what they send, and apart from those of strangers who type their name: nobody
 * may count, or forget, tries of somebody else here.
 */
@Component
public class OwnPassword {

    private final KeptNames names;
    private final Tries tries;
    private final AccessLog access;
    private final Clock clock;

    OwnPassword(KeptNames names, Tries tries, AccessLog access, Clock clock) {
        this.names = names;
        this.tries = tries;
        this.access = access;
        this.clock = clock;
    }

    /** What is noted of a wrong password that did not end at the door. */
    private static final String SIGNED_IN = "SIGNED_IN";

    /** Who signed in as a moderator so short a time ago is still the one who did. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** Whether they have to type it before they let somebody in, or change how they get in themselves. */
    public boolean isNeeded(SignedIn you) {
        return !you.moderates() || you.since().plus(FRESH).isBefore(clock.instant());
    }

    /** Whether it is not needed, or that is theirs. */
    public boolean isConfirmed(SignedIn you, String typed, HttpServletRequest request) {
        return !isNeeded(you) || isRight(you, typed, request);
    }

    /** Whether they have one. */
    public boolean isSet(SignedIn you) {
        return names.hasPassword(you.member());
    }

    /**
     * Whether that is their password, or they have none. Whoever tried too often is shown a page that asks to wait,
     * whatever they have typed.
     */
    public boolean isRight(SignedIn you, String typed, HttpServletRequest request) {
        // No typed name has a line break.
        String whose = "\nmember " + you.member();
        String from = Network.of(request.getRemoteAddr());
        tries.countOf(whose, from).ifPresent(left -> {
            if (you.moderates() && tries.isNews(whose)) {
                access.add(Kind.THROTTLED, you.member(), you.member(), from, null);
            }
            throw new TooManyTries(left);
        });
        boolean right = names.mayChangePassword(you.member(), typed);
        if (right) {
            tries.succeededOf(whose, from);
        } else if (you.moderates()) {
            access.add(Kind.SIGN_IN_FAILED, you.member(), you.member(), from, SIGNED_IN);
        }
        return right;
    }
}
