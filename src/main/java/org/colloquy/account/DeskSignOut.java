package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends the session of a moderator who signs out, in the list of sessions too. */
class DeskSignOut implements LogoutHandler {

    private final Sessions sessions;
    private final AccessLog access;

    DeskSignOut(Sessions sessions, AccessLog access) {
        this.sessions = sessions;
        this.access = access;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null
                && who.getPrincipal() instanceof SignedIn you
                && you.moderates()
                && sessions.end(you.member(), you.session())) {
            access.add(Kind.SIGN_OUT, you.member(), you.member(), TriesFilter.from(request), null);
        }
    }
}
