package org.colloquy.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.name.NameKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before passwords and recovery codes: who tried too often is asked to wait, whatever they have typed. The two are
 * counted apart, so that who has typed a wrong password too often can still use the code.
 */
class TriesFilter extends OncePerRequestFilter {

    static final String TOO_MANY = "/account/too-many";

    private static final RequestMatcher CODE =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/account/recover");

    private static final RequestMatcher TRIES =
            new OrRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/account/sign-in"), CODE);

    private final Tries tries;
    private final KeptNames names;
    private final AccessLog access;

    TriesFilter(Tries tries, KeptNames names, AccessLog access) {
        this.tries = tries;
        this.names = names;
        this.access = access;
    }

    /** The key of the name that was typed. */
    static String name(HttpServletRequest request) {
        return NameKey.of(Objects.requireNonNullElse(request.getParameter("username"), ""));
    }

    /** The key that it is counted by. */
    static String counted(HttpServletRequest request) {
        // No typed name has a line break.
        return name(request) + (CODE.matches(request) ? "\ncode" : "");
    }

    /** The key that an address is counted by. */
    static String from(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait =
                TRIES.matches(request) ? tries.count(counted(request), from(request)) : Optional.empty();
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        // Strangers' names tell nothing; that one network tries for long does.
        Long moderator = names.moderator(name(request)).orElse(null);
        if (tries.isNews(moderator == null ? from(request) : name(request))) {
            access.add(Kind.THROTTLED, moderator, null, Network.coarse(request.getRemoteAddr()), null);
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()));
        request.setAttribute(TOO_MANY, wait.get());
        request.getRequestDispatcher(TOO_MANY).forward(request, response);
    }
}
