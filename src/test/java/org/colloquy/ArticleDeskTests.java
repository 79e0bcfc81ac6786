package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colloquy.log.LogFilter;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Matter;
import org.colloquy.log.ModerationLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What moderators do with articles while the server runs. */
abstract class ArticleDeskTests extends MovingTests {

    private static final String ARTICLES = "/moderation/articles";
    private static final String NOTICE =
            "  1. Commenting rules\n\n    Please, no anonymous comments.\n\n    Be kind to the geese.\n\n";

    @Autowired
    ModerationLog log;

    @Autowired
    TransactionTemplate transactions;

    // -- bringing in

    @Test
    void bringsInADocumentOnceItWasLookedAt() {
        String text = text(
                "On Lamps",
                "Cora says\n\n    Lamps need oil.",
                "Elias says\n\n    Lamps need oil. They need wicks too.");
        MvcTestResult checked = check(upload("", "lamps.txt", text, "rights", "Written for this test"));
        assertThat(body(checked))
                .contains("What would come of “On Lamps”", "A new article", "byte for byte the same", "Import it")
                .contains("2 comments, 2 with a name; 2 threads");
        assertThat(site.get().uri("/articles/on-lamps").exchange()).hasStatus(404);

        assertThat(bring(checked, "It is about lamps.")).hasStatus(302).hasRedirectedUrl(ARTICLES);
        assertThat(page("/articles/on-lamps")).contains("Lamps need oil.", "Written for this test");
        assertThat(new String(document("/articles/on-lamps"), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(page("/")).contains("On Lamps");
        assertThat(desk(ARTICLES)).contains("Uploaded by Desk One as lamps.txt");
        assertThat(page("/moderation-log")).contains("brought in the article", "It is about lamps.");
        assertThat(body(post("/articles/on-lamps", "name", "Cora", "text", "Me again.")))
                .as("who speaks in it is known by now")
                .contains("somebody else’s name");
        assertThat(post("/articles/on-lamps", "name", "Lamp Reader", "text", "They do."))
                .hasStatus(303);
        MvcTestResult twice = bring(checked, "");
        assertThat(twice).as("pressed twice").hasStatus(302).hasRedirectedUrl(ARTICLES);
        assertThat(twice.getMvcResult().getFlashMap().get("done"))
                .isEqualTo("“On Lamps” is here already: nothing more was done.");
        assertThat(sql.queryForObject("select count(*) from article where title = 'On Lamps'", Integer.class))
                .isEqualTo(1);
        assertThat(sql.queryForObject("select text from pending_document where file_name = 'lamps.txt'", String.class))
                .isEmpty();

        undo("/articles/on-lamps");
        assertThat(site.get().uri("/articles/on-lamps").exchange()).hasStatus(410);
        assertThat(sql.queryForObject("select count(*) from comment where text = 'They do.'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void losesNothingThatWasTypedWithAMistake() {
        MvcTestResult refused = upload(
                "",
                "mistaken.txt",
                text("On Mistakes"),
                "published",
                "yesterday",
                "source",
                "ftp://x",
                "rights",
                "Mine");
        assertThat(refused).hasStatus(422);
        String form = body(refused);
        assertThat(form)
                .contains(
                        "First published: this is no date",
                        "Source: this is no address",
                        "mistaken.txt is here already")
                .contains("value=\"yesterday\"", "value=\"Mine\"");
        MvcTestResult mended = send(upload().param("key", hidden(form, "key")).param("rights", "Mine"));
        assertThat(mended).hasStatus(302);
        assertThat(body(check(mended))).contains("On Mistakes");

        assertThat(body(upload("", "broken.txt", "No text\0here"))).contains("has a NUL character");
        assertThat(body(send(upload()))).contains("Choose a document.");
        assertThat(body(upload("", "empty.txt", "\n\n"))).contains("empty.txt is empty");
    }

    @Test
    void takesFilesFromNobodyElse() {
        var file = new MockMultipartFile("file", "x.txt", "text/plain", new byte[3]);
        assertThat(site.post()
                        .uri(ARTICLES + "/upload")
                        .multipart()
                        .file(file)
                        .with(csrf())
                        .exchange())
                .hasStatus(403);
        assertThat(site.post()
                        .uri("/open-thread/comments")
                        .multipart()
                        .file(file)
                        .with(csrf())
                        .exchange())
                .hasStatus(415);
        MvcTestResult checked = upload("", "private.txt", text("On Privacy"));
        moderators.appoint("Desk Two", PASSWORD);
        assertThat(site.get()
                        .uri(Objects.requireNonNull(checked.getResponse().getRedirectedUrl()))
                        .session(signIn("Desk Two", PASSWORD))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void takesALargeDocumentAndSaysOfAnEvenLargerOneHowLargeItMayBe() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = hidden(get(browser, "/account/sign-in").body(), "_csrf");
        String signIn = "username=Desk%20One&password=" + PASSWORD.replace(" ", "%20") + "&_csrf=" + token;
        browser.send(
                to("/account/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(signIn))
                        .build(),
                BodyHandlers.ofString());
        String page = get(browser, ARTICLES + "/upload").body();

        HttpResponse<String> large = upload(browser, hidden(page, "_csrf"), 3 << 20);
        assertThat(large.statusCode()).isEqualTo(302);
        assertThat(large.headers().firstValue("Location").orElseThrow()).contains("/check?document=");
        HttpResponse<String> larger = upload(browser, hidden(page, "_csrf"), (64 << 20) + 1);
        assertThat(larger.statusCode()).isEqualTo(413);
        assertThat(larger.body()).contains("<main", "at most 64 MiB").doesNotContain("Exception");
        HttpResponse<String> larger65 = upload(browser, hidden(page, "_csrf"), 80 << 20);
        assertThat(larger65.statusCode()).isEqualTo(413);
        assertThat(larger65.body()).contains("at most 64 MiB");
    }

    private HttpResponse<String> upload(HttpClient browser, String token, int bytes) throws Exception {
        byte[] text = new byte[bytes];
        Arrays.fill(text, (byte) 'x');
        String head = "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n";
        return browser.send(
                to(ARTICLES + "/upload")
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofByteArray(text),
                                BodyPublishers.ofString("\r\n--edge--\r\n")))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return browser.send(to(address).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + address));
    }

    @Test
    void forgetsWhatNobodyImportedAfterADay() {
        MvcTestResult uploaded = upload("", "forgotten.txt", text("On Forgetting"));
        sql.update(
                "update pending_document set uploaded_at = timestamp '2020-01-01 00:00:00' where file_name = 'forgotten.txt'");
        assertThat(check(uploaded)).hasStatus(404);
        upload("", "next.txt", text("On What Comes Next"));
        assertThat(sql.queryForObject(
                        "select count(*) from pending_document where file_name = 'forgotten.txt'", Integer.class))
                .isZero();
    }

    // -- correcting

    @Test
    void correctsADocumentAndTakesItBackByteForByte() {
        String first = text(
                "On Tea",
                "Cora says\n\n    Milk goes first, and sugar after it.",
                "No, it does not.",
                "Elias says\n\n    Somebody should hide this.",
                "Farah says\n\n    The kettle is what matters most of all.",
                "Cora says\n\n    Lemon is for the brave.");
        String place = brought("tea.txt", first);
        int answer = number(post(place, "name", "Tea Reader", "text", "So it is.", "parent", "4"));
        int quoting =
                number(post(place, "name", "Tea Quoter", "text", "> Milk goes first, and sugar after it.\n\nNever."));
        hide("Rude.", id(place, 3));
        place(id(place, 5), 2);
        byte[] before = document(place);

        String second = text(
                        "On Tea",
                        "Cora says\n\n    Milk goes first, and honey after it.",
                        "No, it does not.",
                        "Elias says\n\n    Somebody did hide this.")
                .replace("Some text.", "Some other text.");
        MvcTestResult checked = check(upload(slug(place), "whatever.txt", second));
        assertThat(body(checked))
                .contains("It would correct “On Tea”", "The article itself changes.", "No comment is new.")
                .contains("One comment says something else.", "<del>sugar </del><ins>honey </ins>", "quoted here")
                .contains("2 comments go.", "answered here", "placed by a moderator")
                .contains("One comment stays as it is here", "hidden here");
        assertThat(bring(checked, "A slip.")).hasStatus(302);

        String corrected = page(place);
        assertThat(corrected).contains("Some other text.", "honey after it", "So it is.", "Never.");
        assertThat(corrected).doesNotContain("Lemon", "Somebody did hide this", "Somebody should hide this");
        assertThat(sql.queryForObject("select text from comment where id = ?", String.class, id(place, 3)))
                .isEqualTo("Somebody should hide this.");
        assertThat(page(place + "/comments/" + answer)).contains("So it is.");
        assertThat(page("/moderation-log")).contains("corrected the article", "A slip.");

        undo(place);
        assertThat(document(place)).isEqualTo(before);
        assertThat(page(place + "/comments/" + quoting)).contains("from 1");
        assertThat(page(place + "/comments/5"))
                .as("where a moderator had placed it")
                .contains("placed by a moderator");
        assertThat(page(place + "/comments/" + answer)).contains("The kettle is what matters");
        assertThat(sql.queryForObject("select count(*) from comment where text = 'So it is.'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void knowsADocumentAgainFromWhichSomethingWasMovedAway() {
        String text = text(
                "On Salt",
                "Cora says\n\n    Salt goes into the water before it boils.",
                "Elias says\n\n    Whoever sells it cheats.",
                "Farah says\n\n    It is never too much.");
        String place = brought("salt.txt", text);
        long away = id(place, 2);
        assertThat(move(away, "")).hasStatus(302);
        String flash = String.valueOf(bring(check(upload(slug(place), "salt.txt", text)), "")
                .getMvcResult()
                .getFlashMap()
                .get("done"));
        assertThat(flash).contains("nothing has changed");

        String other = text.replace("too much", "too little").replace("Elias says", "Elie says");
        assertThat(bring(check(upload(slug(place), "salt.txt", other)), "")).hasStatus(302);
        undo(place);
        assertThat(page(place)).contains("too much").doesNotContain("cheats");
        assertThat(move(away, "/back")).hasStatus(302);
        assertThat(new String(document(place), StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private MvcTestResult move(long comment, String back) {
        return site.post()
                .uri("/moderation/move" + back)
                .session(desk)
                .with(csrf())
                .param("comment", String.valueOf(comment))
                .exchange();
    }

    @Test
    void leadsFromTheOpenThreadToNoArticleThatIsWithdrawn() {
        String place = brought(
                "finches.txt",
                text("On Finchbirds", "Cora says\n\n    A finch eats seeds, and only seeds, in winter."));
        MvcTestResult posted =
                post(place, "name", "Finch Quoter", "text", "> A finch eats seeds, and only seeds\n\nNo.");
        long id = id(place, number(posted));
        assertThat(move(id, "")).hasStatus(302);
        String there = "/open-thread/comments/"
                + sql.queryForObject("select number from comment where id = ?", Integer.class, id);
        assertThat(page(there)).contains(place + "/comments/");
        String form = desk(ARTICLES + "/" + slug(place) + "/withdraw");
        assertThat(act(desk, place, "withdraw", "seen", hidden(form, "seen"), "reason", "A mix-up."))
                .hasStatus(302);

        for (String address : List.of(there, there + ".json", "/open-thread")) {
            assertThat(page(address)).as(address).contains("A finch eats").doesNotContain("finchbirds", "Finchbirds");
        }
        assertThat(page("/moderation-log"))
                .contains("an article that was withdrawn")
                .doesNotContain("On Finchbirds");
        assertThat(move(id, "/back")).hasStatus(409);
        assertThat(move(id(place, 1), "")).as("out of it").hasStatus(409);
        assertThat(page(there)).contains("A finch eats");

        undo(place);
        assertThat(page(there)).contains(place + "/comments/");
        assertThat(page("/moderation-log")).contains("On Finchbirds");
        assertThat(move(id, "/back")).hasStatus(302);
    }

    @Test
    void correctsTheSourceAndTakesItBackByteForByte() {
        if (site.get().uri(SOURCE).exchange().getResponse().getStatus() != 200) {
            return;
        }
        byte[] before = document(SOURCE);
        String text = new String(before, StandardCharsets.UTF_8);
        int at = text.lastIndexOf('.');
        String changed = text.substring(0, at) + ", it seems" + text.substring(at);
        assertThat(bring(check(upload(slug(SOURCE), "corrected.txt", changed)), ""))
                .hasStatus(302);
        assertThat(new String(document(SOURCE), StandardCharsets.UTF_8)).isEqualTo(changed);
        undo(SOURCE);
        assertThat(document(SOURCE)).isEqualTo(before);
    }

    @Test
    void asksForAnotherLookWhereADocumentSaysSomethingElse() {
        String place =
                brought("looked.txt", text("On Looking", "Cora says\n\n    Look here.", "Elias says\n\n    Yes."));
        long changed = id(place, 1);
        long kept = id(place, 2);
        act("approve", "", changed, kept);
        assertThat(cleared(changed)).isTrue();
        String again = text("On Looking", "Cora says\n\n    Look away.", "Elias says\n\n    Yes.");
        assertThat(bring(check(upload(slug(place), "l.txt", again)), "")).hasStatus(302);
        assertThat(cleared(changed)).as("nobody has looked at what it says now").isFalse();
        assertThat(cleared(kept)).isTrue();
        MvcTestResult stale = site.post()
                .uri("/moderation/hide")
                .session(desk)
                .with(csrf())
                .param("comment", changed + ":0")
                .param("reason", "It looks here.")
                .exchange();
        assertThat(stale).hasStatus(409);
        assertThat(body(stale)).contains("A text was changed after you had opened this page.", "Look away.");
        undo(place);
        assertThat(cleared(changed)).as("nor since it says the former again").isFalse();
    }

    private boolean cleared(long comment) {
        return Boolean.TRUE.equals(
                sql.queryForObject("select cleared from comment where id = ?", Boolean.class, comment));
    }

    @Test
    void takesAFileOfAKnownNameForItsArticleAndSaysSo() {
        String place = brought("twice.txt", text("On Twins", "Cora says\n\n    Once."));
        String again = text("On Twins", "Cora says\n\n    Once.", "Cora says\n\n    Twice.");
        MvcTestResult checked = check(upload("", "twice.txt", again));
        assertThat(body(checked)).contains("An article came from a file of this name before", "One comment is new.");
        assertThat(bring(checked, "")).hasStatus(302);
        assertThat(page(place)).contains("Twice.");
        assertThat(bring(check(upload("", "twice.txt", again)), "")).hasStatus(302);
        assertThat(log.latest(LogFilter.at(place), 9)).hasSize(2);
    }

    @Test
    void tellsWhoWorksFromAnOldPageWhatTheOtherDid() {
        String place = brought("shared.txt", text("On Sharing", "Cora says\n\n    Mine."));
        MvcTestResult mine = check(upload(slug(place), "a.txt", text("On Sharing", "Cora says\n\n    Ours.")));
        MvcTestResult theirs = check(upload(slug(place), "b.txt", text("On Sharing", "Cora says\n\n    Theirs.")));
        moderators.appoint("Desk Two", PASSWORD);
        MockHttpSession other = signIn("Desk Two", PASSWORD);
        String colophon = body(site.get()
                .uri(ARTICLES + "/" + slug(place) + "/colophon")
                .session(other)
                .exchange());
        assertThat(bring(theirs, "")).hasStatus(302);

        MvcTestResult stale = bring(mine, "Because.");
        assertThat(stale).hasStatus(409);
        assertThat(body(stale))
                .contains("Desk One", "corrected the article", "Nothing of yours was done", "value=\"Because.\"")
                .contains("<del>Theirs</del><ins>Ours</ins>");
        assertThat(page(place)).contains("Theirs.");
        assertThat(bring(stale, "Because.")).hasStatus(302);
        assertThat(page(place)).contains("Ours.");

        MvcTestResult late = act(other, place, "colophon", "seen", hidden(colophon, "seen"), "rights", "Theirs too");
        assertThat(late).hasStatus(409);
        assertThat(body(late)).contains("corrected the article", "value=\"Theirs too\"");
        assertThat(page(place)).doesNotContain("Theirs too");
    }

    // -- withdrawing

    @Test
    void withdrawsAnArticleFromEverywhereAndBringsItBack() throws Exception {
        String place =
                brought("canary.txt", text("On Canarybirds", "Bird Canarywing says\n\n    A canaryword was sung."));
        MvcTestResult posted = post(place, "name", "Bird Watcher", "text", "Another canaryword.");
        int number = number(posted);
        post(place, "name", "Bird Answerer", "text", "A canaryword back.", "parent", "" + number);
        byte[] before = document(place);
        String form = desk(ARTICLES + "/" + slug(place) + "/withdraw");
        MvcTestResult done = act(desk, place, "withdraw", "seen", hidden(form, "seen"), "reason", "A mix-up.");
        assertThat(done.getMvcResult().getFlashMap().get("undo"))
                .as("the next page offers to undo it")
                .isEqualTo(sql.queryForObject("select max(id) from moderation_log", Long.class));
        assertThat(body(site.get()
                        .uri(ARTICLES)
                        .session(desk)
                        .flashAttr("done", "Done.")
                        .flashAttr("undo", 1L)
                        .exchange()))
                .contains("action=\"/moderation/undo\"", "name=\"back\" value=\"/moderation/articles\"");
        assertThat(done).hasStatus(302);

        for (String address : List.of(
                "",
                "/terms/1",
                "/comments/1",
                "/comments/" + number,
                "/comments/" + number + ".json",
                "/document.txt",
                "/comments/new",
                "/comments/1/reply",
                "/comments",
                "/comments/1/revisions",
                "/comments/preview",
                "/comments/" + number + "/edit",
                "/comments/" + number + "/withdraw")) {
            MvcTestResult gone = site.get().uri(place + address).exchange();
            assertThat(gone.getResponse().getStatus()).as(address).isEqualTo(410);
            assertThat(body(gone)).as(address).doesNotContainIgnoringCase("canary");
        }
        for (String address : List.of("/", "/rules", "/open-thread", "/account/claims", "/people/Bird Watcher")) {
            assertThat(body(site.get().uri(address).exchange())).as(address).doesNotContainIgnoringCase("canary");
        }
        assertThat(site.get().uri("/people/Bird Watcher").exchange()).hasStatus(404);
        var cookies = posted.getResponse().getCookies();
        assertThat(body(site.get().uri("/account/replies").cookie(cookies).exchange()))
                .doesNotContain("canaryword back");
        assertThat(body(site.get().uri("/account/comments").cookie(cookies).exchange()))
                .as("what somebody wrote is theirs to have")
                .contains("Another canaryword.");
        MvcTestResult late = post(place, "name", "Late Bird", "text", "Typed for an hour.");
        assertThat(late).hasStatus(410);
        HttpClient reader =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String token = hidden(get(reader, "/open-thread/comments/new").body(), "_csrf");
        HttpResponse<String> told = reader.send(
                to(place + "/comments")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString("text=Typed+%3Cfor%3E+an+hour.&_csrf=" + token))
                        .build(),
                BodyHandlers.ofString());
        assertThat(told.statusCode()).isEqualTo(410);
        assertThat(told.body())
                .contains("This article was withdrawn", "Typed &lt;for&gt; an hour.</textarea>", "/moderation-log");
        assertThat(sql.queryForObject("select count(*) from member where handle = 'Late Bird'", Integer.class))
                .isZero();
        assertThat(desk("/moderation")).doesNotContainIgnoringCase("canary");
        assertThat(desk(ARTICLES)).contains("On Canarybirds", "withdrawn", "Bring back…");
        assertThat(page("/moderation-log")).contains("withdrew the article", "A mix-up.");

        undo(place);
        assertThat(document(place)).isEqualTo(before);
        assertThat(page("/people/Bird Watcher")).contains("Another canaryword.");
        undo(place);
        assertThat(site.get().uri(place).exchange()).as("its import taken back").hasStatus(410);
        form = desk(ARTICLES + "/" + slug(place) + "/withdraw");
        assertThat(act(desk, place, "withdraw", "seen", hidden(form, "seen"), "back", "true"))
                .hasStatus(302);
        assertThat(page(place)).contains("canaryword");
        assertThat(act(desk, place, "withdraw", "seen", hidden(form, "seen"), "back", "true"))
                .hasStatus(302);
        assertThat(sql.queryForObject(
                        "select count(*) from moderation_log where action = 'RETURN_ARTICLE' and place = ?",
                        Integer.class,
                        place))
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void givesTheTextBackToWhoPostsInTheMomentInWhichItIsWithdrawn() throws Exception {
        String place = brought("moment.txt", text("On Moments", "Cora says\n\n    Now."));
        CountDownLatch held = new CountDownLatch(1);
        var one = Executors.newSingleThreadExecutor();
        try {
            Future<?> withdrawing = one.submit(() -> transactions.executeWithoutResult(status -> {
                sql.queryForList(
                        "select id from discussion where article_id = (select id from article where slug = ?) for update",
                        Long.class,
                        slug(place));
                sql.update("update article set withdrawn_at = current_timestamp where slug = ?", slug(place));
                held.countDown();
                // The post has looked at the article by then, and waits for the discussion.
                pause();
            }));
            await(held);
            MvcTestResult late = post(place, "name", "In A Moment", "text", "Typed just then.");
            withdrawing.get();
            // On a machine that is busy it may come too late to be in that moment.
            assertThat(late.getResponse().getStatus()).isIn(422, 410);
            if (late.getResponse().getStatus() == 422) {
                assertThat(body(late)).contains("Typed just then.</textarea>");
            }
            assertThat(sql.queryForObject(
                            "select count(*) from comment where text = 'Typed just then.'", Integer.class))
                    .isZero();
        } finally {
            one.shutdown();
        }
    }

    // -- the notice and the colophon

    @Test
    void writesAnotherNoticeUntilItIsTakenBack() {
        String text =
                "On Geese\n\nSome text.\n\n\n" + NOTICE + "  2. Cora says\n\n    Nine of them.\n\n  3. They bite.\n";
        String place = brought("geese.txt", text);
        assertThat(post(place, "text", "Nobody signs this.")).hasStatus(422);
        String form = desk(ARTICLES + "/" + slug(place) + "/notice");
        assertThat(form).contains("Please, no anonymous comments.", "Switches on: no anonymous comments.");
        MvcTestResult refused = act(desk, place, "notice", "seen", hidden(form, "seen"), "text", "I like geese.");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Nobody would take this for a notice", "I like geese.</textarea>");
        String written = "Commenting rules\r\n\r\nBe kind to the swans.\r\n";
        assertThat(act(desk, place, "notice", "seen", hidden(form, "seen"), "text", written, "reason", "Swans came."))
                .hasStatus(302);

        assertThat(page(place)).contains("Be kind to the swans.").doesNotContain("no anonymous comments");
        MvcTestResult nameless = post(place, "text", "Nobody signs this.");
        assertThat(nameless).as("what it says is in force").hasStatus(303);
        hide("Sign.", id(place, number(nameless)));
        String changed = new String(document(place), StandardCharsets.UTF_8);
        assertThat(changed).isEqualTo(text.replace(NOTICE, "  1. Commenting rules\n\n    Be kind to the swans.\n\n"));
        assertThat(act(desk, place, "notice", "seen", hidden(form, "seen"), "text", written))
                .as("from an old page")
                .hasStatus(409);

        String corrected = text.replace("geese.", "geese, please.").replace("They bite", "They bit");
        assertThat(bring(check(upload(slug(place), "g.txt", corrected)), "")).hasStatus(302);
        assertThat(page(place)).contains("Be kind to the swans.", "They bit");
        undo(place, EnumSet.of(Matter.NOTICE));
        assertThat(new String(document(place), StandardCharsets.UTF_8)).isEqualTo(corrected);
        undo(place, EnumSet.of(Matter.DOCUMENT));
        assertThat(new String(document(place), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(post(place, "text", "Nobody signs this either.")).hasStatus(422);
    }

    @Test
    void saysWhereRulesAreChangedWhenThereIsNoNotice() {
        String place = brought("silent.txt", text("On Silence", "Cora says\n\n    Hush."));
        assertThat(desk(ARTICLES + "/" + slug(place) + "/notice"))
                .contains("has no notice", "/moderation/rules?place=" + slug(place));
    }

    @Test
    void changesWhatIsSaidAboutACopy() {
        String place = brought("copy.txt", text("On Copies", "Cora says\n\n    Again."));
        String form = desk(ARTICLES + "/" + slug(place) + "/colophon");
        assertThat(act(desk, place, "colophon", "seen", hidden(form, "seen"), "language", "no language"))
                .hasStatus(422);
        assertThat(act(
                        desk,
                        place,
                        "colophon",
                        "seen",
                        hidden(form, "seen"),
                        "byline",
                        "Ada \\ Birch",
                        "source",
                        "https://example.org/tea",
                        "published",
                        "2020-11-14",
                        "rights",
                        "Hers"))
                .hasStatus(302);
        assertThat(page(place)).contains("Ada \\ Birch", "https://example.org/tea", "14 November 2020", "Hers");
        undo(place);
        assertThat(page(place)).doesNotContain("Ada", "example.org", "2020", "Hers");
    }

    @Test
    void letsOnlyOneOfTwoAtOnceAndKeepsNobodyElseWaiting() throws Exception {
        String place = brought("race.txt", text("On Races", "Cora says\n\n    Ready."));
        List<MvcTestResult> checked = List.of(
                check(upload(slug(place), "a.txt", text("On Races", "Cora says\n\n    Steady."))),
                check(upload(slug(place), "b.txt", text("On Races", "Cora says\n\n    Go."))));
        var both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> acts = checked.stream()
                    .map(one -> (Callable<Integer>)
                            () -> bring(one, "").getResponse().getStatus())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : both.invokeAll(acts)) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(302, 409);

            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            Future<?> importing = both.submit(() -> transactions.executeWithoutResult(status -> {
                // What an import holds all the time.
                sql.queryForList("select id from article order by id for update", Long.class);
                sql.queryForList(
                        "select id from discussion where article_id = (select id from article where slug = ?) for update",
                        Long.class,
                        slug(place));
                held.countDown();
                await(done);
            }));
            await(held);
            assertThat(post(HARBOUR, "name", "Unhurried Reader", "text", "Somebody else is importing."))
                    .hasStatus(303);
            done.countDown();
            importing.get();
        } finally {
            both.shutdown();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    // -- hands

    private static String text(String title, String... comments) {
        StringBuilder whole = new StringBuilder(title + "\n\nSome text.\n\n  • A term.\n\n\n");
        for (int i = 0; i < comments.length; i++) {
            whole.append("  ").append(i + 1).append(". ").append(comments[i]).append("\n\n");
        }
        return whole.toString();
    }

    private String brought(String name, String text) {
        assertThat(bring(check(upload("", name, text)), "")).hasStatus(302);
        return "/articles/" + sql.queryForObject("select slug from article where file_name = ?", String.class, name);
    }

    private static String slug(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private MockMultipartMvcRequestBuilder upload() {
        return site.post().uri(ARTICLES + "/upload").multipart().session(desk).with(csrf());
    }

    private MvcTestResult upload(String slug, String name, String text, String... fields) {
        var request = upload().file(
                        new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                .param("article", slug);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static MvcTestResult send(MockMultipartMvcRequestBuilder request) {
        return request.exchange();
    }

    private MvcTestResult check(MvcTestResult uploaded) {
        assertThat(uploaded).hasStatus(302);
        return site.get()
                .uri(Objects.requireNonNull(uploaded.getResponse().getRedirectedUrl()))
                .session(desk)
                .exchange();
    }

    private MvcTestResult bring(MvcTestResult checked, String reason) {
        String page = body(checked);
        return site.post()
                .uri(ARTICLES + "/check")
                .session(desk)
                .with(csrf())
                .param("document", hidden(page, "document"))
                .param("seen", hidden(page, "seen"))
                .param("reason", reason)
                .exchange();
    }

    private MvcTestResult act(MockHttpSession moderator, String place, String act, String... fields) {
        var request = site.post()
                .uri(ARTICLES + "/" + slug(place) + "/" + act)
                .session(moderator)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String hidden(String page, String field) {
        Matcher input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private void place(long comment, int under) {
        assertThat(site.post()
                        .uri("/moderation/place")
                        .session(desk)
                        .with(csrf())
                        .param("comment", "" + comment)
                        .param("act", "ATTACH")
                        .param("number", "" + under)
                        .exchange())
                .hasStatus(302);
    }

    private void undo(String place) {
        undo(place, EnumSet.of(Matter.DOCUMENT, Matter.VISIBILITY, Matter.NOTICE));
    }

    /** Takes back the latest act that stands. */
    private void undo(String place, Set<Matter> matters) {
        LogLine latest = log.latest(LogFilter.at(place), 50).stream()
                .filter(line -> line.commentId() == null && line.undone() == null && line.undoes() == null)
                .filter(line -> matters.contains(line.action().matter()))
                .findFirst()
                .orElseThrow();
        assertThat(site.post()
                        .uri("/moderation/undo")
                        .session(desk)
                        .with(csrf())
                        .param("entry", "" + latest.id())
                        .param("list", "true")
                        .exchange())
                .hasStatus(302);
        assertThat(log.entry(latest.id()).orElseThrow().undone()).isNotNull();
    }
}
