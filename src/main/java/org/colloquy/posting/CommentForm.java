package org.colloquy.posting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a commenter sends.
 *
 * @param name the name to post under; empty for none
 * @param parent the number of the comment that is answered, or null
 * @param term the number of the ceasefire term that it is about, or null
 * @param elsewhere whether it is off topic here and goes to the Open Thread
 * @param key of this form, so that what is sent twice is posted once; empty for none
 */
public record CommentForm(
        String name,
        String text,
        @Nullable Integer parent,
        @Nullable Integer term,
        boolean elsewhere,
        String key) {

    /** A form that nobody has written into yet. */
    static CommentForm begun(String text, @Nullable Integer parent, @Nullable Integer term) {
        return new CommentForm("", text, parent, term, false, UUID.randomUUID().toString());
    }

    /** What is sent twice has the same one: hexadecimal, or null where the form has no key. */
    @Nullable
    String idempotencyKey(Post post) {
        if (key.isBlank()) {
            return null;
        }
        String sent = String.join("\u0000", key, post.place().address(), parent + " " + term, name, post.text());
        return HexFormat.of().formatHex(sha256(sent));
    }

    private static byte[] sha256(String sent) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(sent.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    /** Reads what was sent; never fails, as a text that cannot be shown again would be lost. */
    static CommentForm of(Map<String, String> sent) {
        return new CommentForm(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("text", ""),
                number(sent.getOrDefault("parent", "")),
                number(sent.getOrDefault("term", "")),
                sent.containsKey("elsewhere"),
                sent.getOrDefault("key", ""));
    }

    private static @Nullable Integer number(String sent) {
        return sent.matches("\\d{1,9}") ? Integer.valueOf(sent) : null;
    }
}
