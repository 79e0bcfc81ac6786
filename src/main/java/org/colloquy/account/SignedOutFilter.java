package org.colloquy.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks at each request whether its session has ended since, also where another node keeps it, and what its owner may do. */
class SignedOutFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    SignedOutFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof SignedIn you) {
            Optional<SignedIn> now = sessions.now(you);
            if (now.isEmpty()) {
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
            } else if (now.get() != you) {
                // Not saved: the next request asks again.
                SecurityContextHolder.setContext(new SecurityContextImpl(token(now.get())));
            }
        }
        chain.doFilter(request, response);
    }

    /** What stands for somebody who is let in. */
    static Authentication token(SignedIn you) {
        return UsernamePasswordAuthenticationToken.authenticated(you, null, you.getAuthorities());
    }
}
