package org.colloquy.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Notice;
import org.colloquy.document.ArticleDesk.Act;
import org.colloquy.document.ArticleDesk.Acted;
import org.colloquy.document.ArticleDesk.Outcome;
import org.colloquy.document.ArticleDesk.Standing;
import org.colloquy.log.Reason;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What moderators do with an article that is here: withdraw it, bring it back, write its notice and its colophon. */
@Controller
@RequestMapping("/moderation/articles/{slug}")
class ArticleController {

    private final ArticleDesk desk;
    private final ArticleList list;
    private final ArticleDocuments documents;
    private final ArticleNotices notices;
    private final MessageSource messages;

    ArticleController(
            ArticleDesk desk,
            ArticleList list,
            ArticleDocuments documents,
            ArticleNotices notices,
            MessageSource messages) {
        this.desk = desk;
        this.list = list;
        this.documents = documents;
        this.notices = notices;
        this.messages = messages;
    }

    /** What was typed, and what is wrong with it. */
    private record Typed(
            ColophonForm colophon, @Nullable String text, String reason, Map<String, String> problems, boolean stale) {

        static final Typed NOTHING = new Typed(ColophonForm.EMPTY, null, "", Map.of(), false);

        Typed withColophon(ColophonForm said) {
            return new Typed(said, text, reason, problems, stale);
        }

        Typed withText(@Nullable String said) {
            return new Typed(colophon, said, reason, problems, stale);
        }

        Typed onStalePage() {
            return new Typed(colophon, text, reason, problems, true);
        }
    }

    @GetMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String slug) {
        return page("document/withdraw", article(slug), Typed.NOTHING);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String slug,
            @RequestParam int seen,
            @RequestParam(defaultValue = "false") boolean back,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Typed typed = new Typed(ColophonForm.EMPTY, null, reason, new LinkedHashMap<>(), false);
        return act(
                "document/withdraw",
                article(slug),
                typed,
                seen,
                moderator,
                back ? "RETURN_ARTICLE" : "WITHDRAW_ARTICLE",
                act -> desk.show(slug, back, act),
                next,
                locale);
    }

    @GetMapping("/colophon")
    ModelAndView colophon(@PathVariable String slug) {
        Standing article = article(slug);
        Colophon said = documents.now(article.id()).colophon();
        return page("document/colophon", article, Typed.NOTHING.withColophon(ColophonForm.of(said)));
    }

    @PostMapping("/colophon")
    ModelAndView colophon(
            @PathVariable String slug,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        ColophonForm colophon = ColophonForm.of(sent);
        Map<String, String> problems = new LinkedHashMap<>();
        colophon.problems()
                .forEach((field, what) -> problems.put(
                        field,
                        say(
                                "colophon.problem." + what,
                                locale,
                                say("colophon." + field, locale),
                                ColophonForm.LONGEST)));
        return act(
                "document/colophon",
                article(slug),
                new Typed(colophon, null, reason, problems, false),
                seen,
                moderator,
                "EDIT_COLOPHON",
                act -> desk.colophon(slug, colophon.colophon(), act),
                next,
                locale);
    }

    @GetMapping("/notice")
    ModelAndView notice(@PathVariable String slug) {
        Standing article = article(slug);
        return page(
                "document/notice",
                article,
                Typed.NOTHING.withText(notices.of(article.id()).orElse(null)));
    }

    @PostMapping("/notice")
    ModelAndView notice(
            @PathVariable String slug,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Standing article = article(slug);
        if (notices.of(article.id()).isEmpty()) {
            return page("document/notice", article, Typed.NOTHING);
        }
        String typed = text.replace("\r\n", "\n").replace('\r', '\n');
        Optional<String> written = ArticleNotices.readBack(typed);
        Map<String, String> problems = new LinkedHashMap<>();
        if (!Characters.canBeKept(typed) || !Characters.readsAsItStands(typed)) {
            problems.put("text", say("notice.problem.broken", locale));
        } else if (written.isEmpty()) {
            problems.put("text", say("notice.problem.none", locale));
        }
        return act(
                "document/notice",
                article,
                new Typed(ColophonForm.EMPTY, typed, reason, problems, false),
                seen,
                moderator,
                "EDIT_NOTICE",
                act -> desk.notice(slug, written.orElseThrow(), act),
                next,
                locale);
    }

    private ModelAndView act(
            String view,
            Standing article,
            Typed typed,
            int seen,
            SignedIn moderator,
            String what,
            Function<Act, Acted> act,
            RedirectAttributes next,
            Locale locale) {
        Reason why = Reason.optional(Characters.onOneLine(typed.reason()));
        if (why.problem() != null) {
            typed.problems().put("reason", say(why.problem().message(), locale, Reason.LONGEST));
        }
        if (!typed.problems().isEmpty()) {
            return page(view, article, typed);
        }
        Acted acted = act.apply(new Act(moderator.member(), seen, why.words()));
        Outcome outcome = acted.outcome();
        if (outcome == Outcome.STALE) {
            return page(view, article(article.slug()), typed.onStalePage());
        }
        String done = outcome == Outcome.UNCHANGED ? "UNCHANGED" : what;
        next.addFlashAttribute("done", say("articles.done." + done, locale, article.title()));
        next.addFlashAttribute("undo", acted.entry());
        return new ModelAndView("redirect:/moderation/articles");
    }

    private ModelAndView page(String view, Standing article, Typed typed) {
        ModelAndView page = new ModelAndView(view);
        String text = typed.text();
        page.addObject(
                "form",
                new ArticleForm(
                        article.slug(),
                        article.title(),
                        article.revision(),
                        article.withdrawn(),
                        "",
                        null,
                        typed.colophon(),
                        text,
                        text == null ? List.of() : Notice.sentences(text),
                        notices.isWritten(article.id()),
                        typed.reason(),
                        typed.problems(),
                        typed.stale() ? list.last(article) : null));
        if (typed.stale()) {
            page.setStatus(HttpStatus.CONFLICT);
        } else if (!typed.problems().isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Standing article(String slug) {
        return desk.article(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
