package org.colloquy.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.account.SignedIn;
import org.colloquy.document.ArticleDesk.Act;
import org.colloquy.document.ArticleDesk.Standing;
import org.colloquy.document.CheckedView.Meanwhile;
import org.colloquy.document.PendingDocuments.Pending;
import org.colloquy.log.Reason;
import org.colloquy.name.Characters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All articles; a document is uploaded, looked at, and only then imported. */
@Controller
@RequestMapping("/moderation/articles")
class UploadController {

    private final ArticleDesk desk;
    private final ArticleList list;
    private final ArticleDocuments documents;
    private final PendingDocuments pending;
    private final Uploads uploads;
    private final MessageSource messages;

    UploadController(
            ArticleDesk desk,
            ArticleList list,
            ArticleDocuments documents,
            PendingDocuments pending,
            Uploads uploads,
            MessageSource messages) {
        this.desk = desk;
        this.list = list;
        this.documents = documents;
        this.pending = pending;
        this.uploads = uploads;
        this.messages = messages;
    }

    @GetMapping
    String articles(Model model) {
        model.addAttribute("articles", list.rows());
        return "document/articles";
    }

    /**
     * @param article the slug of the article that the document corrects, or empty
     * @param key of a document that was uploaded already, to say something else about it
     */
    @GetMapping("/upload")
    ModelAndView form(
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String key,
            @AuthenticationPrincipal SignedIn moderator) {
        Pending before = pending.of(moderator.member(), key).orElse(null);
        Standing corrected = corrected(article, before);
        Colophon said = before != null
                ? before.file().colophon()
                : corrected == null
                        ? Colophon.NONE
                        : documents.now(corrected.id()).colophon();
        return form(corrected, before, ColophonForm.of(said), Map.of());
    }

    @PostMapping("/upload")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale)
            throws IOException {
        Pending before = pending.of(moderator.member(), key).orElse(null);
        Standing corrected = corrected(article, before);
        ColophonForm colophon = ColophonForm.of(sent);
        Map<String, String> problems = new LinkedHashMap<>();
        boolean chosen = file != null && !file.isEmpty();
        DocumentFile document = null;
        try {
            document = chosen ? read(Objects.requireNonNull(file)) : before == null ? null : before.file();
            if (document == null) {
                problems.put("file", messages.getMessage("upload.problem.file", null, locale));
            }
        } catch (DocumentRefused refused) {
            problems.put("file", refused.sentence());
        }
        colophon.problems().forEach((field, what) -> problems.put(field, problem(field, what, locale)));
        Long id = corrected == null ? null : corrected.id();
        if (document != null && problems.isEmpty()) {
            DocumentFile whole =
                    DocumentFile.of(document.name(), DocumentWriter.write(document.document()), colophon.colophon());
            next.addAttribute("document", pending.keep(moderator.member(), id, whole));
            pending.forget(key);
            return new ModelAndView("redirect:/moderation/articles/check");
        }
        if (chosen && document != null) {
            // Chosen once is enough, whatever else has to be mended.
            before = pending.of(moderator.member(), pending.keep(moderator.member(), id, document))
                    .orElseThrow();
            pending.forget(key);
        }
        return form(corrected, before, colophon, problems);
    }

    private static DocumentFile read(MultipartFile file) throws IOException, DocumentRefused {
        try (InputStream content = file.getInputStream()) {
            return DocumentFile.uploaded(FileName.of(file.getOriginalFilename()), content, Colophon.NONE);
        }
    }

    String problem(String field, String what, Locale locale) {
        String label = messages.getMessage("colophon." + field, null, locale);
        return messages.getMessage("colophon.problem." + what, new Object[] {label, ColophonForm.LONGEST}, locale);
    }

    private @Nullable Standing corrected(String slug, @Nullable Pending before) {
        if (slug.isEmpty()) {
            return before == null || before.article() == null
                    ? null
                    : desk.concerned(before).orElse(null);
        }
        return desk.article(slug).orElseThrow(UploadController::notFound);
    }

    private static ModelAndView form(
            @Nullable Standing corrected,
            @Nullable Pending before,
            ColophonForm colophon,
            Map<String, String> problems) {
        ModelAndView page = new ModelAndView("document/upload");
        page.addObject(
                "form",
                ArticleForm.upload(
                        corrected == null ? "" : corrected.slug(),
                        corrected == null ? null : corrected.title(),
                        before == null ? "" : before.key(),
                        before == null ? null : before.file().name(),
                        colophon,
                        problems));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** What the document is, and what it would change. */
    @GetMapping("/check")
    ModelAndView check(@RequestParam String document, @AuthenticationPrincipal SignedIn moderator) {
        return checked(waiting(moderator, document), null, "", null, HttpStatus.OK);
    }

    /** Imports what was checked, and nothing else. */
    @PostMapping("/check")
    ModelAndView bring(
            @RequestParam String document,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn moderator,
            RedirectAttributes next,
            Locale locale) {
        Pending upload = pending.of(moderator.member(), document).orElse(null);
        if (upload == null) {
            return already(moderator, document, next, locale).orElseThrow(UploadController::notFound);
        }
        Reason why = Reason.optional(Characters.onOneLine(reason));
        if (why.problem() != null) {
            return checked(
                    upload,
                    null,
                    reason,
                    say(why.problem().message(), locale, Reason.LONGEST),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<Standing> before = desk.concerned(upload);
        try {
            ArticleDesk.Acted acted = desk.bring(upload, new Act(moderator.member(), seen, why.words()));
            ArticleDesk.Outcome outcome = acted.outcome();
            if (outcome == ArticleDesk.Outcome.STALE) {
                // Pressed twice in one moment, it was not somebody else.
                return already(moderator, document, next, locale).orElseGet(() -> stale(upload, reason));
            }
            String what = outcome == ArticleDesk.Outcome.UNCHANGED
                    ? "UNCHANGED"
                    : before.isPresent() ? "CORRECT_ARTICLE" : "IMPORT_ARTICLE";
            next.addFlashAttribute(
                    "done",
                    say(
                            "articles.done." + what,
                            locale,
                            upload.file().document().title()));
            next.addFlashAttribute("undo", acted.entry());
            return new ModelAndView("redirect:/moderation/articles");
        } catch (DuplicateKeyException sameMoment) {
            // Somebody has imported a file of that name in the very same moment.
            return stale(upload, reason);
        }
    }

    /** Back to all articles, if that document has been brought in before. */
    private Optional<ModelAndView> already(
            SignedIn moderator, String document, RedirectAttributes next, Locale locale) {
        return desk.brought(moderator.member(), document).map(article -> {
            next.addFlashAttribute("done", say("articles.done.ALREADY", locale, article.title()));
            return new ModelAndView("redirect:/moderation/articles");
        });
    }

    private ModelAndView stale(Pending upload, String reason) {
        Meanwhile meanwhile = desk.concerned(upload).map(list::last).orElse(new Meanwhile(null, null, null));
        return checked(upload, meanwhile, reason, null, HttpStatus.CONFLICT);
    }

    private ModelAndView checked(
            Pending upload, @Nullable Meanwhile meanwhile, String reason, @Nullable String problem, HttpStatus status) {
        ModelAndView page = new ModelAndView("document/checked", status);
        page.addObject("view", uploads.check(upload, meanwhile, reason, problem));
        return page;
    }

    private Pending waiting(SignedIn moderator, String key) {
        return pending.of(moderator.member(), key).orElseThrow(UploadController::notFound);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
