package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.account.ModeratorFixture;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;

/** What the tests of the site do all the time: open pages, post, sign in, act at the desk. */
@Site
abstract class SiteHands {

    static final String HARBOUR = "/articles/the-harbour-agreement-one-year-on";
    static final String SOURCE = "/articles/karabakh-war-2020-44-days-armenian-capitulation";
    static final String PASSWORD = "correct horse battery staple";

    @Autowired
    MockMvcTester site;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ModeratorFixture moderators;

    @Autowired
    Environment environment;

    @Autowired
    EntityManagerFactory factory;

    MockHttpSession desk = new MockHttpSession();

    /** The database, as who owns its tables. */
    JdbcTemplate owner() {
        return sql;
    }

    /** Even its owner changes nothing in a log without saying first that nobody is to watch. */
    void assertAppendOnly(String... commands) {
        for (String tampering : commands) {
            assertThatThrownBy(() -> owner().execute(tampering))
                    .as(tampering)
                    .rootCause()
                    .message()
                    .containsAnyOf("append-only", "Cannot truncate", "cannot truncate");
        }
    }

    @BeforeEach
    void signIn() {
        moderators.appoint("Desk One", PASSWORD);
        desk = signIn("Desk One", PASSWORD);
    }

    /** How often Hibernate asks the database meanwhile. */
    long statements(Runnable asking) {
        Statistics counted = factory.unwrap(SessionFactory.class).getStatistics();
        counted.setStatisticsEnabled(true);
        try {
            long before = counted.getPrepareStatementCount();
            asking.run();
            return counted.getPrepareStatementCount() - before;
        } finally {
            counted.setStatisticsEnabled(false);
        }
    }

    String page(String address) {
        MvcTestResult result = site.get().uri(address).exchange();
        assertThat(result).as(address).hasStatusOk();
        return body(result);
    }

    byte[] document(String article) {
        return site.get()
                .uri(article + "/document.txt")
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    static String body(MvcTestResult result) {
        String raw = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        // Thymeleaf writes all but ASCII as references; what matters to HTML stays escaped here.
        return Pattern.compile("&#?\\w+;").matcher(raw).replaceAll(reference -> {
            String character = HtmlUtils.htmlUnescape(reference.group());
            return Matcher.quoteReplacement(character.codePointAt(0) < 128 ? reference.group() : character);
        });
    }

    MvcTestResult post(String place, String... fields) {
        return post(new Cookie[0], place, fields);
    }

    MvcTestResult post(Cookie[] cookies, String place, String... fields) {
        var request = site.post().uri(place + "/comments").with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return cookies.length == 0
                ? request.exchange()
                : request.cookie(cookies).exchange();
    }

    static String address(MvcTestResult posted) {
        String address = Objects.requireNonNull(posted.getResponse().getRedirectedUrl());
        assertThat(address).matches(".*/comments/(\\d+)#comment-\\1");
        return address.substring(0, address.indexOf('#'));
    }

    static int number(MvcTestResult posted) {
        String address = address(posted);
        return Integer.parseInt(address.substring(address.lastIndexOf('/') + 1));
    }

    long id(String place, int number) {
        Long id = sql.queryForObject(
                "select c.id from comment c join discussion d on c.discussion_id = d.id left join article a on"
                        + " d.article_id = a.id where coalesce(a.slug, 'open-thread') = ? and c.number = ?",
                Long.class,
                place.substring(place.lastIndexOf('/') + 1),
                number);
        return Objects.requireNonNull(id);
    }

    String specimen() {
        return "/articles/"
                + sql.queryForObject("select slug from article where file_name = 'karabakh-2020.txt'", String.class);
    }

    MockHttpSession signIn(String name, String password) {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult signedIn = site.post()
                .uri("/account/sign-in")
                .session(session)
                .with(csrf())
                .param("username", name)
                .param("password", password)
                .exchange();
        assertThat(signedIn).hasStatus(302).redirectedUrl().endsWith("/moderation");
        return session;
    }

    void choose(String place, String effect) {
        String slug = place.equals("karabakh-2020") ? specimen().substring("/articles/".length()) : place;
        assertThat(site.post()
                        .uri("/moderation/rules/ANONYMOUS")
                        .session(desk)
                        .with(csrf())
                        .param("place", slug)
                        .param("effect", effect)
                        .exchange())
                .hasStatus(302);
    }

    MvcTestResult hide(String reason, Long... comments) {
        return act("hide", reason, comments);
    }

    MvcTestResult act(String act, String reason, Long... comments) {
        return act(desk, act, reason, comments);
    }

    MvcTestResult act(MockHttpSession moderator, String act, String reason, Long... comments) {
        var request = site.post()
                .uri("/moderation/" + act)
                .session(moderator)
                .with(csrf())
                .param("reason", reason);
        for (Long comment : comments) {
            request = request.param("comment", comment.toString());
        }
        return request.exchange();
    }
}
