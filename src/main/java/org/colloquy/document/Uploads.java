package org.colloquy.document;

import java.util.List;
import java.util.Optional;
import org.colloquy.discussion.Notice;
import org.colloquy.document.ArticleDesk.Standing;
import org.colloquy.document.CheckedView.Changed;
import org.colloquy.document.CheckedView.Meanwhile;
import org.colloquy.document.Document.Entry;
import org.colloquy.document.Document.Kind;
import org.colloquy.document.PendingDocuments.Pending;
import org.colloquy.name.PlaceholderName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an uploaded document is, and what it would change: the check, for whoever decides about it. */
@Component
@Transactional(readOnly = true)
class Uploads {

    private final JdbcTemplate sql;
    private final ArticleDesk desk;
    private final ArticleDocuments documents;

    Uploads(JdbcTemplate sql, ArticleDesk desk, ArticleDocuments documents) {
        this.sql = sql;
        this.desk = desk;
        this.documents = documents;
    }

    CheckedView check(Pending upload, @Nullable Meanwhile meanwhile, String reason, @Nullable String problem) {
        Findings findings = Findings.of(upload.file(), upload.text());
        Document document = upload.file().document();
        Optional<Standing> article = desk.concerned(upload);
        List<Entry> notices =
                findings.comments().stream().filter(Findings::isNotice).toList();
        int comments = findings.comments().size() - notices.size();
        long answers = findings.links().values().stream()
                .filter(link -> link.parent().isComment())
                .count();
        return new CheckedView(
                upload.key(),
                article.map(Standing::revision).orElse(0),
                article.map(found -> changed(found, upload)).orElse(null),
                upload.file().name(),
                document.title(),
                upload.file().byline(),
                document.texts(Kind.PARAGRAPH).size(),
                document.terms(),
                comments,
                (int) findings.comments().stream().filter(Uploads::isNamed).count(),
                comments - (int) answers,
                findings.links().size(),
                Findings.counted(document.placeholders()),
                Findings.counted(findings.gaps()),
                findings.roundTrip(),
                notices.stream()
                        .flatMap(notice -> Notice.sentences(notice.text()).stream())
                        .toList(),
                CheckReport.of(findings),
                meanwhile,
                reason,
                problem);
    }

    private static boolean isNamed(Entry entry) {
        return entry.speaker() != null && !PlaceholderName.is(entry.speaker());
    }

    private Changed changed(Standing article, Pending upload) {
        return new Changed(
                article.slug(),
                article.title(),
                article.withdrawn(),
                upload.article() == null,
                Comparison.of(sql, article.id(), documents.now(article.id()), upload.file()));
    }
}
