package org.colloquy.document;

import java.util.List;
import java.util.Map;
import org.colloquy.discussion.Notice.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A form that does something with one article, or uploads a document.
 *
 * @param slug of the article, empty for a new one
 * @param title of the article, or null
 * @param seen its revision when the form was opened
 * @param withdrawn whether it is withdrawn
 * @param key of a document that was uploaded already, or empty
 * @param fileName of that document, or null
 * @param colophon what was typed about the copy
 * @param text the notice as it was typed, or null where the article has none
 * @param sentences of that notice, each with what it switches on
 * @param written whether the notice that stands there was written by moderators
 * @param reason as it was typed
 * @param problems what is wrong, by field
 * @param meanwhile what somebody did to the article since the form was opened, or null
 */
public record ArticleForm(
        String slug,
        @Nullable String title,
        int seen,
        boolean withdrawn,
        String key,
        @Nullable String fileName,
        ColophonForm colophon,
        @Nullable String text,
        List<Sentence> sentences,
        boolean written,
        String reason,
        Map<String, String> problems,
        CheckedView.@Nullable Meanwhile meanwhile) {

    static ArticleForm upload(
            String slug,
            @Nullable String title,
            String key,
            @Nullable String fileName,
            ColophonForm colophon,
            Map<String, String> problems) {
        return new ArticleForm(
                slug, title, 0, false, key, fileName, colophon, null, List.of(), false, "", problems, null);
    }
}
