package org.colloquy.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.colloquy.name.NameKey;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** "This is me": a member says that they are who speaks under a name in a document. A moderator decides. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class NameClaim {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long memberId;

    private Long discussionId;

    /** As the document has it; null, like its key, where it was withdrawn. */
    private @Nullable String speaker;

    private @Nullable String speakerKey;

    /** For moderators, and for whoever wrote it. */
    private String proof;

    @Enumerated(EnumType.STRING)
    private ClaimView.State state;

    private Instant askedAt;

    private @Nullable Instant decidedAt;

    private @Nullable String reason;

    /** When the member took the name for their own: that is done once. */
    private @Nullable Instant usedAt;

    /** What they were called before that. */
    private @Nullable String formerHandle;

    @Formula("(select m.handle from member m where m.id = member_id)")
    private @Nullable String handle;

    /** For JPA. */
    NameClaim() {}

    NameClaim(long memberId, long discussionId, String speaker, String proof, Instant askedAt) {
        this.memberId = memberId;
        this.discussionId = discussionId;
        this.speaker = speaker;
        this.speakerKey = NameKey.of(speaker);
        this.proof = proof;
        this.state = ClaimView.State.OPEN;
        this.askedAt = askedAt;
    }

    void decide(ClaimView.State decided, String why, Instant now) {
        state = decided;
        reason = why;
        decidedAt = now;
    }

    void use(String former, Instant now) {
        usedAt = now;
        formerHandle = former;
    }

    @Nullable
    String formerHandle() {
        return formerHandle;
    }

    /** The handle before was itself taken back. */
    void formerHandle(String handle) {
        formerHandle = handle;
    }

    /** Whoever asked has left. What they wrote for moderators goes with them, and the name where they wish it. */
    void end(boolean withName) {
        state = ClaimView.State.ENDED;
        proof = "";
        formerHandle = null;
        if (withName) {
            speaker = null;
            speakerKey = null;
        }
    }

    Long id() {
        return id;
    }

    long member() {
        return memberId;
    }

    long discussion() {
        return discussionId;
    }

    @Nullable
    String speaker() {
        return speaker;
    }

    @Nullable
    String key() {
        return speakerKey;
    }

    ClaimView.State state() {
        return state;
    }

    /** When a moderator said no, or no longer yes. */
    Optional<Instant> deniedAt() {
        boolean denied = state == ClaimView.State.REFUSED || state == ClaimView.State.TAKEN_BACK;
        return denied ? Optional.ofNullable(decidedAt) : Optional.empty();
    }

    boolean canBeUsed() {
        return state == ClaimView.State.GIVEN && usedAt == null;
    }

    ClaimView view(String address, @Nullable String title) {
        return new ClaimView(
                id,
                handle,
                speaker,
                address,
                title,
                proof,
                state,
                askedAt,
                decidedAt,
                reason,
                canBeUsed(),
                formerHandle);
    }
}
