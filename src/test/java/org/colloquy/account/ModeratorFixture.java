package org.colloquy.account;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Objects;
import org.colloquy.access.AccessLog;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Moderators for tests, appointed as the set-up page does it. */
public class ModeratorFixture {

    private final Accounts accounts;
    private final Appointment appointment;
    private final KeptNames names;
    private final Sessions sessions;
    private final SetUpLinks links;
    private final AccessLog access;

    ModeratorFixture(
            Accounts accounts,
            Appointment appointment,
            KeptNames names,
            Sessions sessions,
            SetUpLinks links,
            AccessLog access) {
        this.accounts = accounts;
        this.appointment = appointment;
        this.names = names;
        this.sessions = sessions;
        this.links = links;
        this.access = access;
    }

    /** Appoints a moderator, unless that was done before. */
    public void appoint(String name, String password) {
        if (!accounts.isTaken(name)) {
            appointment.appoint(new SetUpForm(name, password, password));
        }
    }

    /** The same of one who is no administrator. */
    public void appointModerator(String name, String password) {
        if (!accounts.isTaken(name)) {
            appointment.appoint(new SetUpForm(name, password, password), Role.MODERATOR);
        }
    }

    /** A new session of that moderator, without the time that a password takes. */
    public MockHttpSession signIn(String name) {
        SignedIn you = (SignedIn) names.loadUserByUsername(name);
        var request = new MockHttpServletRequest();
        MockHttpSession session = (MockHttpSession) Objects.requireNonNull(request.getSession());
        sessions.begin(you, SessionView.How.PASSWORD, request);
        keep(you, session);
        return session;
    }

    private static void keep(SignedIn you, HttpSession session) {
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(SignedOutFilter.token(you)));
    }

    /** What {@code setup-link} prints. */
    public String setUpLink() {
        return links.create(URI.create("")).toString();
    }

    /** What a start does with sessions of before. */
    public void startAnew(String database) {
        new SessionsOfBefore(sessions, access, database).afterSingletonsInstantiated();
    }

    /** What tells that session from others. */
    public String session(HttpSession session) {
        return you(session).session();
    }

    /** Makes it one of somebody who signed in half an hour ago. */
    public void age(HttpSession session) {
        SignedIn now = you(session);
        SignedIn you = new SignedIn(
                now.member(),
                now.handle(),
                now.administers() ? Role.ADMINISTRATOR : Role.MODERATOR,
                null,
                now.since().minusSeconds(1_800),
                now.session());
        keep(you, session);
    }

    private static SignedIn you(HttpSession session) {
        SecurityContext context = (SecurityContext) Objects.requireNonNull(
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        return (SignedIn) Objects.requireNonNull(
                Objects.requireNonNull(context.getAuthentication()).getPrincipal());
    }
}
