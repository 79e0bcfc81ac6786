package org.colloquy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.article.Article;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.article.Passage;
import org.colloquy.article.Piece;
import org.colloquy.discussion.Backlinks;
import org.colloquy.discussion.CommentThread;
import org.colloquy.discussion.CommentThread.Row;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.CommentView.Closed;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Mentions;
import org.colloquy.discussion.Viewer;
import org.colloquy.reading.DiscussionView.Order;
import org.colloquy.reading.DiscussionView.ThreadMark;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the pages show. */
@Component
@Transactional(readOnly = true)
class Reading {

    private final Discussions discussions;
    private final Mentions mentions;

    Reading(Discussions discussions, Mentions mentions) {
        this.discussions = discussions;
        this.mentions = mentions;
    }

    /**
     * What one comment's page shows around it.
     *
     * @param shut the numbers of the comments on the page that nobody may answer any more
     * @param closed who closed the whole discussion, when and why, or null
     */
    record Context(
            @Nullable String title,
            boolean open,
            List<CommentView> ancestors,
            int earlier,
            @Nullable Integer firstAncestor,
            Branch branch,
            @Nullable Integer next,
            Set<Integer> shut,
            @Nullable Closed closed) {

        /** Of all comments on the page. */
        Set<Integer> numbers() {
            Set<Integer> numbers = Branch.numbers(List.of(branch));
            ancestors.forEach(ancestor -> numbers.add(ancestor.number()));
            return numbers;
        }
    }

    /** How many of the comments above one are shown with it. */
    private static final int ANCESTORS = 8;

    /** How many threads of other pages the map shows: more would be a list, not a shape. */
    private static final int LONGEST_THREADS = 60;

    List<LibraryEntry> library() {
        return articles().stream()
                .map(discussion -> {
                    Article article = articleOf(discussion);
                    return new LibraryEntry(
                            article.address(),
                            article.title(),
                            article.byline(),
                            article.published(),
                            article.termCount(),
                            discussions.counts(discussion));
                })
                .toList();
    }

    /** The discussions of all articles. */
    List<Discussion> articles() {
        return discussions.all().stream()
                .filter(discussion -> discussion.article() != null)
                .toList();
    }

    /** @throws NoSuchElementException if there is no such discussion */
    Discussion at(@Nullable String slug) {
        return discussions.at(slug).orElseThrow();
    }

    /** An article with one page of its discussion. */
    record Whole(ArticleView article, DiscussionView discussion) {}

    /** @throws NoSuchElementException if there is no such article */
    Whole whole(String slug, Viewer viewer, Asked asked) {
        Discussion discussion = at(slug);
        CommentThread thread = discussions.thread(discussion, viewer);
        return new Whole(article(discussion, thread, viewer), discussion(discussion, thread, viewer, asked));
    }

    private ArticleView article(Discussion discussion, CommentThread thread, Viewer viewer) {
        return article(discussion, thread, viewer, mentions.quotingArticle(thread));
    }

    private ArticleView article(
            Discussion discussion, CommentThread thread, Viewer viewer, Map<Source, List<Integer>> quoting) {
        Article article = articleOf(discussion);
        Map<Source, Backlinks> quoted = mentions.ofArticle(viewer, thread, quoting);
        List<ArticleView.Part> parts = new ArrayList<>();
        List<String> note = new ArrayList<>();
        List<ArticleView.Term> run = new ArrayList<>();
        int paragraphs = 0;
        for (Piece piece : article.pieces()) {
            if (piece instanceof CeasefireTerm term) {
                Backlinks links = quoted.getOrDefault(new Source(Source.Kind.TERM, term.number()), Backlinks.NONE);
                run.add(new ArticleView.Term(
                        term.number(),
                        term.text(),
                        about(thread, quoting, term.number()).size(),
                        links));
                continue;
            }
            if (!run.isEmpty()) {
                parts.add(new ArticleView.Part(0, "", Backlinks.NONE, List.copyOf(run)));
                run.clear();
            }
            Passage.Kind kind = ((Passage) piece).kind();
            if (kind == Passage.Kind.ABOUT) {
                note.add(piece.text());
            } else if (kind == Passage.Kind.PARAGRAPH) {
                Source paragraph = new Source(Source.Kind.PARAGRAPH, ++paragraphs);
                parts.add(new ArticleView.Part(
                        paragraphs, piece.text(), quoted.getOrDefault(paragraph, Backlinks.NONE), List.of()));
            }
        }
        if (!run.isEmpty()) {
            parts.add(new ArticleView.Part(0, "", Backlinks.NONE, List.copyOf(run)));
        }
        return new ArticleView(
                article.address(),
                article.title(),
                article.byline(),
                article.published(),
                article.language(),
                parts,
                note,
                article.source(),
                article.captured(),
                article.rights(),
                quoted.getOrDefault(Source.ARTICLE, Backlinks.NONE),
                article.rights() != null);
    }

    /** One page of the Open Thread. */
    DiscussionView openThread(Viewer viewer, Asked asked) {
        Discussion discussion = at(null);
        return discussion(discussion, discussions.thread(discussion, viewer), viewer, asked);
    }

    private DiscussionView discussion(Discussion discussion, CommentThread thread, Viewer viewer, Asked asked) {
        boolean threads = asked.order() == Order.THREADS;
        List<Row> rows = Pages.ordered(thread, asked.order());
        Pages.Page page = asked.from() == null && asked.at() != null
                ? Pages.holding(rows, threads, asked.at())
                : Pages.page(rows, threads, asked.from());
        Map<Integer, CommentView> views = discussions.comments(viewer, page.rows());
        boolean first = page.previous() == null;
        return new DiscussionView(
                discussion.address(),
                thread.counts(),
                first ? discussions.notice(discussion).orElse(null) : null,
                Pages.draw(page.rows(), threads, views, mentions.of(viewer, thread, views, 0), asked.since()),
                asked.order(),
                asked.since(),
                first,
                page.rows().isEmpty() ? null : page.rows().get(0).number(),
                page.previous(),
                page.next(),
                page.continues(),
                discussion.closed(),
                shut(discussion, page.rows()),
                threads ? map(rows, page) : List.of());
    }

    /** What nobody may answer any more. */
    private static Set<Integer> shut(Discussion discussion, List<Row> rows) {
        boolean all = discussion.closed() != null;
        return rows.stream().filter(row -> all || row.closed()).map(Row::number).collect(Collectors.toSet());
    }

    /** Where there are many threads, those on the page and the longest of the others. */
    private static List<ThreadMark> map(List<Row> rows, Pages.Page page) {
        Set<Integer> shown = page.rows().stream().map(Row::number).collect(Collectors.toSet());
        Set<Integer> longest = rows.stream()
                .filter(row -> row.depth() == 0)
                .sorted(Comparator.comparingInt(Row::descendants).reversed())
                .limit(LONGEST_THREADS)
                .map(Row::number)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> row.depth() == 0)
                .filter(row -> shown.contains(row.number()) || longest.contains(row.number()))
                .map(row -> new ThreadMark(
                        row.number(),
                        row.speaker(),
                        row.descendants(),
                        shown.contains(row.number()) ? null : row.number()))
                .toList();
    }

    /**
     * A ceasefire term with one page of the comments about it.
     *
     * @param previous where the page before begins, or null
     * @param next where the page after begins, or null
     * @param shut the numbers of the comments on this page that nobody may answer any more
     * @param closed who closed the whole discussion, when and why, or null
     */
    record About(
            ArticleView article,
            ArticleView.Term term,
            int terms,
            List<Branch> branches,
            @Nullable Integer previous,
            @Nullable Integer next,
            boolean continues,
            Set<Integer> shut,
            @Nullable Closed closed) {}

    /**
     * A term, the comments about it and all that descends from them.
     *
     * @throws NoSuchElementException if there is no such term
     */
    About about(String slug, int number, Viewer viewer, @Nullable Integer from) {
        Discussion discussion = at(slug);
        CommentThread thread = discussions.thread(discussion, viewer);
        Map<Source, List<Integer>> quoting = mentions.quotingArticle(thread);
        ArticleView article = article(discussion, thread, viewer, quoting);
        List<ArticleView.Term> terms =
                article.parts().stream().flatMap(part -> part.terms().stream()).toList();
        ArticleView.Term term = terms.stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow();
        Pages.Page page = Pages.page(about(thread, quoting, number), true, from);
        Map<Integer, CommentView> views = discussions.comments(viewer, page.rows());
        return new About(
                article,
                term,
                terms.size(),
                Pages.draw(page.rows(), true, views, mentions.of(viewer, thread, views, 0), null),
                page.previous(),
                page.next(),
                page.continues(),
                shut(discussion, page.rows()),
                discussion.closed());
    }

    /** The comments that are about a term or quote it, and all that descends from them, each once, in reading order. */
    private static List<Row> about(CommentThread thread, Map<Source, List<Integer>> quoting, int term) {
        List<Integer> quotes = quoting.getOrDefault(new Source(Source.Kind.TERM, term), List.of());
        int[] places = Stream.concat(thread.about(term).stream(), quotes.stream())
                .mapToInt(thread::indexOf)
                .sorted()
                .toArray();
        List<Row> rows = new ArrayList<>();
        int end = 0;
        for (int place : places) {
            // Before the end it stands in the branch before.
            if (place >= end) {
                List<Row> branch = thread.branch(thread.rows().get(place));
                branch.forEach(row -> rows.add(row.under(branch.get(0))));
                end = place + branch.size();
            }
        }
        return rows;
    }

    /**
     * One comment, what it answers, and what answers it.
     *
     * @throws NoSuchElementException if it does not exist for the viewer
     */
    Context comment(@Nullable String slug, int number, Viewer viewer) {
        Discussion discussion = at(slug);
        CommentThread thread = discussions.thread(discussion, viewer);
        Row row = thread.row(number).orElse(null);
        if (row == null) {
            // The notice stands in no thread, nor does the stub of what went along with something else.
            CommentView alone = discussions.comment(discussion, viewer, number).orElseThrow();
            return new Context(
                    discussion.title(),
                    open(discussion),
                    List.of(),
                    0,
                    null,
                    new Branch(alone, Backlinks.NONE, false, false, List.of(), 0),
                    null,
                    Set.of(),
                    discussion.closed());
        }
        List<Row> ancestors = thread.ancestors(row);
        int earlier = Math.max(0, ancestors.size() - ANCESTORS);
        List<Row> above = ancestors.subList(earlier, ancestors.size());
        List<Row> branch = thread.branch(row);
        List<Row> shown = branch.subList(0, Math.min(branch.size(), Pages.SIZE));
        List<Row> around = new ArrayList<>(above);
        around.addAll(shown);
        Map<Integer, CommentView> views = discussions.comments(viewer, around);
        return new Context(
                discussion.title(),
                open(discussion),
                above.stream()
                        .flatMap(ancestor -> Stream.ofNullable(views.get(ancestor.number())))
                        .toList(),
                earlier,
                earlier > 0 ? ancestors.get(0).number() : null,
                Pages.draw(shown, true, views, mentions.of(viewer, thread, views, number), null)
                        .get(0),
                shown.size() < branch.size() ? branch.get(shown.size()).number() : null,
                shut(discussion, around),
                discussion.closed());
    }

    /** Whether others may index it: of the Open Thread we know that it was written for here. */
    private static boolean open(Discussion discussion) {
        Article article = discussion.article();
        return article == null || article.rights() != null;
    }

    private static Article articleOf(Discussion discussion) {
        Article article = discussion.article();
        if (article == null) {
            throw new NoSuchElementException("the Open Thread has no article");
        }
        return article;
    }
}
