package org.colloquy.log;

import java.time.Instant;
import java.util.function.Consumer;
import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Target;
import org.jspecify.annotations.Nullable;

/** An act as it is to be written down. Each of its methods gives a note that says one thing more; none changes this one. */
public final class LogNote implements Cloneable {

    /** The moderator who acts, or null where the operator or Colloquy itself does. */
    @Nullable
    Long member;

    Action action;

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
        return saying(note -> note.place = where);
    }

    /** Of that comment, by id; without a number where readers have never seen it. */
    public LogNote of(@Nullable Long which, @Nullable Integer shown) {
        return saying(note -> {
            note.comment = which;
            note.number = shown;
        });
    }

    /** Where it went. */
    public LogNote to(Target where) {
        return saying(note -> note.target = where);
    }

    /** On that claim of a document's name, by id. */
    public LogNote onClaim(@Nullable Long which) {
        return saying(note -> note.claim = which);
    }

    /** About that member, by id. */
    public LogNote about(@Nullable Long whom) {
        return saying(note -> note.subject = whom);
    }

    /** @param why or what was changed, at most 4,000 characters */
    public LogNote because(@Nullable String why) {
        return saying(note -> note.reason = why);
    }

    /** By the commenting rule with that key. */
    public LogNote goingBy(@Nullable String key) {
        return saying(note -> note.rule = key);
    }

    /** Keeps the reason among moderators. */
    public LogNote confidentially() {
        return confidentially(true);
    }

    public LogNote confidentially(boolean so) {
        return saying(note -> note.confidential = so);
    }

    /** Until when it lasts, as everybody may read; {@link LogLine#FOR_GOOD} where nobody says when it ends. */
    public LogNote until(Instant when) {
        return saying(note -> note.until = when);
    }

    /**
     * Keeps what undoing needs to know; it is never shown.
     *
     * @param before at most 100,000 characters
     */
    public LogNote from(@Nullable String before) {
        return saying(note -> note.former = before);
    }

    /** Undoes the entry with that id. */
    public LogNote undoing(long entry) {
        return saying(note -> note.undoes = entry);
    }

    /** At once with others, of which the first has that id. */
    public LogNote with(@Nullable Long first) {
        return saying(note -> note.together = first);
    }

    private LogNote saying(Consumer<LogNote> more) {
        try {
            LogNote note = (LogNote) clone();
            more.accept(note);
            return note;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
