package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.colloquy.discussion.Erasing;
import org.colloquy.document.RestartFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Removed on a lawful request, and what it is removed from. On a site of its own: what is removed here must not come back
 * in any other test.
 */
@Import(RestartFixture.class)
@TestPropertySource(properties = "spring.application.name=erasing")
abstract class ErasingTests extends SiteHands {

    private static final String MARK = "[removed on request]";

    @Autowired
    RestartFixture restart;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Autowired
    Erasing erasing;

    @Autowired
    TransactionTemplate transaction;

    // -- the source's comment 12

    @Test
    void takesACommentOfTheSourceOutOfEverythingForGood() throws Exception {
        SharedFiles.sourceDocument();
        String said = text(SOURCE, 12);
        String quoted = text(SOURCE, 27).lines().findFirst().orElseThrow();
        String answer = text(SOURCE, 27).substring(quoted.length()).strip();
        String earlier = said.lines().findFirst().orElseThrow();
        List<String> lines =
                said.lines().skip(1).filter(line -> !line.isBlank()).toList();
        String others = sql.queryForList(
                        "select c.text from comment c join discussion d on d.id = c.discussion_id join article a on"
                                + " a.id = d.article_id where a.slug = ? and c.number not in (12, 27) order by c.number",
                        String.class,
                        SOURCE.substring("/articles/".length()))
                .toString();
        assertThat(said).contains(quoted);
        Map<String, Object> row = row(SOURCE, 12);
        Map<String, Object> quoting = row(SOURCE, 27);
        List<Map<String, Object>> quotations =
                sql.queryForList("select * from quotation where comment_id in (?, ?)", id(SOURCE, 12), id(SOURCE, 27));
        int parent = parent(27);
        assertThat(parent).isEqualTo(12);
        hide("He says \"" + quoted + "\".", id(SOURCE, 12));
        act("restore", "It is fine.", id(SOURCE, 12));
        assertThat(page("/moderation-log")).contains(escaped(quoted));

        String source = Files.readString(SharedFiles.sourceDocument());
        Runnable kept = () -> {
            sql.update("delete from article_document");
            sql.update("delete from pending_document");
            sql.update(
                    "insert into article_document (article_id, text, checksum, places, at)"
                            + " select id, ?, '', '', current_timestamp from article where slug = ?",
                    source,
                    SOURCE.substring("/articles/".length()));
            sql.update(
                    "insert into pending_document (id, member_id, file_name, text, uploaded_at)"
                            + " select 'key', min(id), '000_db6be461e429e09e.txt', ?, current_timestamp from member",
                    source);
        };
        kept.run();

        String asked = asked(id(SOURCE, 12));
        assertThat(asked).contains("Its words in one other comment", "<del>" + escaped(quoted) + "</del>");
        erase(id(SOURCE, 12), "Court of the harbour, file 7.");

        Runnable gone = () -> {
            for (String table : List.of("article_document", "pending_document")) {
                assertThat(sql.queryForObject("select text from " + table, String.class))
                        .contains(MARK)
                        .doesNotContain(quoted, lines.get(1));
            }
            assertThat(row(SOURCE, 12).toString()).doesNotContain(lines.get(0), lines.get(1));
            assertThat(text(SOURCE, 12)).isEmpty();
            assertThat(text(SOURCE, 27)).startsWith(MARK).contains(answer).doesNotContain(quoted);
            assertThat(parent(27)).isEqualTo(12);
            assertNowhere(SOURCE, lines.get(0), lines.get(1), quoted);
            String document = new String(document(SOURCE), StandardCharsets.UTF_8);
            assertThat(document).contains("  27. ", "    " + MARK).doesNotContain("  12.", quoted);
            assertThat(page(SOURCE + "/comments/12")).contains("Removed on request");
            assertThat(page(SOURCE + "/comments/12.json")).contains("\"state\":\"ERASED\"", "\"erased\":true");
            assertThat(page(SOURCE + "/comments/27")).contains("class=\"removed\">" + MARK + "</span>", "from 12");
            assertThat(page(SOURCE)).contains("1 removed on request");
        };
        gone.run();
        assertThat(sql.queryForList(
                                "select c.text from comment c join discussion d on d.id = c.discussion_id join article a"
                                        + " on a.id = d.article_id where a.slug = ? and c.number not in (12, 27) order by"
                                        + " c.number",
                                String.class,
                                SOURCE.substring("/articles/".length()))
                        .toString())
                .isEqualTo(others);
        assertThat(others).as("what it had quoted is somebody else's").contains(earlier);

        String log = page("/moderation-log");
        assertThat(log)
                .contains("removed on request", MARK)
                .doesNotContain("Court of the harbour", escaped(quoted), "It is fine.");

        restart.start();
        gone.run();

        // A backup from before comes back, with the list as it was then.
        sql.update("delete from erased");
        back(row);
        back(quoting);
        sql.update("delete from quotation where comment_id in (?, ?)", id(SOURCE, 12), id(SOURCE, 27));
        quotations.forEach(this::insertQuotation);
        assertThat(page(SOURCE)).contains(escaped(quoted));
        kept.run();
        restart.startWithTheSameDocuments();
        gone.run();

        // All of it is gone, and only the files in the data folder are left.
        sql.update("delete from erased");
        back(row);
        back(quoting);
        sql.update("delete from quotation where comment_id in (?, ?)", id(SOURCE, 12), id(SOURCE, 27));
        quotations.forEach(this::insertQuotation);
        restart.start();
        gone.run();
        Path data = Path.of(Objects.requireNonNull(environment.getProperty("colloquy.data")));
        assertThat(Files.readString(data.resolve("removed.txt"))).doesNotContain("land", "Armenia");
        assertThat(Files.getPosixFilePermissions(data.resolve("removed.key"))).hasSize(2);

        String left = restart.left("000_db6be461e429e09e.txt", source);
        assertThat(left)
                .doesNotContain(quoted, lines.get(1))
                .contains(answer.lines().findFirst().orElseThrow(), earlier.substring(0, 20), MARK);
        assertThat(restart.left("other.txt", "Tea\n\n\n  1. Milk first.\n")).isEqualTo("Tea\n\n\n  1. Milk first.\n");
    }

    private int parent(int number) {
        Integer parent = sql.queryForObject(
                "select p.number from comment c join comment p on p.id = c.parent_id where c.id = ?",
                Integer.class,
                id(SOURCE, number));
        return Objects.requireNonNull(parent);
    }

    private void back(Map<String, Object> row) {
        sql.update(
                "update comment set kind = ?, state = ?, text = ?, verbatim = ?, speaker_kind = ?, speaker = ?,"
                        + " speaker_key = ?, erased_at = null where id = ?",
                row.get("kind"),
                row.get("state"),
                row.get("text"),
                row.get("verbatim"),
                row.get("speaker_kind"),
                row.get("speaker"),
                row.get("speaker_key"),
                row.get("id"));
    }

    private void insertQuotation(Map<String, Object> row) {
        sql.update(
                "insert into quotation (comment_id, from_offset, to_offset, words, source_id, passage, passage_number,"
                        + " source_from, source_to, others) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.get("comment_id"),
                row.get("from_offset"),
                row.get("to_offset"),
                row.get("words"),
                row.get("source_id"),
                row.get("passage"),
                row.get("passage_number"),
                row.get("source_from"),
                row.get("source_to"),
                row.get("others"));
    }

    // -- what was posted here

    @Test
    void takesOutAllThatACommentEverSaidWhereverItIsQuoted() throws Exception {
        String first = "The keeper of the third lamp sells its oil by night to the boats.";
        String second = "Everybody in the lower town knows the keeper by the scar on his hand.";
        String third = "Ask at the chandler's for his name, the second door behind the church.";
        MvcTestResult posted = post("/open-thread", "name", "Loose Tongue", "text", first);
        Cookie[] mine = posted.getResponse().getCookies();
        edit(posted, mine, 0, first + "\n\n" + second);
        edit(posted, mine, 1, third + "\n\n" + second);
        long id = id("/open-thread", number(posted));
        String before = quotes(HARBOUR, "Remembers Well", first);
        String both = quotes(HARBOUR, "Repeats It", third);
        String here = quotes("/open-thread", "Right Here", second);
        String says = page(here + ".json");
        assertThat(says).contains("scar on his hand");
        act("hide", "He says: " + third, id(HARBOUR, numberOf(both)));
        act("restore", "It is all right.", id(HARBOUR, numberOf(both)));
        sql.update("update comment set hidden_reason = ? where id = ?", "Says: " + third, id(HARBOUR, numberOf(both)));

        assertThat(asked(id))
                .contains("the 2 texts that it had before", "Its words in 3 other comments", "Loose Tongue");
        erase(id, "Asked by the keeper.");

        String[] words = {"keeper of the third lamp", "scar on his hand", "second door behind the church"};
        assertNowhere("/open-thread", words);
        assertNowhere(HARBOUR, words);
        for (String address : List.of(before, both, here)) {
            assertThat(page(address)).contains("class=\"removed\">" + MARK + "</span>", "I doubt that.");
            assertThat(page(address + ".json")).contains("\"text\":\"> " + MARK + "\\n\\nI doubt that.\"");
        }
        assertThat(sql.queryForList("select text from revision where comment_id = ?", String.class, id))
                .isEmpty();
        assertThat(sql.queryForList("select former from undo_note", String.class)
                        .toString())
                .doesNotContain(words);
        assertThat(page("/moderation-log")).contains(MARK).doesNotContain("He says");
        assertThat(page(address(posted))).contains("Removed on request").doesNotContain("Loose Tongue");
        assertThat(sql.queryForObject(
                        "select hidden_reason from comment where id = ?", String.class, id(HARBOUR, numberOf(both))))
                .isEqualTo("Says: " + MARK);
        assertThat(new String(document("/open-thread"), StandardCharsets.UTF_8))
                .contains("> " + MARK)
                .doesNotContain(words);
        assertThat(site.get().uri(address(posted) + "/edit").cookie(mine).exchange())
                .hasStatus(404);
        assertThat(own(mine, "/account/data.json")).doesNotContain(words).doesNotContain("Loose Tongue\",\"f");

        assertThat(page(address(post("/open-thread", "name", "Has It By Heart", "text", "Well: " + second + " Ha!"))))
                .as("nobody brings it back by hand")
                .contains("Well: ", MARK, " Ha!")
                .doesNotContain("scar on his hand");
        restart.start();
        assertNowhere(HARBOUR, words);
    }

    @Test
    void leavesWhatSomebodyElseHadSaidBefore() {
        String theirs = "Nobody has repainted the harbour master's boat since the flood of that spring.";
        String own = "It leaks, he drinks, and the two of them will go down together one day.";
        MvcTestResult first = post("/open-thread", "name", "Said It First", "text", theirs);
        MvcTestResult second = post("/open-thread", "name", "Adds To It", "text", "> " + theirs + "\n\n" + own);
        MvcTestResult third =
                post("/open-thread", "name", "Quotes Both", "text", "> " + theirs + "\n> " + own + "\n\nIndeed.");
        erase(id("/open-thread", number(second)), "Asked by him.");
        assertThat(page(address(first) + ".json")).contains(theirs);
        assertThat(page(address(third) + ".json"))
                .contains("> " + theirs, "Indeed.", MARK)
                .doesNotContain("It leaks");
    }

    @Test
    void erasesWhatIsHiddenWaitsOrWasWithdrawnToo() {
        MvcTestResult hidden =
                post("/open-thread", "name", "Hidden Man", "text", "A rumour about the ferryman's debts.");
        hide("A rumour.", id("/open-thread", number(hidden)));
        MvcTestResult withdrawn = post("/open-thread", "name", "Shy Man", "text", "Another one, about his daughter.");
        assertThat(site.post()
                        .uri(address(withdrawn) + "/withdraw")
                        .with(csrf())
                        .cookie(withdrawn.getResponse().getCookies())
                        .exchange())
                .hasStatus(302);
        MvcTestResult waits = post("/open-thread", "name", "Held Man", "text", "A third, about his boat.");
        sql.update(
                "update comment set state = 'HELD', waiting = true, shown_at = null where id = ?",
                id("/open-thread", number(waits)));
        for (MvcTestResult posted : List.of(hidden, withdrawn, waits)) {
            erase(id("/open-thread", number(posted)), "Asked by the ferryman.");
        }
        assertNowhere("/open-thread", "ferryman's debts", "about his daughter", "A third, about");
        assertThat(page(address(hidden))).contains("Removed on request").doesNotContain("Hidden by", "Hidden Man");
        assertThat(page(address(withdrawn))).contains("Removed on request");
        assertThat(site.get().uri(address(waits)).exchange())
                .as("readers never saw it")
                .hasStatus(404);
        act("restore", "No.", id("/open-thread", number(hidden)));
        act("hide", "No.", id("/open-thread", number(withdrawn)));
        assertThat(sql.queryForList(
                        "select state from comment where id in (?, ?)",
                        String.class,
                        id("/open-thread", number(hidden)),
                        id("/open-thread", number(withdrawn))))
                .containsExactly("ERASED", "ERASED");
    }

    @Test
    void keepsTheNameIfThatIsAskedFor() {
        MvcTestResult posted =
                post("/open-thread", "name", "Stays Named", "text", "The words alone are to go from here.");
        String address = address(posted);
        long id = id("/open-thread", number(posted));
        assertThat(send(desk, id, "Only the words.", PASSWORD, false)).hasStatus(302);
        assertThat(page(address)).contains("Removed on request").doesNotContain("words alone are");
        assertThat(page(address + ".json")).contains("Stays Named").doesNotContain("words alone are");
    }

    @Test
    void takesOutWhatModeratorsAndReadersSaidAboutOthersInItsWords() throws Exception {
        String words = "The pilot's wife keeps two ledgers, and the second one is the true one.";
        MvcTestResult posted = post("/open-thread", "name", "Knows The Books", "text", words);
        long id = id("/open-thread", number(posted));
        String quoting = address(post(
                "/open-thread",
                "name",
                "Answers Twice",
                "text",
                "> " + words + "\n\nAs #" + number(posted) + " says."));
        MvcTestResult other = post("/open-thread", "name", "Ledger Man", "text", "I have nothing to say to that.");
        long others = id("/open-thread", number(other));
        String reason = "Says as well: " + words;
        long member = Objects.requireNonNull(
                sql.queryForObject("select member_id from comment where id = ?", Long.class, others));
        assertThat(sent("/moderation/close", "comment", "" + others, "reason", reason))
                .hasStatus(302);
        assertThat(sent("/moderation/close", "place", HARBOUR.substring("/articles/".length()), "reason", reason))
                .hasStatus(302);
        assertThat(sent("/moderation/move", "comment", "" + id(HARBOUR, 7), "branch", "false", "reason", reason))
                .hasStatus(302);
        assertThat(sent("/moderation/members/" + member, "act", "SUSPEND", "time", "week", "reason", reason))
                .hasStatus(302);
        String[] report = {"comment", "" + number(other), "kind", "OTHER", "faith", "true", "explanation", reason};
        String receipt = Objects.requireNonNull(sent(
                        "/report",
                        Stream.concat(Stream.of("place", "open-thread"), Stream.of(report))
                                .toArray(String[]::new))
                .getResponse()
                .getRedirectedUrl());
        String seen = "" + sql.queryForObject("select max(id) from report", Long.class);
        assertThat(sent(
                        "/moderation/reports/" + others,
                        "outcome",
                        "LEFT",
                        "kind",
                        "OTHER",
                        "seen",
                        seen,
                        "reason",
                        reason))
                .hasStatus(302);
        assertThat(page(receipt)).contains("second one is the true one");
        sql.update(
                "insert into name_claim (member_id, discussion_id, speaker, speaker_key, proof, state, asked_at, decided_at,"
                        + " reason) select ?, discussion_id, 'Old Salt', 'old salt', ?, 'REFUSED', current_timestamp,"
                        + " current_timestamp, ? from comment where id = ?",
                member,
                reason,
                reason,
                id(HARBOUR, 2));

        erase(id, "Asked by the pilot.");

        assertThat(columnsWith("second one is the true one")).isEmpty();
        assertThat(page(receipt)).contains(MARK).doesNotContain("second one is the true one");
        assertThat(page(quoting)).contains(MARK, "As ").doesNotContain("two ledgers");
        assertNowhere("/open-thread", "second one is the true one");
        assertNowhere(HARBOUR, "second one is the true one");

        // Nor does anybody bring it back by telling of it.
        assertThat(sent(
                        "/report",
                        Stream.concat(Stream.of("place", "open-thread", "contact", words), Stream.of(report))
                                .toArray(String[]::new)))
                .hasStatus(303);
        assertThat(sent(
                        "/report",
                        "place",
                        HARBOUR.substring("/articles/".length()),
                        "kind",
                        "OTHER",
                        "faith",
                        "true",
                        "revision",
                        "1000",
                        "explanation",
                        reason,
                        "quote",
                        words))
                .hasStatus(303);
        assertThat(sent(receipt, "words", reason)).hasStatus(302);
        assertThat(columnsWith("second one is the true one")).isEmpty();
    }

    @Test
    void takesOutWhatWasSaidAgainstIt() throws Exception {
        MvcTestResult posted =
                post("/open-thread", "name", "Was Reported", "text", "The vicar is not who he says that he is.");
        long id = id("/open-thread", number(posted));
        String[] report = {"kind", "OTHER", "faith", "true", "explanation", "Calls the vicar a liar."};
        sent(
                "/report",
                Stream.concat(Stream.of("place", "open-thread", "comment", "" + number(posted)), Stream.of(report))
                        .toArray(String[]::new));
        Runnable gone = () -> assertThat(columnsWith("Calls the vicar")).isEmpty();
        List<Map<String, Object>> reports = sql.queryForList("select * from report where comment_id = ?", id);
        assertThat(reports).hasSize(1);
        erase(id, "Asked by the vicar.");
        gone.run();

        // The same report comes back out of a backup, the comment does too.
        sql.update("update report set explanation = 'Calls the vicar a liar.' where comment_id = ?", id);
        sql.update(
                "update comment set text = ?, erased_at = null, state = 'SHOWN', speaker_kind = 'NAMED',"
                        + " speaker = 'Was Reported' where id = ?",
                "The vicar is not who he says that he is.",
                id);
        restart.start();
        gone.run();
        assertThat(columnsWith("not who he says")).isEmpty();
    }

    @Test
    void logsWhatItTakesOutAtAStartThatNoEntryTellsOf() throws Exception {
        String words = "The bell founder drinks the tin before it is poured.";
        MvcTestResult first = post("/open-thread", "name", "Twice There", "text", words);
        erase(id("/open-thread", number(first)), "Asked by the founder.");
        int number = number(post("/open-thread", "name", "Once More", "text", "Nothing of the kind."));
        sql.update(
                "update comment set text = ?, speaker = 'Twice There', speaker_key = 'twice there' where id = ?",
                words,
                id("/open-thread", number));
        String log = "/moderation-log?place=open-thread&number=" + number;
        assertThat(page(log)).doesNotContain("/open-thread/comments/" + number);
        restart.start();
        restart.start();
        assertThat(page("/open-thread/comments/" + number)).contains("Removed on request");
        assertThat(page(log).split("/open-thread/comments/" + number + "#", -1))
                .as("told once")
                .hasSize(2);
        assertThat(page(log)).contains("removed on request");
    }

    @Test
    void takesAShortCommentThatWasMovedOutOfItsDocument() throws Exception {
        String said = "Late by how much?";
        sql.update("update comment set text = ? where id = ?", said, id(HARBOUR, 3));
        assertThat(sent("/moderation/move", "comment", "" + id(HARBOUR, 3), "branch", "false", "reason", "Off topic."))
                .hasStatus(302);
        long stub = id(HARBOUR, 3);
        Long moved = sql.queryForObject("select twin_id from comment where id = ?", Long.class, stub);
        erase(Objects.requireNonNull(moved), "Asked by who said it.");
        String document = "Ferries\n\nThere are some.\n\n\n  2. One\n\n    Yes.\n\n  3. " + said + "\n";
        assertThat(restart.left("harbour.txt", document)).contains("Yes.").doesNotContain(said);
        assertThat(restart.left("elsewhere.txt", document)).contains(said);
        assertThat(page(HARBOUR + "/comments/3")).contains("Moved").doesNotContain("Off topic.");
    }

    /** Which columns of the whole database hold those words, but the log's: its reasons are left out when it is read. */
    private List<String> columnsWith(String words) {
        List<String> found = new ArrayList<>();
        sql.queryForList(
                        "select table_name, column_name from information_schema.columns where lower(table_schema) = 'public'"
                                + " and (lower(data_type) like 'char%' or lower(data_type) = 'text')")
                .forEach(column -> {
                    String table = String.valueOf(column.get("table_name"));
                    String name = String.valueOf(column.get("column_name"));
                    Integer count = sql.queryForObject(
                            "select count(*) from \"%s\" where \"%s\" like ?".formatted(table, name),
                            Integer.class,
                            "%" + words + "%");
                    if (count != null && count > 0 && !table.equalsIgnoreCase("moderation_log")) {
                        found.add(table + "." + name + " " + count);
                    }
                });
        return found;
    }

    private MvcTestResult sent(String address, String... fields) {
        var request = site.post().uri(address).session(desk).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    // -- who may, and how

    @Test
    void isForAdministratorsWithTheirPassword() {
        moderators.appoint("Mere Moderator", PASSWORD);
        sql.update("update member set role = 'MODERATOR' where handle = 'Mere Moderator'");
        MockHttpSession moderator = signIn("Mere Moderator", PASSWORD);
        MvcTestResult posted =
                post("/open-thread", "name", "Safe So Far", "text", "Not lawfully asked for by anybody.");
        long id = id("/open-thread", number(posted));
        assertThat(site.get()
                        .uri("/moderation/erase?comment=" + id)
                        .session(moderator)
                        .exchange())
                .hasStatus(403);
        assertThat(send(moderator, id, "Because.", PASSWORD, true)).hasStatus(403);
        assertThat(site.get().uri("/moderation/erase?comment=" + id).exchange()).hasStatus(302);
        assertThat(page(moderator, address(posted))).doesNotContain("/moderation/erase");
        assertThat(page(desk, address(posted))).contains("/moderation/erase?comment=" + id);

        MvcTestResult wrong = send(desk, id, "  ", "not the password", true);
        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong)).contains("Say whose request it was", "That isn’t the password");
        assertThat(body(send(desk, id, "The reason as typed", "wrong", false)))
                .contains("value=\"The reason as typed\"")
                .doesNotContain("checked=\"checked\"");
        assertThat(page(address(posted))).contains("Not lawfully asked for");
        assertThat(send(desk, 1_000_000_000, "Nothing.", PASSWORD, true)).hasStatus(404);

        erase(id, "Now it is.");
        MvcTestResult twice = send(desk, id, "Once more.", PASSWORD, true);
        assertThat(twice).hasStatus(302).hasRedirectedUrl("/moderation");
        assertThat(twice.getMvcResult().getFlashMap().get("done"))
                .isEqualTo("Comment " + number(posted) + " is erased already.");
        assertThat(send(moderator, id, "Once more.", PASSWORD, true)).hasStatus(403);
        assertThat(page(desk, address(posted))).doesNotContain("/moderation/erase");
        assertThat(sql.queryForObject(
                        "select count(*) from moderation_log where action = 'ERASE' and comment_id = ?",
                        Integer.class,
                        id))
                .isEqualTo(1);
    }

    @Test
    void isNotBroughtBackByWhoQuotesItAndChangesThatMeanwhile() throws Exception {
        String words = "Four crates of oranges went missing from the customs shed last night.";
        MvcTestResult posted = post("/open-thread", "name", "Saw The Crates", "text", words);
        MvcTestResult quoting =
                post("/open-thread", "name", "Quick Editor", "text", "> " + words + "\n\nI doubt that.");
        Cookie[] theirs = quoting.getResponse().getCookies();
        long id = id("/open-thread", number(posted));
        CountDownLatch erased = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> erasure = threads.submit(() -> {
                transaction.executeWithoutResult(status -> {
                    erasing.erase(id, true);
                    erased.countDown();
                    await(sent);
                });
            });
            Future<MvcTestResult> edit = threads.submit((Callable<MvcTestResult>) () -> {
                await(erased);
                sent.countDown();
                return edited(quoting, theirs, 0, "> " + words + "\n\nI doubt that very much.");
            });
            erasure.get();
            assertThat(edit.get().getResponse().getStatus()).isIn(303, 409);
        } finally {
            threads.shutdownNow();
        }
        assertThat(page(address(quoting) + ".json")).contains(MARK).doesNotContain("crates of oranges");
        assertThat(edited(quoting, theirs, 1, "> " + words + "\n\nI doubt that very much."))
                .hasStatus(303);
        assertThat(page(address(quoting) + ".json")).contains(MARK, "very much").doesNotContain("crates of oranges");
        assertNowhere("/open-thread", "crates of oranges");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // -- hands

    private void assertNowhere(String place, String... words) {
        Set<String> tried = new TreeSet<>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .flatMap(pattern -> sql
                        .queryForList(
                                "select distinct number from comment where number in (2, 3, 12, 27)"
                                        + " or posted_at is not null and number < 60",
                                String.class)
                        .stream()
                        .map(number -> pattern.replaceAll("\\{slug[^}]*}", place.substring(place.lastIndexOf('/') + 1))
                                .replaceAll("\\{number:[^/]*}", number)
                                .replaceAll("\\{[^}]*}", "1")))
                .forEach(tried::add);
        assertThat(tried).hasSizeGreaterThan(50);
        for (String address : tried) {
            for (MvcTestResult answer : List.of(
                    site.get().uri(address).exchange(),
                    site.get().uri(address).session(desk).exchange())) {
                String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
                for (String word : words) {
                    assertThat(body).as(address).doesNotContain(word).doesNotContain(escaped(word));
                }
            }
        }
    }

    /** As a page writes it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;");
    }

    private String quotes(String place, String name, String words) {
        return address(post(place, "name", name, "text", "> " + words + "\n\nI doubt that."));
    }

    private static int numberOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf('/') + 1));
    }

    private void edit(MvcTestResult posted, Cookie[] cookies, int revision, String text) {
        assertThat(edited(posted, cookies, revision, text)).hasStatus(303);
    }

    private MvcTestResult edited(MvcTestResult posted, Cookie[] cookies, int revision, String text) {
        return site.post()
                .uri(address(posted) + "/edit")
                .with(csrf())
                .cookie(cookies)
                .param("revision", String.valueOf(revision))
                .param("text", text)
                .exchange();
    }

    private String asked(long comment) {
        return page(desk, "/moderation/erase?comment=" + comment);
    }

    private String page(MockHttpSession session, String address) {
        MvcTestResult result = site.get().uri(address).session(session).exchange();
        assertThat(result).as(address).hasStatusOk();
        return body(result);
    }

    private String own(Cookie[] cookies, String address) {
        return body(site.get().uri(address).cookie(cookies).exchange());
    }

    private void erase(long comment, String reason) {
        assertThat(send(desk, comment, reason, PASSWORD, true)).hasStatus(302);
    }

    private MvcTestResult send(MockHttpSession who, long comment, String reason, String password, boolean name) {
        var request = site.post()
                .uri("/moderation/erase")
                .session(who)
                .with(csrf())
                .param("comment", String.valueOf(comment))
                .param("reason", reason)
                .param("current", password);
        return (name ? request.param("name", "true") : request).exchange();
    }

    private String text(String place, int number) {
        return String.valueOf(row(place, number).get("text"));
    }

    private Map<String, Object> row(String place, int number) {
        return sql.queryForMap("select * from comment where id = ?", id(place, number));
    }
}
