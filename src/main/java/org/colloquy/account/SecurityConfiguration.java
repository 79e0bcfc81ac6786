package org.colloquy.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.account.SessionView.How;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What a request may reach: what is listed here, and nothing else. */
@Configuration
@EnableConfigurationProperties({AccountSettings.class, SessionSettings.class})
class SecurityConfiguration {

    private static final String[] READ = {
        "/",
        "/articles/**",
        "/open-thread/**",
        "/rules",
        "/moderation-log",
        "/people",
        "/people/**",
        "/account/**",
        "/report/**"
    };
    private static final String[] FILES = {"/site*.css", "/favicon*.svg", "/*.js"};
    private static final String[] POST = {
        "/articles/*/comments",
        "/articles/*/comments/preview",
        "/articles/*/comments/*/edit",
        "/articles/*/comments/*/withdraw",
        "/open-thread/comments",
        "/open-thread/comments/preview",
        "/open-thread/comments/*/edit",
        "/open-thread/comments/*/withdraw",
        "/account/**",
        "/report/**"
    };

    /** What only administrators may do. */
    private static final String[] ADMINISTRATION = {
        "/moderation/people/**",
        "/moderation/access",
        "/moderation/access/**",
        "/moderation/erase",
        "/moderation/erase/**"
    };

    /** Nothing from elsewhere, nothing inline. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            HandleKeeper keeper,
            KeptNames names,
            Sessions sessions,
            Passkeys passkeys,
            AccountSettings settings,
            Tries tries,
            AccessLog access,
            List<ExpiredForm> expiredForms) {
        var desk = PathPatternRequestMatcher.pathPattern("/moderation/**");
        var signIn = new LoginUrlAuthenticationEntryPoint("/account/sign-in");
        // A forward or an error page only follows a request that was let through, or tells why it was not.
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, READ)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, READ)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, FILES)
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, FILES)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, POST)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/moderation/people")
                                .hasRole(Role.MODERATOR.name())
                                .requestMatchers(HttpMethod.HEAD, "/moderation/people")
                                .hasRole(Role.MODERATOR.name())
                                .requestMatchers(ADMINISTRATION)
                                .hasRole(Role.ADMINISTRATOR.name())
                                .requestMatchers("/moderation", "/moderation/**")
                                .hasRole(Role.MODERATOR.name())
                                .anyRequest()
                                .denyAll())
                .requestCache(cache -> cache.requestCache(onlyTheDesk()))
                .formLogin(form -> form.loginPage("/account/sign-in")
                        .successHandler(new SignedInHandler(How.PASSWORD, names, sessions, tries, access))
                        .failureHandler((request, response, refused) -> failed(request, response, names, access)))
                .with(new PasskeySignIn(passkeys, settings, names, sessions, tries, access), Customizer.withDefaults())
                .addFilterBefore(new TriesFilter(tries, names, access), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new SignedOutFilter(sessions), SecurityContextHolderFilter.class)
                .logout(logout -> logout.logoutUrl("/account/sign-out")
                        .addLogoutHandler(new DeskSignOut(sessions, access))
                        .logoutSuccessHandler(SecurityConfiguration::signedOut))
                .rememberMe(remember -> remember.rememberMeServices(keeper)
                        .key(keeper.getKey())
                        .withObjectPostProcessor(keptInNoSession()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, refused) -> {
                            if (desk.matches(request)) {
                                signIn.commence(request, response, refused);
                            } else {
                                response.sendError(HttpStatus.NOT_FOUND.value());
                            }
                        })
                        .accessDeniedHandler((request, response, denied) -> {
                            if (denied instanceof CsrfException) {
                                showAgain(request, response, expiredForms);
                            } else {
                                // Only moderators get so far, so that it can only be for administrators.
                                request.setAttribute("atDesk", desk.matches(request));
                                response.sendError(
                                        (desk.matches(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
                            }
                        }))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(SecurityConfiguration::cacheControl)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    /**
     * What is confidential is stored nowhere. Every other page is asked for again, but kept, so that the browser's "back"
     * brings a form back as it was left.
     */
    private static void cacheControl(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            boolean confidential = request.getRequestURI().matches(".*/(moderation|account)(/.*)?");
            response.setHeader(HttpHeaders.CACHE_CONTROL, confidential ? "no-store" : "private, no-cache");
        }
    }

    /** What was typed for a name is noted where that name opens the desk; never what was typed for the password. */
    private static void failed(
            HttpServletRequest request, HttpServletResponse response, KeptNames names, AccessLog access)
            throws IOException {
        names.moderator(TriesFilter.name(request))
                .ifPresent(member -> access.add(
                        Kind.SIGN_IN_FAILED,
                        member,
                        null,
                        Network.coarse(request.getRemoteAddr()),
                        How.PASSWORD.name()));
        response.sendRedirect(request.getContextPath() + "/account/sign-in?failed=true");
    }

    /** After signing in one goes on to the page of the desk that one asked for; nothing else makes a session. */
    private static RequestCache onlyTheDesk() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/moderation/**"));
        return cache;
    }

    private static void signedOut(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) throws IOException {
        boolean moderated = who != null && who.getPrincipal() instanceof SignedIn you && you.moderates();
        response.sendRedirect(
                request.getContextPath() + (moderated ? "/account/sign-in?signedOut=true" : "/account?forgotten=true"));
    }

    /** A revoked token must be of no more use at the very next request, so it never becomes a session. */
    private static ObjectPostProcessor<RememberMeAuthenticationFilter> keptInNoSession() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends RememberMeAuthenticationFilter> O postProcess(O filter) {
                filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
                filter.setSessionAuthenticationStrategy((authentication, request, response) -> {});
                return filter;
            }
        };
    }

    /** A form's token is only as old as its session: what was typed must survive that. */
    private static void showAgain(
            HttpServletRequest request, HttpServletResponse response, List<ExpiredForm> expiredForms)
            throws IOException, ServletException {
        String again = expiredForms.stream()
                .flatMap(form -> form.shownAt(request).stream())
                .findFirst()
                .orElse("/account/expired");
        request.getRequestDispatcher(again).forward(request, response);
    }

    /** Argon2 for new ones; those of before stay good, and are encoded anew at the next sign-in. */
    @Bean
    static PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }

    @Bean
    SetUpLinks setUpLinks(AccountSettings settings, Clock clock) {
        return new SetUpLinks(Path.of(settings.data()), clock);
    }
}
