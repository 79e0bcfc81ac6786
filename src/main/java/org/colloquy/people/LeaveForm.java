package org.colloquy.people;

import java.util.Objects;
import org.colloquy.discussion.Authors.Farewell;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends who leaves.
 *
 * @param comments {@code stay} or {@code go}; nothing is chosen for them
 * @param importedNames whether the name goes from what documents have of them
 * @param importedTexts whether the texts of that go
 * @param current the password, where they have one
 * @param handle the handle, typed by those who have no password
 */
record LeaveForm(String comments, boolean importedNames, boolean importedTexts, String current, String handle) {

    static final LeaveForm EMPTY = new LeaveForm("", false, false, "", "");

    LeaveForm(
            @Nullable String comments,
            @Nullable Boolean importedNames,
            @Nullable Boolean importedTexts,
            @Nullable String current,
            @Nullable String handle) {
        this(
                Objects.requireNonNullElse(comments, ""),
                Boolean.TRUE.equals(importedNames),
                Boolean.TRUE.equals(importedTexts),
                Objects.requireNonNullElse(current, ""),
                Objects.requireNonNullElse(handle, ""));
    }

    boolean isChosen() {
        return comments.equals("stay") || comments.equals("go");
    }

    Farewell farewell() {
        return new Farewell(comments.equals("go"), importedNames, importedTexts);
    }
}
