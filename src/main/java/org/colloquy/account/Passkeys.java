package org.colloquy.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.colloquy.access.AccessLog;
import org.colloquy.access.AccessLog.Kind;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys, with which moderators sign in without a password. What a browser is asked stands in the page that asks, and
 * in its session: each answer is taken once. Spring Security checks the answers; its own pages and addresses are not used.
 */
@Component
@Transactional
class Passkeys {

    /** More devices than anybody signs in from. */
    static final int MOST = 20;

    static final int LONGEST_LABEL = 60;

    private static final String ASKED_TO_MAKE = Passkeys.class.getName() + ".make";
    private static final String ASKED_TO_SHOW = Passkeys.class.getName() + ".show";

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Members members;
    private final UserCredentialRepository credentials;
    private final AccessLog access;
    private final Clock clock;

    Passkeys(Members members, JdbcOperations sql, AccessLog access, Clock clock) {
        this.members = members;
        this.credentials = new JdbcUserCredentialRepository(sql);
        this.access = access;
        this.clock = clock;
    }

    /** Somebody's passkeys, the first one first. */
    @Transactional(readOnly = true)
    public List<PasskeyView> of(long member) {
        return members.findById(member).map(this::records).orElse(List.of()).stream()
                .map(one -> new PasskeyView(id(one), one.getLabel(), one.getCreated(), one.getLastUsed()))
                .sorted(Comparator.comparing(PasskeyView::since).thenComparing(PasskeyView::id))
                .toList();
    }

    private List<CredentialRecord> records(Member member) {
        String user = member.passkeyUser();
        return user == null ? List.of() : credentials.findByUserId(Bytes.fromBase64(user));
    }

    /** What a browser is asked to make a passkey of, as JSON. */
    String askToMake(SignedIn you, PasskeyPlace place, HttpSession session) {
        var options = at(place)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(SignedOutFilter.token(you)));
        session.setAttribute(ASKED_TO_MAKE, options);
        return json.writeValueAsString(options);
    }

    /**
     * Takes a new passkey.
     *
     * @param made what the browser answered, as JSON
     * @return whether it is one; if not, nothing has changed
     */
    boolean add(SignedIn you, PasskeyPlace place, String made, String label, HttpSession session) {
        Object asked = session.getAttribute(ASKED_TO_MAKE);
        session.removeAttribute(ASKED_TO_MAKE);
        Member member = members.lock(you.member()).orElseThrow();
        if (!(asked instanceof PublicKeyCredentialCreationOptions options)
                || !place.works()
                || !member.role().moderates()
                || records(member).size() >= MOST) {
            return false;
        }
        try {
            at(place)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(json.readValue(made, MADE), label)));
        } catch (RuntimeException e) {
            // Whatever a browser, or who claims to be one, may answer.
            return false;
        }
        access.add(Kind.PASSKEY_ADDED, you.member(), you.member(), Network.here(), label);
        return true;
    }

    /** What a browser is asked to show a passkey of this site with, as JSON. */
    String askToShow(PasskeyPlace place, HttpSession session) {
        Object asked = session.getAttribute(ASKED_TO_SHOW);
        // Several tabs ask the same.
        var options = asked instanceof PublicKeyCredentialRequestOptions before
                ? before
                : at(place).createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        session.setAttribute(ASKED_TO_SHOW, options);
        return json.writeValueAsString(options);
    }

    /** A passkey that does not open the desk. */
    static final class Refused extends BadCredentialsException {

        private static final long serialVersionUID = 1;

        /** Whose it is, or null where nobody knows. */
        private final @Nullable Long member;

        Refused(@Nullable Long member) {
            super("that passkey does not open the desk");
            this.member = member;
        }

        @Nullable
        Long member() {
            return member;
        }
    }

    /**
     * Whose passkey that is.
     *
     * @param shown what the browser answered, as JSON
     * @throws Refused if it is no answer to what was asked, or nobody's, or that of somebody who does not moderate any more
     */
    SignedIn signIn(PasskeyPlace place, String shown, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Object asked = session.getAttribute(ASKED_TO_SHOW);
        session.removeAttribute(ASKED_TO_SHOW);
        Member member = null;
        try {
            if (asked instanceof PublicKeyCredentialRequestOptions options && place.works()) {
                PublicKeyCredential<AuthenticatorAssertionResponse> credential = json.readValue(shown, SHOWN);
                CredentialRecord record = credentials.findByCredentialId(credential.getRawId());
                // Held, so that a passkey that is removed meanwhile is not written back.
                member = record == null
                        ? null
                        : owner(record.getUserEntityUserId())
                                .flatMap(one -> members.lock(one.id()))
                                .orElse(null);
                at(place).authenticate(new RelyingPartyAuthenticationRequest(options, credential));
                if (member != null && member.role().moderates() && member.handle() != null) {
                    return new SignedIn(member.id(), member.handle(), member.role(), null, clock.instant());
                }
            }
        } catch (RuntimeException e) {
            throw new Refused(member == null ? null : member.id());
        }
        throw new Refused(member == null ? null : member.id());
    }

    boolean rename(long member, String id, String label) {
        Optional<CredentialRecord> found = held(member, id);
        found.ifPresent(record -> credentials.save(ImmutableCredentialRecord.fromCredentialRecord(record)
                .label(label)
                .build()));
        return found.isPresent();
    }

    boolean remove(long member, String id) {
        Optional<CredentialRecord> found = held(member, id);
        found.ifPresent(record -> {
            credentials.delete(record.getCredentialId());
            access.add(Kind.PASSKEY_REMOVED, member, member, Network.here(), record.getLabel());
        });
        return found.isPresent();
    }

    void removeAll(long member) {
        members.findById(member)
                .ifPresent(one -> records(one).forEach(record -> credentials.delete(record.getCredentialId())));
    }

    private Optional<CredentialRecord> held(long member, String id) {
        return members.lock(member).map(this::records).orElse(List.of()).stream()
                .filter(record -> id(record).equals(id))
                .findFirst();
    }

    private static String id(CredentialRecord record) {
        return record.getCredentialId().toBase64UrlString();
    }

    private Optional<Member> owner(Bytes user) {
        return members.findByPasskeyUser(user.toBase64UrlString());
    }

    private Webauthn4JRelyingPartyOperations at(PasskeyPlace place) {
        var site = PublicKeyCredentialRpEntity.builder()
                .id(place.host())
                .name(place.host())
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(new Users(), credentials, site, Set.of(place.origin()));
        // In place of a password: so whoever holds the device must show who they are, and types no name.
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** Members as passkeys know them: by a random id that says nothing of them, and stays when a name changes. */
    private final class Users implements PublicKeyCredentialUserEntityRepository {

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return owner(id).map(this::user).orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
            return members.findByHandleKey(NameKey.of(name)).map(this::user).orElse(null);
        }

        private PublicKeyCredentialUserEntity user(Member member) {
            if (member.passkeyUser() == null) {
                members.lock(member.id())
                        .orElseThrow()
                        .passkeyUser(Bytes.random().toBase64UrlString());
            }
            String handle = Objects.requireNonNull(member.handle(), "who has left has no passkeys");
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(Bytes.fromBase64(member.passkeyUser()))
                    .name(handle)
                    .displayName(handle)
                    .build();
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {
            throw new IllegalStateException("members are there before they have passkeys");
        }

        @Override
        public void delete(Bytes id) {
            throw new IllegalStateException("members leave by another door");
        }
    }
}
