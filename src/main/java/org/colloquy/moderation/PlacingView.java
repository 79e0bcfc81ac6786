package org.colloquy.moderation;

import java.util.List;
import org.colloquy.article.CeasefireTerm;
import org.colloquy.discussion.CommentView;
import org.colloquy.log.LogLine;
import org.colloquy.reply.SharedWord;
import org.colloquy.reply.Suggestion.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where one comment stands, and where it might belong.
 *
 * @param sight it as it is now, for the forms that act on it
 * @param since what others did to it after the moderator had looked, latest first
 * @param place its discussion's slug
 * @param title of its article, or null for the Open Thread
 * @param parent what it answers now, or null
 * @param candidates comments that it may answer, the most likely first
 * @param about terms that it may be about, the most likely first
 * @param terms all of its article's
 * @param next the next comment of which nobody knows what it answers, or null
 */
public record PlacingView(
        CommentView comment,
        String sight,
        List<LogLine> since,
        String place,
        @Nullable String title,
        @Nullable CommentView parent,
        List<Candidate> candidates,
        List<About> about,
        List<CeasefireTerm> terms,
        @Nullable CommentView next,
        Typed typed) {

    /**
     * What a moderator typed, where it did not go.
     *
     * @param number as it was typed
     * @param field which is wrong: {@code number}, {@code reason}, {@code term}, or {@code since} for none of them
     * @param problem what is wrong, or null
     */
    public record Typed(
            String number,
            String reason,
            String field,
            @Nullable String problem) {
        static final Typed NOTHING = new Typed("", "", "", null);
    }

    /** A comment that may be answered, and what speaks for it. */
    public record Candidate(CommentView comment, List<Reason> reasons) {}

    /**
     * A term that the comment may be about.
     *
     * @param words that they share
     */
    public record About(int term, String text, List<SharedWord> words) {}

    /**
     * Comments of which nobody knows what they answer.
     *
     * @param place the discussion's slug
     * @param count how many there are in it
     * @param from the number that this page starts at
     * @param next the number that the next page starts at, or null
     */
    public record Unplaced(
            String place,
            @Nullable String title,
            List<DeskView.Place> places,
            int count,
            int from,
            List<Open> rows,
            @Nullable Integer next) {

        /** This list, from that comment on. */
        public String from(CommentView comment) {
            return PlacingDesk.LIST + "?place=" + place + "&from=" + comment.number();
        }
    }

    /**
     * One of them, with what it may answer.
     *
     * @param sight it as it is now, for the forms that act on it
     */
    public record Open(CommentView comment, String sight, List<Candidate> candidates) {}
}
