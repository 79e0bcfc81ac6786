package org.colloquy.log;

import java.time.Instant;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Target;
import org.jspecify.annotations.Nullable;

/** An act as it is to be written down: each of its methods says one thing more, and gives the note back. */
public final class LogNote {

    /** The moderator who acts, or null where the operator or Colloquy itself does. */
    final @Nullable Long member;

    final Action action;

    @Nullable
    String place;

    @Nullable
    Long comment;

    @Nullable
    Integer number;

    Target target = Target.NONE;

    @Nullable
    Long claim;

    @Nullable
    Long subject;

    @Nullable
    String rule;

    @Nullable
    String reason;

    boolean confidential;

    @Nullable
    Instant until;

    @Nullable
    String former;

    @Nullable
    Long undoes;

    @Nullable
    Long together;

    private LogNote(@Nullable Long member, Action action) {
        this.member = member;
        this.action = action;
    }

    public static LogNote by(long member, Action action) {
        return new LogNote(member, action);
    }

    /** Of what the operator does, or Colloquy itself. */
    public static LogNote byNobody(Action action) {
        return new LogNote(null, action);
    }

    /** In that discussion, by its address. */
    public LogNote in(@Nullable String where) {
        place = where;
        return this;
    }

    /** Of that comment, by id; without a number where readers have never seen it. */
    public LogNote of(@Nullable Long which, @Nullable Integer shown) {
        comment = which;
        number = shown;
        return this;
    }

    /** Where it went. */
    public LogNote to(Target where) {
        target = where;
        return this;
    }

    /** On that claim of a document's name, by id. */
    public LogNote onClaim(@Nullable Long which) {
        claim = which;
        return this;
    }

    /** About that member, by id. */
    public LogNote about(@Nullable Long whom) {
        subject = whom;
        return this;
    }

    /** @param why or what was changed, at most 4,000 characters */
    public LogNote because(@Nullable String why) {
        reason = why;
        return this;
    }

    /** By the commenting rule with that key. */
    public LogNote goingBy(@Nullable String key) {
        rule = key;
        return this;
    }

    /** Keeps the reason among moderators. */
    public LogNote confidentially() {
        return confidentially(true);
    }

    public LogNote confidentially(boolean so) {
        confidential = so;
        return this;
    }

    /** Until when it lasts, as everybody may read; {@link LogLine#FOR_GOOD} where nobody says when it ends. */
    public LogNote until(Instant when) {
        until = when;
        return this;
    }

    /**
     * Keeps what undoing needs to know; it is never shown.
     *
     * @param before at most 100,000 characters
     */
    public LogNote from(@Nullable String before) {
        former = before;
        return this;
    }

    /** Undoes the entry with that id. */
    public LogNote undoing(long entry) {
        undoes = entry;
        return this;
    }

    /** At once with others, of which the first has that id. */
    public LogNote with(@Nullable Long first) {
        together = first;
        return this;
    }
}
