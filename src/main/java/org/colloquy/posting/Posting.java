package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.colloquy.account.Accounts;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.Draft;
import org.colloquy.discussion.Speaker;
import org.colloquy.name.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a post that the rules let pass: its handle and its number come in one transaction, or neither does. */
@Component
class Posting {

    private final Accounts accounts;
    private final Discussions discussions;

    Posting(Accounts accounts, Discussions discussions) {
        this.accounts = accounts;
        this.discussions = discussions;
    }

    /**
     * @return the comment, as its author sees it
     * @throws org.springframework.dao.DataIntegrityViolationException if somebody claimed the name a moment ago
     */
    @Transactional
    public CommentView take(
            Post post,
            Verdict verdict,
            @Nullable Integer parent,
            @Nullable Integer term,
            HttpServletRequest request,
            HttpServletResponse response) {
        Discussion place = post.place();
        return discussions.post(
                place,
                new Draft(
                        post.speaker(),
                        member(post, request, response),
                        post.text(),
                        parent,
                        term,
                        verdict.holds(),
                        verdict.flags()));
    }

    private @Nullable Long member(Post post, HttpServletRequest request, HttpServletResponse response) {
        if (post.speaker().kind() != Speaker.Kind.NAMED || post.member() != null) {
            return post.member();
        }
        String name = Objects.requireNonNull(post.speaker().name());
        return accounts.claim(name, NameKey.of(name), request, response);
    }
}
