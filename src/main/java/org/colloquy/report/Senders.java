package org.colloquy.report;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.account.Network;
import org.colloquy.account.Secret;
import org.colloquy.discussion.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Tells who sends reports apart, without keeping who they are: addresses are hashed with a key that lies in a file of the
 * data folder, not in the database, and with what is reported, so that who has only one of the two can do nothing with them.
 */
@Component
class Senders {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

    private static final String SIGNING = "HmacSHA256";

    private static final String COOKIE = "reporter";

    /** As long as a report that nobody has decided can still count. */
    private static final Duration KEPT = Reporting.COUNTS_FOR;

    private final Path file;
    private @Nullable SecretKeySpec key;

    Senders(@Value("${colloquy.data:data}") String data) {
        this.file = Path.of(data).resolve("report-key");
    }

    /**
     * Gives the browser a cookie that only this is for, if it has none.
     *
     * @param about the comment's id, or the address of the article
     */
    Sender of(String about, HttpServletRequest request, HttpServletResponse response, Viewer viewer) {
        Cookie known = WebUtils.getCookie(request, COOKIE);
        String browser = known == null ? "" : known.getValue();
        if (!Secret.looksLikeOne(browser)) {
            browser = Secret.create();
            ResponseCookie cookie = ResponseCookie.from(COOKIE, browser)
                    .path(request.getContextPath() + "/report")
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return new Sender(
                hash("network", about, Network.of(request.getRemoteAddr())),
                hash("browser", about, browser),
                viewer.member() == null ? null : hash("holder", about, String.valueOf(viewer.member())));
    }

    private String hash(String what, String about, String whose) {
        try {
            Mac mac = Mac.getInstance(SIGNING);
            mac.init(key());
            return HexFormat.of()
                    .formatHex(mac.doFinal(String.join("\n", what, about, whose).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SIGNING, e);
        }
    }

    private synchronized SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), SIGNING);
            key = known;
        }
        return known;
    }

    /** Where there can be no file, another one for as long as this process runs: then people count anew after a start. */
    private String secret() {
        try {
            Files.createDirectories(file.getParent());
            try {
                Files.writeString(file, Secret.create(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("{} is there.", file);
            }
            String secret = Files.readString(file).strip();
            if (Secret.looksLikeOne(secret)) {
                return secret;
            }
            LOG.warn("{} holds no key: delete it, and another one is made.", file);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be kept; who reports a comment again after a restart counts as somebody else.", file, e);
        }
        return Secret.create();
    }
}
