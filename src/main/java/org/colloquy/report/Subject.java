package org.colloquy.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What is reported: a comment, or the text of an article.
 *
 * @param comment its id, or null
 * @param article its address, or null
 */
@Embeddable
record Subject(
        @Column(name = "comment_id") @Nullable Long comment,
        @Column(name = "article") @Nullable String article) {

    /** Where moderators read what was reported of it. */
    static final String DESK = "/moderation/reports";

    static Subject comment(long id) {
        return new Subject(id, null);
    }

    static Subject article(String address) {
        return new Subject(null, address);
    }

    boolean isComment() {
        return comment != null;
    }

    String desk() {
        return DESK + (comment == null ? article : "/" + comment);
    }
}
