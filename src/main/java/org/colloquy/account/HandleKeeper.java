package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

    /** Often enough to keep it for a year after the last use, seldom enough not to write at every page. */
    private static final Duration EXTENDED_AFTER = Duration.ofDays(30);

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
        tokens.sweep(now);
        held(request).ifPresent(tokens::revoke);
        tokens.save(new HandleToken(
                Secret.hash(secret),
                member,
                now,
                now.plus(KEPT),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT))));
        setCookie(new String[] {secret}, (int) KEPT.toSeconds(), request, response);
    }

    /** Lets no browser hold the member's handle any more. */
    void revokeAll(long member) {
        tokens.revokeAll(member);
    }

    /** The hash of what this browser holds a handle with. */
    Optional<String> held(HttpServletRequest request) {
        return Optional.ofNullable(extractRememberMeCookie(request)).map(Secret::hash);
    }

    /** Extends a handle that is used, so that only one that is left alone for a year is lost. */
    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        HandleToken token = tokens.findByHash(Secret.hash(cookie[0]))
                .filter(found -> !found.isOver(now))
                .orElseThrow(() -> new InvalidCookieException("revoked or over"));
        if (token.isOver(now.plus(KEPT).minus(EXTENDED_AFTER))) {
            tokens.extend(Secret.hash(cookie[0]), now.plus(KEPT));
            setCookie(cookie, (int) KEPT.toSeconds(), request, response);
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!token.wasUsedOn(today)) {
            tokens.used(token.hash(), today);
        }
        Member member = token.member();
        String handle = member.handle();
        if (handle == null) {
            throw new InvalidCookieException("has left");
        }
        return new SignedIn(member.id(), handle, Role.COMMENTER, "", now);
    }

    @Override
    protected String encodeCookie(String[] cookie) {
        return cookie[0];
    }

    /** The secret as it is: the library's own decoding fails in ways of its own on what a browser may send. */
    @Override
    protected String[] decodeCookie(String cookie) {
        return new String[] {cookie};
    }

    /** Signing in with a password keeps nothing: a moderator's session ends with the browser. */
    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {}

    @Override
    protected boolean rememberMeRequested(HttpServletRequest request, String parameter) {
        return false;
    }

    /** Lets this browser keep nothing. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        cancelCookie(request, response);
    }

    /** Forgets the handle in this browser. A moderator who signs out ends the session and keeps the handle. */
    @Override
    @Transactional
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        boolean moderates = authentication != null
                && authentication.getPrincipal() instanceof SignedIn signedIn
                && signedIn.moderates();
        String cookie = extractRememberMeCookie(request);
        if (!moderates && cookie != null) {
            tokens.revoke(Secret.hash(cookie));
            super.logout(request, response, authentication);
        }
    }
}
