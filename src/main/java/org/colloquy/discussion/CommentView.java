package org.colloquy.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.erased.Cut;
import org.colloquy.reply.Evidence;
import org.colloquy.reply.Grade;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer may see of one comment: made by {@link Visibility} alone, so whatever is drawn, counted or exported
 * from it has passed the rule.
 *
 * @param address of its discussion, such as {@code /articles/some-title}
 * @param documentNumber its number in the document, or null where it was posted here
 * @param person the address of the page of whoever holds that name here, or null
 * @param parent the number of the comment that it answers, or null
 * @param evidence why it stands there; without a parent, why it answers the article or begins a thread
 * @param grade how sure found evidence is, else null
 * @param moved whether a moderator took it away from where its author had posted it
 * @param term the number of the ceasefire term that it is about, or null
 * @param flagged whether a rule asks moderators to look at it; readers are not told
 * @param reported whether a reader has reported it since a moderator last looked; only moderators are told
 * @param offTopic the same of readers who say that it belongs in the Open Thread
 * @param parts what is said; empty for a placeholder and where a tombstone stands in its place
 * @param rendered the same as HTML, where it was written here: in order, whole together; empty where parts are drawn
 * @param text the verbatim text behind {@code parts}, or null where the viewer may not see it
 * @param verbatim the slice of the document, or null where there is none or the viewer may not see it
 * @param postedAt null where the document does not tell
 * @param editedAt when everybody could last read something else here, or null
 * @param revision how often its author has changed it
 * @param rules the keys of the rules that made it wait or flagged it; readers are not told
 * @param tombstone null where nobody hid it or took it back
 * @param move of a stub, where the comment went that stood there; of a comment that stands in the Open Thread, where it
 *     came from; else null
 * @param closed null where nobody closed it: then it may be answered, if nothing that it descends from is closed
 * @param answered how many comments stand directly under it
 * @param quoted how many comments repeat its words
 */
public record CommentView(
        long id,
        String address,
        int number,
        @Nullable Integer documentNumber,
        Kind kind,
        Speaker speaker,
        @Nullable String person,
        @Nullable Integer parent,
        @Nullable Evidence evidence,
        @Nullable Grade grade,
        boolean moved,
        @Nullable Integer term,
        State state,
        boolean flagged,
        boolean reported,
        boolean offTopic,
        List<Part> parts,
        List<Rendered> rendered,
        @Nullable String text,
        @Nullable String verbatim,
        @Nullable Instant postedAt,
        @Nullable Instant editedAt,
        int revision,
        List<String> rules,
        @Nullable Tombstone tombstone,
        @Nullable Move move,
        @Nullable Closed closed,
        int answered,
        int quoted) {

    private static final int BEGINNING = 120;

    /** The number of a preview. */
    static final int UNNUMBERED = 0;

    public enum Kind {
        COMMENT,
        /** The site's own note with its commenting rules. */
        NOTICE,
        /** A number that the document skips. */
        PLACEHOLDER,
        /** A stub: the comment that stood there was moved, to the Open Thread or back from it. */
        MOVED
    }

    public enum State {
        VISIBLE,
        /** Waiting for a moderator; only its author and moderators read it. */
        HELD,
        HIDDEN,
        /** Hidden while it waited: readers never saw it, and see no tombstone either. */
        DECLINED,
        /** Taken back by its author: readers see a tombstone. */
        WITHDRAWN,
        /** Removed on a lawful request: nobody reads it any more. */
        ERASED
    }

    /**
     * What stands where the text stood.
     *
     * @param by the moderator who hid it; null where its author took it back, and where that moderator has left
     * @param reason why it was hidden; null where its author took it back, and where it was erased
     * @param erased whether it was removed on a lawful request
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tombstone(
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased) {

        public Tombstone(@Nullable String by, Instant at, @Nullable String reason) {
            this(by, at, reason, false);
        }

        /** Whether it was no moderator, but who wrote it. */
        public boolean byAuthor() {
            return reason == null && !erased;
        }
    }

    /**
     * That a comment was moved.
     *
     * @param address where the comment is now, or, of a comment, where its stub is; null where that cannot be seen
     * @param number its number there
     * @param openThread whether it went to the Open Thread, and not back
     * @param by the moderator who did it, or null where they have left
     * @param reason why, or null
     * @param along how many others went with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(
            @Nullable String address,
            int number,
            boolean openThread,
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            int along) {}

    /**
     * That nobody may answer any more.
     *
     * @param by the moderator who said so, or null where they have left
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Closed(@Nullable String by, Instant at, String reason) {}

    public enum Shape {
        PARAGRAPH,
        /** Lines that repeat somebody's words. */
        QUOTATION,
        LIST,
        /** Something embedded here is missing from the source. */
        GAP
    }

    /**
     * One piece of a comment's text.
     *
     * @param spans what a paragraph or a quotation says, line breaks as {@code \n}; empty for a list and a gap
     * @param items of a list
     * @param quoted where a quotation's words stand, or null where that is not known
     */
    public record Part(
            Shape shape,
            List<Span> spans,
            List<List<Span>> items,
            @Nullable Quoted quoted) {

        /** What a paragraph or a quotation says. */
        public String text() {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }

        /** Whether what it said was removed on request. */
        public boolean removed() {
            return text().equals(Cut.MARK);
        }
    }

    /**
     * Some words of a part.
     *
     * @param quoted where they stand, or null for the comment's own
     */
    public record Span(String text, @Nullable Quoted quoted) {

        /** Whether what it said was removed on request. */
        public boolean removed() {
            return text.equals(Cut.MARK);
        }
    }

    /**
     * Where quoted words stand.
     *
     * @param words how many; 0 where somebody is only addressed by name
     * @param others in how many other places they stand, as far as known; not where, as some of these may be hidden
     * @param fate what became of what is quoted; the words stay
     * @param elsewhere the address of the discussion where that is, or null where it is the comment's own
     */
    public record Quoted(
            Source source,
            int words,
            int others,
            Fate fate,
            @Nullable String elsewhere) {

        public enum Fate {
            STANDS,
            HIDDEN,
            MOVED
        }

        public Quoted(Source source, int words, int others, boolean hidden) {
            this(source, words, others, hidden ? Fate.HIDDEN : Fate.STANDS, null);
        }

        public boolean hidden() {
            return fate == Fate.HIDDEN;
        }

        public boolean moved() {
            return fate == Fate.MOVED;
        }

        /** Where that is, as seen from the discussion with that address. */
        public String in(String address) {
            String place = elsewhere == null ? address : elsewhere;
            return switch (source.kind()) {
                case COMMENT -> place + "/comments/" + source.number() + fragment();
                case TERM, PARAGRAPH -> place + fragment();
                case ARTICLE -> place;
            };
        }

        /** The same on a page that has it. */
        public String fragment() {
            return switch (source.kind()) {
                case COMMENT -> "#comment-" + source.number();
                case TERM -> "#term-" + source.number();
                case PARAGRAPH -> "#p-" + source.number();
                case ARTICLE -> "#main";
            };
        }
    }

    /** What of its text is quoted or addressed, in order. */
    public List<Quoted> quotations() {
        return parts.stream()
                .flatMap(part -> Stream.concat(
                        Stream.ofNullable(part.quoted()),
                        Stream.concat(
                                        part.spans().stream(),
                                        part.items().stream().flatMap(List::stream))
                                .flatMap(span -> Stream.ofNullable(span.quoted()))))
                .toList();
    }

    /** Whether its own words show that it answers the article and no comment. */
    public boolean answersArticle() {
        return parent == null && (evidence == Evidence.QUOTED || evidence == Evidence.NAMED);
    }

    /** Whether its place was found in its text, or by a moderator, and not said by its author. */
    public boolean recovered() {
        return evidence != null && evidence != Evidence.STATED;
    }

    /** The quotation that shows what it answers; null where that shows otherwise, or the viewer does not read it. */
    public @Nullable Quoted because() {
        return quotations().stream()
                .filter(quoted -> quoted.elsewhere() == null)
                .filter(quoted -> quoted.source().isComment()
                        ? parent != null && quoted.source().number() == parent
                        : answersArticle())
                .findFirst()
                .orElse(null);
    }

    /** What its page says of it, without markup: a line for each line of what was written here, else none. */
    public List<String> renderedLines() {
        return Rendered.lines(rendered);
    }

    /** The first of its own words, on one line of about {@value #BEGINNING} characters; empty where there are none. */
    public String beginning() {
        String own = rendered.isEmpty() ? ownParts() : String.join(" ", Rendered.ownLines(rendered));
        String line = own.replaceAll("\\s+", " ").strip();
        if (line.length() <= BEGINNING) {
            return line;
        }
        int end = line.lastIndexOf(' ', BEGINNING);
        end = end < BEGINNING / 2 ? BEGINNING : end;
        return line.substring(0, Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end) + "\u2026";
    }

    private String ownParts() {
        return parts.stream()
                .filter(part -> part.shape() == Shape.PARAGRAPH || part.shape() == Shape.LIST)
                .flatMap(part -> Stream.concat(
                        part.spans().stream(), part.items().stream().flatMap(List::stream)))
                .map(Span::text)
                .collect(Collectors.joining(" "));
    }

    /** Whether it has a number, and a page of its own: not so a preview. */
    public boolean isNumbered() {
        return number != UNNUMBERED;
    }

    /** Whether it is no comment, but keeps the number of one that was moved. */
    public boolean isStub() {
        return kind == Kind.MOVED;
    }

    /** The comment's element id on every page. */
    public String anchor() {
        return "comment-" + number;
    }

    /** The comment's own address. */
    public String permalink() {
        return address + "/comments/" + number;
    }

    /** Where it can be reported to moderators. */
    public String reporting() {
        return "/report" + asked();
    }

    /** Where its author reads why it was hidden, and can disagree. */
    public String appealing() {
        return "/report/appeal" + asked();
    }

    private String asked() {
        return "?place=" + address.substring(address.lastIndexOf('/') + 1) + "&comment=" + number;
    }

    /** "44 in the source": the document's number where another comment had it first, else null. */
    public @Nullable Integer numberInSource() {
        return documentNumber == null || documentNumber == number ? null : documentNumber;
    }

    /** Whether a moderator hid it. */
    public boolean hidden() {
        return tombstone != null && tombstone.reason() != null;
    }

    /** Whether it was removed on request, for good. */
    public boolean erased() {
        return tombstone != null && tombstone.erased();
    }

    /** Whether the viewer reads words here, not a tombstone or a placeholder. */
    public boolean readable() {
        return text != null && kind != Kind.PLACEHOLDER && kind != Kind.MOVED;
    }
}
