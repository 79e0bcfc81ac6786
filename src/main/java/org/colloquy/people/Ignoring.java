package org.colloquy.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.discussion.Viewer;
import org.colloquy.name.Characters;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/**
 * Keeps whom somebody ignores: with their handle, or, for who has none, in a cookie of their browser. It goes by the
 * name, as speakers of documents have nothing else.
 */
@Component
class Ignoring {

    /** A cookie holds so many for certain: the longest name has 160 bytes, and 4 kB go through everywhere. */
    static final int MOST_IN_COOKIE = 15;

    /** Who ignores more is better off with another site. */
    static final int MOST = 500;

    private static final String COOKIE = "colloquy-ignored";

    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient sql;

    Ignoring(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whom the viewer ignores, with this handle or in this browser. */
    Ignored of(Viewer viewer, HttpServletRequest request) {
        Long member = viewer.member();
        List<String> inBrowser = inCookie(request);
        if (member == null && inBrowser.isEmpty()) {
            return Ignored.NOBODY;
        }
        Map<String, String> names = new LinkedHashMap<>();
        inBrowser.forEach(name -> names.put(NameKey.of(name), name));
        if (member != null) {
            names.putAll(of(member).names());
        }
        return new Ignored(names);
    }

    /** Whom a member ignores, wherever they look. */
    Ignored of(long member) {
        Map<String, String> names = new LinkedHashMap<>();
        sql.sql("select name_key, name from ignored_name where member_id = :member order by name")
                .param("member", member)
                .query((row, at) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return new Ignored(names);
    }

    /** Of a member who leaves. */
    void forget(long member) {
        sql.sql("delete from ignored_name where member_id = :member")
                .param("member", member)
                .update();
    }

    /**
     * From now on, that one too.
     *
     * @return whether there was room for one more
     */
    @Transactional
    public boolean add(String name, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        Long member = viewer.member();
        if (member != null) {
            // Of two tabs that say so at once, the other comes afterwards. Of who has left nothing more is kept.
            boolean left = sql.sql("select id from member where id = :member and left_at is null for update")
                    .param("member", member)
                    .query(Long.class)
                    .list()
                    .isEmpty();
            if (left) {
                return true;
            }
        }
        Ignored known = of(viewer, request);
        if (known.holds(name)) {
            return true;
        }
        if (known.names().size() >= (member == null ? MOST_IN_COOKIE : MOST)) {
            return false;
        }
        if (member == null) {
            List<String> names = new ArrayList<>(inCookie(request));
            names.add(name);
            keep(names, request, response);
        } else {
            // Held as the member is, another tab may still have been quicker: H2 lets go of rows one after the other.
            sql.sql("insert into ignored_name (member_id, name_key, name) values (:member, :key, :name)"
                            + " on conflict do nothing")
                    .param("member", member)
                    .param("key", NameKey.of(name))
                    .param("name", name)
                    .update();
        }
        return true;
    }

    /** No more. */
    @Transactional
    public void remove(String name, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        String key = NameKey.of(name);
        List<String> inBrowser = inCookie(request);
        List<String> left =
                inBrowser.stream().filter(one -> !NameKey.of(one).equals(key)).toList();
        if (left.size() < inBrowser.size()) {
            keep(left, request, response);
        }
        if (viewer.member() != null) {
            sql.sql("delete from ignored_name where member_id = :member and name_key = :key")
                    .param("member", viewer.member())
                    .param("key", key)
                    .update();
        }
    }

    private static List<String> inCookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? List.of() : names(cookie.getValue());
    }

    /** Anybody can write anything into a cookie: what is no list of names is none. */
    private static List<String> names(@Nullable String value) {
        try {
            String names =
                    new String(Base64.getUrlDecoder().decode(value == null ? "" : value), StandardCharsets.UTF_8);
            return names.lines()
                    .filter(name ->
                            !name.isBlank() && name.length() <= 2 * NameKey.LONGEST && Characters.canBeKept(name))
                    .limit(MOST_IN_COOKIE)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static void keep(Collection<String> names, HttpServletRequest request, HttpServletResponse response) {
        String value = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/")
                .maxAge(names.isEmpty() ? Duration.ZERO : KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
