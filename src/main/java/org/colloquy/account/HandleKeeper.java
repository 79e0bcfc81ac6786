package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a handle in a browser for a year. Unlike Spring Security's persistent tokens, these do not rotate: tabs that
 * are restored all at once send the same token in parallel, and none of them may lose the name by it.
 */
@Component
class HandleKeeper extends AbstractRememberMeServices {

    static final String COOKIE = "colloquy-handle";
    private static final Duration KEPT = Duration.ofDays(365);

    private final HandleTokens tokens;
    private final Clock clock;

    HandleKeeper(HandleTokens tokens, Clock clock) {
        // The key only ties this filter to its provider; nothing that leaves the server is made with it.
        super(UUID.randomUUID().toString(), HandleKeeper::notByName);
        this.tokens = tokens;
        this.clock = clock;
        setCookieName(COOKIE);
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    private static UserDetails notByName(String name) {
        throw new UsernameNotFoundException("a handle is kept by its token, never looked up by name");
    }

    /** Lets this browser post under the member's handle from now on. Part of the transaction that claims it. */
    void keep(Member member, HttpServletRequest request, HttpServletResponse response) {
        String secret = Secret.create();
        Instant now = clock.instant();
        tokens.save(new HandleToken(Secret.hash(secret), member, now, now.plus(KEPT)));
        setCookie(new String[] {secret}, (int) KEPT.toSeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        Member member = tokens.findByHash(Secret.hash(cookie[0]))
                .filter(token -> !token.isOver(clock.instant()))
                .orElseThrow(() -> new InvalidCookieException("revoked or over"))
                .member();
        return new SignedIn(member.id(), member.handle(), Role.COMMENTER, "");
    }

    /** Signing in with a password keeps nothing: a moderator's session ends with the browser. */
    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {}

    @Override
    protected boolean rememberMeRequested(HttpServletRequest request, String parameter) {
        return false;
    }

    /** Forgets the handle in this browser, and nowhere else. */
    @Override
    @Transactional
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        String cookie = extractRememberMeCookie(request);
        if (cookie != null && !cookie.isEmpty()) {
            tokens.revoke(Secret.hash(decodeCookie(cookie)[0]));
        }
        super.logout(request, response, authentication);
    }
}
