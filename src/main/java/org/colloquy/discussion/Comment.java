package org.colloquy.discussion;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.discussion.CommentView.Kind;
import org.colloquy.discussion.CommentView.State;
import org.colloquy.name.NameKey;
import org.colloquy.reply.Evidence;
import org.colloquy.reply.Grade;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.Source;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** One numbered contribution. Only its {@link Discussion} changes it, and only {@link Visibility} shows it. */
@Entity
@BatchSize(size = Comment.AT_ONCE)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Comment {

    /** The comments of a page, so that their quotations come with one more query, and so do the twins of stubs. */
    static final int AT_ONCE = 200;

    /** The id of a preview. */
    private static final long UNSAVED = 0;

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

    /** Whether what it says now waits for a moderator, even while it is hidden or withdrawn. */
    private boolean waiting;

    private boolean flagged;

    /** Whether a moderator has looked at it as it is now and found nothing wrong. */
    private boolean cleared;
    /** Whether a reader has reported it, and nobody has looked at that yet. */
    private boolean reported;

    /** The same of readers who say that it belongs in the Open Thread. */
    private boolean offTopic;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment parent;

    @Formula("(select p.number from comment p where p.id = parent_id)")
    private @Nullable Integer parentNumber;

    @Formula("(select count(*) from comment a where a.parent_id = id and " + Visibility.SHOWN_IN_SQL + ")")
    private int answered;

    @Formula("(select count(distinct q.comment_id) from quotation q join comment a on a.id = q.comment_id"
            + " where q.source_id = id and " + Visibility.SHOWN_IN_SQL + ")")
    private int quoted;

    @Enumerated(EnumType.STRING)
    private @Nullable Evidence evidence;

    @Enumerated(EnumType.STRING)
    private @Nullable Grade grade;

    /** Where it stood before a moderator placed it. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment foundParent;

    @Enumerated(EnumType.STRING)
    private @Nullable Evidence foundEvidence;

    @Enumerated(EnumType.STRING)
    private @Nullable Grade foundGrade;

    @OneToMany(mappedBy = "comment", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("fromOffset")
    @BatchSize(size = AT_ONCE)
    private List<Quotation> quotations = new ArrayList<>();

    private @Nullable Integer term;

    @Enumerated(EnumType.STRING)
    private Speaker.Kind speakerKind;

    private @Nullable String speaker;

    private @Nullable String speakerKey;

    private @Nullable Long memberId;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select m.handle from member m where m.id = member_id)")
    private @Nullable String handle;

    private String text;

    /** As {@link Writing} made it when it was written; null in a document, and in what is older than that. */
    private @Nullable String rendered;

    private @Nullable String verbatim;

    private @Nullable Instant postedAt;

    private @Nullable String idempotencyKey;

    /** Since when everybody can read it, where it was posted here. */
    private @Nullable Instant shownAt;

    /** How often its author has changed it. */
    private int revision;

    private @Nullable Instant writtenAt;

    /** When everybody could last read something else here. */
    private @Nullable Instant editedAt;

    /** The keys of the rules that made it wait, or flagged it. */
    private String rules = "";

    private @Nullable Instant withdrawnAt;

    private @Nullable Long hiddenBy;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = hidden_by)")
    private @Nullable String hiddenByHandle;

    private @Nullable Instant hiddenAt;

    private @Nullable String hiddenReason;

    /** Of a stub, the comment that stood there; of a comment that was ever moved, its stub. They change places. */
    @OneToOne(fetch = FetchType.LAZY)
    private @Nullable Comment twin;

    private @Nullable Long movedBy;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = moved_by)")
    private @Nullable String movedByHandle;

    private @Nullable Instant movedAt;

    private @Nullable String movedReason;

    /** The stub of the comment that it went along with, or null where it was the one that was moved. */
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Comment movedWith;

    @Formula("(case when kind = 'MOVED' then (select count(*) from comment a where a.moved_with_id = id"
            + " and a.discussion_id = discussion_id and a.state = 'VISIBLE') else 0 end)")
    private int movedAlong;

    private @Nullable Long closedBy;

    /** Joined when shown, so that a name that changes or goes does so here too. */
    @Formula("(select coalesce(m.desk_name, m.handle) from member m where m.id = closed_by)")
    private @Nullable String closedByHandle;

    private @Nullable Instant closedAt;

    private @Nullable String closedReason;
    /** When it was removed on a lawful request: {@link ErasedRows} does that, and nothing undoes it. */
    private @Nullable Instant erasedAt;

    /** For JPA. */
    Comment() {}

    Comment(Discussion discussion, int number, Draft draft, @Nullable Comment parent, Instant now) {
        this.discussion = discussion;
        this.number = number;
        this.kind = Kind.COMMENT;
        this.state = draft.held() ? State.HELD : State.VISIBLE;
        this.waiting = draft.held();
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
        this.writtenAt = now;
        this.shownAt = draft.held() ? null : now;
        this.rules = String.join(",", draft.rules());
        this.idempotencyKey = draft.idempotencyKey();
    }

    /** What keeps the number of a comment that was moved for the first time; it stands nowhere yet. */
    static Comment stub(Comment comment) {
        Comment stub = new Comment();
        stub.kind = Kind.MOVED;
        stub.speakerKind = Speaker.Kind.NOT_IN_SOURCE;
        stub.text = "";
        stub.twin = comment;
        return stub;
    }

    /** Knows its stub from now on. */
    void meet(Comment stub) {
        twin = stub;
    }

    Seat seat() {
        Seat.Closure closure = closedAt == null
                ? null
                : new Seat.Closure(closedBy, closedAt, Objects.requireNonNullElse(closedReason, ""));
        return new Seat(
                discussion,
                number,
                documentNumber,
                parent,
                evidence,
                grade,
                foundParent,
                foundEvidence,
                foundGrade,
                term,
                closure);
    }

    /** Takes another place, with all that belongs to it. */
    void take(Seat seat) {
        discussion = seat.discussion();
        number = seat.number();
        documentNumber = seat.documentNumber();
        under(seat.parent());
        evidence = seat.evidence();
        grade = seat.grade();
        foundParent = seat.foundParent();
        foundEvidence = seat.foundEvidence();
        foundGrade = seat.foundGrade();
        term = seat.term();
        shut(seat.closure());
    }

    /**
     * Of a stub: takes the place of a comment that was moved, and says who did that.
     *
     * @param shown whether readers saw the comment: what they never saw leaves nothing that they could see
     * @param with the stub of the comment that it went along with, or null
     */
    void standIn(Seat seat, boolean shown, Moving.Before move, @Nullable Comment with) {
        take(seat);
        state = shown ? State.VISIBLE : State.DECLINED;
        movedBy = move.by();
        movedAt = move.at();
        movedReason = move.reason();
        movedWith = with;
    }

    @Nullable
    Comment twin() {
        return twin;
    }

    @Nullable
    Comment movedWith() {
        return movedWith;
    }

    boolean isStub() {
        return kind == Kind.MOVED;
    }

    /** Whether it stands in the Open Thread, and came there from an article. */
    boolean isAway() {
        return !isStub() && twin != null && discussion.article() == null;
    }

    /** Where it was written: there its words are at home, what they name and what they quote. */
    Discussion writtenIn() {
        return isAway() ? Objects.requireNonNull(twin).discussion() : discussion;
    }

    /** Its number there. */
    int numberWhereWritten() {
        return isAway() ? Objects.requireNonNull(twin).number() : number;
    }

    /** Whether a document has it: a document tells no times, and what is posted here has one. */
    private boolean imported() {
        return postedAt == null;
    }

    /** Keeps everybody from answering it and what descends from it, or, with null, lets them again. */
    boolean close(Seat.@Nullable Closure closure) {
        if ((closedAt == null) == (closure == null)) {
            return false;
        }
        shut(closure);
        return true;
    }

    private void shut(Seat.@Nullable Closure closure) {
        closedBy = closure == null ? null : closure.by();
        closedAt = closure == null ? null : closure.at();
        closedReason = closure == null ? null : closure.reason();
    }

    CommentView.@Nullable Closed closed() {
        return closedAt == null
                ? null
                : new CommentView.Closed(closedByHandle, closedAt, Objects.requireNonNullElse(closedReason, ""));
    }

    boolean hide(long moderator, String reason, Instant now) {
        // The notice is the house's own: hiding it would hide the rules that are in force.
        if (kind != Kind.COMMENT || hiddenAt != null || erasedAt != null) {
            return false;
        }
        hiddenBy = moderator;
        hiddenAt = now;
        hiddenReason = reason;
        reported = false;
        offTopic = false;
        settle();
        return true;
    }

    /** Shows it again as it would be had nobody hidden it: its author may have taken it back, or it may have waited. */
    boolean restore() {
        if (hiddenAt == null) {
            return false;
        }
        hiddenBy = null;
        hiddenAt = null;
        hiddenReason = null;
        settle();
        return true;
    }

    /** Only what was posted here: what a document has is not for one of its speakers to take out. */
    boolean canBeWithdrawn() {
        return kind == Kind.COMMENT && !imported() && withdrawnAt == null && hiddenAt == null && erasedAt == null;
    }

    boolean withdraw(Instant now) {
        if (!canBeWithdrawn()) {
            return false;
        }
        withdrawnAt = now;
        settle();
        return true;
    }

    /** Not over a moderator's head, and nothing comes back of somebody who has left. */
    boolean canBeReinstated() {
        return withdrawnAt != null && hiddenAt == null && speakerKind != Speaker.Kind.WITHDRAWN;
    }

    boolean reinstate() {
        if (!canBeReinstated()) {
            return false;
        }
        withdrawnAt = null;
        settle();
        return true;
    }

    /** @param seen how often it had been changed when the moderator read it; null where that is not known */
    boolean approve(@Nullable Integer seen, Instant now) {
        boolean asked = state == State.HELD || state == State.VISIBLE && (flagged || reported || offTopic || !cleared);
        if (!asked || seen != null && seen != revision) {
            return false;
        }
        if (waiting && !isKnown()) {
            editedAt = shownAt == null ? null : now;
            shownAt = now;
        }
        waiting = false;
        flagged = false;
        reported = false;
        offTopic = false;
        cleared = true;
        settle();
        return true;
    }

    Standing standing() {
        return new Standing(
                revision, waiting, flagged, reported, offTopic, cleared, rules, hiddenBy, hiddenAt, hiddenReason);
    }

    /** Stands again as it did; who could read it meanwhile has read it. */
    boolean resume(Standing before) {
        if (kind != Kind.COMMENT || before.equals(standing())) {
            return false;
        }
        boolean same = before.revision() == revision;
        // A text that was written since has not been read by whoever acted before: what waits goes on waiting.
        waiting = same ? before.waiting() : waiting || before.waiting();
        rules = same ? before.rules() : rules;
        cleared = same && before.cleared();
        flagged = before.flagged() || !same && flagged;
        // Readers may have reported it meanwhile.
        reported |= before.reported();
        offTopic |= before.offTopic();
        hiddenBy = before.hiddenBy();
        hiddenAt = before.hiddenAt();
        hiddenReason = before.hiddenReason();
        settle();
        return true;
    }

    /** Whether everybody has read what it says now. */
    private boolean isKnown() {
        if (shownAt == null || writtenAt == null) {
            return imported();
        }
        return !writtenAt.isAfter(editedAt != null && editedAt.isAfter(shownAt) ? editedAt : shownAt);
    }

    /** Takes it out of sight until a moderator has looked, for these reasons: by the keys of rules. */
    boolean hold(List<String> why) {
        if (kind != Kind.COMMENT || state != State.VISIBLE) {
            return false;
        }
        waiting = true;
        cleared = false;
        rules = String.join(",", why);
        settle();
        return true;
    }

    /** Leaves word for moderators that a reader wants it looked at; what cannot be read needs none. */
    boolean report(boolean asOffTopic) {
        if (kind != Kind.COMMENT || state != State.VISIBLE) {
            return false;
        }
        reported |= !asOffTopic;
        offTopic |= asOffTopic;
        return true;
    }

    /** Gives it another text; returns what it said before. */
    Revision edit(Edit edit, Instant now) {
        boolean seen = state == State.VISIBLE;
        Revision before = new Revision(this, revision++, text, Objects.requireNonNullElse(writtenAt, now), seen);
        text = edit.text();
        writtenAt = now;
        if (!edit.rules().isEmpty() && (edit.held() || !waiting)) {
            rules = String.join(",", edit.rules());
        }
        // What waits goes on waiting: it was not for its author to say that it need not.
        waiting |= edit.held();
        flagged |= edit.flagged();
        cleared = false;
        settle();
        editedAt = state == State.VISIBLE ? now : editedAt;
        quotations.clear();
        if (evidence == Evidence.QUOTED || evidence == Evidence.NAMED) {
            under(null);
            evidence = null;
            grade = null;
        } else if (foundEvidence == Evidence.QUOTED || foundEvidence == Evidence.NAMED) {
            // Where a moderator took it away from was told by words that are gone.
            foundParent = null;
            foundEvidence = null;
            foundGrade = null;
        }
        return before;
    }

    /** Works out its state anew, whatever was done to it in whatever order. */
    private void settle() {
        if (erasedAt != null) {
            return;
        }
        boolean everShown = wasRead() || Visibility.isShown(state, false);
        if (hiddenAt != null || withdrawnAt != null) {
            State shown = hiddenAt != null ? State.HIDDEN : State.WITHDRAWN;
            state = everShown ? shown : State.DECLINED;
        } else {
            state = waiting ? State.HELD : State.VISIBLE;
        }
    }

    /** Whether everybody could once read it, whatever became of it. */
    boolean wasRead() {
        return imported() || shownAt != null;
    }

    String text() {
        return text;
    }

    /** Whether somebody has built on what it says, where it stands or where it stood before it was moved. */
    boolean isAnsweredOrQuoted() {
        return answered > 0 || quoted > 0 || !isStub() && twin != null && twin.isAnsweredOrQuoted();
    }

    /** Takes the HTML that pages show of it. */
    void render(String html) {
        rendered = html;
    }

    /**
     * Links what it quotes, and places it where its author did not say what it answers.
     *
     * @param sources the comments that are quoted, by number
     */
    void recover(ReplyFinder.Link link, Map<Integer, Comment> sources) {
        link.quotations()
                .forEach(found -> quotations.add(
                        new Quotation(this, found, comment(found.place().source(), sources))));
        if (evidence == null && !isAway()) {
            under(comment(link.parent(), sources));
            evidence = link.evidence();
            grade = link.grade();
        }
    }

    private static @Nullable Comment comment(Source source, Map<Integer, Comment> sources) {
        return source.isComment() ? sources.get(source.number()) : null;
    }

    /** Whether it was said before another: what a document has goes before what was posted here, as the finder hears it. */
    boolean isBefore(Comment other) {
        if (documentNumber == null || other.documentNumber == null) {
            return documentNumber != null || other.documentNumber == null && number < other.number;
        }
        return documentNumber < other.documentNumber;
    }

    /** Puts it under that comment, or makes it the beginning of a thread. */
    boolean place(@Nullable Comment answered) {
        if (evidence == Evidence.CONFIRMED && Objects.equals(parent, answered)) {
            return false;
        }
        if (evidence != Evidence.CONFIRMED) {
            foundParent = parent;
            foundEvidence = evidence;
            foundGrade = grade;
        }
        under(answered);
        evidence = Evidence.CONFIRMED;
        grade = null;
        return true;
    }

    /** Puts it back where it stood before anybody placed it. */
    boolean putBack() {
        if (evidence != Evidence.CONFIRMED) {
            return false;
        }
        under(foundParent);
        evidence = foundEvidence;
        grade = foundGrade;
        foundParent = null;
        foundEvidence = null;
        foundGrade = null;
        return true;
    }

    Position position() {
        return new Position(
                parent == null ? null : parent.id(),
                evidence,
                grade,
                new Position.Found(foundParent == null ? null : foundParent.id(), foundEvidence, foundGrade),
                term);
    }

    /** Stands again where it did, under these two that its position names. */
    void resume(Position before, @Nullable Comment answered, @Nullable Comment found) {
        under(answered);
        evidence = before.evidence();
        grade = before.grade();
        foundParent = found;
        foundEvidence = before.found().evidence();
        foundGrade = before.found().grade();
        term = before.term();
    }

    boolean about(@Nullable Integer which) {
        if (Objects.equals(term, which)) {
            return false;
        }
        term = which;
        return true;
    }

    private void under(@Nullable Comment answered) {
        parent = answered;
        parentNumber = answered == null ? null : answered.number();
    }

    boolean isErased() {
        return erasedAt != null;
    }

    Discussion discussion() {
        return discussion;
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Integer term() {
        return term;
    }

    @Nullable
    Comment parent() {
        return parent;
    }

    @Nullable
    String speakerKey() {
        return speakerKey;
    }

    @Nullable
    Comment foundParent() {
        return foundParent;
    }

    /** Everything of it, but not what readers told moderators: {@link Visibility} takes away from this. */
    CommentView unveiled() {
        return unveiled(false);
    }

    /** @param told whether to say that readers reported it, which is for moderators only */
    CommentView unveiled(boolean told) {
        List<Parts.Stretch> stretches = stretches();
        return new CommentView(
                id == null ? UNSAVED : id,
                discussion.address(),
                number,
                documentNumber,
                kind,
                new Speaker(speakerKind, speaker, imported() ? handle : null),
                speakerKind == Speaker.Kind.NAMED && !imported() && handle != null ? People.address(handle) : null,
                parentNumber,
                evidence,
                grade,
                foundEvidence == Evidence.STATED,
                term,
                state,
                flagged,
                told && reported,
                told && offTopic,
                erasedAt == null ? Parts.of(text, stretches) : List.of(),
                rendered == null ? List.of() : Rendered.of(rendered, stretches, elsewhere()),
                isStub() || erasedAt != null ? null : text,
                verbatim,
                postedAt,
                editedAt,
                revision,
                rules.isEmpty() ? List.of() : List.of(rules.split(",")),
                tombstone(),
                move(),
                closed(),
                answered,
                quoted);
    }

    /** The address of the discussion where it was written, if it stands in another one; else null. */
    private @Nullable String elsewhere() {
        return isAway() ? writtenIn().address() : null;
    }

    private CommentView.@Nullable Move move() {
        if (isStub()) {
            return move(twin);
        }
        return isAway() ? Objects.requireNonNull(twin).move(twin) : null;
    }

    /**
     * Of a stub: who moved the comment, when and why.
     *
     * @param to what a link leads to, if everybody can see it: the comment or the stub itself; its article may have gone
     */
    CommentView.Move move(@Nullable Comment to) {
        Comment seen = to != null
                        && Visibility.isShown(to.state(), to.wasRead())
                        && !to.discussion().isWithdrawn()
                ? to
                : null;
        return new CommentView.Move(
                seen == null ? null : seen.discussion().address() + "/comments/" + seen.number(),
                seen == null ? 0 : seen.number(),
                discussion.article() != null,
                movedByHandle,
                Objects.requireNonNull(movedAt),
                movedReason,
                movedAlong);
    }

    private List<Parts.Stretch> stretches() {
        return quotations.stream()
                .map(quotation -> new Parts.Stretch(
                        quotation.from(), quotation.to(), quotation.quoted().orElse(null)))
                .toList();
    }

    private CommentView.@Nullable Tombstone tombstone() {
        if (erasedAt != null) {
            return new CommentView.Tombstone(null, erasedAt, null, true);
        }
        if (hiddenAt != null) {
            return new CommentView.Tombstone(hiddenByHandle, hiddenAt, Objects.requireNonNullElse(hiddenReason, ""));
        }
        return withdrawnAt == null ? null : new CommentView.Tombstone(null, withdrawnAt, null);
    }

    Long id() {
        return id;
    }

    int revision() {
        return revision;
    }

    @Nullable
    Instant postedAt() {
        return postedAt;
    }

    @Nullable
    Instant shownAt() {
        return shownAt;
    }

    @Nullable
    Instant writtenAt() {
        return writtenAt;
    }

    State state() {
        return state;
    }

    @Nullable
    Long member() {
        return memberId;
    }
}
