package org.colloquy.report;

import java.util.List;
import java.util.Map;
import org.colloquy.discussion.CommentView;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the form.
 *
 * @param comment that is reported; null where it is an article, while it is not known, and where there is none
 * @param article the address of the article that is reported; null where it is none
 * @param title of its article, or null for the Open Thread, and where there is none
 * @param address as it was typed, where the comment is looked for
 * @param rules that a comment can break there, in their words
 * @param movable whether it stands elsewhere than in the Open Thread
 * @param expired whether the form is shown again because its token had expired
 * @param problems by field: why the last try was refused
 * @param away whether it is out of sight, so that there is nothing to report
 */
public record ReportFormView(
        @Nullable CommentView comment,
        @Nullable String article,
        @Nullable String title,
        String address,
        List<String> rules,
        boolean movable,
        boolean expired,
        Map<String, String> problems,
        boolean away) {}
