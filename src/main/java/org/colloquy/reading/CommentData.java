package org.colloquy.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.discussion.Backlinks;
import org.colloquy.discussion.Backlinks.Mention;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Speaker;
import org.colloquy.reply.Evidence;
import org.colloquy.reply.Grade;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;

/**
 * One comment as data: what its page shows, and nothing that its page hides. What is not known is left out.
 *
 * @param answers the numbers of the first comments that answer it; empty for those that stand above the one asked for
 * @param quotedIn the same of other comments that quote it
 * @param moved of a stub, where the comment went; of a comment that was moved to the Open Thread, where it came from
 * @param text verbatim, line breaks as {@code \n}; left out of a placeholder, a stub and a tombstone
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
        @Nullable Grade grade,
        List<Words> quotations,
        List<Integer> answers,
        List<Integer> quotedIn,
        @Nullable Integer term,
        @Nullable Instant postedAt,
        @Nullable Instant editedAt,
        @Nullable String text,
        CommentView.@Nullable Tombstone tombstone,
        CommentView.@Nullable Move moved,
        CommentView.@Nullable Closed closed) {

    /**
     * Words of it that stand elsewhere: of what, its number, and how many; none where a name is addressed.
     *
     * @param in the address of the discussion where that is, or null where it is the comment's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Words(
            Source.Kind of, int number, int words, @Nullable String in) {}

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
                of(comment, context.branch().links()),
                context.ancestors().stream()
                        .map(ancestor -> of(ancestor, Backlinks.NONE))
                        .toList(),
                context.branch().replies().stream()
                        .flatMap(CommentData::readingOrder)
                        .map(branch -> of(branch.comment(), branch.links()))
                        .toList(),
                context.next() == null ? null : comment.address() + "?from=" + context.next());
    }

    /** At most eight deep, so that recursion is safe. */
    private static Stream<Branch> readingOrder(Branch branch) {
        return Stream.concat(Stream.of(branch), branch.replies().stream().flatMap(CommentData::readingOrder));
    }

    private static CommentData of(CommentView comment, Backlinks links) {
        return new CommentData(
                comment.number(),
                comment.permalink(),
                comment.kind(),
                comment.state(),
                comment.speaker(),
                comment.numberInSource(),
                comment.parent(),
                comment.evidence(),
                comment.grade(),
                comment.quotations().stream()
                        .map(quoted -> new Words(
                                quoted.source().kind(), quoted.source().number(), quoted.words(), quoted.elsewhere()))
                        .toList(),
                links.answers().stream().map(Mention::number).toList(),
                links.quoting().stream().map(Mention::number).toList(),
                comment.term(),
                comment.postedAt(),
                comment.readable() ? comment.editedAt() : null,
                comment.readable() ? comment.text() : null,
                comment.tombstone(),
                comment.move(),
                comment.closed());
    }
}
