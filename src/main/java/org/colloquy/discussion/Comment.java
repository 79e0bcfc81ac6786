package org.colloquy.discussion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.name.NameKey;
import org.colloquy.reply.Evidence;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** One numbered contribution. Only its {@link Discussion} changes it, and only {@link Visibility} shows it. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Comment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Discussion discussion;

    private int number;

    private @Nullable Integer documentNumber;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean flagged;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment parent;

    @Formula("(select p.number from comment p where p.id = parent_id)")
    private @Nullable Integer parentNumber;

    @Formula("(select case when p.state = 'HIDDEN' then true else false end from comment p where p.id = parent_id)")
    private @Nullable Boolean parentHidden;

    @Formula("(select count(*) from comment a where a.parent_id = id and a." + Visibility.SHOWN_IN_SQL + ")")
    private int answered;

    @Formula("(select count(*) from comment a where a.parent_id = id and a.evidence = 'QUOTED' and a."
            + Visibility.SHOWN_IN_SQL + ")")
    private int quoted;

    @Enumerated(EnumType.STRING)
    private @Nullable Evidence evidence;

    private @Nullable String quote;

    private @Nullable Integer term;

    @Enumerated(EnumType.STRING)
    private Speaker.Kind speakerKind;

    private @Nullable String speaker;

    private @Nullable String speakerKey;

    private @Nullable Long memberId;

    private String text;

    private @Nullable String verbatim;

    private @Nullable Instant postedAt;

    private @Nullable Long hiddenBy;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select m.handle from member m where m.id = hidden_by)")
    private @Nullable String hiddenByHandle;

    private @Nullable Instant hiddenAt;

    private @Nullable String hiddenReason;

    /** For JPA. */
    Comment() {}

    Comment(Discussion discussion, int number, Draft draft, @Nullable Comment parent, Instant now) {
        this.discussion = discussion;
        this.number = number;
        this.kind = Kind.COMMENT;
        this.state = draft.held() ? State.HELD : State.VISIBLE;
        this.flagged = draft.flagged();
        this.parent = parent;
        this.parentNumber = parent == null ? null : parent.number;
        this.evidence = parent == null ? null : Evidence.STATED;
        this.term = draft.term();
        this.speakerKind = draft.speaker().kind();
        this.speaker = draft.speaker().name();
        this.speakerKey = speaker == null ? null : NameKey.of(speaker);
        this.memberId = draft.member();
        this.text = draft.text();
        this.postedAt = now;
    }

    boolean hide(long moderator, String reason, Instant now) {
        // The notice is the house's own: hiding it would hide the rules that are in force.
        if (kind != Kind.COMMENT || hiddenAt != null) {
            return false;
        }
        state = state == State.HELD ? State.DECLINED : State.HIDDEN;
        hiddenBy = moderator;
        hiddenAt = now;
        hiddenReason = reason;
        return true;
    }

    boolean restore() {
        if (hiddenAt == null) {
            return false;
        }
        state = state == State.DECLINED ? State.HELD : State.VISIBLE;
        hiddenBy = null;
        hiddenAt = null;
        hiddenReason = null;
        return true;
    }

    boolean approve() {
        if (state != State.HELD) {
            return false;
        }
        state = State.VISIBLE;
        return true;
    }

    Discussion discussion() {
        return discussion;
    }

    /** Everything, as somebody who may see everything sees it: {@link Visibility} takes away from this. */
    CommentView unveiled() {
        return new CommentView(
                id,
                discussion.address(),
                number,
                documentNumber,
                kind,
                new Speaker(speakerKind, speaker),
                parentNumber,
                evidence,
                term,
                state,
                flagged,
                evidence == Evidence.QUOTED && Boolean.TRUE.equals(parentHidden),
                CommentView.Part.of(text, evidence == Evidence.QUOTED ? quote : null, parentNumber),
                text,
                verbatim,
                postedAt,
                tombstone(),
                answered,
                quoted);
    }

    private CommentView.@Nullable Tombstone tombstone() {
        return hiddenAt == null
                ? null
                : new CommentView.Tombstone(
                        Objects.requireNonNullElse(hiddenByHandle, ""),
                        hiddenAt,
                        Objects.requireNonNullElse(hiddenReason, ""));
    }

    Long id() {
        return id;
    }

    State state() {
        return state;
    }

    @Nullable
    Long member() {
        return memberId;
    }
}
