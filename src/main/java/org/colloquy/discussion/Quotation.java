package org.colloquy.discussion;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.Quoted;
import org.colloquy.discussion.CommentView.Quoted.Fate;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.reply.Quotation.Place;
import org.colloquy.reply.Source;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** Words of a comment that stand in another one, or in its article. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Quotation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Comment comment;

    private int fromOffset;

    private int toOffset;

    private int words;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment source;

    @Formula("(select s.number from comment s where s.id = source_id)")
    private @Nullable Integer sourceNumber;

    @Enumerated(EnumType.STRING)
    @Formula("(select s.state from comment s where s.id = source_id)")
    private @Nullable State sourceState;

    @Enumerated(EnumType.STRING)
    @Formula("(select s.kind from comment s where s.id = source_id)")
    private @Nullable Kind sourceKind;

    @Formula("(select s.discussion_id from comment s where s.id = source_id)")
    private @Nullable Long sourceDiscussion;

    @Enumerated(EnumType.STRING)
    private Source.@Nullable Kind passage;

    private @Nullable Integer passageNumber;

    private int sourceFrom;

    private int sourceTo;

    @Convert(converter = SourceList.class)
    private List<Source> others;

    /** For JPA. */
    Quotation() {}

    /** @param source the comment that is quoted, or null for a passage of the article */
    Quotation(Comment comment, org.colloquy.reply.Quotation found, @Nullable Comment source) {
        Place place = found.place();
        this.comment = comment;
        this.fromOffset = found.from();
        this.toOffset = found.to();
        this.words = found.words();
        this.source = source;
        this.sourceNumber = source == null ? null : place.source().number();
        this.sourceState = source == null ? null : source.state();
        this.sourceKind = source == null ? null : source.kind();
        this.sourceDiscussion = source == null ? null : source.discussion().id();
        this.passage = source == null ? place.source().kind() : null;
        this.passageNumber = source == null ? place.source().number() : null;
        this.sourceFrom = place.from();
        this.sourceTo = place.to();
        this.others = found.others();
    }

    int from() {
        return fromOffset;
    }

    int to() {
        return toOffset;
    }

    /** What readers may know of it; empty where what is quoted does not exist for them. */
    Optional<Quoted> quoted() {
        // Only what everybody reads can be quoted: what waits came to wait afterwards.
        boolean hidden = sourceState != null && sourceState != State.VISIBLE;
        if (sourceState != null && !Visibility.isShown(sourceState, true)) {
            return Optional.empty();
        }
        if (source == null && comment.writtenIn().article() == null) {
            // The article has gone, and only what was moved before is left.
            return Optional.empty();
        }
        if (away() && stands().isWithdrawn()) {
            return Optional.empty();
        }
        Fate fate = hidden ? Fate.HIDDEN : sourceKind == Kind.MOVED ? Fate.MOVED : Fate.STANDS;
        return Optional.of(new Quoted(source(), words, others.size(), fate, elsewhere()));
    }

    /** The address of the discussion where the words stand, if it is another one than the comment's. */
    private @Nullable String elsewhere() {
        return away() ? stands().address() : null;
    }

    private boolean away() {
        return !stands().id().equals(comment.discussion().id());
    }

    private Discussion stands() {
        return source == null ? comment.writtenIn() : discussionOf(source);
    }

    /** Hardly ever another one: it need not be read to know. */
    private Discussion discussionOf(Comment quoted) {
        return comment.discussion().id().equals(sourceDiscussion) ? comment.discussion() : quoted.discussion();
    }

    private Source source() {
        return sourceNumber != null
                ? new Source(Source.Kind.COMMENT, sourceNumber)
                : new Source(Objects.requireNonNull(passage), Objects.requireNonNull(passageNumber));
    }
}
