package org.colloquy.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Whom a request comes from: a moderator who signed in, or the holder of a handle. The latter never has more than a
 * commenter's rights, whoever they are: a cookie of a year is not enough for the desk.
 */
public final class SignedIn implements UserDetails, CredentialsContainer, Serializable {

    private static final long serialVersionUID = 2;

    private final long member;
    private final String handle;
    private final Role role;
    private final Instant since;
    private final String session;
    private transient @Nullable String password;

    SignedIn(long member, String handle, Role role, @Nullable String password, Instant since) {
        this(member, handle, role, password, since, UUID.randomUUID().toString());
    }

    SignedIn(long member, String handle, Role role, @Nullable String password, Instant since, String session) {
        this.member = member;
        this.handle = handle;
        this.role = role;
        this.password = password;
        this.since = since;
        this.session = session;
    }

    public long member() {
        return member;
    }

    public String handle() {
        return handle;
    }

    Instant since() {
        return since;
    }

    /** Tells this session from others of the same member, also once the server has given it another id. */
    String session() {
        return session;
    }

    public boolean moderates() {
        return role.moderates();
    }

    /** Whether they decide who moderates, and erase. */
    public boolean administers() {
        return role == Role.ADMINISTRATOR;
    }

    /** The same session, called so and with these rights from now on. */
    SignedIn as(String nowCalled, Role now) {
        return nowCalled.equals(handle) && now == role
                ? this
                : new SignedIn(member, nowCalled, now, null, since, session);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Arrays.stream(Role.values())
                .filter(lesser -> lesser.compareTo(role) <= 0)
                .map(lesser -> new SimpleGrantedAuthority("ROLE_" + lesser.name()))
                .toList();
    }

    @Override
    public String getUsername() {
        return handle;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public void eraseCredentials() {
        password = null;
    }
}
