package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Speaker;
import org.colloquy.discussion.Viewer;
import org.colloquy.name.Characters;
import org.colloquy.name.PlaceholderName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a post of what was sent, to be judged. */
@Component
class Posts {

    /** A field that people do not see. Programs like to fill in what is called so. */
    private static final String TRAP = "website";

    private static final String STAMP = "opened";

    private final Rulebook rulebook;
    private final FormStamps stamps;

    Posts(Rulebook rulebook, FormStamps stamps) {
        this.rulebook = rulebook;
        this.stamps = stamps;
    }

    /**
     * @param place where it goes
     * @param parent the number of the comment that it answers there, or null
     */
    Post of(
            Discussion place,
            CommentForm form,
            @Nullable Integer parent,
            Map<String, String> sent,
            HttpServletRequest request) {
        SignedIn you = Viewers.signedIn();
        return new Post(
                place,
                you == null ? speaker(form) : Speaker.named(you.handle()),
                you == null ? null : you.member(),
                Post.tidy(form.text()),
                null,
                parent,
                sender(sent, request),
                rulebook.now(place));
    }

    /**
     * Another text for a comment, to be judged as if it were posted now.
     *
     * @param texts all that it has said so far
     */
    Post of(
            Discussion place,
            CommentView comment,
            Set<String> texts,
            Viewer author,
            Map<String, String> sent,
            HttpServletRequest request) {
        return new Post(
                place,
                comment.speaker(),
                comment.speaker().kind() == Speaker.Kind.NAMELESS ? null : author.member(),
                Post.tidy(sent.getOrDefault("text", "")),
                new Post.Edited(texts),
                comment.parent(),
                sender(sent, request),
                rulebook.now(place, comment.id()));
    }

    private Sender sender(Map<String, String> sent, HttpServletRequest request) {
        // Whose address that is, behind a proxy, is for server.forward-headers-strategy to say.
        return new Sender(
                request.getRemoteAddr(),
                !sent.getOrDefault(TRAP, "").isEmpty(),
                stamps.age(sent.getOrDefault(STAMP, "")));
    }

    private static Speaker speaker(CommentForm form) {
        String name = Characters.onOneLine(form.name());
        return PlaceholderName.is(name) ? Speaker.of(Speaker.Kind.NAMELESS) : Speaker.named(name);
    }

    /** The stamp of a form that is shown again: counted from when it was first opened, and none where that is not known. */
    String stamp(Map<String, String> sent) {
        String stamp = sent.getOrDefault(STAMP, "");
        return stamps.age(stamp) == null ? "" : stamp;
    }
}
