package org.colloquy.log;

import org.colloquy.log.LogLine.Action;
import org.colloquy.log.LogLine.Target;
import org.jspecify.annotations.Nullable;

/**
 * An act as it is to be written down.
 *
 * @param member the moderator who acts, or null where the operator or Colloquy itself does
 * @param place the address of the discussion concerned, or null
 * @param comment the id of the comment concerned, or null
 * @param number its number, or null where readers know none
 * @param target where it went
 * @param claim the id of the claim of a document's name, or null
 * @param subject the id of the member concerned, or null
 * @param rule the key of the commenting rule that was gone by, or null
 * @param reason why, or what was changed, at most 4,000 characters, or null
 * @param confidential whether the reason is for moderators only
 * @param former what undoing needs to know, at most 100,000 characters, or null
 * @param undoes the id of the entry that this undoes, or null
 * @param together the id of the first of the entries that were written at once, or null
 */
public record LogNote(
        @Nullable Long member,
        Action action,
        @Nullable String place,
        @Nullable Long comment,
        @Nullable Integer number,
        Target target,
        @Nullable Long claim,
        @Nullable Long subject,
        @Nullable String rule,
        @Nullable String reason,
        boolean confidential,
        @Nullable String former,
        @Nullable Long undoes,
        @Nullable Long together) {

    public static LogNote by(long member, Action action) {
        return of(member, action);
    }

    /** Of what the operator does, or Colloquy itself. */
    public static LogNote byNobody(Action action) {
        return of(null, action);
    }

    private static LogNote of(@Nullable Long member, Action action) {
        return new LogNote(
                member, action, null, null, null, Target.NONE, null, null, null, null, false, null, null, null);
    }

    /** In that discussion, by its address. */
    public LogNote in(@Nullable String where) {
        return new LogNote(
                member,
                action,
                where,
                comment,
                number,
                target,
                claim,
                subject,
                rule,
                reason,
                confidential,
                former,
                undoes,
                together);
    }

    /** Of that comment; without a number where readers have never seen it. */
    public LogNote of(@Nullable Long which, @Nullable Integer shown) {
        return new LogNote(
                member,
                action,
                place,
                which,
                shown,
                target,
                claim,
                subject,
                rule,
                reason,
                confidential,
                former,
                undoes,
                together);
    }

    public LogNote to(Target where) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                where,
                claim,
                subject,
                rule,
                reason,
                confidential,
                former,
                undoes,
                together);
    }

    public LogNote onClaim(@Nullable Long which) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                which,
                subject,
                rule,
                reason,
                confidential,
                former,
                undoes,
                together);
    }

    /** About that member, by id. */
    public LogNote about(@Nullable Long whom) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                claim,
                whom,
                rule,
                reason,
                confidential,
                former,
                undoes,
                together);
    }

    public LogNote because(@Nullable String why) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                claim,
                subject,
                rule,
                why,
                confidential,
                former,
                undoes,
                together);
    }

    /** By the commenting rule with that key. */
    public LogNote goingBy(@Nullable String key) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                claim,
                subject,
                key,
                reason,
                confidential,
                former,
                undoes,
                together);
    }

    /** Keeps the reason among moderators. */
    public LogNote confidentially() {
        return confidentially(true);
    }

    public LogNote confidentially(boolean so) {
        return new LogNote(
                member, action, place, comment, number, target, claim, subject, rule, reason, so, former, undoes,
                together);
    }

    /** Keeps what undoing needs to know; it is never shown. */
    public LogNote from(@Nullable String before) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                claim,
                subject,
                rule,
                reason,
                confidential,
                before,
                undoes,
                together);
    }

    public LogNote undoing(long entry) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                claim,
                subject,
                rule,
                reason,
                confidential,
                former,
                entry,
                together);
    }

    /** At once with others, of which that is the first entry. */
    public LogNote with(@Nullable Long first) {
        return new LogNote(
                member,
                action,
                place,
                comment,
                number,
                target,
                claim,
                subject,
                rule,
                reason,
                confidential,
                former,
                undoes,
                first);
    }
}
