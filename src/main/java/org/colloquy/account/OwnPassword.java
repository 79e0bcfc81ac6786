package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
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

    OwnPassword(KeptNames names, Tries tries) {
        this.names = names;
        this.tries = tries;
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
        tries.count(whose, from).ifPresent(left -> {
            throw new TooManyTries(left);
        });
        boolean right = names.mayChangePassword(you.member(), typed);
        if (right) {
            tries.succeeded(whose, from);
        }
        return right;
    }
}
