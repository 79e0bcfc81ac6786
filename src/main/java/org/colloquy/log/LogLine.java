package org.colloquy.log;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the moderation log as its page shows it.
 *
 * @param by the moderator, or null where the operator or Colloquy itself acted
 * @param address of the discussion it is about, or null
 * @param commentId of the comment, or null
 * @param number of the comment, or null where there is none or readers know none
 * @param target where it went
 * @param title of the article, or null for the Open Thread, where none is concerned, and where the article was withdrawn
 * @param claimed which name of a document it was about, or null
 * @param subject the member whom it was about, or null
 * @param rule the key of the rule that was gone by, or null
 * @param reason why, or null; {@link #REMOVED} in entries about a comment that has been erased since
 * @param confidential whether the reason is for moderators only
 * @param until when it lasts, {@link #FOR_GOOD} where nobody says when it ends; null where it does not last
 * @param undoneAction what was undone, or null
 * @param undoes the id of the entry that was undone, or null
 * @param undone the id of the entry that undid it, or null
 * @param together the id of the first of the entries that were written at once, or null
 */
public record LogLine(
        long id,
        Instant at,
        @Nullable Who by,
        Action action,
        @Nullable String address,
        @Nullable Long commentId,
        @Nullable Integer number,
        Target target,
        @Nullable String title,
        @Nullable Claimed claimed,
        @Nullable Who subject,
        @Nullable String rule,
        @Nullable String reason,
        boolean confidential,
        @Nullable Instant until,
        @Nullable Action undoneAction,
        @Nullable Long undoes,
        @Nullable Long undone,
        @Nullable Long together) {

    /** Later than any other time. */
    public static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

    /** What stands in place of reasons that tell of a comment which was removed on request. */
    public static final String REMOVED = "[removed on request]";

    /**
     * What it changes: of all acts that change the same, only the latest can be undone. What is about a member is about them
     * whatever comment a moderator came from.
     *
     * @param whom the member whom it is about, also where that is told no more
     */
    Thing thing(@Nullable Long whom) {
        Matter matter = action.matter();
        Object which = switch (matter) {
            case WARNING -> id;
            case SUGGESTION -> target;
            case RULE -> rule;
            case NAME -> claimed;
            default -> null;
        };
        return new Thing(
                matter,
                whom,
                whom == null ? commentId : null,
                whom == null && commentId == null ? address : null,
                which);
    }

    /** @param which of several of that kind there, or null where there are no several */
    record Thing(
            Matter matter,
            @Nullable Long subject,
            @Nullable Long comment,
            @Nullable String place,
            @Nullable Object which) {}

    /** Whether it lasts until somebody ends it. */
    public boolean forGood() {
        return until != null && !until.isBefore(FOR_GOOD);
    }

    /** What everybody may read of it. */
    LogLine forReaders() {
        return !confidential
                ? this
                : new LogLine(
                        id,
                        at,
                        by,
                        action,
                        address,
                        commentId,
                        number,
                        target,
                        title,
                        claimed,
                        subject,
                        rule,
                        null,
                        true,
                        until,
                        undoneAction,
                        undoes,
                        undone,
                        together);
    }

    /**
     * A member.
     *
     * @param name as it is now, or null where they have left
     */
    public record Who(long id, @Nullable String name) {}

    /**
     * Who says that they are who speaks in a document.
     *
     * @param name there, or null where it was withdrawn
     * @param handle here, or null where they have left
     */
    public record Claimed(@Nullable String name, @Nullable String handle) {}

    /**
     * Where a comment was placed, or was said not to belong.
     *
     * @param other the number of the comment that it answers, or null
     * @param term the number of the ceasefire term that it is about, or null
     */
    public record Target(@Nullable Integer other, @Nullable Integer term) {
        public static final Target NONE = new Target(null, null);
    }

    /** What an act changes: of all acts on one thing that change the same, only the latest can be undone. */
    public enum Matter {
        /** Whether it can be read. */
        VISIBILITY,
        /** What it answers. */
        PLACE,
        /** Which term it is about. */
        TERM,
        /** In which discussion it stands. */
        PLACE_IN,
        /** Whether it can be answered. */
        CLOSING,
        /** What was said against it. */
        REPORT,
        /** What is suggested for it. */
        SUGGESTION,
        /** A commenting rule. */
        RULE,
        /** Who speaks in a document. */
        NAME,
        /** What an article and its document are. */
        DOCUMENT,
        /** What an article's notice says. */
        NOTICE,
        /** Who may do what. */
        ROLE,
        /** Whether somebody may post. */
        SUSPENSION,
        /** Who has a handle. */
        HANDLE,
        /** Each warning for itself. */
        WARNING,
        /** Undoing. */
        UNDO
    }

    public enum Action {
        HIDE(Matter.VISIBILITY),
        RESTORE(Matter.VISIBILITY),
        APPROVE(Matter.VISIBILITY),
        /** Taken out of sight until a moderator has looked. */
        HOLD(Matter.VISIBILITY),
        /** Reports of a comment were decided, and the comment stayed as it was. */
        DECIDE_REPORT(Matter.REPORT),
        /** Reports of an article's text were decided. */
        DECIDE_ARTICLE(Matter.REPORT),
        /** Placed under another comment, or about a term. */
        ATTACH(Matter.PLACE),
        /** Made the beginning of a thread, or about no term. */
        DETACH(Matter.PLACE),
        /** Put back where it stood before anybody placed it. */
        PUT_BACK(Matter.PLACE),
        /** A suggestion where it might belong was refused. */
        REFUSE(Matter.SUGGESTION),
        /** Moved to the Open Thread: what is named is the number that it had, and its stub keeps. */
        MOVE(Matter.PLACE_IN),
        /** Moved back from there. */
        MOVE_BACK(Matter.PLACE_IN),
        /** Closed: a thread, or without a comment, a whole discussion. */
        CLOSE(Matter.CLOSING),
        REOPEN(Matter.CLOSING),
        /** A commenting rule was changed. */
        CHANGE_RULE(Matter.RULE),
        /** Confirmed that a member is who speaks under a name in a document. */
        GIVE_NAME(Matter.NAME),
        /** Did not confirm it. */
        REFUSE_NAME(Matter.NAME),
        /** Took the confirmation back. */
        TAKE_BACK_NAME(Matter.NAME),
        /** Brought an article in. */
        IMPORT_ARTICLE(Matter.VISIBILITY),
        /** Took an article out of everybody's sight, with its discussion. */
        WITHDRAW_ARTICLE(Matter.VISIBILITY),
        /** Brought it back. */
        RETURN_ARTICLE(Matter.VISIBILITY),
        /** Brought an article's document in again, changed. */
        CORRECT_ARTICLE(Matter.DOCUMENT),
        /** Changed what is said about an article's copy. */
        EDIT_COLOPHON(Matter.DOCUMENT),
        /** Wrote another notice. */
        EDIT_NOTICE(Matter.NOTICE),
        /** Somebody became a moderator. */
        APPOINT(Matter.ROLE),
        /** Let somebody not post for a time. */
        SUSPEND(Matter.SUSPENSION),
        /** Let them post again. */
        LIFT(Matter.SUSPENSION),
        WARN(Matter.WARNING),
        /** Freed a handle. */
        RELEASE(Matter.HANDLE),
        /** Invited somebody to moderate. */
        INVITE(Matter.ROLE),
        /** Made an invitation useless. */
        WITHDRAW_INVITATION(Matter.ROLE),
        /** Made an administrator of a moderator. */
        PROMOTE(Matter.ROLE),
        /** Made a moderator of an administrator. */
        DEMOTE(Matter.ROLE),
        /** Made a commenter of somebody who moderated. */
        DISMISS(Matter.ROLE),
        /** Removed on a lawful request, for good: nothing undoes it. */
        ERASE(Matter.VISIBILITY),
        /** Undid another act. */
        UNDO(Matter.UNDO);

        private final Matter matter;

        Action(Matter matter) {
            this.matter = matter;
        }

        public Matter matter() {
            return matter;
        }

        /** What addresses call it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
