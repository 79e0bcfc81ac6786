package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a name is kept beyond one browser: by a password, by a recovery code, and by the browsers that hold it. */
@Component
@Transactional
class KeptNames implements UserDetailsService, UserDetailsPasswordService {

    private final Members members;
    private final HandleTokens tokens;
    private final HandleKeeper keeper;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final AccessLog access;
    private final Clock clock;

    KeptNames(
            Members members,
            HandleTokens tokens,
            HandleKeeper keeper,
            PasswordEncoder passwords,
            Sessions sessions,
            Passkeys passkeys,
            AccessLog access,
            Clock clock) {
        this.members = members;
        this.tokens = tokens;
        this.keeper = keeper;
        this.passwords = passwords;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.access = access;
        this.clock = clock;
    }

    /** Who signs in: anybody with a password. */
    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String name) {
        return members.findByHandleKey(NameKey.of(name))
                .filter(member -> member.password() != null)
                .map(member -> new SignedIn(
                        member.id(),
                        Objects.requireNonNull(member.handle(), "whoever is found by a handle has one"),
                        member.role(),
                        member.password(),
                        clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody with that name has a password"));
    }

    /** A password that was encoded as one did earlier is encoded anew when it is typed. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String encoded) {
        if (user instanceof SignedIn you && encoded != null) {
            changing(you.member()).password(encoded);
        }
        return user;
    }

    @Transactional(readOnly = true)
    boolean hasPassword(long member) {
        return member(member).password() != null;
    }

    /** Whether that is the member's password, or they have none yet. */
    @Transactional(readOnly = true)
    boolean mayChangePassword(long member, String current) {
        String password = member(member).password();
        return password == null || passwords.matches(current, password);
    }

    /** Another password: whoever may have signed in with the one before is signed out. */
    void setPassword(SignedIn you, String password) {
        String encoded = passwords.encode(password);
        Member member = changing(you.member());
        member.password(encoded);
        if (member.role().moderates()) {
            sessions.endOthers(you.member(), you.session());
            access.add(Kind.PASSWORD_CHANGED, you.member(), you.member(), Network.here(), null);
        }
    }

    /** A new recovery code; the one before is of no more use. */
    String newRecoveryCode(long member) {
        String code = RecoveryCode.create();
        changing(member).recoveryHash(RecoveryCode.hash(code));
        return code;
    }

    /**
     * Takes a name up in this browser. That uses its code up: another one takes its place.
     *
     * @return the new code; empty where name and code are not right
     */
    Optional<String> recover(String name, String code, HttpServletRequest request, HttpServletResponse response) {
        String next = RecoveryCode.create();
        Optional<Member> found = members.findByHandleKey(NameKey.of(name))
                .filter(member ->
                        members.useRecoveryCode(member.id(), RecoveryCode.hash(code), RecoveryCode.hash(next)) > 0);
        found.ifPresent(member -> keeper.keep(member, request, response));
        found.filter(member -> member.role().moderates())
                .ifPresent(member -> access.add(Kind.RECOVERED, member.id(), member.id(), Network.here(), null));
        return found.map(member -> next);
    }

    /** Takes up the name of somebody who has just signed in. */
    void keepHere(long member, HttpServletRequest request, HttpServletResponse response) {
        keeper.keep(member(member), request, response);
    }

    /** All browsers that hold the member's name, the first one first. */
    @Transactional(readOnly = true)
    List<BrowserView> browsers(long member, HttpServletRequest request) {
        return browsers(member, keeper.held(request).orElse(null));
    }

    private List<BrowserView> browsers(long member, @Nullable String here) {
        return tokens.findByMemberIdOrderByCreatedAt(member).stream()
                .filter(token -> !token.isOver(clock.instant()))
                .map(token -> token.view(here))
                .toList();
    }

    /** Lets the member's browser with that id hold the name no more. */
    void signOut(long member, String browser) {
        tokens.findByMemberIdOrderByCreatedAt(member).stream()
                .map(HandleToken::hash)
                .filter(hash -> HandleToken.id(hash).equals(browser))
                .forEach(tokens::revoke);
    }

    /** Lets no browser hold the name any more, and ends every session. */
    void signOutEverywhere(long member) {
        changing(member).signedOutEverywhere(clock.instant());
        tokens.revokeAll(member);
        int ended = sessions.endOthers(member, null);
        if (ended > 0) {
            access.add(Kind.SESSION_ENDED, member, member, Network.here(), Integer.toString(ended));
        }
    }

    /** Lets only this browser hold the member's name. */
    void signOutOthers(long member, HttpServletRequest request) {
        String here = keeper.held(request).orElse("");
        tokens.findByMemberIdOrderByCreatedAt(member).stream()
                .map(HandleToken::hash)
                .filter(hash -> !hash.equals(here))
                .forEach(tokens::revoke);
    }

    /** The moderator who is called so. */
    @Transactional(readOnly = true)
    Optional<Long> moderator(String name) {
        return members.findByHandleKey(NameKey.of(name))
                .filter(member -> member.role().moderates())
                .map(Member::id);
    }

    /** What is kept of a member. */
    @Transactional(readOnly = true)
    Kept kept(long id) {
        Member member = member(id);
        return new Kept(
                Objects.requireNonNullElse(member.handle(), ""),
                member.createdAt(),
                member.deskName(),
                member.role(),
                member.password() != null,
                member.hasRecoveryCode(),
                browsers(id, (String) null),
                sessions.of(id, null),
                passkeys.of(id));
    }

    /** To be changed by nobody else meanwhile: whoever is leaving must not be written back. */
    private Member changing(long id) {
        return members.lock(id).filter(found -> !found.hasLeft()).orElseThrow();
    }

    private Member member(long id) {
        return members.findById(id).orElseThrow();
    }
}
