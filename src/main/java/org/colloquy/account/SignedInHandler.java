package org.colloquy.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * After signing in, moderators go to their desk, for as long as the session lasts. Others hold their name in this browser
 * as if they had claimed it there: one list of browsers, each of which can be told to forget it.
 */
class SignedInHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KeptNames names;
    private final Tries tries;

    SignedInHandler(KeptNames names, Tries tries) {
        super();
        this.names = names;
        this.tries = tries;
        setDefaultTargetUrl("/moderation");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        tries.succeeded(TriesFilter.name(request), TriesFilter.from(request));
        if (who.getPrincipal() instanceof SignedIn you && !you.moderates()) {
            names.keepHere(you.member(), request, response);
            SecurityContextHolder.clearContext();
            new HttpSessionSecurityContextRepository()
                    .saveContext(SecurityContextHolder.createEmptyContext(), request, response);
            response.sendRedirect(request.getContextPath() + "/account?signedIn=true");
        } else {
            super.onAuthenticationSuccess(request, response, who);
        }
    }
}
