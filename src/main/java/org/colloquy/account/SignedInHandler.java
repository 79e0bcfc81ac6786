package org.colloquy.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.account.SessionView.How;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * After signing in, moderators go to their desk, for as long as the session lasts. Others hold their name in this browser
 * as if they had claimed it there: one list of browsers, each of which can be told to forget it.
 */
class SignedInHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private final How how;
    private final KeptNames names;
    private final Sessions sessions;
    private final Tries tries;
    private final AccessLog access;

    SignedInHandler(How how, KeptNames names, Sessions sessions, Tries tries, AccessLog access) {
        super();
        this.how = how;
        this.names = names;
        this.sessions = sessions;
        this.tries = tries;
        this.access = access;
        setDefaultTargetUrl("/moderation");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        if (how == How.PASSWORD) {
            tries.succeeded(TriesFilter.counted(request), TriesFilter.from(request));
        }
        if (who.getPrincipal() instanceof SignedIn you && !you.moderates()) {
            names.keepHere(you.member(), request, response);
            SecurityContextHolder.clearContext();
            new HttpSessionSecurityContextRepository()
                    .saveContext(SecurityContextHolder.createEmptyContext(), request, response);
            response.sendRedirect(request.getContextPath() + "/account?signedIn=true");
        } else {
            if (who.getPrincipal() instanceof SignedIn you) {
                sessions.begin(you, how, request);
                access.add(Kind.SIGN_IN, you.member(), you.member(), TriesFilter.from(request), how.name());
            }
            super.onAuthenticationSuccess(request, response, who);
        }
    }
}
