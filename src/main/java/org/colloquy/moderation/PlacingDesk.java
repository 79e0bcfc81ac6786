package org.colloquy.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Places;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.colloquy.moderation.PlacingView.About;
import org.colloquy.moderation.PlacingView.Candidate;
import org.colloquy.moderation.PlacingView.Open;
import org.colloquy.moderation.PlacingView.Typed;
import org.colloquy.moderation.PlacingView.Unplaced;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Suggestion;
import org.colloquy.reply.Suggestions;
import org.colloquy.reply.TermSuggestions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a moderator needs to see who answers whom. */
@Component
@Transactional(readOnly = true)
class PlacingDesk {

    /** A few minutes' work. */
    private static final int PAGE = 20;

    static final String LIST = "/moderation/unplaced";

    private final Discussions discussions;
    private final Places places;
    private final ModerationLog log;

    PlacingDesk(Discussions discussions, Places places, ModerationLog log) {
        this.discussions = discussions;
        this.places = places;
        this.log = log;
    }

    /** @throws NoSuchElementException if there is no such comment, or none that can be placed */
    CommentView comment(long id) {
        return discussions.withIds(Viewer.MODERATOR, List.of(id)).stream()
                .filter(found -> found.kind() == CommentView.Kind.COMMENT)
                .findFirst()
                .orElseThrow();
    }

    /** Its discussion's. */
    static String slug(CommentView comment) {
        return comment.address().substring(comment.address().lastIndexOf('/') + 1);
    }

    /** @throws NoSuchElementException if there is no such comment, or none that can be placed */
    PlacingView of(Sight seen, Typed typed) {
        CommentView comment = comment(seen.comment());
        List<LogLine> acts = log.on(List.of(comment.id()));
        String slug = slug(comment);
        Discussion discussion = discussions.named(slug).orElseThrow();
        List<CeasefireTerm> terms = places.terms(discussion);
        Look look = new Look(discussion);
        return new PlacingView(
                comment,
                sight(comment, acts),
                acts.stream()
                        .filter(line -> seen.entry() != null && line.id() > seen.entry())
                        .toList(),
                slug,
                discussion.title(),
                Optional.ofNullable(comment.parent())
                        .flatMap(parent -> discussions.comment(discussion, Viewer.MODERATOR, parent))
                        .orElse(null),
                look.candidates(List.of(comment)).getOrDefault(comment.number(), List.of()),
                look.about(comment, terms),
                terms,
                places.unplaced(discussion, comment.number() + 1, 1).stream()
                        .flatMap(number -> discussions.comment(discussion, Viewer.MODERATOR, number).stream())
                        .findFirst()
                        .orElse(null),
                typed);
    }

    /** @param acts what was done to it, latest first */
    private static String sight(CommentView comment, List<LogLine> acts) {
        return Sight.written(
                comment.id(),
                comment.revision(),
                acts.isEmpty() ? 0 : acts.get(0).id());
    }

    /** @throws NoSuchElementException if there is no such discussion */
    Unplaced unplaced(String slug, int from) {
        List<Discussion> all = discussions.all();
        Discussion discussion =
                slug.isEmpty() ? all.get(0) : discussions.named(slug).orElseThrow();
        List<Integer> numbers = places.unplaced(discussion, from, PAGE + 1);
        List<Integer> shown = numbers.subList(0, Math.min(PAGE, numbers.size()));
        Map<Integer, CommentView> views = discussions.comments(discussion, Viewer.MODERATOR, shown);
        List<CommentView> comments = shown.stream()
                .flatMap(number -> Stream.ofNullable(views.get(number)))
                .toList();
        Map<Integer, List<Candidate>> candidates = new Look(discussion).candidates(comments);
        Map<Long, List<LogLine>> acts = log
                .on(comments.stream().map(CommentView::id).toList())
                .stream()
                .collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.commentId())));
        return new Unplaced(
                discussion.slug(),
                discussion.title(),
                all.stream()
                        .map(place -> new DeskView.Place(place.slug(), place.title()))
                        .toList(),
                places.countUnplaced(discussion),
                from,
                comments.stream()
                        .map(comment -> new Open(
                                comment,
                                sight(comment, acts.getOrDefault(comment.id(), List.of())),
                                candidates.getOrDefault(comment.number(), List.of())))
                        .toList(),
                numbers.size() > PAGE ? numbers.get(PAGE) : null);
    }

    /** One discussion, read once for all that is suggested in it. */
    private final class Look {
        private final Discussion discussion;
        private final Article article;
        private final List<Said> said;
        private final Map<Integer, Integer> parents;

        Look(Discussion discussion) {
            this.discussion = discussion;
            this.article = places.article(discussion);
            this.said = places.said(discussion);
            this.parents = places.parents(discussion);
        }

        Map<Integer, List<Candidate>> candidates(List<CommentView> comments) {
            Suggestions suggestions = new Suggestions(article, said, parents);
            Map<Integer, List<Suggestion>> suggested = new HashMap<>();
            List<Integer> numbers = new ArrayList<>();
            for (CommentView comment : comments) {
                Set<Integer> refused = places.refusedAnswers(comment.id());
                List<Suggestion> left = suggestions.of(comment.number()).stream()
                        .filter(one -> !refused.contains(one.number()) && !descends(one.number(), comment.number()))
                        .filter(one -> comment.parent() == null || one.number() != comment.parent())
                        .toList();
                suggested.put(comment.number(), left);
                left.forEach(one -> numbers.add(one.number()));
            }
            Map<Integer, CommentView> views = discussions.comments(discussion, Viewer.MODERATOR, numbers);
            Map<Integer, List<Candidate>> candidates = new HashMap<>();
            suggested.forEach((number, list) -> candidates.put(
                    number,
                    list.stream()
                            .flatMap(one -> Stream.ofNullable(views.get(one.number()))
                                    .map(view -> new Candidate(view, one.reasons())))
                            .toList()));
            return candidates;
        }

        private boolean descends(int comment, int ancestor) {
            Integer above = comment;
            for (int steps = 0; above != null && above != ancestor && steps <= parents.size(); steps++) {
                above = parents.get(above);
            }
            return above != null;
        }

        List<About> about(CommentView comment, List<CeasefireTerm> terms) {
            Set<Integer> refused = places.refusedTerms(comment.id());
            return new TermSuggestions(article, said)
                    .of(comment.number()).stream()
                            .filter(one -> !refused.contains(one.term()))
                            .filter(one -> comment.term() == null || one.term() != comment.term())
                            .map(one -> new About(
                                    one.term(), terms.get(one.term() - 1).text(), one.words()))
                            .toList();
        }
    }
}
