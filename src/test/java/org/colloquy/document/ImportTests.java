package org.colloquy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colloquy.erased.ErasedList;
import org.colloquy.name.NameKey;
import org.colloquy.name.NameShape;
import org.colloquy.start.Unstartable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The import as a start runs it, by Flyway and without an application around it. Every database runs all of it. */
@ExtendWith(OutputCaptureExtension.class)
@ExtendWith(OutputCaptureExtension.class)
abstract class ImportTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final Path OURS = Path.of("src/main/resources/default", Documents.DEFAULT);
    private static final String FERRIES = "The morning ferry leaves the pier before anybody has had breakfast.";
    private static final String GEESE = "Nine geese walked over the lawn and left it worse than before.";

    private Path documents = Path.of("");
    private String url = "";
    private SingleConnectionDataSource connection = new SingleConnectionDataSource();
    JdbcTemplate sql = new JdbcTemplate();

    /** The address of a new, empty database. */
    abstract String database(Path data) throws IOException;

    abstract String user();

    @BeforeEach
    void openAnEmptyDatabase(@TempDir Path temporary) throws IOException, SQLException {
        documents = Files.createDirectories(temporary.resolve("documents"));
        url = database(temporary.resolve("data"));
        connection = new SingleConnectionDataSource(DriverManager.getConnection(url, user(), ""), true);
        sql = new JdbcTemplate(connection);
    }

    @AfterEach
    void closeIt() {
        connection.destroy();
    }

    // -- for the first time

    @Test
    void takesAPlaceholderNameForNoneAndKeepsItsWord() throws IOException {
        given("tea.txt", "Tea\n\n\n  1. Anonymous says\n\n    Milk first.\n\n  2. Cora says\n\n    Never.\n");
        start();
        assertThat(sql.queryForList("select speaker_kind from comment order by number", String.class))
                .containsExactly("NAMELESS", "NAMED");
        assertThat(sql.queryForList("select speaker from comment order by number", String.class))
                .containsExactly("Anonymous", "Cora");
    }

    @Test
    void keepsWhatTheNamesOfSpeakersAndAuthorsLookLikeForAsLongAsTheyAreThere() throws IOException {
        String title = "On Tea\n\nText.\n\nAda Birch is a taster.\n\n\n";
        given("tea.txt", title + said(1, "Cora says", "", "Milk first.") + said(2, "Elias says", "", "No."));
        start();
        assertThat(names("Соrа")).containsExactly("Cora");
        assertThat(names("ADA B1RCH")).containsExactly("Ada Birch");
        given("tea.txt", title + said(1, "Dora says", "", "Milk first."));
        start();
        assertThat(names("Cora")).isEmpty();
        assertThat(names("D0ra")).containsExactly("Dora");
        sql.update("delete from imported_shape");
        sql.update(
                "update \"flyway_schema_history\" set \"checksum\" = 1 where \"description\" = ?", "import documents");
        start();
        assertThat(names("D0ra")).containsExactly("Dora");
    }

    private List<String> names(String looksLike) {
        return NameShape.of(looksLike).stream()
                .flatMap(shape ->
                        sql
                                .queryForList("select name from imported_shape where shape = ?", String.class, shape)
                                .stream())
                .distinct()
                .toList();
    }

    @Test
    void bringsInTheArticleAndItsDiscussion() throws IOException {
        given(
                "tea.txt",
                "On Tea\n\nIt is drunk hot.\n\n  • Milk goes first.\n  • Sugar goes last.\n\nNobody agrees.\n\n"
                        + "Ada Birch is a taster.\n\n\n"
                        + said(1, "Cora says", "", "Milk never goes first.")
                        + said(4, "Lemon, though?"));
        start();
        assertThat(one("select slug || '|' || title || '|' || byline || '|' || byline_key from article"))
                .isEqualTo("on-tea|On Tea|Ada Birch|ada birch");
        assertThat(all("select position || ' ' || kind || ' ' || text from passage order by position"))
                .containsExactly(
                        "1 TITLE On Tea",
                        "2 PARAGRAPH It is drunk hot.",
                        "5 PARAGRAPH Nobody agrees.",
                        "6 ABOUT Ada Birch is a taster.");
        assertThat(all("select number || ' ' || position || ' ' || text from ceasefire_term order by number"))
                .containsExactly("1 3 Milk goes first.", "2 4 Sugar goes last.");
        assertComments(
                "1 COMMENT Cora: Milk never goes first.",
                "2 PLACEHOLDER ",
                "3 PLACEHOLDER ",
                "4 COMMENT Lemon, though?");
        assertThat(all("select number || ' ' || document_number || ' ' || state || ' ' || speaker_kind from comment"
                        + " order by number"))
                .containsExactly(
                        "1 1 VISIBLE NAMED",
                        "2 2 VISIBLE NOT_IN_SOURCE",
                        "3 3 VISIBLE NOT_IN_SOURCE",
                        "4 4 VISIBLE NOT_IN_SOURCE");
        assertThat(nextNumber()).isEqualTo(5);
    }

    @Test
    void takesTheNoticeForNoComment() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Commenting rules: anonymous comments are not allowed.")));
        start();
        assertThat(one("select kind from comment")).isEqualTo("NOTICE");
    }

    @Test
    void keepsEveryByteOfEveryAwkwardDocument() throws IOException {
        start("src/test/resources/documents");
        List<String> kept = all("select file_name from article order by file_name");
        assertThat(kept).hasSizeGreaterThan(25);
        for (String name : kept) {
            String content = Files.readString(Path.of("src/test/resources/documents", name));
            assertThat(slices(name)).as(name).isEqualTo(content);
        }
    }

    @Test
    void giveArticlesOfOneTitleAddressesOfTheirOwn() throws IOException {
        given("a.txt", document("On Tea"));
        given("b.txt", document("ON: téa"));
        given("c.txt", document("茶について"));
        given("d.txt", document("…"));
        start();
        assertThat(all("select slug from article order by file_name")).containsExactly("on-tea", "on-tea-2", "c", "d");
    }

    @Test
    void takesTheColophonFromTheCompanion() throws IOException {
        given("tea.txt", document("On Tea"));
        given(
                "tea.properties",
                "byline=Ada Birch\npublished=2020-11-14\nsource=https://example.org/tea\ncaptured=2021-02-03\n"
                        + "rights=with leave\nlanguage=en-GB\n");
        start();
        assertThat(one("select byline || '|' || published || '|' || source || '|' || captured || '|' || rights || '|'"
                        + " || language from article"))
                .isEqualTo("Ada Birch|2020-11-14|https://example.org/tea|2021-02-03|with leave|en-GB");
    }

    @Test
    void importsTenThousandComments() throws IOException {
        given(
                "long.txt",
                "A Long Talk\n\nText\n\n\n"
                        + IntStream.rangeClosed(1, 10_000)
                                .mapToObj(number -> said(number, "Remark " + number + "."))
                                .collect(Collectors.joining()));
        start();
        assertThat(count("select count(*) from comment where text = concat('Remark ', number, '.')"))
                .isEqualTo(10_000);
        assertThat(nextNumber()).isEqualTo(10_001);
    }

    @Test
    void importsParagraphsOfTwoMillionCharacters() throws IOException {
        String endless = "so on ".repeat(333_333) + "ö\ud83c\udf0b";
        given("endless.txt", endless + "\n\n" + endless + "\n\n  • " + endless + "\n\n\n" + said(1, endless));
        start();
        for (String text : List.of(
                "passage where kind = 'PARAGRAPH'", "passage where kind = 'TITLE'", "ceasefire_term", "comment")) {
            assertThat(one("select text from " + text)).as(text).isEqualTo(endless);
        }
        assertThat(one("select slug from article")).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void keepsNamesHoweverLongTheirSpellingsAre() throws IOException {
        String volcanoes = "\ud83c\udf0b".repeat(40);
        String spelledOut = "\ufdfa".repeat(40);
        String huge = "X" + "y".repeat(200_000);
        given(
                "names.txt",
                "Names\n\nText\n\n" + (huge + " ").repeat(5) + "is a giant.\n\n\n"
                        + said(1, volcanoes + " says", "", "Hot.")
                        + said(2, spelledOut + " says", "", "Long.")
                        + said(3, "\u200b says", "", "Unseen."));
        start();
        assertThat(all("select speaker from comment order by number")).containsExactly(volcanoes, spelledOut, "\u200b");
        assertThat(one("select byline from article"))
                .isEqualTo((huge + " ").repeat(5).strip());
    }

    @Test
    void keepsLineEndsThatAreNone() throws IOException {
        String content = "Ends\n\nOne\rline\u2028still\u0085that\u2029one.\n\n\n  1. A\rb\u2028c\u000bd\n";
        given("ends.txt", content);
        start();
        assertThat(one("select text from comment")).isEqualTo("A\rb\u2028c\u000bd");
        assertThat(slices("ends.txt")).isEqualTo(content);
    }

    // -- again

    @Test
    void doesNothingWhenNothingHasChanged() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first.")));
        start();
        String before = one("select version || ' ' || withdrawn || ' ' || next_number from discussion"
                + " where article_id is not null");
        sql.update("update comment set text = 'as it was'");
        start();
        assertComments("1 COMMENT as it was");
        given("coffee.txt", document("On Coffee"));
        start();
        assertThat(all("select text from comment")).containsExactly("as it was");
        assertThat(one("select version || ' ' || withdrawn || ' ' || next_number from discussion d"
                        + " join article a on a.id = d.article_id where slug = 'on-tea'"))
                .isEqualTo(before);
    }

    @Test
    void updatesAndAddsButDoublesNothingAndTouchesNoReadersComment() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first."), said(2, "Milk last.")));
        start();
        post("Reader", "I take none.", 2);
        given("tea.txt", document("On Tea", said(1, "Milk second."), said(2, "Cora says", "", "Milk last.")));
        start();
        assertComments(
                "1 COMMENT Milk second.", "2 COMMENT Cora: Milk last.", "3 COMMENT Reader: I take none. (under 2)");
        given("tea.txt", document("On Tea", said(1, "Milk second."), said(2, "Milk last."), said(8, "No milk.")));
        start();
        assertThat(all("select number || ' ' || text from comment where kind = 'COMMENT' order by number"))
                .containsExactly("1 Milk second.", "2 Milk last.", "3 I take none.", "8 No milk.");
        assertThat(nextNumber()).isEqualTo(9);
    }

    @Test
    void raisesWhatTellsOldPagesThatTextWasWithdrawn() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first.")));
        start();
        given("tea.txt", document("On Tea", said(1, "Milk second.")));
        start();
        assertThat(one("select withdrawn from discussion where article_id is not null"))
                .isEqualTo("1");
    }

    @Test
    void givesTheNextFreeNumberWhereAReadersCommentHasIt(CapturedOutput output) throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first."), said(2, "Milk last.")));
        start();
        post("Reader", "I take none.", 2);
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Two."), said(3, "Three."), said(4, "Four.")));
        start();
        List<String> numbers = List.of("1 1 One.", "2 2 Two.", "3 - I take none.", "4 4 Four.", "5 3 Three.");
        assertThat(numbers()).isEqualTo(numbers);
        assertThat(output).contains("tea.txt: comment 3 is shown as 5, as a reader's comment has its number.");
        assertThat(nextNumber()).isEqualTo(6);

        given(
                "tea.txt",
                document(
                        "On Tea", said(1, "One."), said(2, "Two."), said(3, "3!"), said(4, "Four."), said(5, "Five.")));
        start();
        assertThat(numbers())
                .containsExactly("1 1 One.", "2 2 Two.", "3 - I take none.", "4 4 Four.", "5 3 3!", "6 5 Five.");
    }

    @Test
    void putsNoPlaceholderWhereAReadersCommentStands() throws IOException {
        given("tea.txt", document("On Tea", said(1, "One.")));
        start();
        post("Reader", "Two, as it were.", null);
        given("tea.txt", document("On Tea", said(1, "One."), said(4, "Four.")));
        start();
        assertThat(numbers()).containsExactly("1 1 One.", "2 - Two, as it were.", "3 3 ", "4 4 Four.");
    }

    @Test
    void fillsAPlaceholderWhenItsCommentIsFound() throws IOException {
        given("tea.txt", document("On Tea", said(1, "One."), said(3, "Three.")));
        start();
        post("Reader", "What was 2?", 2);
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Cora says", "", "Two."), said(3, "Three.")));
        start();
        assertComments(
                "1 COMMENT One.",
                "2 COMMENT Cora: Two.",
                "3 COMMENT Three.",
                "4 COMMENT Reader: What was 2? (under 2)");
    }

    @Test
    void leavesAPlaceholderForACommentThatIsNoLongerInTheMiddle() throws IOException {
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Cora says", "", "Two."), said(3, "Three.")));
        start();
        post("Reader", "Oh?", 2);
        given("tea.txt", document("On Tea", said(1, "One."), said(3, "Three.")));
        start();
        assertComments("1 COMMENT One.", "2 PLACEHOLDER ", "3 COMMENT Three.", "4 COMMENT Reader: Oh? (under 2)");
        assertThat(one("select count(*) from comment where speaker_key = 'cora'"))
                .isEqualTo("0");
    }

    @Test
    void takesAwayWhatIsNoLongerAtTheEndUnlessItIsAnswered() throws IOException {
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Two."), said(4, "Cora says", "", "Four.")));
        start();
        post("Reader", "Oh?", 2);
        given("tea.txt", document("On Tea", said(1, "One.")));
        start();
        assertComments("1 COMMENT One.", "2 PLACEHOLDER ", "5 COMMENT Reader: Oh? (under 2)");
        given("tea.txt", document("On Tea"));
        start();
        assertComments("2 PLACEHOLDER ", "5 COMMENT Reader: Oh? (under 2)");
        assertThat(nextNumber()).isEqualTo(6);
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Two.")));
        start();
        assertComments("1 COMMENT One.", "2 COMMENT Two.", "5 COMMENT Reader: Oh? (under 2)");
    }

    @Test
    void leavesWhatAModeratorHidAsItIs() throws IOException {
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Two."), said(3, "Three.")));
        start();
        sql.update("update comment set state = 'HIDDEN', hidden_reason = 'rude' where number > 1");
        given("tea.txt", document("On Tea", said(1, "One."), said(2, "Changed.")));
        start();
        assertThat(all("select number || ' ' || state || ' ' || text || ' ' || coalesce(hidden_reason, '-')"
                        + " from comment order by number"))
                .containsExactly("1 VISIBLE One. -", "2 HIDDEN Two. rude", "3 HIDDEN Three. rude");
    }

    @Test
    void findsTheRepliesAnew() throws IOException {
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, FERRIES, "", "Indeed.")));
        start();
        post("Reader", "Which ferry?", 3);
        assertThat(links()).containsExactly("3 1 QUOTED " + FERRIES, "4 3 STATED -");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, GEESE, "", "Indeed.")));
        start();
        assertThat(links()).containsExactly("3 2 QUOTED " + GEESE, "4 3 STATED -");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, "Indeed.")));
        start();
        assertThat(links()).containsExactly("4 3 STATED -");
    }

    @Test
    void leavesALinkThatAModeratorPlaced() throws IOException {
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, FERRIES, "", "Indeed.")));
        start();
        sql.update("update comment set evidence = 'CONFIRMED', grade = null, parent_id ="
                + " (select id from comment where number = 2) where number = 3");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, FERRIES, "", "Yes.")));
        start();
        assertThat(links()).containsExactly("3 2 CONFIRMED -");
    }

    @Test
    void storesWhatIsQuotedOfTheArticleOfSeveralCommentsAndWhoElseHasTheWords() throws IOException {
        given(
                "tea.txt",
                "On Tea\n\n" + GEESE + "\n\n  • " + FERRIES + "\n\n\n"
                        + said(1, "Cora says", "", "Cups should be warmed before anything is poured into them.")
                        + said(2, "Cups should be warmed before anything is poured into them.", "", GEESE, "", "No.")
                        + said(
                                3,
                                FERRIES,
                                "",
                                "Cups should be warmed before anything is poured into them.",
                                "",
                                "Ha."));
        start();
        assertThat(quotations())
                .containsExactly(
                        "2 Cups should be warmed before anything is poured into them. COMMENT 1 []",
                        "2 " + GEESE + " PARAGRAPH 1 []",
                        "3 " + FERRIES + " TERM 1 []",
                        "3 Cups should be warmed before anything is poured into them. COMMENT 1 [COMMENT 2]");
    }

    @Test
    void remembersThatACommentAnswersTheArticle() throws IOException {
        given("tea.txt", "On Tea\n\n" + GEESE + "\n\n\n" + said(1, GEESE, "", "They did."));
        start();
        assertThat(all("select evidence from comment where parent_id is null")).containsExactly("QUOTED");
    }

    @Test
    void linksWhatReadersPostedAnewWhenTheDocumentChanges() throws IOException {
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, "Yes.")));
        start();
        post("Reader", FERRIES + "\n\nStated elsewhere.", 2);
        post("Other", GEESE + "\n\nStated nowhere.", null);
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE)));
        start();
        assertThat(links()).containsExactly("3 2 STATED -");
        assertThat(quotations()).containsExactly("3 " + FERRIES + " COMMENT 1 []", "4 " + GEESE + " COMMENT 2 []");
    }

    @Test
    void marksWhatReadersQuotedAnewWhereTheyWroteItHere() throws IOException {
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, "Yes.")));
        start();
        post("Reader", "See #1, #3 and #9.\n\n> " + GEESE + "\n\n*Said* nowhere.", null);
        post("Older", "*As it was*, #1.", null);
        sql.update("update comment set rendered = 'As it was then.' where number = 3");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE)));
        start();
        assertThat(all("select rendered from comment where number = 3").get(0))
                .contains("<span class=\"COMMENT-1\">#1</span>, #3 and #9.", "<em>Said</em> nowhere.")
                .contains(GEESE + " <span class=\"QUOTED-20\"></span></p>");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, "No geese.")));
        start();
        assertThat(all("select rendered from comment where number = 3").get(0))
                .contains(GEESE + "</p>")
                .doesNotContain("QUOTED");
        assertThat(sql.queryForObject("select count(*) from comment where rendered is not null", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void saysWhichRepliesStandElsewhereAfterAnImport(CapturedOutput output) throws IOException {
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, FERRIES, "", "Indeed.")));
        start();
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, GEESE, "", "Indeed.")));
        start();
        assertThat(output)
                .contains("one reply stands elsewhere now than before this import: 3 (under 2, under 1 before).");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, "Indeed.")));
        start();
        assertThat(output).contains("3 (under none, under 2 before).");
    }

    @Test
    void leavesACommentThatAModeratorDetachedAndRemembersWhereItWouldStand() throws IOException {
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, FERRIES, "", "Indeed.")));
        start();
        sql.update("update comment set evidence = 'CONFIRMED', grade = null, found_parent_id = parent_id,"
                + " found_evidence = 'QUOTED', found_grade = 'CERTAIN', parent_id = null where number = 3");
        given("tea.txt", document("On Tea", said(1, FERRIES), said(2, GEESE), said(3, GEESE, "", "Indeed.")));
        start();
        assertThat(all("select c.evidence || ' ' || coalesce(cast(c.parent_id as varchar(9)), '-') || ' ' || p.number"
                        + " || ' ' || c.found_evidence from comment c join comment p on p.id = c.found_parent_id"))
                .containsExactly("CONFIRMED - 2 QUOTED");
        assertThat(quotations()).containsExactly("3 " + GEESE + " COMMENT 2 []");
    }

    @Test
    void keepsTheTermThatAModeratorPlacedACommentAbout() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first.")));
        start();
        sql.update("update comment set term = 1");
        given("tea.txt", document("On Tea", said(1, "Milk last.")));
        start();
        assertThat(all("select term || ' ' || text from comment")).containsExactly("1 Milk last.");
    }

    @Test
    void makesNoCircleOfWhatIsFoundAndWhatAModeratorPlaced() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Yes.")));
        start();
        post("Reader", "Honk.", 1);
        // The document's second comment gets the number 4, and quotes nothing; its third answers it.
        given("tea.txt", document("On Tea", said(1, "Yes."), said(2, FERRIES), said(3, "Indeed.")));
        start();
        sql.update("update comment set evidence = 'CONFIRMED', parent_id = (select id from comment where number = 3)"
                + " where number = 4");
        given("tea.txt", document("On Tea", said(1, "Yes."), said(2, FERRIES), said(3, FERRIES, "", "Indeed.")));
        start();
        assertThat(links()).containsExactly("2 1 STATED -", "4 3 CONFIRMED -");
        assertThat(quotations()).containsExactly("3 " + FERRIES + " COMMENT 4 []");
    }

    @Test
    void linksACommentThatGotAnotherNumber() throws IOException {
        given("tea.txt", document("On Tea", said(1, GEESE)));
        start();
        post("Reader", "Honk.", 1);
        given("tea.txt", document("On Tea", said(1, GEESE), said(2, FERRIES), said(3, FERRIES, "", "Indeed.")));
        start();
        assertThat(links()).containsExactly("2 1 STATED -", "3 4 QUOTED " + FERRIES);
    }

    @Test
    void neverChangesAnAddress() throws IOException {
        given("tea.txt", document("On Tea"));
        start();
        given("tea.txt", document("On Coffee"));
        given("other.txt", document("On Tea"));
        start();
        assertThat(all("select slug || ' ' || title from article order by slug"))
                .containsExactly("on-tea On Coffee", "on-tea-2 On Tea");
    }

    @Test
    void replacesTheArticleItself() throws IOException {
        given("tea.txt", "On Tea\n\nHot.\n\n  • One.\n  • Two.\n\nAda Birch is a taster.\n");
        given("tea.properties", "rights=with leave\n");
        start();
        Files.delete(documents.resolve("tea.properties"));
        given("tea.txt", "On Tea\n\nCold.\n\n  • Uno.\n");
        start();
        assertThat(all("select text from passage order by position")).containsExactly("On Tea", "Cold.");
        assertThat(all("select number || ' ' || text from ceasefire_term")).containsExactly("1 Uno.");
        assertThat(count("select count(*) from article where byline is null and rights is null"))
                .isEqualTo(1);
    }

    @Test
    void leavesTheArticleOfAFileThatHasGone() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first.")));
        given("coffee.txt", document("On Coffee"));
        start();
        Files.delete(documents.resolve("tea.txt"));
        start();
        assertThat(all("select slug from article order by slug")).containsExactly("on-coffee", "on-tea");
        assertComments("1 COMMENT Milk first.");
    }

    // -- the document that comes with Colloquy

    @Test
    void letsTheDefaultDocumentMakeWayForOthers() throws IOException {
        start(OURS.toString());
        assertThat(links()).isNotEmpty();
        given("tea.txt", document("On Tea"));
        start();
        assertThat(all("select slug from article")).containsExactly("on-tea");
        assertThat(count("select count(*) from comment")).isZero();
        assertThat(count("select count(*) from discussion")).isEqualTo(2);
    }

    @Test
    void keepsTheDefaultDocumentWhenSomebodyHasPostedToIt() throws IOException {
        start(OURS.toString());
        post("Reader", "I was here.", 1);
        given("tea.txt", document("On Tea"));
        start();
        assertThat(all("select file_name from article order by file_name"))
                .containsExactly(Documents.DEFAULT, "tea.txt");
        assertThat(all("select text from comment where document_number is null"))
                .containsExactly("I was here.");
    }

    @Test
    void keepsTheDefaultDocumentWhenItIsAskedFor() throws IOException {
        start(OURS.toString());
        given("tea.txt", document("On Tea"));
        start(documents.toString(), OURS.toString());
        assertThat(all("select file_name from article order by file_name"))
                .containsExactly(Documents.DEFAULT, "tea.txt");
    }

    @Test
    void bringsNoDefaultDocumentBesideArticlesThatAreThere() throws IOException {
        given("tea.txt", document("On Tea"));
        start();
        start(new String[0]);
        assertThat(all("select file_name from article")).containsExactly("tea.txt");
    }

    @Test
    void bringsTheDefaultDocumentWhereNothingIsNamed() {
        start(new String[0]);
        assertThat(all("select file_name from article")).containsExactly(Documents.DEFAULT);
    }

    // -- bad files, failed imports

    @Test
    void leavesOutABadFileAndSaysSo(CapturedOutput output) throws IOException {
        given("good.txt", document("On Tea"));
        given("nul.txt", "On\0Tea\n");
        Files.write(documents.resolve("latin.txt"), "Thé".getBytes(StandardCharsets.ISO_8859_1));
        start();
        assertThat(all("select file_name from article")).containsExactly("good.txt");
        assertThat(output)
                .contains("latin.txt is not UTF-8 (first bad byte at offset 2): save it as UTF-8.")
                .contains("nul.txt has a NUL character (at byte offset 2): take it out.");
    }

    @Test
    void keepsAnArticleWhoseFileIsBadToday() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Milk first.")));
        given("coffee.txt", document("On Coffee"));
        start();
        given("tea.txt", "");
        start();
        given("tea.txt", document("On Tea", said(1, "Milk last.")));
        start();
        assertComments("1 COMMENT Milk last.");
    }

    @Test
    void leavesOutADocumentWhoseCompanionHoldsWhatNoDatabaseKeeps(CapturedOutput output) throws IOException {
        given("good.txt", document("On Tea"));
        for (String bad :
                List.of("rights=\\u0000", "byline=A\\ud800", "published=+12345-01-01", "captured=0000-01-01")) {
            given("bad.txt", document("On Coffee"));
            given("bad.properties", bad + "\n");
            start();
            assertThat(all("select file_name from article")).as(bad).containsExactly("good.txt");
        }
        assertThat(output).contains("Left out: " + documents.resolve("bad.properties"));
    }

    @Test
    void doesNotStartWithBadFilesOnlyAndSaysWhyInOneLine() throws IOException {
        given("empty.txt", " \n");
        given("nul.txt", "\0");
        assertThatThrownBy(this::start)
                .isInstanceOf(Unstartable.class)
                .hasMessageContainingAll(
                        "none of the documents can be imported", "empty.txt is empty", "nul.txt has a NUL")
                .message()
                .doesNotContain("\n");
        assertThat(all("select table_name from information_schema.tables where table_name = 'article'"))
                .isEmpty();
    }

    @Test
    void doesNotStartWithAFolderThatIsNotThere() {
        assertThatThrownBy(() -> start(documents.resolve("nowhere").toString()))
                .isInstanceOf(Unstartable.class)
                .hasMessageContaining("nowhere is not there: check the path.");
    }

    @Test
    void startsAfterAnImportThatFailed() throws IOException {
        given("tea.txt", document("On Tea"));
        start();
        sql.update(
                "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                        + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                        + " values (90, null, ?, 'JDBC', 'ImportMigration', 1, 'somebody', 1, false)",
                ImportMigration.DESCRIPTION);
        assertThatThrownBy(() -> flyway(documents.toString()).migrate()).hasMessageContaining("failed");
        given("tea.txt", document("On Green Tea"));
        start();
        assertThat(all("select title from article")).containsExactly("On Green Tea");
    }

    @Test
    void rollsBackTheDocumentThatFailsAndKeepsThoseBefore() throws IOException {
        given("a.txt", document("On Tea"));
        given("b.txt", document("On Coffee", said(1, "Black.")));
        start("src/test/resources/fixtures");
        sql.execute("alter table comment add constraint no_black check (text <> 'Black.')");
        assertThatThrownBy(this::start).isInstanceOf(RuntimeException.class);
        assertThat(all("select file_name from article order by file_name")).containsExactly("a.txt", "harbour.txt");
        sql.execute("alter table comment drop constraint no_black");
        start();
        assertThat(all("select file_name from article order by file_name"))
                .containsExactly("a.txt", "b.txt", "harbour.txt");
    }

    // -- what the tests say and see

    // -- what is the desk's

    @Test
    void leavesAFileAloneOnceItsArticleIsTheDesksUntilItSaysSomethingElse() throws IOException {
        String first = document("On Tea");
        given("tea.txt", first);
        given("other.txt", document("On Water"));
        start();
        DocumentFile file = DocumentFile.of("tea.txt", first, Colophon.NONE);
        sql.update("update article set file_checksum = ? where file_name = 'tea.txt'", file.checksum());
        sql.update("update article set title = 'On Tea, corrected', checksum = 'x-0', withdrawn_at = current_timestamp"
                + " where file_name = 'tea.txt'");
        given("other.txt", document("On Cold Water"));
        start();
        assertThat(all("select title from article order by file_name desc"))
                .containsExactly("On Tea, corrected", "On Cold Water");
        given("tea.txt", document("On Green Tea"));
        start();
        assertThat(all("select title from article order by file_name desc"))
                .containsExactly("On Green Tea", "On Cold Water");
        assertThat(one("select count(*) from article where withdrawn_at is not null and file_checksum is null"))
                .as("what is withdrawn stays so")
                .isEqualTo("1");
        given("tea.txt", first);
        start();
        assertThat(all("select title from article order by file_name desc")).containsExactly("On Tea", "On Cold Water");
    }

    @Test
    void keepsTheNoticeThatModeratorsWroteAndTheDocumentsOwnUnderIt() throws IOException {
        String own = "  1. Commenting rules\n\n    No anonymous comments.\n\n";
        given("tea.txt", "On Tea\n\n\n" + own + said(2, "Cora says", "", "Milk first."));
        start();
        sql.update("insert into document_notice (comment_id, text, verbatim) select id, text, verbatim from comment"
                + " where number = 1");
        sql.update("update comment set text = 'Commenting rules: be kind.', verbatim = null where number = 1");
        given("tea.txt", "On Tea\n\n\n" + own.replace("No ", "Really no ") + said(2, "Cora says", "", "Milk last."));
        start();
        assertComments("1 NOTICE Commenting rules: be kind.", "2 COMMENT Cora: Milk last.");
        assertThat(one("select text from document_notice")).endsWith("Really no anonymous comments.");
        given("tea.txt", "On Tea\n\n\n");
        start();
        assertComments("1 NOTICE Commenting rules: be kind.");
        assertThat(one("select text from document_notice")).isEmpty();
    }

    @Test
    void keepsTheDefaultDocumentThatModeratorsHaveMadeTheirs() throws IOException {
        start(OURS.toString());
        sql.update("update article set file_checksum = ''");
        given("tea.txt", document("On Tea"));
        start();
        assertThat(one("select count(*) from article")).isEqualTo("2");
    }

    void given(String file, String content) throws IOException {
        Files.writeString(documents.resolve(file), content);
    }

    /** Migrates as a start does, with everything in the folder of the documents. */
    void start() {
        start(documents.toString());
    }

    private void start(String... places) {
        ImportMigration imports = imports(places);
        new ImportConfiguration().forgetFailedImports(imports, removed(), CLOCK).migrate(flyway(imports));
    }

    private ImportMigration imports(String... places) {
        return new ImportMigration(Documents.read(new DocumentSettings(List.of(places))), removed(), CLOCK);
    }

    private ErasedList removed() {
        return ErasedList.in(documents.resolveSibling("data"));
    }

    private Flyway flyway(String... places) {
        return flyway(imports(places));
    }

    // -- what people withdrew, and who they are

    @Test
    void keepsWhatWasWithdrawnAndWhatIsQuotedOfIt() throws IOException {
        String tea = said(1, "Cora says", "", FERRIES) + said(2, "Elias says", "", FERRIES, "", "It does.");
        given("tea.txt", document("On Tea", tea));
        start();
        assertThat(links()).containsExactly("2 1 QUOTED " + FERRIES);
        // As it is stored when somebody leaves who was Cora, and takes name and text along.
        sql.update("update comment set speaker_kind = 'WITHDRAWN', speaker = null, speaker_key = null, verbatim = null,"
                + " text = '', state = 'WITHDRAWN', withdrawn_at = current_timestamp where number = 1");
        given("tea.txt", document("On Tea", tea, said(3, "Dora says", "", GEESE)));
        start();
        assertComments(
                "1 COMMENT ", "2 COMMENT Elias: " + FERRIES + "\n\nIt does. (under 1)", "3 COMMENT Dora: " + GEESE);
        assertThat(links()).containsExactly("2 1 QUOTED " + FERRIES);
        assertThat(one("select state || speaker_kind from comment where number = 1"))
                .isEqualTo("WITHDRAWNWITHDRAWN");
        given("tea.txt", document("On Tea", said(1, "Cora says", "", FERRIES), said(2, "Elias says", "", GEESE)));
        start();
        assertThat(links()).as("who says something else quotes nothing of it").isEmpty();
    }

    @Test
    void keepsANameThatWasWithdrawnOutOfWhatStays() throws IOException {
        String tea = said(1, "Cora says", "", FERRIES);
        given("tea.txt", document("On Tea", tea));
        start();
        sql.update(
                "update comment set speaker_kind = 'WITHDRAWN', speaker = null, speaker_key = null, verbatim = null");
        given("tea.txt", document("On Tea", tea, said(2, "Milk?")));
        start();
        assertComments("1 COMMENT " + FERRIES, "2 COMMENT Milk?");
    }

    @Test
    void keepsWhoASpeakerWasConfirmedToBe() throws IOException {
        given("tea.txt", document("On Tea", said(1, "Cora says", "", "Milk."), said(2, "Elias says", "", "No milk.")));
        start();
        sql.update("insert into member (handle, handle_key, role, created_at) values ('C', 'c', 'COMMENTER',"
                + " current_timestamp)");
        sql.update("insert into name_claim (member_id, discussion_id, speaker, speaker_key, proof, state, asked_at)"
                + " select m.id, d.id, 'Cora', 'cora', '', 'GIVEN', current_timestamp from member m, discussion d"
                + " where d.article_id is not null");
        sql.update("update comment set member_id = (select id from member) where number = 1");
        post("Reader", "I take none.", 2);
        sql.update("update comment set member_id = (select id from member) where number = 3");
        given(
                "tea.txt",
                document(
                        "On Tea",
                        said(1, "Dora says", "", "Milk."),
                        said(2, "CORA says", "", "No milk."),
                        said(4, "Cora says", "", "Lemon.")));
        start();
        assertThat(all("select number || ' ' || case when member_id is null then '-' else 'C' end from comment"
                        + " order by number"))
                .containsExactly("1 -", "2 C", "3 C", "4 C");
    }

    private Flyway flyway(ImportMigration imports) {
        return Flyway.configure()
                .dataSource(url, user(), "")
                .javaMigrations(imports)
                .load();
    }

    /** What a reader does, as the application stores it. */
    private void post(String name, String text, @Nullable Integer parent) {
        String discussion = one("select id from discussion where article_id is not null");
        sql.update(
                "insert into comment (discussion_id, number, kind, state, parent_id, evidence, speaker_kind, speaker,"
                        + " speaker_key, text, posted_at) select id, next_number, 'COMMENT', 'VISIBLE',"
                        + " (select id from comment where discussion_id = d.id and number = ?), ?, 'NAMED', ?, ?, ?,"
                        + " current_timestamp from discussion d where d.id = " + discussion,
                parent,
                parent == null ? null : "STATED",
                name,
                NameKey.of(name),
                text);
        sql.update("update discussion set next_number = next_number + 1 where id = " + discussion);
    }

    static String document(String title, String... comments) {
        return title + "\n\nText.\n\n\n" + String.join("", comments);
    }

    static String said(int number, String... lines) {
        return Stream.of(lines)
                .map(line -> line.isEmpty() ? "" : "    " + line)
                .collect(Collectors.joining("\n", "  " + number + ". ", "\n\n"))
                .replaceFirst("\\. {5}", ". ");
    }

    void assertComments(String... comments) {
        assertThat(all("select c.number || ' ' || c.kind || ' ' || case when c.speaker is null then '' else"
                        + " c.speaker || ': ' end || c.text || case when c.parent_id is null then '' else"
                        + " concat(' (under ', p.number, ')') end from comment c left join comment p"
                        + " on p.id = c.parent_id order by c.number"))
                .containsExactly(comments);
    }

    private List<String> numbers() {
        return all("select number || ' ' || coalesce(cast(document_number as varchar(9)), '-') || ' ' || text"
                + " from comment order by number");
    }

    private static final String QUOTE = "(select min(substring(c.text, q.from_offset + 1, q.to_offset - q.from_offset))"
            + " from quotation q where q.comment_id = c.id and q.source_id = p.id)";

    private List<String> links() {
        return all("select c.number || ' ' || p.number || ' ' || c.evidence || ' ' || coalesce(" + QUOTE + ", '-')"
                + " from comment c join comment p on p.id = c.parent_id order by c.number");
    }

    private List<String> quotations() {
        return all("select c.number || ' ' || substring(c.text, q.from_offset + 1, q.to_offset - q.from_offset) || ' '"
                + " || coalesce(q.passage, 'COMMENT') || ' ' || coalesce(q.passage_number, s.number) || ' [' || q.others"
                + " || ']' from quotation q join comment c on c.id = q.comment_id left join comment s on"
                + " s.id = q.source_id order by c.number, q.from_offset");
    }

    private String slices(String file) {
        return String.join(
                        "",
                        all("select verbatim from (select position, verbatim from passage p join article a"
                                + " on a.id = article_id where file_name = '" + file + "' union all"
                                + " select position, verbatim from ceasefire_term t join article a"
                                + " on a.id = article_id where file_name = '" + file + "') pieces order by position"))
                + String.join(
                        "",
                        all("select verbatim from comment c join discussion d on d.id = discussion_id"
                                + " join article a on a.id = article_id where file_name = '" + file
                                + "' order by document_number"));
    }

    private int nextNumber() {
        return count("select next_number from discussion where article_id is not null");
    }

    private int count(String query) {
        return Integer.parseInt(one(query));
    }

    private String one(String query) {
        List<String> rows = all(query);
        assertThat(rows).as(query).hasSize(1);
        return rows.get(0);
    }

    private List<String> all(String query) {
        return sql.queryForList(query, String.class);
    }
}
