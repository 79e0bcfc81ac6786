package org.colloquy.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Speaker;
import org.colloquy.reply.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * One comment as data: what its page shows, and nothing that its page hides. What is not known is left out.
 *
 * @param text verbatim, line breaks as {@code \n}; left out of a placeholder and of a tombstone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentData(
        int number,
        String address,
        CommentView.Kind kind,
        CommentView.State state,
        Speaker speaker,
        @Nullable Integer numberInSource,
        @Nullable Integer parent,
        @Nullable Evidence evidence,
        @Nullable Integer term,
        @Nullable Instant postedAt,
        @Nullable String text,
        CommentView.@Nullable Tombstone tombstone) {

    /**
     * One comment with what stands around it.
     *
     * @param ancestors what it answers, outermost first; the nearest few
     * @param descendants what descends from it, in reading order; the first ones
     * @param next the address where the descendants go on, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InContext(
            CommentData comment,
            List<CommentData> ancestors,
            List<CommentData> descendants,
            @Nullable String next) {}

    static InContext of(Reading.Context context) {
        CommentView comment = context.branch().comment();
        return new InContext(
                of(comment),
                context.ancestors().stream().map(CommentData::of).toList(),
                context.branch().replies().stream()
                        .flatMap(CommentData::readingOrder)
                        .map(CommentData::of)
                        .toList(),
                context.next() == null ? null : comment.address() + "?from=" + context.next());
    }

    /** At most eight deep, so that recursion is safe. */
    private static Stream<CommentView> readingOrder(Branch branch) {
        return Stream.concat(
                Stream.of(branch.comment()), branch.replies().stream().flatMap(CommentData::readingOrder));
    }

    private static CommentData of(CommentView comment) {
        return new CommentData(
                comment.number(),
                comment.permalink(),
                comment.kind(),
                comment.state(),
                comment.speaker(),
                comment.numberInSource(),
                comment.parent(),
                comment.evidence(),
                comment.term(),
                comment.postedAt(),
                comment.readable() ? comment.text() : null,
                comment.tombstone());
    }
}
