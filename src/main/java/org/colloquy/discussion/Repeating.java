package org.colloquy.discussion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.discussion.ErasedRows.Row;
import org.colloquy.erased.ComparedWords;
import org.colloquy.erased.ComparedWords.Range;
import org.colloquy.erased.Cut;
import org.colloquy.reply.Article;
import org.colloquy.reply.Quotation;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which texts, in all discussions, repeat what only one comment had said. What stood before in an article, or in an
 * earlier comment of somebody else, is not its own, even if it says so too. Its own words are found in three ways:
 *
 * <ol>
 *   <li>every run of at least {@value ComparedWords#RUN} words that it has said, in any of its texts, wherever it stands;
 *   <li>what is stored as a quotation of it, from four words on;
 *   <li>what the same finder takes for one where nothing is stored: in other discussions, and in what was said before a
 *       change.
 * </ol>
 */
final class Repeating {

    /** As the finder has it: fewer words are no quotation. */
    private static final int FEWEST_WORDS = 4;

    private final JdbcTemplate sql;
    private final List<Row> texts;
    private final Row itself;
    private final ReplyFinder finder;
    private final Set<Long> quoting;
    /** All runs of words that it has said. */
    private final Set<String> said = new HashSet<>();
    /** Those of them that stood elsewhere before. */
    private final Set<String> borrowed = new HashSet<>();

    private final Set<String> phrases = new HashSet<>();
    private final Set<String> borrowedPhrases = new HashSet<>();
    private final Map<String, List<Range>> own = new LinkedHashMap<>();
    private final Set<Integer> earlier = new HashSet<>();
    private final List<Row> candidates = new ArrayList<>();
    private final Set<Long> again = new LinkedHashSet<>();
    private final Map<Row, List<Range>> ranges = new LinkedHashMap<>();
    private final Map<Row, Cut> cuts = new LinkedHashMap<>();
    private final Map<Row, String> reasons = new LinkedHashMap<>();

    Repeating(ErasedRows rows, JdbcTemplate sql, long comment, Article article) {
        this.sql = sql;
        this.texts = rows.of(comment);
        this.itself = texts.get(0);
        this.finder = new ReplyFinder(article);
        this.quoting = new HashSet<>(
                sql.queryForList("select distinct comment_id from quotation where source_id = ?", Long.class, comment));
        Set<String> wholes = new HashSet<>();
        for (Row text : texts) {
            ComparedWords words = ComparedWords.of(text.text());
            said.addAll(words.runs(ComparedWords.RUN));
            phrases.addAll(words.runs(FEWEST_WORDS));
            if (words.size() >= ComparedWords.RUN) {
                wholes.add(words.all());
            }
        }
        List<Said> before = new ArrayList<>();
        borrowFromArticles();
        rows.each(row -> compare(row, wholes, before));
        texts.forEach(this::tellApart);
        before.stream().sorted(Comparator.comparingInt(Said::number)).forEach(finder::hear);
        texts.forEach(text -> finder.hear(new Said(itself.number(), text.speaker(), text.text())));
        candidates.forEach(this::cut);
    }

    /** The same text under the same name, by id. */
    List<Long> again() {
        return List.copyOf(again);
    }

    /** The runs of words that nobody had said before, each with what of it is its own: it may begin in somebody else's words. */
    Map<String, List<Range>> own() {
        return own;
    }

    Map<Row, List<Range>> ranges() {
        return ranges;
    }

    Map<Row, Cut> cuts() {
        return cuts;
    }

    /** Moderators' reasons for hiding other comments, without its words. */
    Map<Row, String> reasons() {
        return reasons;
    }

    private void borrowFromArticles() {
        Stream.of("select text from passage", "select text from ceasefire_term")
                .forEach(all -> sql.queryForList(all, String.class)
                        .forEach(text -> borrow(ComparedWords.of(text).runs(ComparedWords.RUN))));
    }

    private void borrow(List<String> runs) {
        runs.stream().filter(said::contains).forEach(borrowed::add);
    }

    /** Which of its words are its own. */
    private void tellApart(Row text) {
        ComparedWords words = ComparedWords.of(text.text());
        BitSet theirs = new BitSet();
        List<String> runs = words.runs(ComparedWords.RUN);
        for (int at = 0; at < runs.size(); at++) {
            if (borrowed.contains(runs.get(at))) {
                theirs.set(at, at + ComparedWords.RUN);
            }
        }
        if (text.revision() == null) {
            sql.query(
                    "select from_offset, to_offset from quotation where comment_id = ? and words > 0",
                    quotation -> {
                        Range quoted = words.between(quotation.getInt("from_offset"), quotation.getInt("to_offset"));
                        theirs.set(quoted.from(), quoted.to());
                    },
                    text.id());
        }
        for (int at = 0; at < runs.size(); at++) {
            List<Range> mine = outside(theirs, at, at + ComparedWords.RUN, at);
            if (!mine.isEmpty()) {
                own.putIfAbsent(runs.get(at), mine);
            }
        }
        List<String> all = words.runs(FEWEST_WORDS);
        for (int at = 0; at < all.size(); at++) {
            if (theirs.nextClearBit(at) >= at + FEWEST_WORDS) {
                borrowedPhrases.add(all.get(at));
            }
        }
    }

    /** What of some words is not among those, counted from {@code first}. */
    private static List<Range> outside(BitSet those, int from, int to, int first) {
        List<Range> outside = new ArrayList<>();
        for (int at = those.nextClearBit(from); at < to; at = those.nextClearBit(at)) {
            int end = those.nextSetBit(at);
            end = end < 0 || end > to ? to : end;
            outside.add(new Range(at - first, end - first));
            at = end;
        }
        return outside;
    }

    private void compare(Row row, Set<String> wholes, List<Said> before) {
        if (row.id() == itself.id()) {
            return;
        }
        ComparedWords words = ComparedWords.of(row.text());
        boolean samePlace = row.discussion() == itself.discussion();
        if (isSomebodyElse(row) && isBefore(row)) {
            borrow(words.runs(ComparedWords.RUN));
            if (samePlace && row.revision() == null) {
                earlier.add(row.number());
                before.add(new Said(row.number(), row.speaker(), row.text()));
            }
        } else if (isSaidAgain(row, wholes, words)) {
            again.add(row.id());
        }
        if (row.hiddenReason() != null
                || quoting.contains(row.id())
                || words.runs(FEWEST_WORDS).stream().anyMatch(phrases::contains)) {
            candidates.add(row);
        }
    }

    /** The same under the same name, or under none as well: it is the same comment once more. */
    private boolean isSaidAgain(Row row, Set<String> wholes, ComparedWords words) {
        return row.revision() == null
                && Objects.equals(row.speakerKey(), itself.speakerKey())
                && wholes.contains(words.all());
    }

    private boolean isSomebodyElse(Row row) {
        boolean sameMember = row.member() != null && row.member().equals(itself.member());
        boolean sameName = row.speakerKey() != null && row.speakerKey().equals(itself.speakerKey());
        return !sameMember && !sameName;
    }

    /** Between discussions nothing tells but which came here first. */
    private boolean isBefore(Row row) {
        if (row.discussion() != itself.discussion()) {
            return row.id() < itself.id();
        }
        Integer document = row.documentNumber();
        Integer own = itself.documentNumber();
        return document == null || own == null
                ? document != null || own == null && row.number() < itself.number()
                : document < own;
    }

    private void cut(Row row) {
        if (again.contains(row.id())) {
            return;
        }
        ComparedWords words = ComparedWords.of(row.text());
        List<Range> found = new ArrayList<>(runs(words));
        if (!isBefore(row)) {
            BitSet theirs = theirs(words);
            quoted(row).stream()
                    .map(stretch -> words.between(stretch.from(), stretch.to()))
                    .forEach(all -> found.addAll(outside(theirs, all.from(), all.to(), 0)));
        }
        List<Range> joined = Cut.joined(found);
        Cut cut = Cut.of(words, joined);
        if (!cut.text().equals(row.text())) {
            ranges.put(row, joined);
            cuts.put(row, cut);
        }
        if (row.hiddenReason() != null && row.revision() == null) {
            ComparedWords reason = ComparedWords.of(row.hiddenReason());
            Cut left = Cut.of(reason, runs(reason));
            if (!left.isNothing()) {
                reasons.put(row, left.text());
            }
        }
    }

    /** What of a text stood elsewhere before it was said there. */
    private BitSet theirs(ComparedWords words) {
        BitSet theirs = new BitSet();
        List<String> all = words.runs(FEWEST_WORDS);
        for (int at = 0; at < all.size(); at++) {
            if (borrowedPhrases.contains(all.get(at))) {
                theirs.set(at, at + FEWEST_WORDS);
            }
        }
        return theirs;
    }

    /** Whether any text has a run of its own words. */
    boolean repeats(String text) {
        return !runs(ComparedWords.of(text)).isEmpty();
    }

    private List<Range> runs(ComparedWords words) {
        List<Range> found = new ArrayList<>();
        List<String> all = words.runs(ComparedWords.RUN);
        for (int at = 0; at < all.size(); at++) {
            for (Range mine : own.getOrDefault(all.get(at), List.of())) {
                found.add(new Range(at + mine.from(), at + mine.to()));
            }
        }
        return found;
    }

    private record Stretch(int from, int to) {}

    private List<Stretch> quoted(Row row) {
        List<Stretch> stretches = new ArrayList<>();
        finder.ask(new Said(Integer.MAX_VALUE, row.speaker(), row.text()))
                .ifPresent(link -> link.quotations().stream()
                        .filter(quotation ->
                                quotation.words() > 0 && isOwn(quotation.place().source(), quotation.others()))
                        .map(Repeating::stretch)
                        .forEach(stretches::add));
        if (row.revision() == null && row.discussion() == itself.discussion()) {
            stored(row, stretches);
        }
        return stretches;
    }

    private static Stretch stretch(Quotation quotation) {
        return new Stretch(quotation.from(), quotation.to());
    }

    private void stored(Row row, List<Stretch> stretches) {
        sql.query(
                "select q.from_offset, q.to_offset, q.passage, s.number, q.others from quotation q"
                        + " left join comment s on s.id = q.source_id where q.comment_id = ? and q.words > 0",
                quotation -> {
                    List<Source> others = new SourceList().convertToEntityAttribute(quotation.getString("others"));
                    @Nullable String passage = quotation.getString("passage");
                    if (passage == null && isOwn(new Source(Source.Kind.COMMENT, quotation.getInt("number")), others)) {
                        int length = row.text().length();
                        stretches.add(new Stretch(
                                Math.min(quotation.getInt("from_offset"), length),
                                Math.min(quotation.getInt("to_offset"), length)));
                    }
                },
                row.id());
    }

    /** Whether of all that hold the words it was the first. */
    private boolean isOwn(Source source, List<Source> others) {
        List<Source> holders = new ArrayList<>(others);
        holders.add(source);
        return holders.contains(new Source(Source.Kind.COMMENT, itself.number()))
                && holders.stream().allMatch(holder -> holder.isComment() && !earlier.contains(holder.number()));
    }
}
