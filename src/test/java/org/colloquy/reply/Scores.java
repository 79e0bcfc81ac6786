package org.colloquy.reply;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.SharedFiles;
import org.colloquy.document.DiscussionFile;
import org.colloquy.reply.ReplyFinder.Link;

/**
 * How good the finder is on one set of the shared discussions. Counts of comments.
 *
 * @param links found with evidence QUOTED
 * @param open links of comments whose truth is open: in {@code links}, and in nothing else
 * @param right the parent is the true one or holds words that the comment verifiably repeats
 * @param strict the parent is the true one
 * @param quoting comments that verifiably repeat at least four words
 * @param recalled how many of these are among {@code right}
 * @param single links to the only comment that holds the words, when the article does not hold them either
 * @param singleRight how many of these are right
 * @param named links found with evidence NAMED
 * @param namedRight how many of these lead to the true parent
 */
record Scores(
        int comments,
        int links,
        int open,
        int right,
        int strict,
        int quoting,
        int recalled,
        int single,
        int singleRight,
        int named,
        int namedRight) {
    private static final Scores NONE = new Scores(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** By set: the beginnings of the files' names. */
    static Map<String, Scores> ofSharedDiscussions() {
        Map<String, Scores> scores = new TreeMap<>();
        for (Path file : SharedFiles.discussions()) {
            String set = file.getFileName().toString().replaceFirst("-.*", "");
            scores.merge(set, of(file), Scores::and);
        }
        return scores;
    }

    private static Scores of(Path file) {
        Map<Integer, Link> links =
                DiscussionFile.read(file).links().stream().collect(Collectors.toMap(Link::number, Function.identity()));
        return Truth.beside(file).stream()
                .map(truth -> links.containsKey(truth.number()) ? of(truth, links.get(truth.number())) : of(truth))
                .reduce(NONE, Scores::and);
    }

    private static Scores of(Truth truth) {
        return new Scores(1, 0, 0, 0, 0, one(truth.quotes()), 0, 0, 0, 0, 0);
    }

    private static Scores of(Truth truth, Link link) {
        boolean quoted = link.evidence() == Evidence.QUOTED;
        boolean judged = quoted && !truth.isOpen(link);
        boolean right = judged && truth.allows(link);
        boolean single = judged
                && link.parent().isComment()
                && link.quotations().stream()
                        .filter(quotation -> quotation.place().source().equals(link.parent()))
                        .findFirst()
                        .map(quotation -> quotation.others().isEmpty())
                        .orElse(false);
        return new Scores(
                1,
                one(quoted),
                one(quoted && !judged),
                one(right),
                one(judged && truth.isParent(link)),
                one(truth.quotes()),
                one(truth.quotes() && right),
                one(single),
                one(single && right),
                one(!quoted),
                one(!quoted && truth.isParent(link)));
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    private Scores and(Scores more) {
        return new Scores(
                comments + more.comments,
                links + more.links,
                open + more.open,
                right + more.right,
                strict + more.strict,
                quoting + more.quoting,
                recalled + more.recalled,
                single + more.single,
                singleRight + more.singleRight,
                named + more.named,
                namedRight + more.namedRight);
    }

    double precision() {
        return percent(right, links - open);
    }

    double strictPrecision() {
        return percent(strict, links - open);
    }

    /** As if every link whose truth is open were wrong. */
    double worstPrecision() {
        return percent(right, links);
    }

    double recall() {
        return percent(recalled, quoting);
    }

    double singlePrecision() {
        return percent(singleRight, single);
    }

    double namedPrecision() {
        return percent(namedRight, named);
    }

    double falseOfThousand() {
        return 1000.0 * (links - open - right) / comments;
    }

    /** 100 of none: nothing is wrong among them. */
    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    /** For the README: a table in Markdown. */
    static String table(Map<String, Scores> scores) {
        StringBuilder table = new StringBuilder("""
                | set | comments | links | open | precision | strict | open ones wrong | recall | one source | false of 1,000 | named |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        scores.forEach((set, score) -> table.append(score.row(set)));
        return table.toString();
    }

    private String row(String set) {
        List<Object> cells = List.of(
                set,
                comments,
                links,
                open,
                of(links - open, precision()),
                of(links - open, strictPrecision()),
                of(links, worstPrecision()),
                of(quoting, recall()),
                of(single, singlePrecision()),
                "%.1f".formatted(falseOfThousand()),
                named == 0 ? "none" : of(named, namedPrecision()) + " of " + named);
        return cells.stream().map(Object::toString).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String of(int whole, double percent) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f", percent);
    }
}
