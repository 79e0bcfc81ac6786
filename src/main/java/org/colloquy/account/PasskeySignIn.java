package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.account.SessionView.How;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Lets moderators in who show a passkey; from then on everything is as after a password. */
class PasskeySignIn extends AbstractHttpConfigurer<PasskeySignIn, HttpSecurity> {

    static final String ADDRESS = "/account/sign-in/passkey";

    private final Passkeys passkeys;
    private final AccountSettings settings;
    private final AccessLog access;
    private final SignedInHandler signedIn;

    PasskeySignIn(
            Passkeys passkeys,
            AccountSettings settings,
            KeptNames names,
            Sessions sessions,
            Tries tries,
            AccessLog access) {
        this.passkeys = passkeys;
        this.settings = settings;
        this.access = access;
        this.signedIn = new SignedInHandler(How.PASSKEY, names, sessions, tries, access);
    }

    @Override
    public void configure(HttpSecurity http) {
        var filter = new Filter();
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        // The same as after a password: among others it gives the session another id.
        filter.setSessionAuthenticationStrategy(
                Objects.requireNonNull(http.getSharedObject(SessionAuthenticationStrategy.class)));
        filter.setAuthenticationSuccessHandler(signedIn);
        filter.setAuthenticationFailureHandler((request, response, refused) -> {
            if (refused instanceof Passkeys.Refused passkey && passkey.member() != null) {
                access.add(
                        Kind.SIGN_IN_FAILED,
                        passkey.member(),
                        null,
                        Network.coarse(request.getRemoteAddr()),
                        How.PASSKEY.name());
            }
            response.sendRedirect(request.getContextPath() + "/account/sign-in?refused=true");
        });
        http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
    }

    private final class Filter extends AbstractAuthenticationProcessingFilter {

        Filter() {
            super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, ADDRESS));
        }

        @Override
        public void afterPropertiesSet() {
            // Nobody else is asked who that is.
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
                throws AuthenticationException {
            String shown = Objects.requireNonNullElse(request.getParameter("credential"), "");
            return SignedOutFilter.token(passkeys.signIn(PasskeyPlace.of(settings.url(), request), shown, request));
        }
    }
}
