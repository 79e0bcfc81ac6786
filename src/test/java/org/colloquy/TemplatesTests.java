package org.colloquy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colloquy.access.AccessLine;
import org.colloquy.access.AccessLog;
import org.colloquy.account.AccountPages;
import org.colloquy.account.BrowserView;
import org.colloquy.account.Kept;
import org.colloquy.account.PasskeyView;
import org.colloquy.account.Role;
import org.colloquy.account.SessionView;
import org.colloquy.account.SessionView.How;
import org.colloquy.account.Suspensions;
import org.colloquy.discussion.Authors.Written;
import org.colloquy.discussion.Backlinks;
import org.colloquy.discussion.Backlinks.Mention;
import org.colloquy.discussion.Changes;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.Closed;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.Move;
import org.colloquy.discussion.CommentView.Part;
import org.colloquy.discussion.CommentView.Quoted;
import org.colloquy.discussion.CommentView.Shape;
import org.colloquy.discussion.CommentView.Span;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.discussion.CommentView.Tombstone;
import org.colloquy.discussion.Counts;
import org.colloquy.discussion.Erasing;
import org.colloquy.discussion.Moving.Outcome;
import org.colloquy.discussion.Moving.Preview;
import org.colloquy.discussion.Moving.Reach;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.discussion.Notice.Sentence;
import org.colloquy.discussion.People;
import org.colloquy.discussion.Queue;
import org.colloquy.discussion.Rendered;
import org.colloquy.discussion.Revisions;
import org.colloquy.discussion.Speaker;
import org.colloquy.document.ArticleForm;
import org.colloquy.document.ArticleRow;
import org.colloquy.document.CheckedView;
import org.colloquy.document.CheckedView.Changed;
import org.colloquy.document.CheckedView.Meanwhile;
import org.colloquy.document.ColophonForm;
import org.colloquy.document.Comparison;
import org.colloquy.log.LogFilter;
import org.colloquy.log.LogGroup;
import org.colloquy.log.LogLine;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Claimed;
import org.colloquy.log.LogLine.Target;
import org.colloquy.moderation.ClosingView;
import org.colloquy.moderation.ClosingView.Typed;
import org.colloquy.moderation.DeskView;
import org.colloquy.moderation.ErasingView;
import org.colloquy.moderation.Filter;
import org.colloquy.moderation.MemberView;
import org.colloquy.moderation.MovingView;
import org.colloquy.moderation.PlacingView;
import org.colloquy.people.ClaimView;
import org.colloquy.people.Ignored;
import org.colloquy.people.ListView;
import org.colloquy.posting.ClosedView;
import org.colloquy.posting.CommentForm;
import org.colloquy.posting.EditView;
import org.colloquy.posting.Effect;
import org.colloquy.posting.FormView;
import org.colloquy.posting.FormView.RuleView;
import org.colloquy.posting.OneAddress;
import org.colloquy.posting.PlaceRules;
import org.colloquy.posting.RuleChangeForm;
import org.colloquy.posting.RuleDeskView;
import org.colloquy.posting.RulePreview;
import org.colloquy.posting.SuspendedView;
import org.colloquy.reading.ArticleView;
import org.colloquy.reading.Branch;
import org.colloquy.reading.DiscussionView;
import org.colloquy.reading.LibraryEntry;
import org.colloquy.reading.RevisionsView;
import org.colloquy.reply.Evidence;
import org.colloquy.reply.Grade;
import org.colloquy.reply.SharedWord;
import org.colloquy.reply.Source;
import org.colloquy.reply.Suggestion;
import org.colloquy.reply.Suggestion.Reason;
import org.colloquy.report.AppealView;
import org.colloquy.report.AuthorView;
import org.colloquy.report.CaseView;
import org.colloquy.report.DecisionView;
import org.colloquy.report.ReceiptView;
import org.colloquy.report.ReportForm;
import org.colloquy.report.ReportFormView;
import org.colloquy.report.ReportKind;
import org.colloquy.report.ReportedView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Every template with records as the controllers give them, without a server. With {@code -Dcolloquy.pages=FOLDER} the
 * pages are written there, beside the style sheet, to be looked at in a browser.
 */
class TemplatesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String PLACE = "/articles/six-weeks-in-autumn";

    private static final Backlinks LINKS = new Backlinks(
            List.of(new Mention(12, null, "It has held so far.")),
            3,
            List.of(new Mention(15, "Reader C", ""), new Mention(36, "Reader D", "Ask the other side …")),
            2);

    /** A page: which template, with what. */
    private record Page(String name, String template, Map<String, @Nullable Object> model) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void drawsThePage(Page page) throws IOException {
        String html = draw(page);

        assertThat(html).doesNotContain("??").doesNotContain(" th:").doesNotContain("null");
        assertThat(html).contains("<title>", "<main id=\"main\"", "lang=\"en\"");
        assertThat(html.replaceAll("<script type=\"module\" src=\"/\\w+\\.js\"></script>", ""))
                .as("the strict policy forbids these")
                .doesNotContainPattern("(?i)<script|<style|\\s(style|on[a-z]+)=\"");
        assertThat(html)
                .as("nothing from elsewhere")
                .doesNotContainPattern("(src|href)=\"(https?:)?//(?!example\\.org)");
        assertThat(ids(html)).doesNotHaveDuplicates();
        assertThat(headings(html)).as("headings in order").allMatch(step -> step <= 1);
    }

    @Test
    void drawsACommentOfEachKind() throws IOException {
        String html = draw(page("article"));

        assertThat(html)
                .contains("10</a>\n    – not in the source")
                .contains("name not in the source", "no name", "name withdrawn")
                .contains("Hidden by Moderator M on 12 November 2026: Sign what you write.")
                .contains(
                        "recovered from a quotation",
                        "it repeats 3 words that stood in comment 2 and nowhere else before")
                .contains("waiting for a moderator", "44 in the source", "about term 2", "in reply to 2")
                .contains("10 November 2026, 14:05", "Something embedded here is missing from the source.")
                .contains("6 comments", "2 hidden", "fold 2 replies")
                .contains("Withdrawn by its author on 10 November 2026", "confirmed by a moderator", "1 withdrawn")
                .contains("answered in", "quoted in", "It has held so far.", "2 more");
    }

    @Test
    void writesUserTextAsText() throws IOException {
        assertThat(draw(page("article")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void drawsRepliesNestedEightDeep() throws IOException {
        assertThat(draw(page("deep"))).contains("id=\"comment-109\"").contains("fold 8 replies");
    }

    @Test
    void keepsTheTextOfARefusedCommentAndQuotesTheRule() throws IOException {
        assertThat(draw(page("form-refused")))
                .contains("Half a thought.\n\nAnd the other half.</textarea>")
                .contains(
                        "The rule says: “Sign what you write.”",
                        "href=\"#name\"",
                        "aria-describedby=\"name-hint name-error\"");
    }

    /** A page that everybody sees alike holds no form that sends: a token would make a session for every reader. */
    @ParameterizedTest
    @MethodSource("pages")
    void holdsNoFormWhereEverybodySeesThePageAlike(Page page) throws IOException {
        if (page.template.startsWith("reading/")
                || page.template.startsWith("log/")
                || page.template.equals("posting/rules")) {
            assertThat(draw(page)).doesNotContain("method=\"post\"");
        }
    }

    @Test
    void usesEveryMessageAndHasEveryMessageUsed() throws IOException {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("messages.properties"))) {
            messages.load(reader);
        }
        String templates;
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            templates =
                    files.filter(Files::isRegularFile).map(TemplatesTests::read).collect(joining());
        }
        String code;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(Files::isRegularFile).map(TemplatesTests::read).collect(joining());
        }
        Set<String> unused = new TreeSet<>(messages.stringPropertyNames());
        unused.removeIf(key -> templates.contains("#{" + key + "}")
                || templates.contains("#{" + key + "(")
                || templates.contains("'" + key + "'")
                || templates.contains("'" + key.substring(0, key.lastIndexOf('.') + 1) + "'")
                || code.contains("\"" + key + "\"")
                || code.contains("\"" + key.substring(0, key.lastIndexOf('.') + 1) + "\""));
        assertThat(unused).isEmpty();
        assertThat(messages.values()).allMatch(text -> !text.toString().contains("'"), "MessageFormat eats '");
    }

    /** The later of two would stand where the earlier one was meant. */
    @Test
    void saysNoMessageTwice() throws IOException {
        assertThat(Files.readAllLines(RESOURCES.resolve("messages.properties")).stream()
                        .filter(line -> line.matches("[\\w.-]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
    }

    // -- drawing

    private static String draw(Page page) throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var resolver = new FileTemplateResolver();
        resolver.setPrefix(RESOURCES.resolve("templates") + "/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        var servlets = new MockServletContext();
        var request = new MockHttpServletRequest(servlets);
        if (page.model.get("sent") instanceof String sent) {
            request.setParameter("text", sent);
        }
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(request, new MockHttpServletResponse());
        String html = engine.process(page.template, new WebContext(exchange, Locale.ENGLISH, page.model));

        String folder = System.getProperty("colloquy.pages");
        if (folder != null) {
            Path pages = Files.createDirectories(Path.of(folder));
            Files.writeString(pages.resolve(page.name + ".html"), html.replace("\"/site.css\"", "\"site.css\""));
            Files.writeString(pages.resolve("site.css"), read(RESOURCES.resolve("static/site.css")));
        }
        return html;
    }

    private static List<String> ids(String html) {
        return Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** How far each heading lies below the one before. */
    private static List<Integer> headings(String html) {
        var steps = new ArrayList<Integer>();
        int last = 1;
        Matcher matcher = Pattern.compile("<h([1-6])").matcher(html);
        while (matcher.find()) {
            int level = Integer.parseInt(matcher.group(1));
            steps.add(level - last);
            last = level;
        }
        return steps;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // -- what the pages show

    private static Page page(String name) {
        return pages().filter(page -> page.name.equals(name)).findFirst().orElseThrow();
    }

    static Stream<Page> pages() {
        var pages = new ArrayList<Page>();
        ArticleView article = article();
        DiscussionView discussion = discussion(branches(), 20, 60, true);
        DiscussionView nothing = new DiscussionView(
                PLACE,
                new Counts(0, 0, 0, 0),
                null,
                List.of(),
                DiscussionView.Order.THREADS,
                null,
                true,
                null,
                null,
                null,
                false,
                null,
                Set.of(),
                List.of());
        add(
                pages,
                "library",
                "reading/library",
                "entries",
                List.of(entry(article)),
                "openThread",
                new Counts(1, 0, 0, 0));
        add(pages, "library-empty", "reading/library", "entries", List.of(), "openThread", new Counts(0, 0, 0, 0));
        add(pages, "article", "reading/article", "article", article, "discussion", discussion);
        add(pages, "article-bare", "reading/article", "article", bare(), "discussion", nothing);
        add(
                pages,
                "deep",
                "reading/article",
                "article",
                article,
                "discussion",
                discussion(List.of(deep(101)), null, null, false));
        add(pages, "open-thread", "reading/open-thread", "discussion", discussion);
        add(pages, "open-thread-empty", "reading/open-thread", "discussion", nothing);
        CommentView away = with(
                said(57, Speaker.named("Reader A"), null, null, "What is for dinner?"),
                new Move(PLACE + "/comments/31", 31, true, "Moderator M", at(15), "Off topic.", 0),
                null);
        Reach alone = new Reach(List.of(57), 1, 2);
        Reach branch = new Reach(List.of(57, 58, 60), 0, 1);
        for (boolean back : new boolean[] {false, true}) {
            for (Outcome outcome : List.of(Outcome.DONE, Outcome.THERE_ALREADY, Outcome.NOWHERE_TO_GO)) {
                add(
                        pages,
                        "move-" + outcome + back,
                        "moderation/move",
                        "moving",
                        new MovingView(
                                new Preview(away, outcome, back, away.move(), "Six weeks in autumn", alone, branch),
                                back,
                                "Off topic.",
                                List.of("Sign what you write."),
                                back ? "The reason is too long." : null));
            }
        }
        add(
                pages,
                "move-alone",
                "moderation/move",
                "moving",
                new MovingView(
                        new Preview(away, Outcome.DONE, false, null, "Six weeks in autumn", alone, alone),
                        false,
                        "",
                        List.of(),
                        null));
        Closed rounds = new Closed(null, at(16), "It goes round in circles.");
        CommentView top = with(said(12, Speaker.named("Reader A"), null, null, "It is round."), null, rounds);
        Typed typed = new Typed(false, "", "Give a reason.", true);
        add(
                pages,
                "close-thread",
                "moderation/close",
                "closing",
                new ClosingView(PLACE, "Six weeks in autumn", null, top, new Typed(true, "", null, false)),
                "back",
                "/moderation?tab=newest&at=2");
        add(
                pages,
                "close-place",
                "moderation/close",
                "closing",
                new ClosingView("/open-thread", null, rounds, null, typed),
                "back",
                PLACE + "/comments/12");
        add(
                pages,
                "closed-by-moderator",
                "posting/closed",
                "view",
                new ClosedView(PLACE, "Six weeks in autumn", 12, "thread", rounds, null, true));
        for (boolean good : List.of(false, true)) {
            add(
                    pages,
                    "suspended-" + good,
                    "posting/suspended",
                    "view",
                    new SuspendedView(
                            PLACE,
                            good ? null : "Six weeks in autumn",
                            good ? null : 12,
                            new Suspensions.Suspension(good ? Suspensions.FOR_GOOD : at(20), "Cool down.")));
        }
        add(
                pages,
                "closed-asleep",
                "posting/closed",
                "view",
                new ClosedView(PLACE, "Six weeks in autumn", null, "discussion", null, "It closes.", false));
        ArticleView.Term term = article.parts().get(2).terms().get(1);
        add(
                pages,
                "term",
                "reading/term",
                "article",
                article,
                "term",
                term,
                "branches",
                branches(),
                "previousTerm",
                1,
                "nextTerm",
                3);
        add(pages, "term-empty", "reading/term", "article", article, "term", term, "branches", List.of());
        CommentView said = said(12, Speaker.named("Reader A"), 2, Evidence.QUOTED, "It held.");
        Branch itself = new Branch(
                said,
                LINKS,
                true,
                false,
                List.of(leaf(said(13, Speaker.named("Reader B"), 12, Evidence.STATED, "So far."))),
                1);
        add(
                pages,
                "comment",
                "reading/comment",
                "title",
                article.title(),
                "address",
                PLACE,
                "ancestors",
                List.of(said(2, Speaker.named("Reader B"), null, null, "Will it hold?")),
                "earlier",
                4,
                "firstAncestor",
                1,
                "branch",
                itself,
                "next",
                40,
                "moderator",
                true);
        add(
                pages,
                "comment-plain",
                "reading/comment",
                "title",
                null,
                "address",
                PLACE,
                "ancestors",
                List.of(),
                "earlier",
                0,
                "firstAncestor",
                null,
                "branch",
                leaf(placeholder(10)),
                "next",
                null,
                "moderator",
                false);
        forms(pages, said);
        desk(pages, said);
        reports(pages, said);
        var lines = List.of(
                logged(
                        7,
                        at(14),
                        "Moderator M",
                        false,
                        Action.HIDE,
                        PLACE,
                        12,
                        Target.NONE,
                        article.title(),
                        null,
                        "Sign what you write."),
                log(28, Action.HOLD, Target.NONE),
                log(29, Action.DECIDE_REPORT, Target.NONE),
                log(21, Action.ATTACH, new Target(2, null)),
                log(22, Action.ATTACH, new Target(null, 8)),
                log(23, Action.DETACH, Target.NONE),
                log(24, Action.DETACH, new Target(null, 8)),
                log(25, Action.PUT_BACK, Target.NONE),
                log(26, Action.REFUSE, new Target(2, null)),
                log(27, Action.REFUSE, new Target(null, 8)),
                logged(6, at(13), null, true, Action.RESTORE, "/open-thread", 3, Target.NONE, null, null, ""),
                logged(
                        5,
                        at(12),
                        "Moderator M",
                        false,
                        Action.APPROVE,
                        PLACE,
                        14,
                        Target.NONE,
                        article.title(),
                        null,
                        null),
                logged(
                        8,
                        at(12),
                        "Moderator M",
                        false,
                        Action.GIVE_NAME,
                        PLACE,
                        null,
                        Target.NONE,
                        article.title(),
                        new Claimed("Old Salt", "Reader A"),
                        "We met."),
                logged(
                        9,
                        at(12),
                        "Moderator M",
                        false,
                        Action.TAKE_BACK_NAME,
                        PLACE,
                        null,
                        Target.NONE,
                        article.title(),
                        new Claimed(null, null),
                        "We met."),
                logged(
                        4,
                        at(11),
                        "Moderator M",
                        false,
                        Action.CHANGE_RULE,
                        PLACE,
                        null,
                        Target.NONE,
                        article.title(),
                        null,
                        "Too many at night."),
                logged(3, at(10), null, false, Action.APPOINT, null, null, Target.NONE, null, null, "Moderator M"));
        for (boolean empty : List.of(false, true)) {
            add(
                    pages,
                    empty ? "log-empty" : "log",
                    "log/log",
                    "groups",
                    empty
                            ? List.of()
                            : lines.stream()
                                    .map(line -> new LogGroup(line, List.of(), 1))
                                    .toList(),
                    "older",
                    empty ? null : LogFilter.of(Map.of("before", "3")),
                    "filter",
                    LogFilter.of(Map.of()),
                    "moderators",
                    List.of(new LogLine.Who(1, "Moderator M")),
                    "actions",
                    Action.values(),
                    "rules",
                    empty ? List.of() : List.of("ANONYMOUS", "GONE"),
                    "places",
                    empty ? List.of() : logged());
        }
        add(pages, "sign-in", "account/sign-in", "failed", false, "signedOut", true);
        add(pages, "sign-in-refused", "account/sign-in", "refused", true, "passkeys", "{}");
        add(pages, "sign-in-failed", "account/sign-in", "failed", true, "signedOut", false);
        add(pages, "set-up", "account/set-up", "token", "t0ken", "form", Map.of("name", ""), "problems", Map.of());
        add(
                pages,
                "set-up-failed",
                "account/set-up",
                "token",
                "t0ken",
                "form",
                Map.of("name", "Moderator M"),
                "problems",
                new TreeMap<>(Map.of(
                        "password",
                        "Choose a password of at least 12 characters.",
                        "repeat",
                        "Type the same password twice.")));
        add(pages, "set-up-over", "account/set-up-over");
        add(pages, "set-up-yours", "account/set-up-yours", "handle", "Moderator M", "suspended", false);
        add(pages, "set-up-later", "account/set-up-yours", "handle", "Reader A", "suspended", true);
        for (boolean hasPassword : List.of(false, true)) {
            add(
                    pages,
                    "set-up-kept-" + hasPassword,
                    "account/set-up",
                    "token",
                    "t0ken",
                    "kept",
                    "Reader A",
                    "hasPassword",
                    hasPassword,
                    "problems",
                    Map.of());
        }
        add(pages, "password", "account/password", "handle", "Reader A", "hasPassword", false, "problems", Map.of());
        add(
                pages,
                "password-failed",
                "account/password",
                "handle",
                "Reader A",
                "hasPassword",
                true,
                "problems",
                new TreeMap<>(Map.of("current", "Type it again.", "password", "Too short.")));
        add(pages, "recover", "account/recover", "failed", false, "name", "");
        add(pages, "recover-failed", "account/recover", "failed", true, "name", "Reader A");
        add(pages, "recovery-code", "account/recovery-code", "handle", "Reader A", "recoveryCode", "7KQ2M-4XW9T");
        people(pages);
        for (boolean failed : List.of(false, true)) {
            add(
                    pages,
                    failed ? "new-recovery-code-failed" : "new-recovery-code",
                    "account/new-recovery-code",
                    "handle",
                    "Reader A",
                    "hasPassword",
                    failed,
                    "failed",
                    failed);
        }
        var browsers = List.of(
                new BrowserView("a", "Firefox on Linux", at(10), LocalDate.of(2026, 11, 12), true),
                new BrowserView("b", null, at(11), null, false));
        add(pages, "browsers", "account/browsers", "handle", "Reader A", "browsers", browsers);
        add(pages, "browsers-none", "account/browsers", "handle", "Reader A", "browsers", List.of());
        add(pages, "too-many", "account/too-many", "minutes", 15);
        desk(pages, browsers);
        add(
                pages,
                "you-kept",
                "account/you",
                "handle",
                "Reader A",
                "moderator",
                false,
                "hasPassword",
                true,
                "kept",
                true);
        add(pages, "you", "account/you", "handle", null, "moderator", false);
        add(
                pages,
                "you-warned",
                "account/you",
                "handle",
                "Reader A",
                "moderator",
                false,
                "warnings",
                List.of(logged(
                        11,
                        at(12),
                        "Moderator M",
                        false,
                        Action.WARN,
                        PLACE,
                        12,
                        Target.NONE,
                        null,
                        null,
                        "Not in that tone.")),
                "suspension",
                new Suspensions.Suspension(at(20), "Cool down."));
        add(pages, "you-named", "account/you", "handle", "Reader A", "moderator", false);
        add(pages, "you-moderator", "account/you", "handle", "Moderator M", "moderator", true);
        for (String error : List.of("404", "403", "410", "413", "4xx", "5xx", "expired")) {
            add(pages, error, "error/" + error);
        }
        add(pages, "410-typed", "error/410", "sent", "Half a thought.");
        add(pages, "403-administrators", "error/403", "atDesk", true);
        add(
                pages,
                "expired-typed",
                "error/expired",
                "signIn",
                true,
                "typed",
                List.of("Half a reason.", "Another <b>thought</b>."));
        add(pages, "413-upload", "error/413", "path", "/moderation/articles/upload");
        articlesAtTheDesk(pages);
        return pages.stream();
    }

    private static final FormView.Room ANY = new FormView.Room(16_000, null, null);
    private static final FormView.Room SOME = new FormView.Room(16_000, 2, 400);

    private static void people(List<Page> pages) {
        var browsers = List.of(new BrowserView("a", "Firefox on Linux", at(10), LocalDate.of(2026, 11, 12), true));
        for (boolean much : List.of(false, true)) {
            String name = much ? "-much" : "";
            var written = new Written(much ? 41 : 0, much ? 3 : 0);
            var kept = new Kept(
                    "Reader A",
                    at(10),
                    much ? "North Lantern" : null,
                    much ? Role.ADMINISTRATOR : Role.COMMENTER,
                    much,
                    !much,
                    much ? List.of() : browsers,
                    List.of(),
                    List.of());
            add(pages, "data" + name, "people/data", "kept", kept, "written", written, "moderator", much);
            for (boolean needed : List.of(false, true)) {
                add(
                        pages,
                        (needed ? "leave-needed" : "leave") + name,
                        "people/leave",
                        "handle",
                        "Reader A",
                        "needed",
                        needed,
                        "hasPassword",
                        much,
                        "written",
                        written,
                        "moderator",
                        much,
                        "form",
                        Map.of("comments", "", "importedNames", false, "importedTexts", false, "handle", ""),
                        "problems",
                        much
                                ? new TreeMap<>(Map.of("comments", "Choose.", "current", "Type it."))
                                : new TreeMap<>(Map.of("handle", "Type it.")));
            }
            add(
                    pages,
                    "withdraw" + name,
                    "posting/withdraw",
                    "comment",
                    much ? hidden(12, false) : said(12, Speaker.named("Reader A"), null, null, "It held.\n\nSo far."),
                    "title",
                    much ? null : "Six weeks in autumn",
                    "back",
                    much);
            var claims = Stream.of(ClaimView.State.values())
                    .map(state -> new ClaimView(
                            state.ordinal() + 1,
                            "Reader A",
                            "Old Salt",
                            PLACE,
                            "Six weeks in autumn",
                            "I write as Old Salt\non the other site.",
                            state,
                            at(10),
                            at(11),
                            state == ClaimView.State.OPEN ? null : "We met.",
                            state == ClaimView.State.GIVEN,
                            null))
                    .toList();
            add(
                    pages,
                    "claims" + name,
                    "people/claims",
                    "handle",
                    "Reader A",
                    "claims",
                    much ? claims : List.of(),
                    "articles",
                    List.of(),
                    "place",
                    "",
                    "problems",
                    Map.of());
            add(
                    pages,
                    "claims-desk" + name,
                    "people/claims-desk",
                    "claims",
                    claims.subList(0, 2),
                    "you",
                    much ? "Reader A" : "Moderator M",
                    "wrong",
                    1L,
                    "reason",
                    "",
                    "problem",
                    much ? null : "Give a reason.",
                    "done",
                    much ? "Done." : null);
        }
        add(pages, "claims-desk-empty", "people/claims-desk", "claims", List.of(), "you", "Moderator M");
        add(pages, "you-left", "account/you", "handle", null, "moderator", false, "left", true);
    }

    private static void forms(List<Page> pages, CommentView parent) {
        var rules = List.of(
                new FormView.RuleView("ANONYMOUS", "anonymous comments", "Sign what you write.", Effect.HOLD),
                new FormView.RuleView(
                        "OFF_TOPIC",
                        "off topic",
                        "Keep to the subject; there is an Open Thread for all else.",
                        Effect.FLAG));
        var objections = List.of(
                new FormView.Objection("name", "Sign what you write.", "Give a name."),
                new FormView.Objection("text", null, "Write at most 16,000 bytes; these are 20,210."),
                new FormView.Objection(
                        "form", null, "The comment that you answer is gone. Go back to the discussion."));
        var empty = new CommentForm("", "", null, null, false, "k3y");
        var preview = said(0, Speaker.named("Reader A"), null, null, "Half a thought.");
        add(
                pages,
                "form",
                "posting/form",
                "form",
                empty,
                "view",
                new FormView(
                        PLACE,
                        "Six weeks in autumn",
                        null,
                        null,
                        null,
                        null,
                        false,
                        "1.x",
                        rules,
                        List.of(),
                        ANY,
                        null));
        add(
                pages,
                "form-reply",
                "posting/form",
                "form",
                new CommentForm("", "", 12, null, false, "k3y"),
                "view",
                new FormView(
                        PLACE,
                        "Six weeks in autumn",
                        parent,
                        null,
                        null,
                        "Reader B",
                        false,
                        "1.x",
                        rules,
                        List.of(),
                        ANY,
                        null));
        add(
                pages,
                "form-term",
                "posting/form",
                "form",
                new CommentForm("", "", null, 2, false, "k3y"),
                "view",
                new FormView(
                        PLACE,
                        "Six weeks in autumn",
                        null,
                        2,
                        "Whoever left may come back.",
                        null,
                        true,
                        "1.x",
                        rules,
                        List.of(),
                        ANY,
                        null));
        add(
                pages,
                "form-refused",
                "posting/form",
                "form",
                new CommentForm("", "Half a thought.\n\nAnd the other half.", 12, null, true, "k3y"),
                "view",
                new FormView(
                        PLACE,
                        "Six weeks in autumn",
                        parent,
                        null,
                        null,
                        null,
                        false,
                        "1.x",
                        rules,
                        objections,
                        SOME,
                        null));
        add(
                pages,
                "form-preview",
                "posting/form",
                "form",
                new CommentForm("Reader A", "Half a thought.", null, null, false, "k3y"),
                "view",
                new FormView(
                        PLACE,
                        "Six weeks in autumn",
                        null,
                        null,
                        null,
                        null,
                        false,
                        "1.x",
                        rules,
                        List.of(),
                        ANY,
                        preview));
        add(
                pages,
                "form-open-thread",
                "posting/form",
                "form",
                empty,
                "view",
                new FormView("/open-thread", null, null, null, null, null, false, "", List.of(), List.of(), ANY, null));
        var places = List.of(
                new PlaceRules(
                        PLACE,
                        "Six weeks in autumn",
                        rules,
                        List.of("Newcomers do well to read for a week before they write.")),
                new PlaceRules("/open-thread", null, List.of(), List.of()));
        add(pages, "rules", "posting/rules", "everywhere", rules.subList(0, 1), "places", places);
        ruleDesk(pages, rules);
    }

    private static void ruleDesk(List<Page> pages, List<FormView.RuleView> rules) {
        var lines = Stream.of("HERE", "NOTICE", "SITE", "BUILT_IN")
                .map(origin -> new RuleDeskView.Line(rules.get(0), origin))
                .toList();
        var places = List.of(
                new RuleDeskView.Place("six-weeks-in-autumn", "Six weeks in autumn"),
                new RuleDeskView.Place("open-thread", null));
        add(
                pages,
                "desk-rules",
                "posting/desk-rules",
                "view",
                new RuleDeskView("six-weeks-in-autumn", "Six weeks in autumn", places, lines),
                "done",
                "The rule has changed.");
        add(
                pages,
                "desk-rules-site",
                "posting/desk-rules",
                "view",
                new RuleDeskView("", null, places, lines),
                "done",
                null);
        var limits = List.of(new RuleDeskView.Field("limit-hours", "Hours", "a few", 1, 168));
        var form = new RuleChangeForm("FLAG", "Say it once.", Map.of("hours", "a few"), "lamp\noil", "Too many.");
        var problems = new TreeMap<>(Map.of(
                "effect", "Choose one.",
                "limit-hours", "Give a number.",
                "words", "Too many.",
                "sentence", "Too long.",
                "reason", "Too long."));
        for (boolean tried : List.of(true, false)) {
            add(
                    pages,
                    tried ? "rule-preview" : "rule-preview-untried",
                    "posting/rule-preview",
                    "view",
                    new RulePreview(
                            new RuleDeskView.Change(
                                    tried ? "" : "open-thread",
                                    null,
                                    lines.get(0),
                                    lines.get(3),
                                    List.of("OFF", "FLAG"),
                                    limits,
                                    true,
                                    form,
                                    Map.of()),
                            rules.get(0),
                            tried,
                            12_345,
                            42,
                            1,
                            tried ? Map.of("FLAG", 2, "HOLD", 3, "REFUSE", 4) : Map.of(),
                            tried ? List.of(new RulePreview.Row(held(30), null)) : List.of(),
                            List.of("What was refused isn’t here.")));
        }
        for (boolean wrong : List.of(false, true)) {
            add(
                    pages,
                    wrong ? "change-rule-refused" : "change-rule",
                    "posting/change-rule",
                    "view",
                    new RuleDeskView.Change(
                            wrong ? "" : "open-thread",
                            null,
                            lines.get(0),
                            lines.get(3),
                            List.of("OFF", "FLAG", "HOLD", "REFUSE"),
                            limits,
                            true,
                            form,
                            wrong ? problems : Map.of()));
        }
    }

    private static void desk(List<Page> pages, CommentView said) {
        List<LogLine> acts = List.of(log(21, Action.ATTACH, new Target(2, null)));
        CommentView nameless = said(
                31, Speaker.of(Speaker.Kind.NAMELESS), null, null, "No name,\n\nlong words, " + "and more ".repeat(40));
        var rows = List.of(
                new DeskView.Row(
                        new Queue.Item(nameless, "Six weeks in autumn", said, null, null), "31:0:21", acts, acts),
                new DeskView.Row(
                        new Queue.Item(held(30), null, null, 7L, new Queue.History(12, 2, 0)),
                        "30:1:0",
                        List.of(),
                        List.of()),
                new DeskView.Row(
                        new Queue.Item(hidden(29, true), "Six weeks in autumn", null, null, null),
                        "29:0:0",
                        List.of(),
                        List.of()));
        var places = List.of(
                new DeskView.Place("six-weeks-in-autumn", "Six weeks in autumn"),
                new DeskView.Place("open-thread", null));
        var counts = new EnumMap<Queue.Reason, Integer>(Queue.Reason.class);
        for (Queue.Reason reason : Queue.Reason.values()) {
            counts.put(reason, reason.ordinal());
        }
        var rules = List.of(new RuleView("ANONYMOUS", "Anonymous comments", "Sign what you write.", Effect.REFUSE));
        for (Queue.Reason reason : Queue.Reason.values()) {
            var filter = new Filter(reason, "", "", "", Queue.Which.OPEN, 0, 0);
            var view = new DeskView(filter, counts, 120, rows, false, null, filter.page(1), rules, "ANONYMOUS", places);
            String name = "desk-" + filter.slug();
            add(pages, name, "moderation/desk", "desk", view, "done", null, "undo", null);
        }
        var narrow = new Filter(
                Queue.Reason.NOT_IN_SOURCE, "six-weeks-in-autumn", "Reader A", "salt", Queue.Which.HIDDEN, 1, 2);
        var hidden = new DeskView(narrow, counts, 28, rows, true, narrow.page(0), null, rules, "", places);
        add(pages, "desk-all", "moderation/desk", "desk", hidden, "done", "3 comments are hidden.", "undo", 31L);
        for (var filter : List.of(narrow, new Filter(Queue.Reason.NAMELESS, "", "", "", Queue.Which.OPEN, 0, 0))) {
            var empty = new DeskView(filter, counts, 0, List.of(), false, null, null, rules, "", places);
            add(pages, "desk-empty" + filter.page(), "moderation/desk", "desk", empty, "done", null, "undo", null);
        }
        for (DeskView.Act act : DeskView.Act.values()) {
            String name = "preview-" + act.name().toLowerCase(Locale.ROOT);
            var preview = new DeskView.Preview(
                    act,
                    narrow,
                    narrow.address(),
                    rows,
                    act == DeskView.Act.HIDE ? rows.subList(0, 1) : List.of(),
                    3412,
                    2,
                    1,
                    rules,
                    "ANONYMOUS",
                    "",
                    true,
                    "Give a reason.",
                    false);
            add(pages, name, "moderation/preview", "preview", preview);
        }
        var one = new DeskView.Preview(
                DeskView.Act.HIDE,
                narrow,
                PLACE + "/comments/12",
                rows.subList(0, 1),
                List.of(),
                0,
                1,
                0,
                rules,
                "",
                "",
                false,
                null,
                false);
        add(pages, "preview-one", "moderation/preview", "preview", one);
        var none = new DeskView.Preview(
                DeskView.Act.HIDE,
                narrow,
                narrow.address(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                List.of(),
                "",
                "",
                false,
                null,
                false);
        add(pages, "preview-none", "moderation/preview", "preview", none);
        var late = new DeskView.Preview(
                DeskView.Act.HIDE,
                narrow,
                narrow.address(),
                List.of(),
                rows.subList(0, 1),
                0,
                0,
                0,
                rules,
                "",
                "Off topic.",
                false,
                "You have done this already.",
                false);
        add(pages, "preview-late", "moderation/preview", "preview", late);
        for (boolean much : List.of(false, true)) {
            var suspension = much ? new Suspensions.Suspension(at(20), "Cool down.") : null;
            var person = new MemberView(
                    7,
                    much ? null : "Reader A",
                    much ? said : null,
                    new Queue.History(2, 1, 0),
                    suspension,
                    much ? acts : List.of(),
                    21,
                    rules,
                    new MemberView.Typed(
                            much ? "SUSPEND" : "", "", "", much, "week", much ? "Give a reason." : null, false));
            String done = much ? null : "Done.";
            add(pages, "member-" + much, "moderation/member", "person", person, "done", done, "undo", much ? null : 7L);
        }
        var undone = new LogLine(
                41,
                at(15),
                new LogLine.Who(1, "Moderator M"),
                Action.UNDO,
                PLACE,
                9L,
                12,
                Target.NONE,
                "Six weeks in autumn",
                null,
                new LogLine.Who(2, null),
                "ANONYMOUS",
                null,
                true,
                null,
                Action.HIDE,
                40L,
                null,
                null);
        var hid = new LogLine(
                40,
                at(14),
                null,
                Action.HIDE,
                PLACE,
                9L,
                null,
                Target.NONE,
                "Six weeks in autumn",
                null,
                new LogLine.Who(2, "Reader A"),
                "ANONYMOUS",
                "Only for moderators",
                true,
                null,
                null,
                null,
                41L,
                null);
        for (boolean narrowed : List.of(false, true)) {
            add(
                    pages,
                    narrowed ? "desk-log-narrow" : "desk-log",
                    "moderation/log",
                    "groups",
                    narrowed
                            ? List.of()
                            : List.of(
                                    new LogGroup(undone, List.of(), 1),
                                    new LogGroup(hid, List.of(log(21, Action.ATTACH, new Target(2, null))), 28)),
                    "older",
                    narrowed ? null : LogFilter.of(Map.of("before", "40")),
                    "filter",
                    LogFilter.of(
                            narrowed ? Map.of("number", "12", "action", "hide", "by", "1", "place", PLACE) : Map.of()),
                    "moderators",
                    List.of(new LogLine.Who(1, "Moderator M"), new LogLine.Who(2, null)),
                    "actions",
                    Action.values(),
                    "rules",
                    List.of("ANONYMOUS"),
                    "places",
                    narrowed ? List.of() : logged(),
                    "undoable",
                    Set.of(40L, 41L),
                    "done",
                    narrowed ? null : "It is undone.");
            add(
                    pages,
                    "remove-passkey-" + narrowed,
                    "account/remove-passkey",
                    "passkey",
                    "k",
                    "handle",
                    "Moderator M",
                    "problem",
                    narrowed ? "password.problem.current" : null);
            add(
                    pages,
                    "undo-" + narrowed,
                    "moderation/undo",
                    "line",
                    hid,
                    "reason",
                    "An error.",
                    "all",
                    narrowed,
                    "handle",
                    "Moderator M",
                    "back",
                    "/moderation/log",
                    "problem",
                    narrowed ? "password.problem.current" : null);
        }
        erasing(pages);
        placing(pages);
        secondThoughts(pages);
        lists(pages);
    }

    private static void reports(List<Page> pages, CommentView said) {
        var begun = new ReportForm("six-weeks-in-autumn", 12, 0, null, "", "", "", "", false, "k");
        var typed = new ReportForm(
                "six-weeks-in-autumn",
                12,
                0,
                ReportKind.PERSONAL_DATA,
                "",
                "It says where she lives <b>.",
                "house 5",
                "mail@example.org",
                true,
                "k");
        var nothing = new ReportForm("", null, 0, null, "", "", "", "", false, "k");
        List<String> rules = List.of("Anonymous comments", "Be kind to the gulls.");
        Map<String, String> problems = new TreeMap<>(Map.of(
                "kind", "Choose what it is.",
                "rule", "Choose the rule.",
                "explanation", "Say why.",
                "quote", "Too long.",
                "contact", "Too long.",
                "faith", "Tick it.",
                "form", "Wait."));
        String title = "Six weeks in autumn";
        add(
                pages,
                "report",
                "report/form",
                "form",
                begun,
                "view",
                new ReportFormView(said, null, title, "", rules, true, false, Map.of(), false));
        add(
                pages,
                "report-refused",
                "report/form",
                "form",
                typed,
                "view",
                new ReportFormView(said, null, title, "", rules, true, true, problems, false));
        add(
                pages,
                "report-hidden",
                "report/form",
                "form",
                begun,
                "view",
                new ReportFormView(
                        hidden(12, false), null, null, "", List.of(), false, false, Map.of("form", "Gone."), false));
        add(
                pages,
                "report-lost",
                "report/form",
                "form",
                typed,
                "view",
                new ReportFormView(null, null, null, "", List.of(), false, false, Map.of("form", "None."), false));
        add(
                pages,
                "report-address",
                "report/form",
                "form",
                nothing,
                "view",
                new ReportFormView(null, null, null, "", List.of(), false, false, Map.of(), false));
        add(
                pages,
                "report-address-refused",
                "report/form",
                "form",
                nothing,
                "view",
                new ReportFormView(
                        null, null, null, "<no>", List.of(), false, false, Map.of("address", "Not one."), false));
        var ofArticle = new ReportForm("six-weeks-in-autumn", null, 3, null, "", "", "", "", false, "k");
        add(
                pages,
                "report-article",
                "report/form",
                "form",
                ofArticle,
                "view",
                new ReportFormView(null, PLACE, title, "", List.of(), false, false, Map.of(), false));
        var hide = new DecisionView(
                DecisionView.Outcome.HIDDEN,
                false,
                "Keep to <the> topic.",
                "Nobody’s address.",
                true,
                "Moderator M",
                at(15));
        var leave =
                new DecisionView(DecisionView.Outcome.LEFT, false, "", "It is a public office.", false, null, at(16));
        var upheld = new DecisionView(DecisionView.Outcome.UPHELD, true, "", "", true, "Moderator M", at(16));
        var open = new AppealView(false, "Look again.", at(16), hide, null, true);
        var answered = new AppealView(true, "It was mine.", at(17), hide, leave, false);
        for (AppealView appeal : Arrays.asList(null, open, answered)) {
            add(
                    pages,
                    "appeal" + (appeal == null ? "" : appeal.answer() == null ? "-open" : "-answered"),
                    "report/appeal",
                    "place",
                    "six-weeks-in-autumn",
                    "words",
                    "",
                    "done",
                    appeal == null ? null : "Taken.",
                    "problem",
                    appeal == null ? "Say why." : null,
                    "view",
                    new AuthorView(
                            hidden(12, false),
                            "Six weeks in autumn",
                            hide,
                            appeal,
                            appeal != null,
                            appeal == null ? at(20) : null));
        }
        receipt(pages, "receipt", null, false, null, null);
        receipt(pages, "receipt-decided", hide, true, null, at(20));
        receipt(pages, "receipt-appealed", hide, false, open, null);
        receipt(pages, "receipt-answered", leave, false, answered, null);
        var row = new ReportedView.Row(
                "/moderation/reports/70",
                said,
                12,
                true,
                title,
                List.of(ReportKind.THREAT, ReportKind.OFF_TOPIC),
                2,
                at(14));
        var gone = new ReportedView.Row(
                "/moderation/reports/71", null, 13, false, null, List.of(ReportKind.RULE), 1, at(14));
        var article = new ReportedView.Row(
                "/moderation/reports/articles/six-weeks-in-autumn",
                null,
                null,
                true,
                title,
                List.of(ReportKind.FALSEHOOD),
                1,
                at(14));
        for (var tab : ReportedView.Tab.values()) {
            List<ReportedView.Row> rows = tab == ReportedView.Tab.APPEALS ? List.of() : List.of(row, gone, article);
            add(
                    pages,
                    "reported-" + tab.slug(),
                    "report/desk",
                    "done",
                    rows.isEmpty() ? null : "Decided.",
                    "reported",
                    new ReportedView(
                            tab,
                            rows.isEmpty() ? "THREAT" : "",
                            "",
                            new TreeMap<>(Map.of(
                                    ReportedView.Tab.OPEN,
                                    2,
                                    ReportedView.Tab.APPEALS,
                                    0,
                                    ReportedView.Tab.DECIDED,
                                    2)),
                            rows,
                            rows.isEmpty() ? null : 0,
                            rows.isEmpty() ? null : 2,
                            List.of(new ReportedView.Place("a", title), new ReportedView.Place("open-thread", null))));
        }
        var told = new CaseView.Told(
                ReportKind.PERSONAL_DATA, "", "She lives there.", "house 5", "mail@example.org", at(14), true, null);
        var flag = new CaseView.Told(ReportKind.RULE, "Anonymous comments", "", "", null, at(14), false, null);
        var decided = new CaseView.Told(ReportKind.THREAT, "", "It threatens.", "", null, at(13), false, hide);
        var log = List.of(log(31, Action.HIDE, Target.NONE), log(32, Action.DECIDE_REPORT, Target.NONE));
        var rule = new RuleView("SIGN", "Names", "Sign it.", Effect.FLAG);
        var nothingTyped = new CaseView.Typed(false, null, "", "", false, EnumSet.allOf(ReportKind.class), null, null);
        for (boolean there : new boolean[] {true, false}) {
            add(
                    pages,
                    there ? "case-article" : "case-article-gone",
                    "report/case",
                    "typed",
                    new CaseView.Typed(
                            false,
                            null,
                            "",
                            "",
                            false,
                            EnumSet.noneOf(ReportKind.class),
                            there ? "outcome" : null,
                            "Choose what you decide."),
                    "reported",
                    new CaseView(
                            "/moderation/reports/articles/six-weeks-in-autumn",
                            true,
                            there,
                            null,
                            null,
                            PLACE,
                            null,
                            "six-weeks-in-autumn",
                            there ? title : null,
                            3,
                            4,
                            EnumSet.of(ReportKind.FALSEHOOD),
                            List.of(told),
                            List.of(),
                            List.of(),
                            List.of(new AppealView(false, "Still so.", at(16), upheld, upheld, false)),
                            List.of(),
                            List.of(log(33, Action.DECIDE_ARTICLE, Target.NONE)),
                            false,
                            false,
                            3,
                            true,
                            true));
        }
        add(
                pages,
                "receipt-article",
                "report/receipt",
                "words",
                "",
                "receipt",
                new ReceiptView(
                        "secret",
                        PLACE,
                        null,
                        null,
                        ReportKind.COPYRIGHT,
                        "",
                        "Mine.",
                        "",
                        at(14),
                        false,
                        upheld,
                        false,
                        null,
                        null,
                        false));
        Set<ReportKind> kinds = EnumSet.of(ReportKind.PERSONAL_DATA, ReportKind.RULE);
        add(
                pages,
                "case",
                "report/case",
                "typed",
                nothingTyped,
                "reported",
                new CaseView(
                        "/moderation/reports/70",
                        false,
                        true,
                        said,
                        placeholder(10),
                        PLACE,
                        12,
                        "six-weeks-in-autumn",
                        title,
                        3,
                        1,
                        kinds,
                        List.of(told, flag),
                        List.of(decided),
                        List.of(open),
                        List.of(answered),
                        List.of(rule),
                        log,
                        false,
                        false,
                        0,
                        true,
                        false));
        add(
                pages,
                "case-refused",
                "report/case",
                "typed",
                new CaseView.Typed(
                        true,
                        DecisionView.Outcome.LEFT,
                        "SIGN",
                        "x <y>",
                        true,
                        EnumSet.of(ReportKind.RULE),
                        "reason",
                        "Too long."),
                "reported",
                new CaseView(
                        "/moderation/reports/70",
                        false,
                        true,
                        hidden(12, true),
                        null,
                        PLACE,
                        12,
                        "six-weeks-in-autumn",
                        title,
                        3,
                        1,
                        EnumSet.of(ReportKind.RULE),
                        List.of(flag),
                        List.of(),
                        List.of(open),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        true,
                        0,
                        true,
                        false));
        add(
                pages,
                "case-own",
                "report/case",
                "done",
                "Held.",
                "typed",
                nothingTyped,
                "reported",
                new CaseView(
                        "/moderation/reports/70",
                        false,
                        true,
                        held(12),
                        null,
                        PLACE,
                        12,
                        "six-weeks-in-autumn",
                        title,
                        3,
                        1,
                        EnumSet.of(ReportKind.RULE),
                        List.of(flag),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        false,
                        0,
                        true,
                        false));
        add(
                pages,
                "case-gone",
                "report/case",
                "typed",
                nothingTyped,
                "reported",
                new CaseView(
                        "/moderation/reports/70",
                        false,
                        false,
                        null,
                        null,
                        PLACE,
                        12,
                        "six-weeks-in-autumn",
                        null,
                        3,
                        0,
                        EnumSet.of(ReportKind.RULE),
                        List.of(flag),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        false,
                        0,
                        true,
                        false));
    }

    private static void receipt(
            List<Page> pages,
            String name,
            @Nullable DecisionView decision,
            boolean changed,
            @Nullable AppealView appeal,
            @Nullable Instant until) {
        add(
                pages,
                name,
                "report/receipt",
                "words",
                "",
                "problem",
                until == null ? null : "Say why.",
                "done",
                appeal == null ? null : "Taken.",
                "receipt",
                new ReceiptView(
                        "secret",
                        PLACE + "/comments/12",
                        12,
                        decision == null ? null : "Six weeks in autumn",
                        decision == null ? ReportKind.RULE : ReportKind.THREAT,
                        decision == null ? "Be kind to the gulls." : "",
                        decision == null ? "" : "It <threatens> somebody.",
                        decision == null ? "" : "these words",
                        at(14),
                        decision != null,
                        decision,
                        changed,
                        appeal,
                        until,
                        decision == null));
    }

    private static void lists(List<Page> pages) {
        CommentView waiting = comment(
                14,
                Kind.COMMENT,
                Speaker.named("Reader A"),
                2,
                null,
                null,
                State.HELD,
                List.of(paragraph("May I?")),
                null,
                null);
        var rows = List.of(
                new People.Listed(said(2, Speaker.named("Reader B"), null, null, "Will it hold?"), null, at(15)),
                new People.Listed(waiting, "Six weeks in autumn", null));
        var ignored = new Ignored(Map.of("reader b", "Reader B"));
        var list = new ListView(rows, 0, 2);
        var none = new ListView(List.of(), null, null);
        add(
                pages,
                "person",
                "people/person",
                "person",
                new People.Person(7, "Reader B", 12, at(3)),
                "list",
                list,
                "ignored",
                ignored);
        add(
                pages,
                "person-silent",
                "people/person",
                "person",
                new People.Person(7, "Reader B", 0, null),
                "list",
                none,
                "ignored",
                ignored);
        add(
                pages,
                "yours-comments",
                "people/comments",
                "list",
                list,
                "appealed",
                Set.of(list.rows().get(0).comment().id()));
        add(pages, "yours-comments-none", "people/comments", "list", none);
        add(
                pages,
                "replies",
                "people/replies",
                "named",
                true,
                "list",
                list,
                "unread",
                1,
                "newest",
                at(15),
                "readUpTo",
                at(14),
                "ignored",
                ignored);
        add(pages, "replies-nobody", "people/replies", "named", false, "ignored", ignored);
        for (boolean named : List.of(true, false)) {
            add(pages, "ignored-" + named, "people/ignored", "named", named, "full", named, "ignored", ignored);
            add(
                    pages,
                    "ignore-" + named,
                    "people/ignore",
                    "named",
                    named,
                    "already",
                    named,
                    "name",
                    "Reader B",
                    "back",
                    named ? "" : PLACE,
                    "ignored",
                    ignored);
        }
        add(pages, "ignored-nobody", "people/ignored", "named", true, "ignored", new Ignored(Map.of()));
    }

    private static void secondThoughts(List<Page> pages) {
        CommentView comment = said(2, Speaker.named("Reader B"), null, null, "Will it hold?");
        var objections = List.of(
                new FormView.Objection("text", "Say something.", "Write a comment first."),
                new FormView.Objection("form", null, "Wait a little."));
        for (Revisions.Barrier barrier : Revisions.Barrier.values()) {
            if (barrier != Revisions.Barrier.NOT_YOURS) {
                add(
                        pages,
                        "edit-" + barrier.name().toLowerCase(Locale.ROOT),
                        "posting/edit",
                        "view",
                        new EditView(comment, "Six weeks in autumn", "Typed", barrier, "", List.of(), List.of(), ANY));
            }
        }
        add(
                pages,
                "edit-refused",
                "posting/edit",
                "view",
                new EditView(comment, null, "", null, "", List.of(), objections, SOME),
                "expired",
                true);
        var pieces = List.of(
                new Changes.Piece(Changes.Kind.SAME, "Will it "),
                new Changes.Piece(Changes.Kind.GONE, "break?"),
                new Changes.Piece(Changes.Kind.NEW, "hold?"));
        add(
                pages,
                "revisions",
                "reading/revisions",
                "view",
                new RevisionsView(
                        comment,
                        null,
                        List.of(
                                new RevisionsView.Step(at(15), pieces, true),
                                new RevisionsView.Step(at(14), pieces.subList(0, 2), false))));
    }

    private static void placing(List<Page> pages) {
        CommentView comment = said(12, Speaker.of(Speaker.Kind.NOT_IN_SOURCE), 2, Evidence.CONFIRMED, "It held.");
        var reasons = List.of(
                new Reason(
                        Suggestion.Kind.SHARED_WORDS,
                        List.of(new SharedWord("wells", "wells"), new SharedWord("Harbor", "Harbour")),
                        0),
                new Reason(Suggestion.Kind.NAMES, List.of(), 0),
                new Reason(Suggestion.Kind.SPEAKS_TO, List.of(), 0),
                new Reason(Suggestion.Kind.NEAR, List.of(), 3));
        var candidates = List.of(
                new PlacingView.Candidate(said(9, Speaker.named("Reader C"), null, null, "Who pays?"), reasons),
                new PlacingView.Candidate(placeholder(10), reasons.subList(3, 4)));
        var about = List.of(new PlacingView.About(2, "The road stays open.", List.of(new SharedWord("roads", "road"))));
        for (String problem : Arrays.asList(null, "Comment 40 came later.")) {
            add(
                    pages,
                    problem == null ? "place" : "place-problem",
                    "moderation/place",
                    "placing",
                    new PlacingView(
                            comment,
                            "12:0:7",
                            problem == null
                                    ? List.of()
                                    : List.of(logged(
                                            8,
                                            at(15),
                                            "Moderator M",
                                            false,
                                            Action.ATTACH,
                                            PLACE,
                                            12,
                                            new Target(2, null),
                                            "Six weeks in autumn",
                                            null,
                                            null)),
                            "six-weeks-in-autumn",
                            "Six weeks in autumn",
                            said(2, Speaker.named("Reader B"), null, null, "Will it hold?"),
                            candidates,
                            about,
                            List.of(),
                            said(17, Speaker.named("Reader C"), null, null, "And then?"),
                            new PlacingView.Typed(
                                    problem == null ? "" : "40", "", problem == null ? "" : "number", problem)),
                    "done",
                    "Comment 12 stands under comment 2 now.",
                    "undo",
                    problem == null ? 7L : null,
                    "self",
                    "/moderation/place?comment=12",
                    "back",
                    problem == null ? null : "/moderation?tab=newest");
        }
        var places = List.of(
                new DeskView.Place("six-weeks-in-autumn", "Six weeks in autumn"),
                new DeskView.Place("open-thread", null));
        var rows = List.of(
                new PlacingView.Open(
                        said(17, Speaker.named("Reader C"), null, null, "And then?"), "17:0:0", candidates),
                new PlacingView.Open(said(18, Speaker.named("Reader C"), null, null, "No."), "18:0:0", List.of()));
        add(
                pages,
                "unplaced",
                "moderation/unplaced",
                "unplaced",
                new PlacingView.Unplaced("six-weeks-in-autumn", "Six weeks in autumn", places, 30, 1, rows, 19));
        add(
                pages,
                "unplaced-empty",
                "moderation/unplaced",
                "unplaced",
                new PlacingView.Unplaced("open-thread", null, places, 0, 1, List.of(), null));
    }

    /** What moderators see of themselves and of each other. */
    private static void desk(List<Page> pages, List<BrowserView> browsers) {
        for (String cause : List.of("UNDECLARED", "UNHEARD")) {
            add(pages, "one-address-" + cause, "posting/one-address", "oneAddress", OneAddress.Cause.valueOf(cause));
        }
        var moderators = AccountPages.moderators();
        for (boolean administrator : List.of(false, true)) {
            add(
                    pages,
                    "moderators-" + administrator,
                    "account/moderators",
                    "moderators",
                    moderators,
                    "you",
                    1L,
                    "administrator",
                    administrator,
                    "invitations",
                    administrator ? AccountPages.invitations(at(10), at(13)) : null,
                    "setUpLink",
                    administrator ? at(20) : null,
                    "asksPassword",
                    administrator,
                    "handle",
                    "Moderator M",
                    "problem",
                    administrator ? "password.problem.current" : null);
        }
        for (String change : List.of("promote", "demote", "dismiss")) {
            add(
                    pages,
                    "change-role-" + change,
                    "account/change-role",
                    "moderator",
                    moderators.get(0),
                    "change",
                    change,
                    "possible",
                    !change.equals("demote"),
                    "yourself",
                    change.equals("dismiss"),
                    "asksPassword",
                    change.equals("dismiss"),
                    "handle",
                    "Moderator M",
                    "problem",
                    change.equals("promote") ? "moderators.problem.LAST" : null);
        }
        add(
                pages,
                "invited",
                "account/invited",
                "role",
                Role.MODERATOR,
                "days",
                3,
                "link",
                "https://example.org/account/set-up?token=q7XkD0rJm2bW5nYt8sLhVf3cZp6gA1uE9oRiTxNdKvM");
        var sessions = List.of(
                new SessionView("a", How.PASSWORD, "Firefox on Linux", at(10), at(11), true),
                new SessionView("b", How.PASSKEY, null, at(10), at(10), false));
        var passkeys = List.of(new PasskeyView("k", "Laptop", at(10), at(12)));
        for (boolean much : List.of(false, true)) {
            add(
                    pages,
                    "your-desk-" + much,
                    "account/your-desk",
                    "handle",
                    "Moderator M",
                    "name",
                    much ? "North Lantern" : "",
                    "problems",
                    much ? Map.of("name", "That name is taken.") : Map.of(),
                    "sessions",
                    much ? sessions : sessions.subList(0, 1),
                    "browsers",
                    much ? browsers : List.of(),
                    "passkeys",
                    much ? passkeys : List.of(),
                    "obstacle",
                    much ? null : AccountPages.obstacle(),
                    "origin",
                    "https://example.org");
            add(
                    pages,
                    "new-passkey-" + much,
                    "account/new-passkey",
                    "handle",
                    "Moderator M",
                    "asksPassword",
                    !much,
                    "problem",
                    much ? null : "password.problem.current",
                    "possible",
                    true,
                    "most",
                    20,
                    "options",
                    much ? "{}" : null);
        }
        add(
                pages,
                "new-passkey-most",
                "account/new-passkey",
                "asksPassword",
                false,
                "possible",
                false,
                "most",
                20,
                "options",
                null);
        add(
                pages,
                "access",
                "access/access",
                "lines",
                List.of(
                        new AccessLine(
                                5, at(12), AccessLog.Kind.DISMISSED, true, null, true, null, null, "COMMENTER", null),
                        new AccessLine(
                                4,
                                at(11),
                                AccessLog.Kind.PASSKEY_ADDED,
                                true,
                                "Moderator M",
                                false,
                                null,
                                null,
                                "Laptop",
                                null),
                        new AccessLine(
                                3, at(10), AccessLog.Kind.THROTTLED, false, null, false, null, "192.0.2.7", null, null),
                        new AccessLine(
                                2,
                                at(9),
                                AccessLog.Kind.DESK_NAME_CHANGED,
                                true,
                                "North Lantern",
                                false,
                                null,
                                null,
                                null,
                                new AccessLine.Renamed("Moderator M", "North Lantern"))),
                "older",
                3L,
                "members",
                List.of(Map.of("id", 1L, "name", "Moderator M")),
                "kinds",
                AccessLog.Kind.values(),
                "member",
                1L,
                "kind",
                AccessLog.Kind.SIGN_IN);
        add(
                pages,
                "access-empty",
                "access/access",
                "lines",
                List.of(),
                "older",
                null,
                "members",
                List.of(),
                "kinds",
                AccessLog.Kind.values(),
                "member",
                null,
                "kind",
                null);
    }

    private static void add(List<Page> pages, String name, String template, @Nullable Object... model) {
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < model.length; i += 2) {
            values.put(String.valueOf(model[i]), model[i + 1]);
        }
        pages.add(new Page(name, template, values));
    }

    private static void articlesAtTheDesk(List<Page> pages) {
        var rows = List.of(
                new ArticleRow(
                        "a", "Six weeks in autumn", "six-weeks.txt", at(14), false, null, true, false, true, 41, 3, 2),
                new ArticleRow("b", "On lamps", "lamps.txt", at(15), true, "Moderator M", true, true, false, 0, 0, 0),
                new ArticleRow("c", "On oil", "oil.txt", at(15), true, null, true, false, false, 1, 1, 0),
                new ArticleRow("d", "On wicks", "wicks.txt", at(15), false, null, false, false, false, 1, 0, 0));
        add(pages, "articles", "document/articles", "articles", rows, "done", "“On lamps” is withdrawn.");
        add(pages, "articles-empty", "document/articles", "articles", List.of(), "done", null);
        var typed = new ColophonForm("Ada Birch", "yesterday", "here", "2020-11-14", "Hers", "english language");
        var sentences = List.of(
                new Sentence("Commenting rules", Clause.SHOWN_ONLY),
                new Sentence("Sign what you write.", Clause.ANONYMOUS),
                new Sentence("Keep to the subject.", Clause.OFF_TOPIC));
        var problems = new TreeMap<>(Map.of(
                "file", "Choose a document.",
                "published", "Write it like 2020-11-14.",
                "text", "Nobody would take this for a notice.",
                "reason", "Too long."));
        var meanwhile = new Meanwhile("Moderator N", Action.CORRECT_ARTICLE, at(16));
        var known = new ArticleForm(
                "a",
                "Six weeks in autumn",
                3,
                false,
                "k3y",
                "six.txt",
                typed,
                "Commenting rules",
                sentences,
                true,
                "Because.",
                problems,
                meanwhile);
        var fresh = new ArticleForm("", null, 0, true, "", null, typed, null, List.of(), false, "", Map.of(), null);
        add(pages, "upload", "document/upload", "form", known);
        add(pages, "upload-new", "document/upload", "form", fresh);
        var plain = new ArticleForm(
                "a",
                "Six weeks in autumn",
                3,
                true,
                "",
                null,
                typed,
                null,
                List.of(),
                false,
                "",
                Map.of(),
                new Meanwhile(null, null, null));
        for (String act : List.of("withdraw", "colophon", "notice")) {
            add(pages, "article-" + act, "document/" + act, "form", known);
            add(pages, "article-" + act + "-plain", "document/" + act, "form", plain);
        }
        var pieces = List.of(
                new Changes.Piece(Changes.Kind.SAME, "Will it "),
                new Changes.Piece(Changes.Kind.GONE, "break?"),
                new Changes.Piece(Changes.Kind.NEW, "hold?"));
        var change = new Comparison.Change(12, EnumSet.allOf(Comparison.Mark.class), pieces);
        var unmarked = new Comparison.Change(13, Set.of(), List.of());
        for (int kind = 0; kind < 3; kind++) {
            var comparison = kind == 1
                    ? new Comparison(
                            pieces, 2, List.of(44), List.of(change, unmarked), List.of(change), List.of(change))
                    : new Comparison(List.of(), 0, List.of(), List.of(), List.of(), List.of());
            add(
                    pages,
                    "checked-" + kind,
                    "document/checked",
                    "view",
                    new CheckedView(
                            "k3y",
                            kind,
                            kind == 0
                                    ? null
                                    : new Changed("a", "Six weeks in autumn", kind == 2, kind == 2, comparison),
                            "six-weeks.txt",
                            "Six weeks in autumn",
                            kind == 0 ? null : "Ada Birch",
                            12,
                            List.of("All fire stops at midnight."),
                            41,
                            13,
                            30,
                            11,
                            "1 (10)",
                            "4 (6, 21, 26, 34)",
                            kind < 2,
                            kind == 2 ? List.of() : sentences,
                            "six-weeks.txt\n  title  Six weeks in autumn\n",
                            kind == 1 ? meanwhile : null,
                            "Because.",
                            kind == 2 ? "Too long." : null));
        }
    }

    private static ArticleView article() {
        var terms = List.of(
                new ArticleView.Term(1, "All fire stops at midnight.", 0, Backlinks.NONE),
                new ArticleView.Term(
                        2,
                        "Whoever left may come back, under the eyes of people whom neither side has chosen.",
                        1,
                        LINKS),
                new ArticleView.Term(3, "The road stays open to everybody.", 12, Backlinks.NONE));
        var parts = List.of(
                new ArticleView.Part(
                        1,
                        "The war lasted six weeks and ended at night, with a statement of three points.",
                        Backlinks.NONE,
                        List.of()),
                new ArticleView.Part(
                        2,
                        "The points are short. They are given here as they were read out, each with a number.",
                        LINKS,
                        List.of()),
                new ArticleView.Part(0, "", Backlinks.NONE, terms),
                new ArticleView.Part(
                        3,
                        "What they don’t say has been written about ever since:\nwho maps the wells, and who pays.",
                        Backlinks.NONE,
                        List.of()));
        return new ArticleView(
                PLACE,
                "Six weeks in autumn",
                "Reader A",
                LocalDate.of(2026, 11, 10),
                "en",
                parts,
                List.of("Reader A is a gardener and writes about treaties in winter."),
                "https://example.org/six-weeks",
                LocalDate.of(2026, 11, 20),
                null,
                LINKS,
                false);
    }

    private static ArticleView bare() {
        return new ArticleView(
                PLACE,
                "Six weeks in autumn",
                null,
                null,
                null,
                List.of(new ArticleView.Part(1, "Short.", Backlinks.NONE, List.of())),
                List.of(),
                null,
                null,
                null,
                Backlinks.NONE,
                true);
    }

    private static LibraryEntry entry(ArticleView article) {
        return new LibraryEntry(
                PLACE, article.title(), article.byline(), article.published(), 3, new Counts(41, 2, 1, 0));
    }

    private static DiscussionView discussion(
            List<Branch> branches, @Nullable Integer previous, @Nullable Integer next, boolean continues) {
        var map = List.of(
                new DiscussionView.ThreadMark(2, "Reader B", 4, null),
                new DiscussionView.ThreadMark(20, null, 0, null),
                new DiscussionView.ThreadMark(60, "A reader with a rather long name", 12, 60));
        return new DiscussionView(
                PLACE,
                new Counts(6, 2, 1, 0),
                notice(),
                branches,
                DiscussionView.Order.THREADS,
                20,
                previous == null,
                branches.get(0).comment().number(),
                previous,
                next,
                continues,
                new Closed("Moderator M", at(16), "It goes round in circles."),
                Set.of(2, 12, 44),
                map);
    }

    private static List<Branch> branches() {
        var quoting = comment(
                12,
                Kind.COMMENT,
                Speaker.of(Speaker.Kind.NOT_IN_SOURCE),
                2,
                Evidence.QUOTED,
                null,
                State.VISIBLE,
                List.of(
                        new Part(
                                Shape.QUOTATION,
                                spans("Will it hold?"),
                                List.of(),
                                new Quoted(new Source(Source.Kind.COMMENT, 2), 3, 0, false)),
                        paragraph("It has held so far.\nNobody has shown otherwise."),
                        new Part(Shape.GAP, List.of(), List.of(), null),
                        new Part(Shape.LIST, List.of(), List.of(spans("one road"), spans("two bridges")), null)),
                null,
                12);
        var withdrawn = comment(
                44,
                Kind.COMMENT,
                Speaker.of(Speaker.Kind.WITHDRAWN),
                2,
                Evidence.STATED,
                2,
                State.VISIBLE,
                List.of(paragraph("<script>alert(1)</script>")),
                null,
                44);
        var two = new Source(Source.Kind.COMMENT, 2);
        var moved = new CommentView(
                145,
                PLACE,
                45,
                44,
                Kind.COMMENT,
                Speaker.of(Speaker.Kind.NAMELESS),
                null,
                null,
                null,
                null,
                false,
                null,
                State.VISIBLE,
                false,
                false,
                false,
                List.of(paragraph("Moved up by one, *in italics*, says #2.")),
                List.of(
                        new Rendered(
                                "<p dir=\"auto\">Moved up by one, <em>in italics</em>, says ",
                                null,
                                new Rendered.Reference(two, "#2")),
                        new Rendered(
                                ".</p>\n<blockquote>\n<p dir=\"auto\">Will it hold? ",
                                new Quoted(two, 3, 0, true),
                                null),
                        new Rendered("</p>\n</blockquote>\n", null, null)),
                "Moved up by one, *in italics*, says #2.\n\n> Will it hold?",
                null,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                null,
                0,
                0);
        return List.of(
                new Branch(
                        said(2, Speaker.named("Reader B"), null, null, "Will it hold?"),
                        LINKS,
                        false,
                        false,
                        List.of(leaf(quoting), new Branch(withdrawn, Backlinks.NONE, true, true, List.of(), 0)),
                        2),
                new Branch(
                        placeholder(10),
                        Backlinks.NONE,
                        false,
                        false,
                        List.of(leaf(said(11, Speaker.named("Reader C"), 10, Evidence.NAMED, "You say so."))),
                        1),
                leaf(hidden(29, false)),
                leaf(hidden(28, true)),
                leaf(comment(
                        47,
                        Kind.COMMENT,
                        new Speaker(Speaker.Kind.NAMED, "Old Salt", "Reader A"),
                        null,
                        null,
                        null,
                        State.VISIBLE,
                        List.of(paragraph("From the source.")),
                        null,
                        47)),
                leaf(comment(
                        48,
                        Kind.COMMENT,
                        Speaker.of(Speaker.Kind.WITHDRAWN),
                        null,
                        null,
                        null,
                        State.WITHDRAWN,
                        List.of(),
                        new Tombstone(null, at(15), null),
                        null)),
                leaf(held(30)),
                leaf(moved),
                leaf(stub(31, "/open-thread/comments/57", 3)),
                leaf(stub(32, null, 0)),
                leaf(comment(
                        46,
                        Kind.COMMENT,
                        Speaker.named("Reader D"),
                        null,
                        null,
                        null,
                        State.VISIBLE,
                        List.of(),
                        null,
                        46)));
    }

    private static Branch deep(int number) {
        boolean last = number == 109;
        String words = "Still further down, with a word as long as " + "Donaudampfschifffahrt".repeat(3) + " in it.";
        CommentView comment = said(
                number, Speaker.named("Reader " + number), number == 101 ? null : number - 1, Evidence.STATED, words);
        return new Branch(
                comment, Backlinks.NONE, last, true, last ? List.of() : List.of(deep(number + 1)), 109 - number);
    }

    private static Branch leaf(CommentView comment) {
        return new Branch(comment, Backlinks.NONE, false, false, List.of(), 0);
    }

    private static void erasing(List<Page> pages) {
        CommentView comment = said(12, Speaker.named("Reader A"), null, null, "Who sold the oil, and to whom?");
        CommentView quoting = said(27, Speaker.named("Reader B"), 12, Evidence.STATED, "Nobody.");
        var cut = new Erasing.Repeated(
                quoting,
                false,
                List.of(
                        new Erasing.Piece("Who sold the oil, and to whom?", true),
                        new Erasing.Piece("\n\nNobody.", false)));
        var former = new Erasing.Repeated(quoting, true, cut.pieces());
        add(
                pages,
                "erase",
                "moderation/erase",
                "view",
                new ErasingView(
                        new Erasing.Preview(
                                comment,
                                2,
                                List.of(said(30, Speaker.named("Reader A"), null, null, "Who?")),
                                List.of(cut, former)),
                        true,
                        "",
                        "Moderator M",
                        Map.of()));
        add(
                pages,
                "erase-problems",
                "moderation/erase",
                "view",
                new ErasingView(
                        new Erasing.Preview(comment, 0, List.of(), List.of()),
                        false,
                        "A request of",
                        "Moderator M",
                        Map.of("current", "That isn’t the password you have now. Type it again.")));
    }

    private static CommentView said(
            int number, Speaker speaker, @Nullable Integer parent, @Nullable Evidence evidence, String text) {
        return comment(
                number,
                Kind.COMMENT,
                speaker,
                parent,
                evidence,
                null,
                State.VISIBLE,
                List.of(paragraph(text)),
                null,
                null);
    }

    private static CommentView notice() {
        return comment(
                1,
                Kind.NOTICE,
                Speaker.of(Speaker.Kind.NOT_IN_SOURCE),
                null,
                null,
                null,
                State.VISIBLE,
                List.of(paragraph("Sign what you write.")),
                null,
                1);
    }

    private static CommentView stub(int number, @Nullable String address, int along) {
        return with(
                comment(
                        number,
                        Kind.MOVED,
                        Speaker.of(Speaker.Kind.NOT_IN_SOURCE),
                        null,
                        null,
                        null,
                        State.VISIBLE,
                        List.of(),
                        null,
                        number),
                new Move(
                        address,
                        57,
                        address != null,
                        "Moderator M",
                        at(15),
                        address == null ? null : "Off topic.",
                        along),
                null);
    }

    private static CommentView with(CommentView comment, @Nullable Move move, @Nullable Closed closed) {
        return new CommentView(
                comment.id(),
                comment.address(),
                comment.number(),
                comment.documentNumber(),
                comment.kind(),
                comment.speaker(),
                comment.person(),
                comment.parent(),
                comment.evidence(),
                comment.grade(),
                comment.moved(),
                comment.term(),
                comment.state(),
                comment.flagged(),
                comment.reported(),
                comment.offTopic(),
                comment.parts(),
                comment.rendered(),
                comment.text(),
                comment.verbatim(),
                comment.postedAt(),
                comment.editedAt(),
                comment.revision(),
                comment.rules(),
                comment.tombstone(),
                move,
                closed,
                comment.answered(),
                comment.quoted());
    }

    private static CommentView placeholder(int number) {
        return comment(
                number,
                Kind.PLACEHOLDER,
                Speaker.of(Speaker.Kind.NOT_IN_SOURCE),
                null,
                null,
                null,
                State.VISIBLE,
                List.of(),
                null,
                number);
    }

    private static CommentView held(int number) {
        return comment(
                number,
                Kind.COMMENT,
                Speaker.of(Speaker.Kind.NAMELESS),
                null,
                null,
                null,
                State.HELD,
                List.of(paragraph("Nobody signs this.")),
                null,
                null);
    }

    private static CommentView hidden(int number, boolean forModerators) {
        List<Part> parts = forModerators ? List.of(paragraph("What was hidden.")) : List.of();
        var tombstone = new Tombstone("Moderator M", Instant.parse("2026-11-12T09:30:00Z"), "Sign what you write.");
        return comment(
                number,
                Kind.COMMENT,
                Speaker.of(Speaker.Kind.NAMELESS),
                null,
                null,
                null,
                State.HIDDEN,
                parts,
                tombstone,
                null);
    }

    private static CommentView comment(
            int number,
            Kind kind,
            Speaker speaker,
            @Nullable Integer parent,
            @Nullable Evidence evidence,
            @Nullable Integer term,
            State state,
            List<Part> parts,
            @Nullable Tombstone tombstone,
            @Nullable Integer documentNumber) {
        String text = parts.isEmpty() ? null : parts.stream().map(Part::text).collect(joining("\n\n"));
        return new CommentView(
                number + 100L,
                PLACE,
                number,
                documentNumber,
                kind,
                speaker,
                documentNumber == null && speaker.name() != null ? People.address(speaker.name()) : null,
                parent,
                evidence,
                evidence == Evidence.QUOTED ? Grade.CERTAIN : null,
                false,
                term,
                state,
                false,
                false,
                false,
                parts,
                List.of(),
                text,
                null,
                documentNumber == null ? at(14) : null,
                number == 2 ? at(15) : null,
                number == 2 ? 1 : 0,
                state == State.HELD ? List.of("FIRST", "LINKS") : List.of(),
                tombstone,
                null,
                null,
                1,
                1);
    }

    private static LogLine log(long id, Action action, Target target) {
        return logged(id, at(15), "Moderator M", false, action, PLACE, 12, target, "Six weeks in autumn", null, null);
    }

    private static Part paragraph(String text) {
        return new Part(Shape.PARAGRAPH, spans(text), List.of(), null);
    }

    private static List<Span> spans(String text) {
        return List.of(new Span(text, null));
    }

    private static List<LogFilter.Place> logged() {
        return List.of(new LogFilter.Place(PLACE, "Six weeks in autumn"), new LogFilter.Place("/open-thread", null));
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-11-10T00:05:00Z").plusSeconds(3600L * hour);
    }

    private static LogLine logged(
            long id,
            Instant at,
            @Nullable String by,
            boolean left,
            Action action,
            @Nullable String address,
            @Nullable Integer number,
            Target target,
            @Nullable String title,
            LogLine.@Nullable Claimed claimed,
            @Nullable String reason) {
        return new LogLine(
                id,
                at,
                by == null && !left ? null : new LogLine.Who(1, by),
                action,
                address,
                null,
                number,
                target,
                title,
                claimed,
                null,
                null,
                reason,
                false,
                null,
                null,
                null,
                null,
                null);
    }
}
