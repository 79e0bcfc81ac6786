package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.account.Accounts;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Speaker;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Takes a post that the rules let pass: its handle and its number come in one transaction, or neither does. */
@Component
class Posting {

    /** Longer than any browser waits for an answer and tries again. */
    private static final Duration STILL_UNDERWAY = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Discussions discussions;
    private final RecentPosts recent;
    private final OneAddress oneAddress;
    private final Clock clock;

    Posting(Accounts accounts, Discussions discussions, RecentPosts recent, OneAddress oneAddress, Clock clock) {
        this.accounts = accounts;
        this.discussions = discussions;
        this.recent = recent;
        this.oneAddress = oneAddress;
        this.clock = clock;
    }

    /**
     * The comment that came of the same form with the same text, if it was sent before. Where that was a moment ago the
     * browser may never have got the answer, so it gets its handle again.
     *
     * @param key of what is sent, or null
     */
    @Transactional
    public Optional<CommentView> again(@Nullable String key, HttpServletRequest request, HttpServletResponse response) {
        Optional<CommentView> before = key == null ? Optional.empty() : discussions.posted(key);
        before.filter(comment -> comment.postedAt() != null
                        && comment.postedAt().plus(STILL_UNDERWAY).isAfter(clock.instant()))
                .flatMap(comment -> discussions.author(comment.id()))
                .filter(author -> Viewers.signedIn() == null)
                .ifPresent(author -> accounts.keepAgain(author, request, response));
        return before;
    }

    /**
     * @param key of what is sent, or null: sent before, it is posted no more
     * @return the comment, as its author sees it
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody claimed the name a moment ago
     */
    @Transactional
    public CommentView take(
            Post post,
            Verdict verdict,
            @Nullable Integer term,
            @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        Long author = post.member();
        if (author != null && !accounts.hold(author)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "has left meanwhile");
        }
        // Whoever pressed twice waits here for the first time to be over.
        discussions.await(post.place());
        Optional<CommentView> before = again(key, request, response);
        if (before.isPresent()) {
            return before.get();
        }
        CommentView comment =
                discussions.post(post.place(), post.draft(verdict, member(post, request, response), term, key));
        recent.remember(post);
        oneAddress.posted(post.sender().network(), post.speaker().name());
        return comment;
    }

    private @Nullable Long member(Post post, HttpServletRequest request, HttpServletResponse response) {
        if (post.speaker().kind() != Speaker.Kind.NAMED || post.member() != null) {
            return post.member();
        }
        String name = Objects.requireNonNull(post.speaker().name());
        return accounts.claim(name, request, response);
    }
}
